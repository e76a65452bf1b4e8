"""A figure that a source repeats is one claim with several passages: what one place leaves open another may say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck import intervals
from factcheck.model import Claim, Facet, Passage
from factcheck.pairing import comparability
from factcheck.reading import counted, events


@dataclass(frozen=True)
class Statement:
    """A claim and the other passages of its source that say the same; unknown dimensions are filled from those.

    `told`: the claims as each passage makes them, where there are several.
    """

    claim: Claim
    also: tuple[Passage, ...] = ()
    told: tuple[Claim, ...] = ()


def gather(claims: Sequence[Claim]) -> tuple[Statement, ...]:
    """Statements in the order of their leading claims."""
    by_key: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_key[_key(claim)].append(claim)
    found: list[Statement] = []
    for alike in by_key.values():
        if len(alike) == 1:
            found.append(_merge(alike))
            continue
        # A group and one of each kind in it: a text of a thousand equal lines is compared with one of them.
        groups: list[tuple[list[Claim], dict[tuple[object, ...], Claim]]] = []
        for claim in alike:
            home = next((home for home in groups if all(_repeats(claim, other) for other in home[1].values())), None)
            if home is None:
                home = [], {}
                groups.append(home)
            home[0].append(claim)
            home[1].setdefault(_compared(claim), claim)
        found.extend(_merge(group) for group, _ in groups)
    order = {claim.id: index for index, claim in enumerate(claims)}
    return tuple(sorted(found, key=lambda statement: order[statement.claim.id]))


def _key(claim: Claim) -> tuple[str, str, str]:
    if not claim.quantities or claim.event is None:
        return claim.passage.source, claim.id, ""
    bound = intervals.stated_bound(claim.quantities[0])
    return claim.passage.source, claim.event.cls, f"{bound.normalize():f} {claim.quantities[0].unit}"


def _compared(claim: Claim) -> tuple[object, ...]:
    """All of a claim that `_repeats` looks at."""
    return (
        claim.counted,
        claim.extent,
        claim.holder,
        claim.quantities and _bounds(claim),
        claim.agent,
        claim.place,
        claim.period,
        claim.period_how,
        claim.published,
        claim.clause,
    )


def _repeats(a: Claim, b: Claim) -> bool:
    if a.counted is None or b.counted is None or counted.relation(a.counted, b.counted) == "different":
        return False
    if (a.extent == "additional") != (b.extent == "additional"):
        return False
    if a.holder is not None and b.holder is not None and a.holder != b.holder and _bounds(a) != _bounds(b):
        return False  # "at least 40" of one and "40" of another are two statements
    return not comparability.apart(a, b)


def _bounds(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantities[0]
    return quantity.low, quantity.high, quantity.low_open, quantity.high_open


def _merge(group: list[Claim]) -> Statement:
    best = max(group, key=lambda claim: (not claim.headline, _known(claim), -claim.passage.start))
    filled = best
    for other in group:
        voice = other if filled.holder is None and other.holder is not None else filled
        filled = replace(
            filled,
            agent=_fill(filled.agent, other.agent),
            place=_fill(filled.place, other.place),
            period=filled.period or other.period,
            period_how=filled.period_how if filled.period else ("context" if other.period else "unknown"),
            extent=other.extent if filled.extent == "unknown" else filled.extent,
            lead=filled.lead or other.lead,
            holder=voice.holder,
            relayed_by=voice.relayed_by,
            cue=voice.cue,
            mode=voice.mode,
        )
    return Statement(
        filled,
        tuple(claim.passage for claim in group if claim is not best),
        tuple(group) if len(group) > 1 else (),
    )


def _fill(own: Facet, other: Facet) -> Facet:
    if own.how == "stated" or not other.entities or (own.entities and other.how != "stated"):
        return own
    return Facet(other.entities, other.words, "context")


def _known(claim: Claim) -> int:
    how = {"stated": 2, "context": 1}
    return sum(how.get(value, 0) for value in (claim.agent.how, claim.place.how, claim.period_how)) + len(
        events.ancestors(claim.counted or "")
    )
