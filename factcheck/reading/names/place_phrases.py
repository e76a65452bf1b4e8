"""Places named with a common noun or by the compass: "X province", "the village of X", "northern X", "X airport"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from factcheck.model import Entity
from factcheck.reading.names import gazetteer, institutions
from factcheck.reading.names.country_names import Name
from factcheck.reading.names.gazetteer import fold
from factcheck.reading.names.kinds import Noun, compass, nouns
from factcheck.reading.names.lookup import Found, Lookup
from factcheck.reading.names.places import part, surroundings
from factcheck.reading.names.spelling import particles, runs, starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 4  # words of a name before its noun


def side(doc: Doc, i: int, lookup: Lookup) -> Found | None:
    """A part of a place by the compass: "northern X", "western X countryside"."""
    if doc[i].lower_ not in _sides():
        return None
    width = 3 if i + 2 < len(doc) and doc[i + 1].text == "-" else 1
    word = compass().get(doc[i : i + width].text.lower())
    if not word or i + width >= len(doc) or (doc[i].text[0].isupper() and lookup.at(doc, i)):
        return None
    inner = with_noun(doc, i + width, lookup)
    name = lookup.at(doc, i + width)
    if inner is None or (inner[0].kind == "place" and name):  # the east of X, not of the school in X
        if name is None or name.adjective or name.entity.kind not in ("country", "region", "place"):
            return None
        inner = (name.entity, i + width, name.last)
    # "eastern X's capital": what follows is more than the part itself, but the part is what is named.
    return part(inner[0], word), i, inner[2]


@functools.cache
def _sides() -> frozenset[str]:
    """The words of the compass, and of hyphened ones what stands before the hyphen."""
    return frozenset(compass()) | {word.partition("-")[0] for word in compass()}


def with_noun(doc: Doc, i: int, lookup: Lookup) -> Found | None:
    """A name with the noun of its kind behind it: "X province", "X district", "X road"."""
    if not starts(doc, i):
        return None
    for last, text, folded in runs(doc, i):
        found = _noun_behind(doc, i, last, text, folded, lookup)
        if found:
            return found
    return None


def _noun_behind(doc: Doc, i: int, last: int, text: str, folded: str, lookup: Lookup) -> Found | None:
    noun = nouns().get(doc[last].lower_) if last < len(doc) else None
    if noun is None or last - i > _LONGEST or not noun.marks(folded):
        return None
    if last + 1 < len(doc) and doc[last + 1].lower_ == "of":
        return None  # "the X city of Y" names Y
    if known := institutions.known().get(f"{folded} {doc[last].lower_}"):
        return known[0], i, last + 1  # "State department"
    name = lookup.at(doc, i)
    if name and (name.last != last or name.adjective or name.entity.kind not in ("place", "region")):
        return None
    if name is None and (doc[i].is_sent_start or doc[i].pos_ != "PROPN" or doc[i].ent_type_ == "NORP"):
        return None
    if name is None and any(doc[j].lower_ in particles("joining") and doc[j].lower_ != "of" for j in range(i, last)):
        return None  # "Blast Injures Two in Lowe city": a headline
    return _of_kind(noun, doc[last].text, text, name, lookup), i, last + 1


def _of_kind(noun: Noun, word: str, text: str, name: Name | None, lookup: Lookup) -> Entity:
    """The entity of a name as written with the noun `word` behind it; `name`: what it means without."""
    if noun.sort == "region":
        return lookup.region(fold(text), text)
    place = name.entity if name else lookup.place(fold(text), text)
    if noun.sort == "surroundings":
        return surroundings(place)
    if noun.sort == "named site":
        within = lookup.container(fold(text))
        return Entity(f"place/{gazetteer.slug(text)}-{word.lower()}", f"{text} {word}", "place", within)
    if noun.sort in ("site", "landmark"):
        borne = name and ":" in place.key and lookup.mentions_country(place)
        within = (place.key, *place.within) if borne else () if name and ":" in place.key else place.within
        return Entity(f"place/{gazetteer.slug(text)}-{word.lower()}", f"{text} {word}", "place", within)
    return place


def noun_of(doc: Doc, i: int, lookup: Lookup) -> Found | None:
    """A noun of kind at token i with its name behind it: "the village of X"."""
    noun = nouns().get(doc[i].lower_)
    if noun is None or i + 2 >= len(doc) or doc[i + 1].lower_ != "of":
        return None
    name = lookup.at(doc, i + 2)
    if name and name.entity.kind == "place" and noun.sort == "surroundings":
        return surroundings(name.entity), i, name.last
    if name and name.entity.kind == "place" and noun.sort == "region":
        text = doc[i + 2 : name.last].text
        return lookup.region(fold(text), text), i, name.last
    if name:
        return (name.entity, i, name.last) if name.entity.kind in ("place", "region") else None
    if noun.sort in ("settlement", "quarter") and starts(doc, i + 2):
        for last, text, folded in runs(doc, i + 2):
            return lookup.place(folded, text), i, last
    return None
