"""Phrases that make one entity of a name and the words around it: forces, governments, coalitions, parts of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading import gazetteer, institutions
from factcheck.reading.gazetteer import fold
from factcheck.reading.kinds import compass, nouns
from factcheck.reading.lookup import Lookup, Name
from factcheck.reading.parse import Block
from factcheck.reading.places import part, surroundings
from factcheck.reading.spelling import runs, starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

Found = tuple[Entity, int, int]
_NATIONAL = ("country", "region")


class Phrases:
    """Finds the mentions of one article, first by what stands there, then by what the rest of it says."""

    def __init__(self, lookup: Lookup, blocks: Sequence[Block]) -> None:
        self._lookup = lookup
        # "The X coalition" is X's only where the article also says "X-led".
        led = (self._led(block.doc, i) for block in blocks for i in range(len(block.doc)))
        self._leaders = {found[0].led_by for found in led if found}

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
        if (side := self._side(doc, i)) or (side := self._named_kind(doc, i)):
            return side
        name = self._lookup.at(doc, i)
        whole = (self._standing(doc, i, name), i, name.last) if name else None
        options = [option for option in (self._compound(doc, i, name), whole, self._place(doc, i)) if option]
        return max(options, key=lambda option: option[2]) if options else None

    def _side(self, doc: Doc, i: int) -> Found | None:
        """A part of a place by the compass: "northern X", "western X countryside"."""
        width = 3 if i + 2 < len(doc) and doc[i + 1].text == "-" else 1
        side = compass().get(doc[i : i + width].text.lower())
        if not side or i + width >= len(doc) or (self._lookup.at(doc, i) and doc[i].text[0].isupper()):
            return None
        inner = self._place(doc, i + width)
        name = self._lookup.at(doc, i + width)
        if inner is None or (inner[0].kind == "place" and name):  # the east of X, not of the school in X
            if name is None or name.adjective or name.entity.kind not in ("country", "region", "place"):
                return None
            inner = (name.entity, i + width, name.last)
        # "eastern X's capital": what follows is more than the part itself, but the part is what is named.
        return part(inner[0], side), i, inner[2]

    def _place(self, doc: Doc, i: int) -> Found | None:
        """A name with the noun of its kind behind it: "X province", "X district", "X road"."""
        if not starts(doc, i):
            return None
        for last, text, folded in runs(doc, i):
            found = self._with_noun(doc, i, last, text, folded)
            if found:
                return found
        return None

    def _with_noun(self, doc: Doc, i: int, last: int, text: str, folded: str) -> Found | None:
        noun = nouns().get(doc[last].lower_) if last < len(doc) else None
        name = self._lookup.at(doc, i)
        if noun and last + 1 < len(doc) and doc[last + 1].lower_ == "of":
            return None  # "the X city of Y" names Y
        if (
            not noun
            or last - i > 4
            or (name and (name.last != last or name.adjective or name.entity.kind not in ("place", "region")))
        ):
            return None
        if name is None and (doc[i].is_sent_start or doc[i].pos_ != "PROPN" or doc[i].ent_type_ == "NORP"):
            return None
        sort, word = noun.sort, doc[last].lower_
        if not noun.marks(folded):
            return None
        if sort == "region":
            return self._lookup.region(folded, text), i, last + 1
        place = name.entity if name else self._lookup.place(folded, text)
        if sort == "surroundings":
            return surroundings(place), i, last + 1
        if sort in ("site", "landmark"):
            within = (place.key, *place.within) if name and ":" in place.key else place.within
            return (
                Entity(f"place/{gazetteer.slug(text)}-{word}", f"{text} {doc[last].text}", "place", within),
                i,
                last + 1,
            )
        return place, i, last + 1

    def _named_kind(self, doc: Doc, i: int) -> Found | None:
        """A noun of kind with its name behind it ("the village of X"), or of a body ("the Ministry of Y of X")."""
        if i + 2 >= len(doc) or doc[i + 1].lower_ != "of":
            return None
        noun = nouns().get(doc[i].lower_)
        if noun:
            first = next(iter(runs(doc, i + 2)), None) if starts(doc, i + 2) else None
            name = self._lookup.at(doc, i + 2)
            if noun.sort == "surroundings" and name and name.entity.kind == "place":
                return surroundings(name.entity), i, name.last
            if noun.sort == "region" and name and name.entity.kind == "place":
                text = doc[i + 2 : name.last].text
                return self._lookup.region(fold(text), text), i, name.last
            if name and name.entity.kind in ("place", "region"):
                return name.entity, i, name.last
            if first and not name and noun.sort in ("settlement", "quarter"):
                return self._lookup.place(first[2], first[1]), i, first[0]
        head = institutions.heads().get((doc[i].lower_,))
        if head and head.kind in ("government", "force"):
            start = i + (3 if doc[i + 2].lower_ == "the" else 2)
            name = self._lookup.country(doc, start) if start < len(doc) else None
            if name and not name.adjective and name.entity.kind == "country":
                return institutions.part_of(name.entity, head), i, name.last
        return None

    def _compound(self, doc: Doc, i: int, name: Name | None) -> Found | None:
        """A name and what follows it: "X-led coalition", "X's army", "the X foreign ministry"."""
        led = self._led(doc, i)
        if led or not name:
            return led
        if name.entity.kind in ("organisation", "group"):
            name = self._lookup.country(doc, i) or name  # "the Nowhere Army" is an arm of Nowhere first
        j = name.last + (1 if name.last < len(doc) and doc[name.last].text in ("'s", "'") else 0)
        for start in self._starts(doc, j):
            head = institutions.head_at(doc, start)
            base = self._base(name, head[0] if head else None)
            if base is None:
                return None
            if (
                base.key in self._leaders
                and start < len(doc)
                and doc[start].lower_ in institutions.words("coalition", "nouns")
            ):
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

    def _led(self, doc: Doc, i: int) -> Found | None:
        """ "X-led coalition", "X-backed rebels"."""
        if not starts(doc, i):
            return None
        leader, k, participle = self._leader(doc, i)
        if leader is None:
            return None
        head = k
        while (
            head < len(doc)
            and head - k < 5
            and doc[head].pos_ in ("ADJ", "NOUN", "PROPN", "VERB")
            and not _ends(doc, head)
        ):
            head += 1
        if head >= len(doc) or head - k >= 5 or doc[head].pos_ not in ("NOUN", "PROPN", "VERB", "ADJ"):
            return None
        if participle in institutions.words("coalition", "leading"):
            heads = institutions.words("coalition", "heads")
            last = next((n for n in range(head, k - 1, -1) if doc[n].lower_ in heads), None)
            return (institutions.led(leader), i, last + 1) if last is not None else None
        named = self._lookup.at(doc, k)
        if named and not named.adjective and named.entity.kind in ("organisation", "group", "force"):
            return replace(named.entity, backed_by=leader.key), i, named.last
        acts = institutions.words("coalition", "heads") - institutions.words("coalition", "groups")
        if doc[head].pos_ not in ("NOUN", "PROPN") or doc[head].lower_ in acts:
            return None
        return institutions.backed(leader, doc[head].lower_), i, head + 1

    def _leader(self, doc: Doc, i: int) -> tuple[Entity | None, int, str]:
        """The leader or backer at token i, where its participle ends, and the participle."""
        verbs = institutions.words("coalition", "leading") | institutions.words("coalition", "backing")
        for last in range(i + 1, min(i + 4, len(doc))):
            text = doc[i:last].text
            front, dash, participle = text.rpartition("-")
            if dash and participle in verbs:
                folded = fold(front)
                nation = gazetteer.countries().get(folded) or gazetteer.nationalities().get(folded)
                known = institutions.known().get(folded)
                entity = nation or (known[0] if known else None)
                if entity is None and last - i > 1 and (name := self._lookup.at(doc, i)) and name.last == last - 2:
                    entity = name.entity
                return entity, last, participle
        return None, i, ""

    def _standing(self, doc: Doc, i: int, name: Name) -> Entity:
        """A capital where it acts stands for its country."""
        code = gazetteer.capitals().get(fold(doc[i : name.last].text)) if name.capital else None
        if not code or not name.entity.key.startswith(f"{code}:"):
            return name.entity
        return gazetteer.by_key()[code] if _acts(doc, name.last - 1) else name.entity


def _nations() -> frozenset[str]:
    return frozenset(lexicons.load("places")["nationalities"])


def _ends(doc: Doc, i: int) -> bool:
    """True when token i is the last word of its noun phrase."""
    return i + 1 >= len(doc) or doc[i + 1].pos_ not in ("NOUN", "PROPN", "ADJ")


def _acts(doc: Doc, i: int) -> bool:
    """True when token i is the subject of a verb that states do, or shares an agreement, talks or an act."""
    words = lexicons.load("places")["metonymy"]
    token = doc[i]
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    head = token.head
    if token.dep_ == "nsubj" and head.lemma_.lower() in words["acting"]:
        return True
    if token.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in words["addressing"]:
        return True
    return token.dep_ == "pobj" and head.lower_ in words["shared"] and head.dep_ in ("agent", "prep")
