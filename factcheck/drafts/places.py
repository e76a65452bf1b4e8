"""Where and when the archive printed something, as a comment names it: post.txt:3, 5 May 2031."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from factcheck import evidence
from factcheck.model import Claim, Side, Source


def order(claim: Claim) -> tuple[date, str, int]:
    """By day, undated last, and by where in which article."""
    return claim.published or date.max, claim.passage.source, claim.passage.start


class Places:
    """The articles of an archive by their ids."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.id: source for source in sources}

    def told(self, claim: Claim) -> str:
        """The file and line of a claim and the day of its article."""
        return self._named(claim.passage.source, claim.passage.line)

    def of(self, side: Side) -> str:
        """The file and line of a side and the day of its article."""
        return self._named(side.source, side.line)

    def _named(self, name: str, line: int) -> str:
        source = self._sources[name]
        day = evidence.day(source.published) if source.published else "day not known"
        return f"{source.path}:{line}, {day}"
