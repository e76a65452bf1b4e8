"""Which two utterances may be one: those that no other utterance of the same sources matches better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from factcheck.model import Claim
from factcheck.pairing.restatements import Statement
from factcheck.pairing.utterances import alignment

Pair = tuple[Statement, Statement]
_Place = tuple[str, int, int]


def best(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs without those of two utterances of which each has a better partner in the other's source, or of which
    one stands word for word in another; and of two pairs that tell one thing the one in which more words are the same,
    else the shorter.
    """
    weight: dict[tuple[str, str], float] = {}
    most: dict[tuple[str, str], float] = defaultdict(float)
    for a, b in pairs:
        weight[a.claim.id, b.claim.id] = value = _weight(a.claim, b.claim)
        for own, other in ((a, b), (b, a)):
            key = own.claim.id, other.claim.passage.source
            most[key] = max(most[key], value)
    fit = [
        (a, b)
        for a, b in pairs
        if weight[a.claim.id, b.claim.id]
        >= min(most[a.claim.id, b.claim.passage.source], most[b.claim.id, a.claim.passage.source])
        and not any(
            _differ(a.claim, b.claim)
            and most[own.claim.id, other.claim.passage.source] >= _length(own.claim) > weight[a.claim.id, b.claim.id]
            for own, other in ((a, b), (b, a))
        )
    ]

    def better(other: Pair, pair: Pair) -> bool:
        own, its = (weight[a.claim.id, b.claim.id] for a, b in (pair, other))
        return (its > own and _holds(other, pair)) or (its >= own and _holds(pair, other))

    sides = [_meeting([pair[side].claim for pair in fit]) for side in (0, 1)]
    at: dict[tuple[_Place, _Place], list[Pair]] = defaultdict(list)
    for a, b in fit:
        at[_place(a.claim), _place(b.claim)].append((a, b))

    def beside(pair: Pair) -> Iterator[Pair]:
        first, second = (sides[side][_place(statement.claim)] for side, statement in enumerate(pair))
        return (other for where in product(first, second) for other in at.get(where, ()))

    return [pair for pair in fit if not any(better(other, pair) for other in beside(pair))]


def _place(claim: Claim) -> _Place:
    return claim.passage.source, claim.passage.start, claim.passage.end


def _meeting(claims: Iterable[Claim]) -> dict[_Place, list[_Place]]:
    """The passages that meet each passage of `claims`, itself among them: no other can hold it, or be held by it."""
    found: dict[_Place, list[_Place]] = {}
    open_yet: list[_Place] = []
    for place in sorted({_place(claim) for claim in claims}):
        open_yet = [other for other in open_yet if other[0] == place[0] and other[2] > place[1]]
        found[place] = [place, *open_yet]
        for other in open_yet:
            found[other].append(place)
        open_yet.append(place)
    return found


def _holds(wider: Pair, pair: Pair) -> bool:
    """The utterances of one pair are parts of those of another."""
    inside = [
        x.claim.passage.source == y.claim.passage.source
        and y.claim.passage.start <= x.claim.passage.start
        and x.claim.passage.end <= y.claim.passage.end
        and x.claim.clause in y.claim.clause
        for x, y in zip(pair, wider, strict=True)
    ]
    return all(inside) and any(x.claim.id != y.claim.id for x, y in zip(pair, wider, strict=True))


def _differ(a: Claim, b: Claim) -> bool:
    shared = alignment.align(alignment.words(a.clause), alignment.words(b.clause))
    return shared is not None and bool(shared.differences)


def _length(claim: Claim) -> int:
    return len(alignment.words(claim.clause))


def _weight(a: Claim, b: Claim) -> float:
    """How many words are the same, less those that are not."""
    shared = alignment.align(alignment.words(a.clause), alignment.words(b.clause))
    return shared.same * shared.density if shared is not None else 0.0
