"""Phrases that make one entity of a name and the words around it: forces, governments, coalitions, parts of places."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading.names import gazetteer, institutions
from factcheck.reading.names.coalitions import led
from factcheck.reading.names.country_names import Name
from factcheck.reading.names.lookup import Found, Lookup
from factcheck.reading.names.metonymy import stands_for
from factcheck.reading.names.place_phrases import noun_of, side, with_noun
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Phrases:
    """Finds the mentions of one article, first by what stands there, then by what the rest of it says."""

    def __init__(self, lookup: Lookup, blocks: Sequence[Block]) -> None:
        self._lookup = lookup
        # "The X coalition" is X's only where the article also says "X-led".
        led_by = (led(block.doc, i, lookup) for block in blocks for i in range(len(block.doc)))
        self._leaders = {found[0].led_by for found in led_by if found}

    def find(self, block: Block) -> list[Found]:
        """The mentions of a block that name something by themselves."""
        found: list[Found] = []
        doc, i = block.doc, 0
        while i < len(doc):
            mention = self._at(doc, i)
            if mention:
                found.append(mention)
            i = mention[2] if mention else i + 1
        return found

    def _at(self, doc: Doc, i: int) -> Found | None:
        sure = side(doc, i, self._lookup) or noun_of(doc, i, self._lookup) or self._body_of(doc, i)
        if sure:
            return sure
        name = self._lookup.at(doc, i)
        whole = (stands_for(doc, i, name), i, name.last) if name else None
        options = (self._compound(doc, i, name), whole, with_noun(doc, i, self._lookup))
        return max((option for option in options if option), key=lambda option: option[2], default=None)

    def _body_of(self, doc: Doc, i: int) -> Found | None:
        """A noun for a body at token i with its state behind it: "the Ministry of Y of X"."""
        head = institutions.heads().get((doc[i].lower_,))
        if head is None or head.kind not in ("government", "force") or i + 2 >= len(doc) or doc[i + 1].lower_ != "of":
            return None
        start = i + (3 if doc[i + 2].lower_ == "the" else 2)
        name = self._lookup.country(doc, start) if start < len(doc) else None
        if name and not name.adjective and name.entity.kind == "country":
            return institutions.part_of(name.entity, head), i, name.last
        return None

    def _compound(self, doc: Doc, i: int, name: Name | None) -> Found | None:
        """A name and what follows it: "X-led coalition", "X's army", "the X foreign ministry"."""
        coalition = led(doc, i, self._lookup)
        paired = i > 1 and doc[i - 1].text == "-" and name is not None and name.entity.kind == "person"
        if coalition or not name or paired:  # "the Lowe-Barros government" is not that of Barros
            return coalition
        if name.entity.kind in ("organisation", "group"):
            name = self._lookup.country(doc, i) or name  # "the Nowhere Army" is an arm of Nowhere first
        j = name.last + (1 if name.last < len(doc) and doc[name.last].text in ("'s", "'") else 0)
        for start in self._starts(doc, j):
            head = institutions.head_at(doc, start)
            base = self._base(name, head[0] if head else None)
            if base is None:
                return None
            coalitions = institutions.words("coalition", "nouns")
            if base.key in self._leaders and start < len(doc) and doc[start].lower_ in coalitions:
                return institutions.led(base), i, start + 1
            if head and self._fits(base, head[0]):
                return institutions.part_of(base, head[0]), i, head[1]
        return None

    def _base(self, name: Name, head: institutions.Head | None) -> Entity | None:
        entity = name.entity
        if name.capital and entity.key[:2] in gazetteer.capitals().values() and ":" in entity.key:
            state = gazetteer.by_key()[entity.key[:2]]
            return entity if head and head.part == "police" else state
        if entity.kind == "person":
            return self._lookup.states.get(entity.key, entity)
        return entity if entity.kind in ("country", "region", "place") else None

    def _fits(self, base: Entity, head: institutions.Head) -> bool:
        if base.kind == "country" or (base.kind == "region" and base.key in _nations()):
            return True
        if base.kind == "person":
            return head.part == "government"
        return head.part in ("police", "government", "parliament")

    def _starts(self, doc: Doc, j: int) -> list[int]:
        """Where a head noun may begin: at once, or after one or two adjectives."""
        found = [j]
        while j < len(doc) and len(found) < 3 and doc[j].pos_ == "ADJ" and doc[j].text.islower():
            j += 1
            found.append(j)
        return found


@functools.cache
def _nations() -> frozenset[str]:
    return frozenset(lexicons.load("places")["nationalities"])
