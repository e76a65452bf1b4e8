"""Figures that a source itself tells apart: where one article has both, in one voice, they are two counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck import intervals
from factcheck.model import Claim
from factcheck.pairing.restatements import Statement
from factcheck.reading import counted, events


class Counterparts:
    """For a claim of one source, the claims of another that give the same figure of the same kind."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._by_figure: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        for statement in statements:
            claim = statement.claim
            if claim.quantities and claim.event is not None:
                self._by_figure[_key(claim, claim.passage.source)].append(claim)

    def told_apart(self, a: Claim, b: Claim) -> bool:
        """True if the source of one side gives the other side's figure as well, in the same voice and as another
        count.
        """
        return self._has_both(a, b) or self._has_both(b, a)

    def _has_both(self, a: Claim, b: Claim) -> bool:
        if not a.quantities or a.event is None or not b.quantities or a.passage.source == b.passage.source:
            return False
        return any(
            other.id != b.id
            and other.holder == b.holder
            and other.counted is not None
            and a.counted is not None
            and counted.relation(other.counted, a.counted) in ("same", "inside", "contains")
            for other in self._by_figure.get(_key(a, b.passage.source), ())
        ) and intervals.stated_bound(a.quantities[0]) != intervals.stated_bound(b.quantities[0])


def _key(claim: Claim, source: str) -> tuple[str, str, str]:
    assert claim.event is not None
    bound = intervals.stated_bound(claim.quantities[0])
    return source, events.ancestors(claim.event.cls)[-1], f"{bound.normalize():f} {claim.quantities[0].unit or ''}"
