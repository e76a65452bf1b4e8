"""Which statements are compared: those that share a key, in blocks that stay small as the corpus grows.

A checker says by which keys statements meet; `by_matter` is for those that compare what happened and how many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from factcheck.model import Claim
from factcheck.pairing.figures import retold
from factcheck.pairing.restatements import Statement
from factcheck.reading import counted, events
from factcheck.settings import Settings

Keys = Callable[[Claim], Sequence[str]]
Pairs = list[tuple[Statement, Statement]]


def pairs(statements: Sequence[Statement], keys: Keys, settings: Settings) -> tuple[Pairs, int]:
    """Every pair that shares a block, once, in a fixed order; and how many a full block left out."""
    order = {statement.claim.id: index for index, statement in enumerate(statements)}
    groups = _group(statements, keys)

    def numbers(members: Sequence[Statement]) -> Iterator[tuple[int, int]]:
        return combinations(sorted(order[item.claim.id] for item in members), 2)

    seen = {pair for members in _blocks(groups, settings) for pair in numbers(members)}
    full = (members for members in groups.values() if len(members) > settings.block)
    wanted = {pair for members in full for pair in numbers(members)}
    return [(statements[a], statements[b]) for a, b in sorted(seen)], len(wanted - seen)


def beside(
    statements: Sequence[Statement], few: Callable[[Claim], bool], keys: Keys, settings: Settings
) -> tuple[Pairs, int]:
    """Those statements that are `few`, each with every other that shares a key; a full block's rest is counted."""
    order = {statement.claim.id: index for index, statement in enumerate(statements)}
    asking = {index for index, statement in enumerate(statements) if few(statement.claim)}
    seen: set[tuple[int, int]] = set()
    left: set[tuple[int, int]] = set()
    for members in _group(statements, keys).values():
        places = sorted(order[item.claim.id] for item in members)
        met = [(min(a, b), max(a, b)) for a in places if a in asking for b in places if a != b]
        room = settings.block * settings.block
        seen.update(met[:room])
        left.update(met[room:])
    return [(statements[a], statements[b]) for a, b in sorted(seen)], len(left - seen)


def _blocks(groups: dict[str, list[Statement]], settings: Settings) -> Iterator[list[Statement]]:
    """The statements of every key that two or more share; a hot key is refined by place and agent first."""
    for members in groups.values():
        if len(members) <= settings.block:
            yield members
            continue
        yield from (some[: settings.block] for some in _group(members, _finer_keys).values())


def _group(statements: Sequence[Statement], keys: Keys) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for key in keys(statement.claim):
            found[key].append(statement)
    return found


def by_matter(claim: Claim) -> list[str]:
    """What happened, and what is counted: figures by the event, the kind of thing and the unit; others by the event."""
    root = events.ancestors(claim.event.cls)[-1] if claim.event else ""
    if claim.kind != "statement":
        return []
    if not claim.quantities:
        plain = claim.event is not None and not events.is_listed(claim.event.cls) and claim.quantifier is None
        return [] if not root or (plain and claim.polarity == "positive") else [f"{root} ×"]
    if not claim.counted:
        return []
    told = [f"= {figure}"] if (figure := retold.key(claim)) else []
    kind, unit = counted.ancestors(claim.counted)[-1], claim.quantities[0].unit or ""
    named = claim.event is not None and events.is_listed(claim.event.cls)
    by_event = [f"{root} × {kind} × {unit}"] if claim.event is not None else []
    by_event += [f"{root} ×"] if named else []
    return [
        *told,
        *by_event,
        *([] if counted.is_people(claim.counted) else [f"{counted.classify(claim.counted)} × {unit}"]),
    ]


def _finer_keys(claim: Claim) -> list[str]:
    places = [f"place {key}" for entity in claim.place.entities for key in (entity.key, *entity.within)]
    agents = [f"agent {key}" for entity in claim.agent.entities for key in (entity.key, entity.led_by) if key]
    return sorted(dict.fromkeys([*places, *agents])) or ["nowhere"]
