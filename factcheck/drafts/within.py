"""What a draft is at odds with itself about: its headline's figure and its text's, one count given twice, a weekday.

The checkers leave these aside where they compare what was printed: an article may give two counts of what looks alike.
An unpublished story can still be mended, so its author is asked, never more than "take care".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck import evidence, intervals, lexicons
from factcheck.checkers import dates, figures
from factcheck.model import NOT_STATED, Claim, Comparability, Evidence, Rule
from factcheck.pairing import comparability
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

_NEAR = 31  # days between a story and a date without a year that it tells of
_APART = ("part", "additional")
_SET_BESIDE = {"contrast", "growth", "grown", "rival"}
_WORD = re.compile(r"\w+")


def found(statements: Sequence[Statement], told: Sequence[Evidence], settings: Settings) -> list[tuple[str, Evidence]]:
    """(checker, evidence) within one story, beside `told`, what the checkers found: no pair of claims twice."""
    known = {frozenset((item.a.claim, item.b.claim)) for item in told}
    claims = [item.claim for item in statements]
    counts = [claim for claim in claims if _is_count(claim)]
    every = [("figures", item) for item in (*_headline(counts, settings), *_twice(counts, settings))]
    every += [("dates", item) for item in _weekdays(claims)]
    return [(name, item) for name, item in every if frozenset((item.a.claim, item.b.claim)) not in known]


def _is_count(claim: Claim) -> bool:
    """A count of its own, vouched for: no share, part or further count, and not set beside another by the sentence."""
    if not claim.quantities or claim.counted is None or claim.kind != "statement" or claim.confidence != "high":
        return False
    quantity = claim.quantities[0]
    return (
        quantity.share is None
        and not (quantity.part or quantity.additional or quantity.vague)
        and claim.extent not in _APART
        and not set(claim.notes) & _SET_BESIDE
        and claim.polarity == "positive"
        and claim.certainty in ("asserted", "hedged", "alleged")
    )


def _headline(counts: Sequence[Claim], settings: Settings) -> Iterator[Evidence]:
    """A headline's figure of which the text has the count and in no place the figure."""
    body = [claim for claim in counts if not claim.headline]
    for head in (claim for claim in counts if claim.headline):
        scopes = [(other, comparability.compare(head, other, settings)) for other in body]
        alike = [(other, scope) for other, scope in scopes if _may_be_one(scope)]
        if alike and not any(_meets(head, other) for other, _ in alike):
            other, scope = alike[0]
            because = f"the headline has {figures.figure(head)}, and the text {figures.figure(other)}"
            rule = Rule("draft.headline", "no figure of the text is that of the headline")
            yield evidence.make("figures", "tension", evidence.sentence(because), head, other, _known(scope), [rule])


def _twice(counts: Sequence[Claim], settings: Settings) -> Iterator[Evidence]:
    """One count of one holder, given with two figures that do not meet."""
    for a, b in combinations([claim for claim in counts if not claim.headline], 2):
        if a.holder != b.holder or a.sentence == b.sentence or _meets(a, b):
            continue
        scope = comparability.compare(a, b, settings)
        if _is_one(scope):
            because = (
                f"the story gives {figures.figure(a)} (line {a.passage.line}) and {figures.figure(b)} "
                f"(line {b.passage.line}), both according to {evidence.who(a)}"
            )
            rule = Rule("draft.given-twice", "one count of one holder, with two figures")
            yield evidence.make("figures", "tension", evidence.sentence(because), a, b, _known(scope), [rule])


def _meets(a: Claim, b: Claim) -> bool:
    return intervals.meet(*intervals.rounded(a.quantities[0], b.quantities[0]))


def _may_be_one(scope: Comparability) -> bool:
    """The same thing counted of one kind of event; what a headline leaves out may be the same."""
    value = comparability.values(scope)
    if value["event"] not in ("same", "inside", "contains") or value["counted"] not in ("same", "inside", "contains"):
        return False
    return "different" not in value.values()


def _is_one(scope: Comparability) -> bool:
    """One kind of thing counted of one incident, and nothing that both tell and that nothing ties."""
    value = comparability.values(scope)
    if "different" in value.values() or not value["event"] == value["counted"] == value["incident"] == "same":
        return False
    told = [item for item in scope.dimensions if item.dimension in ("agent", "place", "period")]
    return all(item.value == "same" or NOT_STATED in (item.a, item.b) for item in told)


def _known(scope: Comparability) -> Comparability:
    """What is told alike of both: what one place of a story leaves open its author knows."""
    return Comparability(tuple(item for item in scope.dimensions if not evidence.is_open(item)))


def _weekdays(claims: Sequence[Claim]) -> Iterator[Evidence]:
    """A date without a year beside the story's own day, with a weekday that it has in another year alone."""
    seen = set()
    for claim in claims:
        period = claim.period
        if period is None or period.first is None or period.first != period.last or claim.published is None:
            continue
        words = {word.casefold() for word in _WORD.findall(period.text)}
        named = words & {name.casefold() for name in lexicons.load("periods")["class"]["weekday"]["words"]}
        if len(named) != 1 or claim.period_how != "stated" or dates.has_year(period) or period.text in seen:
            continue
        if abs((claim.published - period.first).days) <= _NEAR or not any(word.isdigit() for word in words):
            continue
        near = [period.first.replace(year=claim.published.year + more) for more in (-1, 0, 1) if _exists(claim, more)]
        meant = min(near, key=lambda day: abs((claim.published - day).days))  # type: ignore[operator]
        if abs((claim.published - meant).days) <= _NEAR:
            seen.add(period.text)
            because = f"the story has “{period.text}”, but {evidence.day(meant)} is a {meant:%A}"
            rule = Rule("draft.weekday", "the weekday is not that of the date next to the story’s own day")
            yield evidence.make("dates", "tension", evidence.sentence(because), claim, claim, Comparability(()), [rule])


def _exists(claim: Claim, more: int) -> bool:
    """False for 29 February of a year that has none."""
    assert claim.period is not None
    assert claim.period.first is not None
    assert claim.published is not None
    day, year = claim.period.first, claim.published.year + more
    return (day.month, day.day) != (2, 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
