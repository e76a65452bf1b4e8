"""What the words around one mention of a name say about its kind: a title, an age, "in", "shares", a role beside it."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.reading.names import gazetteer
from factcheck.reading.names.gazetteer import countries, nationalities
from factcheck.reading.names.institutions import heads, known, words
from factcheck.reading.names.kinds import nouns
from factcheck.reading.names.name_spans import titles

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AGES = range(3, 111)  # years
_APPOSITION = 4  # words after the comma in which its noun comes


def located(doc: Doc, first: int) -> bool:
    """True where the name at token `first` stands behind a preposition of place."""
    return bool(first and doc[first - 1].lower_ in _locative())


def speaks_for(doc: Doc, first: int, last: int, folded: str) -> Counter[str]:
    """Votes by kind that the words around the name at tokens [first, last) give."""
    before = doc[first - 1].lower_ if first else ""
    after = doc[last].lower_ if last < len(doc) else ""
    votes: Counter[str] = Counter()
    votes["person"] += _title(doc, first, last, folded) + _told_of(doc, last, folded)
    marker = nouns().get(doc[first - 2].lower_) if first > 1 and before == "of" else None
    if marker and marker.sort in ("settlement", "quarter", "region", "landmark") and not marker.listed:
        votes["place"] += 3
    if last - first > 1 and folded.split()[0] in _fronts():
        votes["place"] += 3
    if before in nouns() and nouns()[before].sort == "landmark" and doc[first - 1].text.islower():
        votes["place"] += 3  # "the river X"
    if after in nouns() and nouns()[after].marks(folded) and folded not in gazetteer.peoples():
        votes["place"] += 2
    if before in ("in", "near") and (folded,) not in heads():
        votes["place"] += 2
    votes["organisation"] += _body(doc, first, last, folded)
    votes["thing"] += _thing(doc, first, last)
    return +votes


def _title(doc: Doc, first: int, last: int, folded: str) -> int:
    """Votes for a person by what stands before: "Mr", "Judge", "the judge,", "manager"."""
    before = doc[first - 1].lower_ if first else ""
    single = last - first == 1
    if before in titles("words"):
        capital = single and doc[first - 1].text[0].isupper()
        return 3 if before in titles("honorifics") or capital else 1
    if single and last < len(doc) and doc[last].lower_ in titles("owned") and not _national(folded):
        return 3
    # "Ann Lowe, reporter, Radio West" goes on with the body.
    apposed = first > 2 and before == "," and last - first < 4 and doc[first - 3].text != ","
    role = doc[first - 2].lower_ if apposed else before
    return 2 if (role in _roles() or (apposed and role in titles("words"))) and not _speaks_otherwise(folded) else 0


def _told_of(doc: Doc, last: int, folded: str) -> int:
    """Votes for a person by what follows: an age, "who", "whose", "a farmer"."""
    if last + 2 >= len(doc) or doc[last].text not in (",", "(") or _speaks_otherwise(folded):
        return 0
    word, behind = doc[last + 1], doc[last + 2]
    text = word.text.split("-")[0]
    if text.isdecimal() and int(text) in _AGES and (behind.text in (",", ".", ")", "-") or "-year" in word.text):
        return 4
    if word.lower_ == "aged":
        return 4
    if word.lower_ in ("who", "whose"):
        return 2
    if word.lower_ in ("a", "an", "the", "his", "her"):
        for i in range(last + 2, min(last + 2 + _APPOSITION, len(doc))):
            if doc[i].pos_ == "NOUN" and (i + 1 == len(doc) or doc[i + 1].pos_ not in ("NOUN", "PROPN")):
                return 2 if doc[i].lower_ in _roles() else 0
    return 0


def _body(doc: Doc, first: int, last: int, folded: str) -> int:
    """Votes for a body by the noun before a name, by what it is said to have, and by its own last word."""
    ends = folded.split()[-1]
    single = last - first == 1
    if any(doc[i].lower_ in words("callback") for i in range(first, last)) and not single:
        return 3
    if not single and (ends in words("company") or (ends,) in heads()):
        return 3
    if not single and doc[first].ent_type_ == "PERSON" and folded.split()[0] in nationalities():
        return 3  # "Kenyan Railways"
    before = doc[first - 1].lower_ if first else ""
    after = doc[last].lower_ if last < len(doc) else ""
    if _speaks_otherwise(folded) or folded in known():
        return 0
    return 2 * (before in words("company", "before") or after in words("company", "behind"))


def _thing(doc: Doc, first: int, last: int) -> int:
    """Votes for a thing with a name of its own: "the ferry X", "Hurricane X", "X Express"."""
    marks = {doc[first].lower_} | ({doc[first - 1].lower_} if first else set())
    behind = doc[last - 1].lower_ in words("things", "behind") and last - first > 1
    return 4 if behind or marks & words("things") else 0


def _national(folded: str) -> bool:
    return folded in countries() or folded in nationalities()


def _speaks_otherwise(folded: str) -> bool:
    """True for a name of the tables, or a word for a body, which a role beside it does not make a person."""
    listed = gazetteer.cities(folded) or gazetteer.regions().get(folded)
    return bool(listed or _national(folded) or folded in words("callback"))


@functools.cache
def _roles() -> frozenset[str]:
    """Single words for what one human being is or does."""
    return frozenset(
        word
        for entry in lexicons.entries("roles")
        if entry["kind"] in ("role", "voice", "person")
        for word in entry["words"]
        if " " not in word and word not in titles("words") and word not in words("company", "before")
    )


@functools.cache
def _fronts() -> frozenset[str]:
    return frozenset(lexicons.load("places")["fronts"]["words"])


@functools.cache
def _locative() -> frozenset[str]:
    return frozenset(lexicons.load("places")["prepositions"]["locative"])
