"""Who leads which state, as far as an article says so: "the Ruritanian president, X", "President X of Ruritania"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factcheck.reading.names.country_names import Name


class Finder(Protocol):
    """What finds names; lookup.Lookup."""

    def at(self, doc: Doc, i: int) -> Name | None: ...
    def country(self, doc: Doc, i: int) -> Name | None: ...


def leaders(blocks: Sequence[Block], finder: Finder) -> dict[str, Entity]:
    """Person's key to the state that the article says the person leads; none where it says two."""
    found: dict[str, Entity | None] = {}
    titles = lexicons.load("places")["titles"]["leading"]
    for block in blocks:
        doc = block.doc
        for i in range(len(doc)):
            two = doc[i].lower_ == "prime" and i + 1 < len(doc) and f"prime {doc[i + 1].lower_}" in titles
            if two or doc[i].lower_ in titles:
                person, state = _titled(doc, i, finder)
                if person and state:
                    found[person.key] = state if found.get(person.key, state) == state else None
    return {key: state for key, state in found.items() if state}


def _titled(doc: Doc, i: int, finder: Finder) -> tuple[Entity | None, Entity | None]:
    """The person and the state on either side of a title at token i."""
    after = i + (2 if doc[i].lower_ not in lexicons.load("places")["titles"]["leading"] else 1)
    state = _state_before(doc, i, finder)
    if after < len(doc) and doc[after].lower_ == "of" and not state:
        start = after + (2 if doc[min(after + 1, len(doc) - 1)].lower_ == "the" else 1)
        name = finder.country(doc, start) if start < len(doc) else None
        state, after = (name.entity, name.last) if name else (None, after)
    if after < len(doc) and doc[after].text == ",":
        after += 1
    person = finder.at(doc, after) if after < len(doc) else None
    if person and person.entity.kind == "person":
        if not state and person.last + 1 < len(doc) and doc[person.last].lower_ == "of":
            name = finder.country(doc, person.last + 1)
            state = name.entity if name else None
        return person.entity, state
    return None, None


def _state_before(doc: Doc, i: int, finder: Finder) -> Entity | None:
    """The country that ends just before token i, past a possessive."""
    end = i - 1 if i and doc[i - 1].text in ("'s", "'") else i
    for first in range(max(0, end - 3), end):
        name = finder.country(doc, first)
        if name and name.last == end:
            return name.entity if name.entity.kind == "country" else None
    return None
