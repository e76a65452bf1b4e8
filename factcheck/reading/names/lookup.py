"""Single names of one article to entities: by lexicon, tables, its own aliases and the vote over its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading.names import gazetteer, institutions
from factcheck.reading.names.aliases import aliases
from factcheck.reading.names.bodies import body
from factcheck.reading.names.candidates import Candidate, collect, is_person_in_full
from factcheck.reading.names.country_names import Name, count_countries, country, country_at
from factcheck.reading.names.gazetteer import slug
from factcheck.reading.names.leaders import leaders
from factcheck.reading.names.name_spans import titles
from factcheck.reading.names.places import Places, containments
from factcheck.reading.names.sights import Sights
from factcheck.reading.names.spelling import runs, starts, unpossessed
from factcheck.reading.names.surnames import Surnames
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc

# An entity and the tokens [first, last) that name it.
Found = tuple[Entity, int, int]


class Lookup:
    """Finds the longest name that begins at a token."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._candidates = collect(blocks)
        self._alias = aliases(blocks, self._candidates)
        self._countries = count_countries(blocks, self._candidates)
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
        self._surnames = Surnames(self._candidates)
        self._home = self._home_state()
        self.states = leaders(blocks, self)

    def _believe_tables(self) -> None:
        """A name that the tables have in a country of the article is a place, if only its label speaks against it."""
        for folded, candidate in self._candidates.items():
            dateline = len(folded) > 4 and candidate.surface.isupper()
            if candidate.kind() == "place" or not (" " in folded or candidate.located or dateline):
                continue
            codes = {city.country for city in gazetteer.cities(folded)}
            codes |= {region.key[:2] for region in gazetteer.regions().get(folded, ())}
            titled = candidate.votes["person"] > 2
            if not titled and any(self._countries[code] for code in codes):
                candidate.votes["place"] += 3

    def _home_state(self) -> Entity | None:
        """The one state whose bodies a story need not tell apart by its name.

        None if two states are named about as often, or if the story names bodies of another state only: one about an
        attack abroad and what the senators at home said of it.
        """
        named, bodies = Counter(self._countries), Counter[str]()
        for folded, candidate in self._candidates.items():
            body_known = institutions.known().get(folded)
            if body_known and body_known[0].key[2:3] == "/":
                bodies[body_known[0].key[:2]] += candidate.votes.total()
            elif candidate.kind() == "place" and folded not in gazetteer.countries() and self._places.is_listed(folded):
                named[self._places.resolve(folded, candidate.surface).key[:2]] += candidate.votes["place"]
        ranked = [*(named + bodies).most_common(2), ("", 0), ("", 0)]
        (first, most), (_, next_most) = ranked[:2]
        foreign = bool(bodies) and first not in bodies
        return gazetteer.by_key().get(first) if most > 2 and most > 2 * next_most and not foreign else None

    def country(self, doc: Doc, i: int) -> Name | None:
        """The country, nationality or nation that token i begins to name, by the tables alone."""
        return country_at(doc, i, self._candidates)

    def at(self, doc: Doc, i: int) -> Name | None:
        """The longest name that begins at token i."""
        if not starts(doc, i):
            return None
        for last, text, folded in runs(doc, i):
            if doc[i].is_stop and last - i == 1 and folded not in gazetteer.countries() and _is_shouted(doc, i):
                continue  # "WHO IS TO PAY": capitals of a headline or an opening
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
        if is_person_in_full(folded, self._candidates):
            return self._entity_name(folded, last)
        known = institutions.known().get(folded)
        if known is None and text[-1] == "s" and text[:-1].isupper():
            known = institutions.known().get(folded[:-1])  # the possessive that lost its apostrophe
            text = text[:-1] if known else text
        if known and (not known[1] or text.replace(".", "").isupper()):
            return Name(known[0], last)
        if (found := country(folded, text, last)) and not self._rather_person(folded):
            return found
        given = folded in self._candidates and self._candidates[folded].votes["person"] > 3  # "Christian Lowe"
        if folded in gazetteer.peoples() and not given:
            return Name(gazetteer.peoples()[folded], last)
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
        target = self._alias.get(folded, folded)
        if target != folded:
            known = institutions.known().get(target) or institutions.known().get(folded)
            found = None if known else self._entity_name(target, 0)
            return known[0] if known else found.entity if found else self._body(target, self._surface(target))
        candidate = self._candidates.get(folded)
        if folded in gazetteer.ambiguous():
            return self._ambiguous(folded, candidate)
        return self._unvoted(folded) if candidate is None else self._voted(folded, candidate)

    def _unvoted(self, folded: str) -> Entity | None:
        """A name that the recogniser passed over: the surname of a person of the article, or a place."""
        if folded in self._surnames:
            return self._surnames.person(folded, folded.title())
        if " " in folded and folded.split()[-1] in institutions.words("callback"):
            return self._passed_over(folded)
        large = any(city.size > 300 for city in gazetteer.cities(folded)[:1]) and self._places.is_listed(folded)
        if large or folded in self._marked:
            return self._places.resolve(folded, self._marked.get(folded, folded))
        return None

    def _passed_over(self, folded: str) -> Entity | None:
        """A body by its last word ("… Agency") that the recogniser never marked; nothing that begins with an office."""
        split = folded.split()
        dated = any(word.isdecimal() for word in split)  # "May 10 Dockers Union"
        listed = folded.rpartition(" and ")[2] in self._candidates
        if dated or listed or split[0] in titles("words") or "the" in split:
            return None
        return self._body(folded, folded.title())

    def _voted(self, folded: str, candidate: Candidate) -> Entity | None:
        """A name by the kind that most of its mentions speak for."""
        kind = candidate.kind()
        if kind == "person":
            return self._surnames.person(folded, candidate.surface)
        if kind == "place" or (candidate.located and self._places.is_listed(folded)):
            return self._place(folded, candidate)
        if kind == "organisation" or (kind == "people" and candidate.surface.isupper()):
            return self._body(folded, candidate.surface)
        if kind == "thing":
            return Entity(f"thing/{slug(candidate.surface)}", candidate.surface, "thing")
        if kind == "people":
            stem = folded.removesuffix("s").removesuffix("ish").removesuffix("ic") if " " not in folded else folded
            return Entity(f"people/{slug(stem)}", candidate.surface, "people")
        return None

    def _body(self, folded: str, surface: str) -> Entity | None:
        """A body by its name; the bare name of an arm of a state belongs to the story's one state, if it has one."""
        head = institutions.heads().get(tuple(folded.split()))
        if head is None:
            entity = body(folded, surface)
            return replace(entity, within=self._seat(folded)) if self._is_local(entity) else entity
        if head.kind == "people":
            return None
        if self._home and head.part in institutions.words("national", "parts"):
            return institutions.part_of(self._home, head)
        return Entity(f"org/{slug(surface)}", surface, head.kind)

    def _is_local(self, entity: Entity) -> bool:
        """True for a body of a kind that towns and regions have: a police force, a hospital, a council."""
        return not entity.within and slug(entity.name).split("-")[-1] in institutions.words("callback", "local")

    def _seat(self, folded: str) -> tuple[str, ...]:
        """Keys of the place of the tables that a body's name begins with, and of all that holds it."""
        split = folded.split()
        for length in range(min(3, len(split) - 1), 0, -1):
            name = " ".join(split[:length])
            candidate = self._candidates.get(name)
            if candidate and candidate.kind() == "place" and self._places.is_listed(name):
                place = self._places.resolve(name, candidate.surface)
                return (place.key, *place.within)
        return ()

    def _surface(self, folded: str) -> str:
        return self._candidates[folded].surface if folded in self._candidates else folded.title()

    def _place(self, folded: str, candidate: Candidate) -> Entity | None:
        if folded in lexicons.load("places")["common"]["words"] and not self._places.is_listed(folded):
            return None
        return self._places.resolve(folded, candidate.surface)

    def _ambiguous(self, folded: str, candidate: Candidate | None) -> Entity | None:
        """A name of a country and of something else: the meaning whose country the article mentions besides, if one."""
        if candidate and candidate.kind() == "person":
            return self._surnames.person(folded, candidate.surface)
        if candidate and candidate.kind() not in ("place", "people", None):
            return None
        keys = gazetteer.ambiguous()[folded]
        held = [key for key in keys if self._places.holds_city(folded, key)]
        borne = held or [key for key in keys if self._countries[key[:2]]]
        choice = keys if len(keys) == 1 and candidate and candidate.kind() == "place" else borne
        return gazetteer.by_key().get(choice[0]) if len(choice) == 1 else None

    def container(self, folded: str) -> tuple[str, ...]:
        """Keys of all that the text says a name lies in, innermost first."""
        return self._places.container(folded)

    def mentions_country(self, place: Entity) -> bool:
        """True when the article names the country of a place of the tables."""
        return bool(self._countries[place.key[:2]])

    def region(self, folded: str, surface: str) -> Entity:
        """A name that a noun marks as a region."""
        return self._places.region(folded, surface)

    def place(self, folded: str, surface: str) -> Entity:
        """A name that a noun marks as a place."""
        return self._places.resolve(folded, surface)


def _is_shouted(doc: Doc, i: int) -> bool:
    """True for a word in capitals beside another one in capitals that is common or long."""
    beside = [doc[n] for n in (i - 1, i + 1) if 0 <= n < len(doc)]
    return doc[i].is_upper and any(
        near.is_upper and near.is_alpha and (near.is_stop or len(near) > 4) for near in beside
    )
