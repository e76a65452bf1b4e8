"""One exact figure in two articles of one story: when it is hardly the same by chance."""

from __future__ import annotations

from factcheck import intervals
from factcheck.model import Claim, Comparability
from factcheck.pairing import comparability

TELLING = 11  # from here on a figure that is not round is hardly told twice by chance
GIVEN = ("asserted", "alleged", "hedged")
_WIDE = ("same", "inside", "contains")


def telling_figure(claim: Claim) -> str:
    """A figure that two articles hardly give by chance: from TELLING on, and not round; empty for any other."""
    quantity = claim.quantities[0]
    bound = intervals.stated_bound(quantity)
    rounded = bound % 5 == 0 and quantity.precision >= bound / 100
    if quantity.vague or bound < TELLING or rounded or bound / quantity.precision < TELLING:
        return ""
    return f"{bound.normalize():f} {quantity.unit or ''}"


def is_told_again(a: Claim, b: Claim, scope: Comparability) -> bool:
    """Two articles give one telling figure of one kind of thing, and nothing sets the two apart.

    Agreement may rest on less than a conflict: what happened, where and when may be told on one side alone.
    """
    value = comparability.values(scope)
    return (
        (_is_one_figure(a, b) or (_is_one_act(value) and _is_one_bound(a, b)))
        and a.passage.source != b.passage.source
        and a.quantities[0].share_of == b.quantities[0].share_of
        and (value["counted"] in _WIDE or (value["counted"] == "overlaps" and value["event"] == "same"))
        and (a.quantities[0].unit is None or value["event"] in _WIDE or bool(set(a.named) & set(b.named)))
        and "different" not in value.values()
        and not comparability.two_causes(a, b)
        and all(claim.certainty in GIVEN and claim.polarity == "positive" for claim in (a, b))
    )


def _is_one_figure(a: Claim, b: Claim) -> bool:
    figure = telling_figure(a)
    return bool(figure) and figure == telling_figure(b)


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
