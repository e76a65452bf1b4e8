"""The persons of a document: full names, roles, affiliations and gender, settled by vote and by titles as cues."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.reading.attribution import mentions, offices, roles
from factcheck.reading.attribution.mentions import PARTICLES, Mention
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MAIN = 3  # Times as often as any other of his office: whom a story is about needs no name.
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")


@dataclass(frozen=True)
class Person:
    """One human being of the document. `roles`: (role, affiliation) in order. `gender`: f, m or none; `named`: how
    often.
    """

    name: str
    surname: str
    gender: str | None = None
    roles: tuple[tuple[str, str | None], ...] = ()
    named: int = 0


@dataclass(frozen=True)
class People:
    """Who is who in one document. `keys` maps a folded name, full or short, to the person who bears it.

    A surname that several bear belongs to the one introduced first: the press gives others full names or titles.
    `namesakes` lists all bearers of such a surname. `bodies`: first word of a body's name -> its full name.
    """

    persons: tuple[Person, ...]
    keys: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    namesakes: dict[str, tuple[Person, ...]] = field(default_factory=dict)

    def find(self, name: str) -> Person | None:
        """The person whom a name means, with or without titles ("Mr Roe", "Senator Jane Roe's"); none if none."""
        spoken = _POSSESSIVE.sub("", name.strip()).split()
        words = roles.without_titles(spoken)
        gender = next((found for word in spoken[: len(spoken) - len(words)] if (found := roles.gender(word))), None)
        for start in range(len(words)):
            person = self.keys.get(_fold(" ".join(words[start:])))
            if person is not None and gender is not None and person.gender != gender:
                others = self.namesakes.get(_fold(" ".join(words[start:])), ())
                known = [other for other in others if other.gender == gender]
                fitting = known or [other for other in others if other.gender is None]
                if len(fitting) == 1:
                    return fitting[0]
                if person.gender is not None:
                    return None
            if person is not None and (start == 0 or " " in " ".join(words[start:])):
                return person
        return None

    def bearing(self, role: str) -> Person | None:
        """The person who has a role ("the minister"): the only one of the document, or the one it is about."""
        found = [person for person in self.persons if any(roles.bears(stated, role) for stated, _ in person.roles)]
        found.sort(key=lambda person: -person.named)
        clear = len(found) == 1 or (len(found) > 1 and found[0].named > _MAIN * found[1].named)
        return found[0] if clear else None

    def body(self, name: str) -> str:
        """The full name of a body that is called by its first word alone, where only one in the document starts so."""
        return self.bodies.get(name, name)


def read(blocks: Sequence[Block], text: str) -> People:
    """The people of a document. The text itself is not needed but for its spelling: names keep their marks."""
    named = list(mentions.find(blocks))
    found: dict[str, list[Mention]] = defaultdict(list)
    owners = _without_kin(_without_juniors(_owners(_full_names(named, blocks)), named), named, blocks)
    full = set(owners.values())
    for mention in named:
        owner = owners.get(_fold(mention.name)) or (mention.name if _is_person(mention, named) else None)
        shared = sum(_is_tail(mention.name, name) for name in full) > 1
        if owner is not None:  # the title before a surname that several bear may be anybody's
            found[owner].append(replace(mention, title=None) if shared else mention)
    bodies = _bodies(blocks)
    persons = tuple(_person(name, found[name], blocks, bodies) for name in found)
    return People(persons, _keys(persons), bodies, _namesakes(persons))


def _full_names(named: Sequence[Mention], blocks: Sequence[Block]) -> list[str]:
    """Names of two words or more that are persons' by majority, titles and roles weighing double; in order."""
    votes: dict[str, Counter[bool]] = defaultdict(Counter)
    for mention in named:
        if len(mention.name.split()) > 1 and not mention.headline:
            doc = blocks[mention.block].doc
            votes[mention.name][mention.label == "PERSON" and not mention.placed] += 1
            human = any(token.lower_ == "who" for token in doc[mention.end : mention.end + 2])
            if (
                (mention.title and mention.label in ("PERSON", ""))
                or human
                or any(offices.around(doc, mention.start, mention.end))
            ):
                votes[mention.name][True] += 2
    for mention in named:
        if mention.title and roles.kind(mention.title) == "courtesy":
            for name in votes:
                votes[name][True] += 2 * _is_tail(mention.name, name)
    names = [name for name, count in votes.items() if count[True] > count[False] and not roles.has_role_word(name)]
    # "de Vries" beside "Anna de Vries": one name, the fuller.
    return [name for name in names if not any(name != other and _is_tail(name, other) for other in names)]


def _is_tail(name: str, other: str) -> bool:
    return f" {other.lower()}".endswith(f" {name.lower()}")


def _owners(full: Sequence[str]) -> dict[str, str]:
    """Folded name or surname -> the full name that had it first."""
    owners: dict[str, list[str]] = defaultdict(list)
    for name in full:
        for short in _short_forms(name):
            owners[short].append(name)
    return {short: names[0] for short, names in owners.items()}


def _without_juniors(owners: dict[str, str], named: Sequence[Mention]) -> dict[str, str]:
    """A surname that a text uses before it names a Jr. is not the son's."""
    order = [_fold(mention.name) for mention in named if not mention.headline]
    late = {
        short
        for short, name in owners.items()
        if len(roles.without_suffix(name.split())) < len(name.split())
        and short in order
        and _fold(name) in order
        and order.index(short) < order.index(_fold(name))
    }
    return {short: name for short, name in owners.items() if short not in late}


