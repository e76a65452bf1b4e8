"""Parts that exceed or miss their whole, shares that do not fit their counts, and what adds up.

Why an editor should care: a total that its own parts contradict is wrong in one place or the other, and readers do the
sum. It forgives rounding, "about" and "at least", parts that overlap or that are not said to be all, and totals of more
than one event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import evidence, intervals
from factcheck.model import Claim, Comparability, Evidence, Quantity, Rule
from factcheck.pairing import comparability
from factcheck.pairing.figures import breakdowns, retold
from factcheck.pairing.figures.breakdowns import Breakdown, Proportion
from factcheck.reading import counted, events
from factcheck.settings import Settings

ID = "sums"
ROUGHLY = Decimal(5)  # percentage points by which "a third" or "half" may miss
POINT = Decimal("0.51")  # of the last place in which a percentage is written


def inspect(claims: Sequence[Claim], settings: Settings) -> Iterator[Evidence]:
    """Evidence from the figures of each sentence, and from lists of figures beside the total that stands elsewhere."""
    found: dict[str, Evidence] = {}
    listed: list[tuple[Claim, ...]] = []
    for figures in breakdowns.sentences(claims):
        own = [
            item
            for breakdown in breakdowns.breakdowns(figures)
            for item in _breakdown(breakdown, _goes_on(breakdown, claims))
        ]
        own += [item for proportion in breakdowns.proportions(figures) for item in _proportion(proportion)]
        listed += breakdowns.lists(figures) if not own else ()
        found.update({item.id: item for item in own})
    for parts in listed:
        found.update({item.id: item for item in _elsewhere(parts, claims, settings)})
    yield from found.values()


def _goes_on(breakdown: Breakdown, claims: Sequence[Claim]) -> bool:
    """True if the article tells of further ones: "22 women and 12 men; another nine were children"."""
    return any(
        claim.passage.source == breakdown.whole.passage.source
        and claim.passage.start > breakdown.whole.passage.start
        and bool(claim.quantities)
        and claim.quantities[0].additional
        for claim in claims
    )


def _breakdown(breakdown: Breakdown, goes_on: bool) -> Iterator[Evidence]:
    whole, parts = breakdown.whole, breakdown.parts
    total = _sum(parts)
    wide, sum_ = intervals.rounded(whole.quantities[0], total)
    if intervals.below(wide, sum_):
        yield _make("conflict", "exceed", whole, parts)
    elif breakdown.complete and intervals.below(sum_, wide):
        if not goes_on:
            yield _make("conflict", "miss", whole, parts)
    elif len(parts) > 1 and intervals.meet(wide, sum_) and (breakdown.complete or _is_exact(wide, total)):
        yield _make("agree", "add up to", whole, parts)


def _is_exact(whole: Quantity, total: Quantity) -> bool:
    return whole.low == whole.high == total.low == total.high


def _proportion(proportion: Proportion) -> Iterator[Evidence]:
    part, whole, share = proportion.part.quantities[0], proportion.whole.quantities[0], proportion.share.quantities[0]
    if part.low is None or whole.low is None or whole.high is None or whole.low <= 0:
        return
    slack = ROUGHLY if _is_worded(share) else max(share.precision, Decimal(1)) * POINT
    low = part.low * 100 / whole.high - (0 if _is_bounded(share) else slack)
    high = part.high * 100 / whole.low + (0 if _is_bounded(share) else slack) if part.high is not None else None
    actual = replace(share, low=low, high=high, low_open=False, high_open=False)
    fits = intervals.meet(actual, share)
    scope = Comparability(())
    told = f"{intervals.shown(part)} of {intervals.shown(whole)} is {_percent(part, whole)}"
    given = f"{evidence.who(proportion.share)} gives {intervals.shown(share)}"
    because = evidence.sentence(f"{told}, and {given}" if fits else f"{told}, but {given}")
    rule = Rule("sums.share", "the share fits the counts" if fits else "the share does not fit the counts")
    item = evidence.make(ID, "agree" if fits else "conflict", because, proportion.share, proportion.part, scope, [rule])
    yield replace(item, others=(evidence.side(proportion.whole),))


def _is_worded(share: Quantity) -> bool:
    return share.share is not None and share.share[1] not in (100, 1000, 10000)


def _is_bounded(share: Quantity) -> bool:
    """ "More than half" is not half."""
    return share.low != share.high and not share.approximate


def _percent(part: Quantity, whole: Quantity) -> str:
    value = intervals.stated_bound(part) * 100 / intervals.stated_bound(whole)
    return f"{round(value, 1):f}".removesuffix(".0") + " %"


def _elsewhere(parts: tuple[Claim, ...], claims: Sequence[Claim], settings: Settings) -> Iterator[Evidence]:
    """A list beside the total that another sentence, or another article, gives: told where both are the same sum."""
    total = _sum(parts)
    if total.low != total.high or (total.low or 0) < retold.TELLING:
        return
    for whole in claims:
        if whole.sentence == parts[0].sentence and whole.passage.source == parts[0].passage.source:
            continue
        if not _may_be_total(whole, parts, total):
            continue
        scopes = [comparability.compare(whole, part, settings) for part in parts]
        values = [comparability.values(scope) for scope in scopes]
        if any("different" in (value["agent"], value["place"], value["period"]) for value in values):
            continue
        if any(value["event"] not in ("same", "contains") for value in values):
            continue
        yield _make("agree", "add up to", whole, parts)


def _may_be_total(whole: Claim, parts: tuple[Claim, ...], total: Quantity) -> bool:
    return (
        whole.kind == "statement"
        and bool(whole.quantities)
        and whole.event is not None
        and events.is_listed(whole.event.cls)
        and _is_rounded_to(whole.quantities[0], total)
        and whole.quantities[0].unit == total.unit
        and whole.quantities[0].share is None
        and all(
            counted.relation(whole.counted or "", part.counted or "") in ("same", "contains", "overlaps")
            for part in parts
        )
    )


def _is_rounded_to(whole: Quantity, total: Quantity) -> bool:
    """True for the sum itself, or a round number next to it."""
    exact = intervals.stated_bound(total)
    return abs(intervals.stated_bound(whole) - exact) <= min((whole.precision - 1) / 2, exact / 20)


def _sum(parts: Sequence[Claim]) -> Quantity:
    """The amount that the parts come to; open above if one of them is."""
    amounts = [part.quantities[0] for part in parts]
    highs = [amount.high for amount in amounts]
    return replace(
        amounts[0],
        low=sum((amount.low or Decimal(0) for amount in amounts), Decimal(0)),
        high=None if None in highs else sum((high for high in highs if high is not None), Decimal(0)),
        low_open=any(amount.low_open and amount.low for amount in amounts),
        high_open=any(amount.high_open for amount in amounts),
        approximate=any(amount.approximate for amount in amounts),
        precision=max(amount.precision for amount in amounts),
    )


def _make(relation: str, verb: str, whole: Claim, parts: Sequence[Claim]) -> Evidence:
    figures = " and ".join(_shown(part) for part in parts)
    if len(parts) == 1:
        because = f"{figures} {verb} the whole that they are part of, {_shown(whole)}"
    elif relation == "agree":
        because = f"{figures} {verb} {_shown(whole)}"
    else:
        because = f"{figures} come to {intervals.shown(_sum(parts))}, and {verb} their whole, {_shown(whole)}"
    rule = Rule(f"sums.{verb.replace(' ', '-')}", f"the parts {verb} the whole")
    scope = Comparability(())
    item = evidence.make(ID, relation, evidence.sentence(because), whole, parts[0], scope, [rule])
    return replace(item, others=tuple(evidence.side(part) for part in parts[1:]))


def _shown(claim: Claim) -> str:
    shown = intervals.shown(claim.quantities[0])
    words = claim.counted_words.split(" (")[0]
    return shown if words in shown or claim.counted == claim.quantities[0].unit else f"{shown} {words}"
