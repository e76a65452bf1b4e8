"""Words that a paper sets in capitals for show, at the start of a story or in a headline, in the case they would have.

"MARTHA QUILL, who ran the shop, …" and "A DRIVER has been …" are habits of layout. How the article writes a word
elsewhere tells a name from a common word and both from an acronym; what it tells nothing of stays as it is written. The
letters stay in their places: the parse alone reads them so, the source's text is not touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.reading import counted
from factcheck.reading.names.gazetteer import countries
from factcheck.reading.names.institutions import known

_WORD = re.compile(r"[A-Za-z]+")
_SHORTEST = 4  # letters of a word that a headline of capitals alone makes a common one
_FEWEST = 3  # words of a headline whose capitals are layout
_GIVEN = 3  # letters of a given name that only its surname tells of
_CAPITALS = r"[A-Z]+(?:['’-][A-Z]+)*"
# Not "KARLOW (Agency)", "KARLOW - The mayor", "KARLOW, Ruritania": a town that a report is from.
_OPENING = re.compile(rf"\W*{_CAPITALS}(?: {_CAPITALS})*(?=['’]s\b| [A-Za-z]|, (?:[a-z]|(?:aged )?\d+,))")
_AGE = re.compile(r", (?:aged )?\d{1,3},")
_NAME = 2  # words of a person's name before an age
_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")  # not the first word of a sentence


@dataclass(frozen=True)
class Usage:
    """How a text writes its words where nothing but the words asks for a capital, and how it writes them at all."""

    small: Counter[str]
    names: Counter[str]
    capital: frozenset[str]
    acronyms: frozenset[str]


def usage(bodies: Iterable[str], whole: str) -> Usage:
    """The usage of an article: paragraphs of its body without their openings, and for names the whole of it."""
    small: Counter[str] = Counter()
    names: Counter[str] = Counter()
    acronyms: set[str] = set()
    for part in bodies:
        opening = _OPENING.match(part)
        rest = part[opening.end() :] if opening else part
        words = _WORD.findall(rest)
        small.update(word for word in words if word.islower())
        names.update(word.lower() for word in _WITHIN.findall(rest))
        acronyms.update(word.lower() for word in words if word.isupper() and len(word) > 1)
    capital = frozenset(word.lower() for word in _WORD.findall(whole) if word.istitle() and len(word) > 1)
    return Usage(small, names, capital, frozenset(acronyms))


def lowered(text: str, use: Usage, *, headline: bool) -> str:
    """A paragraph with the capitals of its layout as small letters, one for one."""
    if headline:
        words = _WORD.findall(text)
        shown = len(words) >= _FEWEST and text.isupper()
        return _rewritten(text, use, rest=True) if shown else text
    opening = _OPENING.match(text)
    if opening is None:
        return text
    aged = _NAME if _AGE.match(text, opening.end()) else 0
    return _rewritten(opening[0], use, rest=False, named=aged) + text[opening.end() :]


def _rewritten(text: str, use: Usage, *, rest: bool, named: int = 0) -> str:
    """Each word as the article writes it; `rest`: a word of which it tells nothing is a common one; `named`: so many
    words at the end, of which it tells nothing, are a name.
    """
    places = list(_WORD.finditer(text))
    cases = [_case(place[0].lower(), use, rest=rest) for place in places]
    letters = list(text)
    for number, place in enumerate(places):
        case = cases[number]
        given = number + 1 < len(places) and cases[number + 1] == "name"
        if case is None and len(place[0]) >= _GIVEN and (given or number >= len(places) - named):
            case = "name" if place[0].lower() not in known() and place[0].lower() not in use.acronyms else None
        if place.start() and text[place.start() - 1] in "'’" and len(place[0]) == 1:
            case = "small"  # the s of "ROVERS'S"
        if case == "name" or (case == "small" and number == 0):
            letters[place.start() + 1 : place.end()] = place[0][1:].lower()
        elif case == "small":
            letters[place.start() : place.end()] = place[0].lower()
    return "".join(letters)


def _case(word: str, use: Usage, *, rest: bool) -> str | None:
    """How the article writes a word of capitals elsewhere: as a name, small, or in capitals too (none)."""
    if word in use.acronyms or word in known() or (word in countries() and word not in use.names):
        return None
    if use.names[word] > use.small[word]:
        return "name"
    if use.small[word] or _is_people(word) or (rest and _is_common(word, use)):
        return "small"
    return "name" if word in use.capital else None


def _is_people(word: str) -> bool:
    return any(counted.is_people(counted.classify(form)) for form in (word, word.removesuffix("s")))


def _is_common(word: str, use: Usage) -> bool:
    return len(word) >= _SHORTEST and word not in use.capital
