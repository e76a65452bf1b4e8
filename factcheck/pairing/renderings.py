"""Which two utterances may be one: those that no other utterance of the same sources matches better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck.model import Claim
from factcheck.pairing import alignment
from factcheck.pairing.restatements import Statement


def best(pairs: Sequence[tuple[Statement, Statement]]) -> list[tuple[Statement, Statement]]:
    """The pairs without those of two utterances of which each has a better partner in the other's source."""
    weight: dict[tuple[str, str], float] = {}
    most: dict[tuple[str, str], float] = defaultdict(float)
    for a, b in pairs:
        weight[a.claim.id, b.claim.id] = value = _weight(a.claim, b.claim)
        for own, other in ((a, b), (b, a)):
            key = own.claim.id, other.claim.passage.source
            most[key] = max(most[key], value)
    return [
        (a, b)
        for a, b in pairs
        if weight[a.claim.id, b.claim.id]
        >= min(most[a.claim.id, b.claim.passage.source], most[b.claim.id, a.claim.passage.source])
    ]


def _weight(a: Claim, b: Claim) -> float:
    """How many words are the same, less those that are not."""
    shared = alignment.align(alignment.words(a.clause), alignment.words(b.clause))
    return shared.same * shared.density if shared is not None else 0.0
