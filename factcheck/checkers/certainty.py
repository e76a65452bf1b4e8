"""Flat in the headline or in one source, and bounded, hedged or alleged in the body or in another.

Why an editor should care: a headline that says 40 where the text says at least 40, or that says as fact what the text
calls alleged, is what most readers take away. It forgives a headline that the body says as flatly anywhere, the
running toll of a day, which every headline shortens, who a thing is credited to, rounding and "about", and a hedge
about another event, doer, day or place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck import evidence, intervals, titles
from factcheck.model import Claim, Comparability, Evidence, Quantity, Rule
from factcheck.pairing import comparability, index, propositions
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

ID = "certainty"
FIRM = 3  # strength of a tie from which on two claims are taken to be about one event
_UNSURE = ("hedged", "alleged")


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """A headline with the body's count that it shortens, and flat statements with those less sure of one event."""
    met, left = index.pairs([item for item in statements if _is_told(item.claim)], propositions.keys, settings)
    plain = [(a, b) for a, b in met if not (a.claim.quantities or b.claim.quantities)]
    found = [pair for pair in plain if _flat_and_unsure(pair[0].claim, pair[1].claim)]
    return [*_shortened(statements), *found], left


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence of a tension where one claim is surer than the other."""
    del settings
    reason = _bound(a, b) if a.quantities and b.quantities and _drops_bound(a, b) else _surer(a, b, scope)
    if reason is not None:
        kept = tuple(
            replace(item, value="same") if item.dimension == "event" else item
            for item in scope.dimensions
            if item.dimension == "event"
            or (item.dimension in ("agent", "place", "period") and item.value not in ("unknown", "different"))
        )
        yield evidence.make(ID, "tension", _because(a, b), a, b, Comparability(kept), [reason])


def _shortened(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each headline's count with the body's, where the body gives that figure nowhere without a bound."""
    for statement in statements:
        heads = [claim for claim in statement.told if claim.headline]
        body = [claim for claim in statement.told if not claim.headline]
        dropped = heads and body and _is_settled(heads[0]) and all(_drops_bound(heads[0], claim) for claim in body)
        if dropped and not any(_says_flatly(item, heads[0]) for item in statements):
            yield Statement(heads[0]), replace(statement, claim=body[0], also=())


def _says_flatly(statement: Statement, head: Claim) -> bool:
    """The body gives the headline's figure without a bound in another place, or in another's mouth."""
    return any(
        claim.passage.source == head.passage.source
        and not claim.headline
        and claim.counted == head.counted
        and any(item.low == item.high == head.quantities[0].low for item in claim.quantities)
        for claim in (statement.told or (statement.claim,))
    )


def _is_settled(head: Claim) -> bool:
    """A total, or somebody's count: not the toll of a day that goes on."""
    return head.extent == "total" or head.holder is not None


def _drops_bound(head: Claim, body: Claim) -> bool:
    flat, bounded = head.quantities[0], body.quantities[0]
    return head.headline and not body.headline and flat.low == flat.high is not None and _is_bounded(bounded)


def _is_bounded(quantity: Quantity) -> bool:
    """At least, more than, up to: the figure is an end and not the count."""
    return not quantity.vague and not quantity.approximate and (quantity.high is None or quantity.low_open)


def _bound(head: Claim, body: Claim) -> Rule:
    told = intervals.shown(body.quantities[0])
    return Rule("certainty.headline-bound", f"the headline drops the bound of the body: {told}")


def _is_told(claim: Claim) -> bool:
    return (
        claim.kind == "statement"
        and claim.confidence == "high"
        and claim.certainty in ("asserted", *_UNSURE)
        and not propositions.is_asked(claim)
    )


def _flat_and_unsure(a: Claim, b: Claim) -> bool:
    """One in the source's own voice as fact, the other of another source or under the headline, and less sure."""
    for flat, unsure in ((a, b), (b, a)):
        if flat.certainty == "asserted" and flat.holder is None and unsure.certainty in _UNSURE:
            across = flat.passage.source != unsure.passage.source
            return (across or flat.headline) and flat.polarity == unsure.polarity
    return False


def _surer(a: Claim, b: Claim, scope: Comparability) -> Rule | None:
    if not _flat_and_unsure(a, b) or "different" in comparability.values(scope).values():
        return None
    tie = propositions.tie(a, b, scope)
    if tie is None or tie.event != "same" or tie.open or tie.strength < FIRM:
        return None
    return Rule("certainty.surer", f"the same in both: {', '.join((*tie.same, *tie.words))}")


def _because(a: Claim, b: Claim) -> str:
    if a.headline and a.quantities and b.quantities:
        return evidence.sentence(
            f"The headline “{evidence.cut(a.clause)}” of {a.outlet} gives as the count what its text gives as a bound: "
            f"{intervals.shown(b.quantities[0])}, according to {evidence.who(b)}"
        )
    flat, unsure = (b, a) if a.certainty in _UNSURE else (a, b)
    where = "the headline of " if flat.headline else ""
    return evidence.sentence(
        f"{titles.quoted(flat)}, according to {where}{evidence.who(flat)}, while it is less certain in "
        f"{titles.quoted(unsure)}, according to {evidence.who(unsure)}"
    )
