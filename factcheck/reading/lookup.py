"""Single names of one article to entities: by lexicon, tables, its own aliases and the vote over its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading import gazetteer, institutions
from factcheck.reading.aliases import aliases
from factcheck.reading.candidates import Candidate, collect, surname
from factcheck.reading.gazetteer import slug
from factcheck.reading.leaders import leaders
from factcheck.reading.parse import Block
from factcheck.reading.places import Places, containments
from factcheck.reading.sights import Sights
from factcheck.reading.spelling import runs, starts, unpossessed

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Name:
    """A name found at a place in the text: tokens up to `last`, and how the name was used."""

    entity: Entity
    last: int
    adjective: bool = False
    possessive: bool = False
    capital: bool = False


class Lookup:
    """Finds the longest name that begins at a token."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._candidates = collect(blocks)
        self._alias = aliases(blocks, self._candidates)
        self._countries = self._count_countries(blocks)
        self._believe_tables()
        self._entities: dict[str, Entity | None] = {}
        # Names that a noun beside them marks as places ("X district"), though the recogniser may not know them.
        self._marked: dict[str, str] = {}
        said: dict[str, Counter[str]] = {}
        self._places = Places(said, self._countries)
        sights = Sights(self._candidates, self.country)
        for block in blocks:
            if block.paragraph.kind != "headline":
                for found, between in sights.sentences(block.doc):
                    self._marked.update({sight.folded: sight.marked for sight in found if sight.marked})
                    containments(found, between, said)
        self._surnames = self._full_names()
        self.states = leaders(blocks, self)

    def _count_countries(self, blocks: Sequence[Block]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for block in blocks:
            i = 0
            while i < len(block.doc):
                found = self.country(block.doc, i)
                if found:
                    counts[found.entity.key[:2]] += 1
                i = found.last if found else i + 1
        return counts

    def _believe_tables(self) -> None:
        """A name that the tables have in a country of the article is a place, if only its label speaks against it."""
        for folded, candidate in self._candidates.items():
            if candidate.kind() == "place" or not (" " in folded or candidate.located):
                continue
            codes = {city.country for city in gazetteer.cities(folded)}
            codes |= {region.key[:2] for region in gazetteer.regions().get(folded, ())}
            titled = candidate.votes["person"] > 2
            if not titled and any(self._countries[code] for code in codes):
                candidate.votes["place"] += 3

    def country(self, doc: Doc, i: int) -> Name | None:
        """The country, nationality or nation that token i begins to name, by the tables alone."""
        if not starts(doc, i):
            return None
        for last, text, folded in runs(doc, i):
            if last - i > 5:
                continue
            if self._person_in_full(folded):
                return None
            name = self._country(folded, text, last)
            if name:
                return name
        return None

    def _country(self, folded: str, text: str, last: int) -> Name | None:
        entity = gazetteer.countries().get(folded)
        # "Us", "Uk" at the start of a sentence are not names; short forms are written in capitals.
        if entity and (len(folded) > 3 or text.isupper()):
            return Name(entity, last)
        if folded in gazetteer.nationalities():
            return Name(gazetteer.nationalities()[folded], last, adjective=True)
        if folded in gazetteer.nationals():
            nation = gazetteer.nationals()[folded]
            return Name(institutions.part_of(nation, institutions.heads()["people",]), last)
        bare = unpossessed(folded)
        if bare in gazetteer.countries() and bare:
            return Name(gazetteer.countries()[bare], last, possessive=True)
        return None

    def _person_in_full(self, folded: str) -> bool:
        candidate = self._candidates.get(folded)
        return bool(candidate and " " in folded and candidate.kind() == "person")

    def at(self, doc: Doc, i: int) -> Name | None:
        """The longest name that begins at token i."""
        if not starts(doc, i):
            return None
        for last, text, folded in runs(doc, i):
            name = self._name(folded, text, last)
            if name and not (last - i == 1 and doc[i].is_sent_start and self._common(doc, i, folded)):
                return name
        return None

    def _common(self, doc: Doc, i: int, folded: str) -> bool:
        """True for a sentence's first word that the article never names elsewhere and that is no proper noun here."""
        return (
            folded not in self._candidates
            and folded not in self._surnames
            and doc[i].pos_ not in ("PROPN", "ADJ", "NOUN")
        )

    def _name(self, folded: str, text: str, last: int) -> Name | None:
        if self._person_in_full(folded):
            return self._entity_name(folded, last)
        known = institutions.known().get(folded)
        if known and (not known[1] or text.replace(".", "").isupper()):
            return Name(known[0], last)
        if (country := self._country(folded, text, last)) and not self._rather_person(folded):
            return country
        if folded in gazetteer.areas():
            return Name(gazetteer.areas()[folded], last)
        unknown = folded not in self._candidates and folded not in self._alias
        if unknown and text.isupper() and len(folded) < 6:
            return None  # an acronym that only looks like a place of the tables
        if found := self._entity_name(folded, last):
            return found
        bare = unpossessed(folded)
        if bare and text[:-1].isupper() and bare not in self._candidates:
            return None
        if bare and bare not in gazetteer.nationalities() and folded not in self._candidates:
            found = self._entity_name(bare, last)
            return Name(found.entity, last, possessive=True) if found else None
        return None

    def _rather_person(self, folded: str) -> bool:
        candidate = self._candidates.get(folded)
        if folded in gazetteer.nationalities():
            return False  # a surname such as "French" is read where the full name or a title stands
        return bool(candidate and candidate.votes["person"] > candidate.votes["place"] + candidate.votes["people"])

    def _entity_name(self, folded: str, last: int) -> Name | None:
        if folded not in self._entities:
            self._entities[folded] = None
            self._entities[folded] = self._resolve(folded)
        entity = self._entities[folded]
        return Name(entity, last, capital=folded in gazetteer.capitals()) if entity else None

    def _resolve(self, folded: str) -> Entity | None:
        """The entity of a name that neither lexicon nor table of countries settles."""
        if folded in self._alias and self._alias[folded] != folded:
            target = self._alias[folded]
            known = institutions.known().get(target) or institutions.known().get(folded)
            if known:
                return known[0]
            found = self._entity_name(target, 0)
            if found:
                return found.entity
            return self._organisation(target, self._surface(target))
        candidate = self._candidates.get(folded)
        if folded in gazetteer.ambiguous():
            return self._ambiguous(folded, candidate)
        if candidate is None and folded in self._surnames:
            return self._person(folded, Candidate(folded, folded.title()))
        if candidate is None:
            large = any(city.size > 300 for city in gazetteer.cities(folded)[:1]) and self._places.is_listed(folded)
            return (
                self._places.resolve(folded, self._marked.get(folded, folded))
                if large or folded in self._marked
                else None
            )
        kind = candidate.kind()
        if kind == "person":
            return self._person(folded, candidate)
        if kind == "place" or (candidate.located and kind != "person" and self._places.is_listed(folded)):
            return self._place(folded, candidate)
        if kind == "organisation":
            return self._organisation(folded, candidate.surface)
        if kind == "people" and candidate.surface.isupper():
            return self._organisation(folded, candidate.surface)
        if kind == "people":
            stem = folded.removesuffix("s").removesuffix("ish").removesuffix("ic") if " " not in folded else folded
            return Entity(f"people/{slug(stem)}", candidate.surface, "people")
        return None

    def _surface(self, folded: str) -> str:
        return self._candidates[folded].surface if folded in self._candidates else folded.title()

    def _place(self, folded: str, candidate: Candidate) -> Entity | None:
        if folded in lexicons.load("places")["common"]["words"] and not self._places.is_listed(folded):
            return None
        return self._places.resolve(folded, candidate.surface)

    def _ambiguous(self, folded: str, candidate: Candidate | None) -> Entity | None:
        """A name of a country and of something else: the meaning whose country the article mentions besides, if one."""
        if candidate and candidate.kind() == "person":
            return self._person(folded, candidate)
        if candidate and candidate.kind() not in ("place", "people", None):
            return None
        keys = gazetteer.ambiguous()[folded]
        borne = [key for key in keys if self._countries[key[:2]]]
        choice = keys if len(keys) == 1 and candidate and candidate.kind() == "place" else borne
        return gazetteer.by_key().get(choice[0]) if len(choice) == 1 else None

    def _full_names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for folded, candidate in self._candidates.items():
            if " " in folded and candidate.kind() == "person":
                found.setdefault(surname(folded), []).append(folded)
        return {
            last: [name for name in full if not any(o.endswith(f" {name}") for o in full)]
            for last, full in found.items()
        }

    def _person(self, folded: str, candidate: Candidate) -> Entity | None:
        """Keyed by surname; by the full name where two persons share it, and then a bare surname is nobody's."""
        last = surname(folded)
        full = self._surnames.get(last, []) if " " not in folded else self._surnames.get(last, [folded])
        firsts = {name.split()[0] for name in full}
        if len(firsts) > 1:
            return Entity(f"person/{slug(folded)}", candidate.surface, "person") if " " in folded else None
        longest = max(full, key=len, default=folded)
        return Entity(f"person/{slug(last)}", self._surface(longest), "person")

    def _organisation(self, folded: str, surface: str) -> Entity:
        """A body by its name; its state where the name begins with one and its head makes it an arm of a state."""
        words = folded.split()
        owner = gazetteer.countries().get(words[-1]) if "of" in words[1:-1] else None
        head = institutions.heads().get(tuple(words[:-2])) if owner and words[-2] == "of" else None
        if owner and head:
            return institutions.part_of(owner, head)
        kind, within = "organisation", ()
        state, rest = self._leading_state(words)
        if state and words[-1] in institutions.words("callback", "state"):
            head = institutions.heads().get(tuple(rest))
            if head:
                return institutions.part_of(state, head)
            force = words[-1] in institutions.words("callback", "force")
            kind = "force" if force else "government"
            above = "military" if force and words[-1] != "police" else "government"
            return Entity(f"{state.key}/{slug(' '.join(rest))}", surface, kind, (f"{state.key}/{above}", state.key))
        if words[-1] in institutions.words("callback", "group"):
            kind = "group"
        return Entity(f"org/{slug(surface)}", surface, kind, within)

    def _leading_state(self, words: list[str]) -> tuple[Entity | None, list[str]]:
        for length in (2, 1):
            name = " ".join(words[:length])
            state = gazetteer.countries().get(name) or gazetteer.nationalities().get(name)
            if state and len(words) > length:
                return state, words[length:]
        return None, words

    def region(self, folded: str, surface: str) -> Entity:
        """A name that a noun marks as a region."""
        return self._places.region(folded, surface)

    def place(self, folded: str, surface: str) -> Entity:
        """A name that a noun marks as a place."""
        return self._places.resolve(folded, surface)
