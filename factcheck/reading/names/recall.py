"""What calls back a body named elsewhere in the article, where it is single: "the coalition", "the agency"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.model import Entity
from factcheck.reading.names import gazetteer, institutions
from factcheck.reading.names.gazetteer import fold
from factcheck.reading.names.lookup import Found
from factcheck.reading.names.name_spans import titles
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Recall:
    """Finds the mentions that only the rest of one article explains."""

    def __init__(self, blocks: Sequence[Block], mentions: Sequence[Sequence[Found]]) -> None:
        self._seen = list(dict.fromkeys(entity for found in mentions for entity, _, _ in found))
        self._led = {
            block.doc[end - 1].lower_
            for block, found in zip(blocks, mentions, strict=True)
            for entity, _, end in found
            if entity.kind == "coalition"
        } & institutions.words("coalition", "groups")

    def add(self, block: Block, found: list[Found]) -> list[Found]:
        """The mentions with those added that call back the one body of their kind ("the coalition", "the agency")."""
        doc, covered = block.doc, {n for _, i, j in found for n in range(i, j)}
        added = list(found)
        for i in range(len(doc)):
            if i not in covered and (entity := self._called(doc, i, covered)):
                last = institutions.head_at(doc, i)
                end = last[1] if last and entity.kind in ("force", "government") else i + 1
                if not covered & set(range(i, end)):
                    added.append((entity, i, end))
                    covered |= set(range(i, end))
        return sorted(added, key=lambda item: item[1])

    def _called(self, doc: Doc, i: int, covered: set[int]) -> Entity | None:
        word = doc[i].lower_
        definite = i > 0 and doc[i - 1].lower_ == "the"
        if word in institutions.words("coalition", "nouns") or (definite and word in self._led):
            return self._only([entity for entity in self._seen if entity.kind == "coalition"])
        found = institutions.head_at(doc, i)
        longer = doc[i].text[0].isupper() and i + 1 < len(doc) and doc[i + 1].text[0].isupper()
        if longer:
            return None  # "Government Reform", "Council House": a name of its own
        if found and found[0].kind in ("government", "force") and (definite or found[0].part == "government"):
            return self._state_body(doc, i, found[0], definite)
        if definite and word in institutions.words("callback") and (i + 1 >= len(doc) or doc[i + 1].lower_ != "of"):
            bodies = [
                e
                for e in self._seen
                if e.kind in ("organisation", "government", "force", "group") and word in fold(e.name).split()
            ]
            return self._only(bodies)
        return None

    def _state_body(self, doc: Doc, i: int, head: institutions.Head, definite: bool) -> Entity | None:
        """The government or force of the one state whose government or force the article names."""
        modifier = i > 0 and doc[i - 1].dep_ in ("amod", "compound") and doc[i - 1].head.i == i and not definite
        if modifier:
            return None
        bodies = [entity for entity in self._seen if entity.key.endswith(f"/{head.part}")]
        persons = all(entity.key.startswith("person/") for entity in bodies)
        if bodies:
            # "The government" need not be that of "the Lowe administration"; "the administration" is.
            return self._only(bodies) if not persons or doc[i].lower_ in titles("owned") else None
        # No body of that name: the arm of the one state of which the article names any body.
        states = {e.key.split("/")[0] for e in self._seen if e.kind in ("government", "force") and e.key[2:3] == "/"}
        others = any(e.kind == "government" and e.key.startswith("person/") for e in self._seen)
        return institutions.part_of(gazetteer.by_key()[states.pop()], head) if len(states) == 1 and not others else None

    def _only(self, entities: list[Entity]) -> Entity | None:
        keys = {entity.key for entity in entities}
        return entities[0] if len(keys) == 1 else None
