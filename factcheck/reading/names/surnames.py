"""Persons of one article under one key each: the surname, or the full name where two share it."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Entity
from factcheck.reading.names.candidates import Candidate, surname
from factcheck.reading.names.gazetteer import slug


class Surnames:
    """The persons whom an article names in full, by surname."""

    def __init__(self, candidates: Mapping[str, Candidate]) -> None:
        self._candidates = candidates
        found: dict[str, list[str]] = {}
        for folded, candidate in candidates.items():
            if " " in folded and candidate.kind() == "person":
                found.setdefault(surname(folded), []).append(folded)
        self._full = {
            last: [name for name in full if not any(other.endswith(f" {name}") for other in full)]
            for last, full in found.items()
        }

    def __contains__(self, folded: str) -> bool:
        return folded in self._full

    def person(self, folded: str, surface: str) -> Entity | None:
        """Keyed by surname; by the full name where two persons share it, and then a bare surname is nobody's."""
        last = surname(folded)
        full = self._full.get(last, [] if " " in folded else [folded])
        if len({name.split()[0] for name in full}) > 1:
            return Entity(f"person/{slug(folded)}", surface, "person") if " " in folded else None
        longest = max(full, key=len, default=folded)
        named = self._candidates[longest].surface if longest in self._candidates else longest.title()
        return Entity(f"person/{slug(last)}", named, "person")
