"""Where a name begins and ends in what the recogniser marked: without articles, titles and words of kind around it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.reading.names.gazetteer import areas, cities, countries, fold, regions
from factcheck.reading.names.kinds import compass, nouns
from factcheck.reading.names.spelling import owns, particles, starts, unpossessed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ARTICLES = ("the", "a", "an")
_BREAKS = ("'s", "'", ",", "(", '"', ":", ";")
_SORTS = ("region", "settlement", "quarter")


@functools.cache
def titles(sort: str) -> frozenset[str]:
    """Words that stand before or behind a person's name, by sort: words (all titles), honorifics, owned, suffixes."""
    listed: dict[str, list[str]] = lexicons.load("places")["titles"]
    return frozenset(listed[sort])


def is_title_case(doc: Doc) -> bool:
    """True for a line nearly all of whose longer words have a capital, which then says nothing about names."""
    longer = [token.text for token in doc if token.is_alpha and len(token) > 3]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.8 * len(longer)


def trim(span: Span) -> tuple[int, int]:
    """The span without article, titles, compass words before it and possessive or lower-case words after it."""
    doc, first, last = span.doc, span.start, span.end
    while first < last and _stands_before(span, first):
        first += 1
    while first < last - 1 and (unpossessed(fold(doc[first].text)) or "") in countries():
        first += 1  # "Norways Aid Fund"
    while last > first and not _may_end(doc, last):
        last -= 1
    if span.label_ != "ORG" and _ends_in_kind(doc, first, last) and not _is_known(doc, first, last):
        last -= 1
    for i in range(first, last):  # a span that runs over a possessive is two names
        if (doc[i].text in _BREAKS and not owns(doc, i)) or (
            doc[i].text == "the" and doc[i - 1].text not in particles("joining")
        ):
            return first, i
    return first, last


def go_on(doc: Doc, end: int) -> int:
    """Where a name goes on that the recogniser ended after its adjective ("Lutheran Aid")."""
    known = titles("words")
    while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].ent_type_ and doc[end].lower_ not in known:
        end += 1
    return end


def _stands_before(span: Span, i: int) -> bool:
    """True for a word at the head of a span that is not yet the name."""
    doc, word = span.doc, span.doc[i].lower_
    if not starts(doc, i) or word in _ARTICLES or word in titles("honorifics"):
        return True
    if span.label_ == "PERSON" and word in titles("words"):
        return True
    side = span.label_ != "ORG" and span.end - i > 1 and word in compass()
    return side and not _is_known(doc, i, span.end)


def _may_end(doc: Doc, last: int) -> bool:
    """True when the token before `last` has a capital or a digit, or ends a hyphened name ("Soo-min")."""
    letter = doc[last - 1].text[0]
    if letter.isupper() or letter.isdecimal():
        return True
    hyphened = last > 2 and doc[last - 2].text == "-" and not doc[last - 2].whitespace_
    return hyphened and bool(doc[last - 3].text[0].isupper())


def _ends_in_kind(doc: Doc, first: int, last: int) -> bool:
    """X province, X village: the noun marks the name and is no part of it."""
    kind = nouns().get(doc[last - 1].lower_) if last - first > 1 else None
    return kind is not None and kind.sort in _SORTS and kind.marks(fold(doc[first : last - 1].text))


def _is_known(doc: Doc, first: int, last: int) -> bool:
    """True for a name that the tables have as it stands, compass word and noun of kind included."""
    name = fold(doc[first:last].text)
    return name in countries() or name in regions() or name in areas() or bool(cities(name))
