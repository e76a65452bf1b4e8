"""Persons of one article under one key each: the surname, or the full name where two share it.

"Mike R. Lowe", "Michael Lowe" and "M. Lowe" are one; so is a given name alone that just one person bears.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading.names.candidates import Candidate, surname
from factcheck.reading.names.gazetteer import slug
from factcheck.reading.names.spelling import heard


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
        self._respelt = {last: kept for last in self._full if (kept := self._first_spelling(last)) != last}
        for last, kept in self._respelt.items():
            self._full[kept] = [*self._full[kept], *self._full[last]]
        self._given: dict[str, list[str]] = {}
        for last, full in self._full.items():
            for given in {name.split()[0] for name in full if _are_one(full)}:
                self._given.setdefault(given, []).append(last)

    def __contains__(self, folded: str) -> bool:
        return folded in self._full

    def _first_spelling(self, last: str) -> str:
        """The spelling that the article has first of a romanised surname, where the given names sound alike too."""
        for other, full in self._full.items():
            if other == last:
                return last
            alike = heard(last) and heard(other) == heard(last)
            if alike and all(_sounds(a) == _sounds(b) for a in full for b in self._full[last]):
                return other
        return last

    def person(self, folded: str, surface: str) -> Entity | None:
        """Keyed by surname; by the full name where two persons share it, and then a bare surname is nobody's."""
        last = self._respelt.get(surname(folded), surname(folded))
        borne = self._given.get(folded, []) if folded not in self._full else []
        if len(borne) == 1:
            last = borne[0]
        full = self._full.get(last) or ([] if " " in folded else [folded])
        if not _are_one(full):
            return Entity(f"person/{slug(folded)}", surface, "person") if " " in folded else None
        longest = max(full, key=len, default=folded)
        named = self._candidates[longest].surface if longest in self._candidates else longest.title()
        return Entity(f"person/{slug(last)}", named, "person")


def _sounds(name: str) -> str:
    given = name.split()[0]
    return heard(given) or given


def _are_one(full: Sequence[str]) -> bool:
    """True when all full names with one surname may be one person's."""
    return all(_same_given(full[0], name) for name in full[1:])


def _same_given(a: str, b: str) -> bool:
    """True when the given names of two full names may be one: an initial, a short form, or the same."""
    first, second = sorted((a.split()[0], b.split()[0]), key=len)
    if len(first) < 3 or len(second) < 3:
        return first[0] == second[0]
    if heard(first) and heard(first) == heard(second):
        return True
    return first == second or bool(_forms().get(first, frozenset([first])) & _forms().get(second, frozenset([second])))


@functools.cache
def _forms() -> dict[str, frozenset[str]]:
    """Given name or short form to the given names that it may stand for."""
    found: dict[str, set[str]] = {}
    for name, shorts in lexicons.load("places")["nicknames"].items():
        for form in (name, *shorts):
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}
