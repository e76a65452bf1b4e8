"""In which order an editor reads findings of which some are known: what differs, what asks for care, what agrees.

In each of these what is new since an earlier report comes first, then what changed, and what was dismissed last: no
headline is made of it, and the numbers in a brief run on.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Finding

_SINCE = ("new", "changed", "known")
_PARTS = ("tension", "agree")


def ordered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """`findings` in that order; those of equal rank as they were."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, bool, int]:
    part = _PARTS.index(finding.relation) + 1 if finding.relation in _PARTS else 0
    return part, finding.dismissed == "dismissed", _SINCE.index(finding.since or "known")
