"""Which statements are compared: those that share a key, in blocks that stay small as the corpus grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.model import Claim
from factcheck.pairing import alignment, answers, entities
from factcheck.pairing.restatements import Statement
from factcheck.reading import counted, events
from factcheck.settings import Settings


def blocks(statements: Sequence[Statement], settings: Settings) -> Iterator[tuple[str, list[Statement]]]:
    """(key, statements) for every key that two or more share; a hot key is refined by place and agent first."""
    for key, members in _group(statements, keys).items():
        if len(members) <= settings.block:
            if len(members) > 1:
                yield key, members
            continue
        for finer, some in _group(members, _finer_keys).items():
            if len(some) > 1:
                yield f"{key} {finer}", some[: settings.block]


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[list[tuple[Statement, Statement]], int]:
    """Every pair that shares a block, once, in a fixed order; and how many a full block left out."""
    order = {statement.claim.id: index for index, statement in enumerate(statements)}
    seen: dict[tuple[int, int], tuple[Statement, Statement]] = {}
    for _, members in blocks(statements, settings):
        for a, b in combinations(members, 2):
            first, second = sorted((a, b), key=lambda item: order[item.claim.id])
            seen[order[first.claim.id], order[second.claim.id]] = (first, second)
    for denial, answered in answers.pairs(statements):
        first, second = sorted((denial, answered), key=lambda item: order[item.claim.id])
        seen[order[first.claim.id], order[second.claim.id]] = (first, second)
    wanted = {
        (order[a.claim.id], order[b.claim.id])
        for members in _group(statements, keys).values()
        if len(members) > settings.block
        for a, b in combinations(sorted(members, key=lambda item: order[item.claim.id]), 2)
    }
    return [seen[key] for key in sorted(seen)], len(wanted - seen.keys())


def _group(statements: Sequence[Statement], key_of) -> dict[str, list[Statement]]:  # type: ignore[no-untyped-def]
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for key in key_of(statement):
            found[key].append(statement)
    return found


def keys(statement: Statement) -> list[str]:
    claim = statement.claim
    if claim.kind == "utterance":
        return sorted(f"words {shingle}" for shingle in alignment.shingles(claim.clause))
    return [*_keys(claim), *_charges(claim)]


def _charges(claim: Claim) -> list[str]:
    """A denial meets what is laid at the denier's door, and what he or those who act for him are said to have done."""
    names = {tail for entity in claim.agent.entities for tail in entities.tails(entity)}
    if claim.kind == "denial" or answers.accuses(claim):
        names.update(entities.tail(key) for key in claim.named)
    return [f"charged {name}" for name in sorted(names)]


def _keys(claim: Claim) -> list[str]:
    root = events.ancestors(claim.event.cls)[-1] if claim.event else ""
    if not claim.quantities:
        plain = claim.event is not None and not events.is_listed(claim.event.cls) and claim.quantifier is None
        return [] if not root or (plain and claim.polarity == "positive") else [f"{root} ×"]
    if not claim.counted:
        return []
    kind, unit = counted.ancestors(claim.counted)[-1], claim.quantities[0].unit or ""
    named = claim.event is not None and events.is_listed(claim.event.cls)
    by_event = [f"{root} × {kind} × {unit}", f"{root} ×"] if named else []
    return [*by_event, *([] if counted.is_people(claim.counted) else [f"{counted.classify(claim.counted)} × {unit}"])]


def _finer_keys(statement: Statement) -> list[str]:
    claim = statement.claim
    places = [f"place {key}" for entity in claim.place.entities for key in (entity.key, *entity.within)]
    agents = [f"agent {key}" for entity in claim.agent.entities for key in (entity.key, entity.led_by) if key]
    return sorted(dict.fromkeys([*places, *agents])) or ["nowhere"]
