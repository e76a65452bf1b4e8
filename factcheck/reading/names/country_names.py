"""Countries, nationalities and nations that an article names, by the tables alone, and how often it names each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Entity
from factcheck.reading.names import gazetteer, institutions
from factcheck.reading.names.candidates import Candidate, is_person_in_full
from factcheck.reading.names.spelling import runs, starts, unpossessed
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 5  # words of a country's name


@dataclass(frozen=True)
class Name:
    """A name found at a place in the text: tokens up to `last`, and how the name was used."""

    entity: Entity
    last: int
    adjective: bool = False
    possessive: bool = False
    capital: bool = False


def country_at(doc: Doc, i: int, candidates: Mapping[str, Candidate]) -> Name | None:
    """The country, nationality or nation that token i begins to name; none where a person is named in full."""
    if not starts(doc, i):
        return None
    for last, text, folded in runs(doc, i):
        if last - i > LONGEST:
            continue
        if is_person_in_full(folded, candidates):
            return None
        name = country(folded, text, last)
        if name:
            return name
    return None


def country(folded: str, text: str, last: int) -> Name | None:
    """The country, nationality or nation of a name, folded and as written, that ends before token `last`."""
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


def count_countries(blocks: Sequence[Block], candidates: Mapping[str, Candidate]) -> Counter[str]:
    """Code of each country that the article names to how often it does."""
    counts: Counter[str] = Counter()
    for block in blocks:
        i = 0
        while i < len(block.doc):
            found = country_at(block.doc, i, candidates)
            if found:
                counts[found.entity.key[:2]] += 1
            i = found.last if found else i + 1
    return counts
