"""One exact figure in two articles of one story: when it is hardly the same by chance."""

from __future__ import annotations

import re

from factcheck import intervals
from factcheck.model import Claim, Comparability, Dimension
from factcheck.pairing import comparability
from factcheck.reading import counted

TELLING = 11  # from here on a figure that is not round is hardly told twice by chance
HUNDRED = 100
LARGE = 1000  # from here on a round one of two digits beside its noughts, if it is of one thing
GIVEN = ("asserted", "alleged", "hedged")
_WIDE = ("same", "inside", "contains")


def telling_figure(claim: Claim) -> str:
    """A figure that two articles hardly give by chance: from TELLING on, and not round; empty for any other."""
    quantity = claim.quantities[0]
    bound = intervals.stated_bound(quantity)
    rounded = bound % 5 == 0 and quantity.precision >= bound / 100
    return "" if rounded or bound / quantity.precision < TELLING else key(claim)


def key(claim: Claim) -> str:
    """By what one figure told twice is found: a number of two digits or more beside noughts; empty for any other."""
    quantity = claim.quantities[0]
    bound = intervals.stated_bound(quantity).normalize()
    digits = len(bound.as_tuple().digits)
    worded = quantity.vague or (len(intervals.stated(quantity)) > 1 and not re.search(r"\d", quantity.text))
    return "" if worded or bound < TELLING or digits < 2 else f"{bound:f} {quantity.unit or ''}"


def is_told_again(a: Claim, b: Claim, scope: Comparability) -> bool:
    """Two articles give one telling figure of one kind of thing, and nothing sets the two apart.

    Agreement may rest on less than a conflict: what happened, where and when may be told on one side alone, and a day
    or a place that is inherited sets no telling figure apart. A round figure must be of one thing, by name or event.
    """
    value = comparability.values(scope)
    one = _is_one_figure(a, b)
    large = one and intervals.stated_bound(a.quantities[0]) >= HUNDRED  # 544 women here, 544 managers there
    apart = {item.dimension for item in scope.dimensions if item.value == "different" and not (one and _guessed(item))}
    return (
        (one or _is_one_round_figure(a, b, value) or (_is_one_act(value) and _is_one_bound(a, b)))
        and a.passage.source != b.passage.source
        and (a.quantities[0].share is None) == (b.quantities[0].share is None)
        and (a.quantities[0].share is None or a.quantities[0].share_of == b.quantities[0].share_of)
        and (value["counted"] in _WIDE or (value["counted"] == "overlaps" and (value["event"] == "same" or large)))
        and (a.quantities[0].unit is None or value["event"] in _WIDE or bool(set(a.named) & set(b.named)))
        and not apart
        and not comparability.two_causes(a, b)
        and all(claim.certainty in (*GIVEN, "future") and claim.polarity == "positive" for claim in (a, b))
    )


def _guessed(item: Dimension) -> bool:
    return item.dimension in ("place", "period") and item.origin == "context"


def _is_one_figure(a: Claim, b: Claim) -> bool:
    figure = telling_figure(a)
    return bool(figure) and figure == telling_figure(b)


def _is_one_round_figure(a: Claim, b: Claim, value: dict[str, str]) -> bool:
    """24,000 tickets sold, 24,000 tickets sold: one figure of one named thing, or of people in one event."""
    if not key(a) or key(a) != key(b) or intervals.stated_bound(a.quantities[0]) < LARGE:
        return False
    named = value["counted"] == "same" and not counted.is_people(a.counted or "") and a.counted != a.quantities[0].unit
    return value["event"] == "same" or (named and value["event"] == "unknown" and bool(set(a.named) & set(b.named)))


def _is_one_act(value: dict[str, str]) -> bool:
    """One event of one day by one who did it; its place may go under two names."""
    return all(value[name] == "same" for name in ("event", "agent", "period", "incident"))


def _is_one_bound(a: Claim, b: Claim) -> bool:
    one, other = a.quantities[0], b.quantities[0]
    return (
        not (one.vague or other.vague)
        and one.unit == other.unit
        and (one.share is None) == (other.share is None)
        and intervals.stated_bound(one) == intervals.stated_bound(other)
    )
