"""The place names of a sentence with the words between them, from which places.py reads what lies in what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Entity
from factcheck.reading.names.candidates import Candidate
from factcheck.reading.names.kinds import nouns
from factcheck.reading.names.spelling import runs, starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factcheck.reading.names.country_names import Name

_CLOSE = (",", "'s", "'")


@dataclass(frozen=True)
class Sight:
    """One mention of a place: folded name, tokens, its entity if it is a country or nationality (`adjective`).

    `urban` when a noun says that it is part of a town; `marked`: the name as written if only a noun makes it a place.
    """

    folded: str
    first: int
    last: int
    known: Entity | None = None
    adjective: bool = False
    urban: bool = False
    marked: str = ""


class Sights:
    """Reads the sights of one article's sentences."""

    def __init__(self, candidates: Mapping[str, Candidate], country: Callable[[Doc, int], Name | None]) -> None:
        self._candidates, self._country = candidates, country

    def sentences(self, doc: Doc) -> Iterator[tuple[list[Sight], list[str]]]:
        """Sentence by sentence: its sights, and the text from each to the next, which keeps a space before a word."""
        for sentence in doc.sents:
            sights: list[Sight] = []
            i = sentence.start
            while i < sentence.end:
                sight = self._sight(doc, i) if starts(doc, i) else None
                if sight:
                    sights.append(sight)
                i = sight.last if sight else i + 1
            yield sights, [_gap(doc, a.last, b.first) for a, b in pairwise(sights)]

    def _sight(self, doc: Doc, i: int) -> Sight | None:
        country = self._country(doc, i)
        if country:
            return Sight(country.entity.name, i, country.last, country.entity, country.adjective)
        for last, text, folded in runs(doc, i):
            candidate = self._candidates.get(folded)
            noun = nouns().get(doc[last].lower_) if last < len(doc) else None
            named_by = last + 1 < len(doc) and doc[last + 1].lower_ == "of"  # "the X city of Y" names Y
            if noun and (not noun.marks(folded) or named_by):
                noun = None
            if candidate and candidate.votes["place"] and candidate.kind() in ("place", None):
                return Sight(folded, i, last + bool(noun), urban=bool(noun and noun.urban))
            proper = doc[i].pos_ == "PROPN" and doc[i].ent_type_ != "NORP"
            if noun and last - i <= 3 and proper and (candidate is None or candidate.kind() == "place"):
                new = noun.sort in ("settlement", "quarter") and candidate is None
                return Sight(folded, i, last + 1, urban=noun.urban, marked=text if new else "")
        return None


def _gap(doc: Doc, first: int, last: int) -> str:
    text: str = doc[first:last].text.strip()
    return f" {text}" if text and doc[first].text not in _CLOSE else text