def _without_kin(owners: dict[str, str], named: Sequence[Mention], blocks: Sequence[Block]) -> dict[str, str]:
    """A surname with an office (Senator Roe) is not that of one who is introduced as kin (her son Tom Roe)."""
    kin = {mention.name for mention in named if _is_kin(blocks[mention.block].doc, mention.start)}
    held: dict[str, set[str]] = defaultdict(set)
    for mention in named:
        if mention.title and roles.kind(mention.title) == "role":
            held[_fold(mention.name)].add(mention.title)
    return {
        short: name
        for short, name in owners.items()
        if name not in kin or short == _fold(name) or not held[short] - held[_fold(name)]
    }


def _is_kin(doc: Doc, start: int) -> bool:
    """Whether a name is introduced as somebody's relative: her husband Tom Roe; the first lady, Ann Roe."""
    place = start - 1 - (start > 1 and doc[start - 1].text == ",")
    return place > 0 and roles.is_kin({doc[place].lower_, doc[place - 1 : place + 1].text.lower()})


def _short_forms(name: str) -> list[str]:
    words = roles.without_suffix(name.split())
    tails = [
        _fold(" ".join(words[start:])) for start in range(len(words)) if words[start].lower() not in PARTICLES or start
    ]
    return list(dict.fromkeys([_fold(name), *tails]))


def _is_person(mention: Mention, named: Sequence[Mention]) -> bool:
    """Whether a single name is a person's: by a courtesy title, or by most of its labels."""
    if len(mention.name.split()) > 2 or roles.has_role_word(mention.name):
        return False
    same = [other for other in named if other.name == mention.name]
    persons = sum(other.label == "PERSON" for other in same)
    titles = {roles.kind(other.title) for other in same if other.title and other.label in ("PERSON", "")}
    if "role" in titles and roles.kind(mention.name) is None:
        return True  # President Roe
    return any(other.title and roles.kind(other.title) == "courtesy" for other in same) or (
        persons > 1 and persons * 2 > len(same) and any(other.subject for other in same)
    )


def _person(name: str, named: Sequence[Mention], blocks: Sequence[Block], bodies: dict[str, str]) -> Person:
    stated: dict[tuple[str, str | None], None] = {}
    genders: Counter[str] = Counter()
    # Captions often shorten what the story spells out.
    for mention in sorted(named, key=lambda mention: blocks[mention.block].paragraph.kind != "body"):
        doc = blocks[mention.block].doc
        for role, body in offices.around(doc, mention.start, mention.end):
            stated[(role, bodies.get(body, body) if body else None)] = None
            genders.update(_weighed(role))
        genders.update(_weighed(mention.title or ""))
        genders.update(_pronouns_after(doc, mention))
    words = roles.without_suffix(name.split())
    start = next((place for place in range(1, len(words)) if words[place].lower() in PARTICLES), len(words) - 1)
    ranked = sorted(genders.items(), key=lambda item: (-item[1], item[0]))
    sure = ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1])
    return Person(
        name,
        " ".join(words[start:]) if start else name,
        ranked[0][0] if sure else None,
        _best_roles(list(stated)),
        len(named),
    )


def _weighed(word: str) -> list[str]:
    """The gender that a title or role states, five times the weight of a pronoun that only seems to mean somebody."""
    gender = roles.gender(word)
    return [gender] * 5 if gender else []


def _best_roles(stated: list[tuple[str, str | None]]) -> tuple[tuple[str, str | None], ...]:
    """Roles with an affiliation first; a role without one is dropped where the same role has one."""
    placed = [item for item in stated if item[1]]
    bare = [item for item in stated if not item[1] and item[0] not in [role for role, _ in placed]]
    return (*placed, *bare)


def _pronouns_after(doc: Doc, mention: Mention) -> list[str]:
    """Genders of the pronouns that follow a mention in its sentence, where it is the only name before them."""
    found: list[str] = []
    for token in doc[mention.end :]:
        if token.is_sent_start or token.ent_type_ == "PERSON":
            break
        if token.dep_ in ("dobj", "dative") and token.head == doc[mention.start : mention.end].root.head:
            return []  # Roe asked her if she …: somebody else
        gender = roles.gender(token.lower_) if roles.kind(token.lower_) == "pronoun" else None
        found += [gender] if gender else []
    return found[:1]


def _keys(persons: Sequence[Person]) -> dict[str, Person]:
    owners = _owners([person.name for person in persons])
    by_name = {person.name: person for person in persons}
    return {short: by_name[name] for short, name in owners.items()} | {_fold(name): by_name[name] for name in by_name}


def _namesakes(persons: Sequence[Person]) -> dict[str, tuple[Person, ...]]:
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for short in _short_forms(person.name):
            bearers[short].append(person)
    return {short: tuple(found) for short, found in bearers.items() if len(found) > 1}


def _bodies(blocks: Sequence[Block]) -> dict[str, str]:
    """First word of a body's name -> its name, where just one name starts so and the word seldom has an article."""
    names: Counter[str] = Counter()
    with_article: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for block in blocks:
        for ent in block.doc.ents:
            words = [token.text for token in ent if token.text not in ("'s", "'") and token.lower_ != "the"]
            article = ent[0].lower_ == "the" or (ent.start > 0 and block.doc[ent.start - 1].lower_ == "the")
            if ent.label_ == "ORG" and len(words) == 1:
                alone[words[0]] += 1
            if ent.label_ == "ORG" and words and all(word[:1].isupper() for word in words):
                names[" ".join(words)] += 1
            if words and article:
                with_article[words[0]] += 1
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if name.count(" ") == 1 and not roles.has_role_word(name):
            longer[name.split()[0]].append(name)
    short = [first for first in longer if 2 * with_article[first] < alone[first] and not first.isupper()]
    return {first: longer[first][0] for first in short if len(longer[first]) == 1}


def _fold(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())
