"""Common nouns for kinds of places, and words for their parts by the compass, as the lexicon has them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from factcheck import lexicons
from factcheck.reading.names import gazetteer


@dataclass(frozen=True)
class Noun:
    """A sort of place; `urban`: part of a town; `listed`: marks a place only behind a name that the tables have."""

    sort: str
    kind: str
    urban: bool
    listed: bool

    def marks(self, folded: str) -> bool:
        """True when the noun behind a name makes it a place's name."""
        return not self.listed or folded in gazetteer.regions()


@functools.cache
def nouns() -> dict[str, Noun]:
    """Common noun for a place to what it says of one."""
    return {
        word: Noun(entry["id"], entry["kind"], entry.get("urban", False), entry.get("listed", False))
        for entry in lexicons.entries("places")
        for word in entry["words"]
    }


@functools.cache
def compass() -> dict[str, str]:
    """Word to the part of the compass that it names."""
    return {word: part for part, listed in lexicons.load("places")["compass"].items() for word in listed}
