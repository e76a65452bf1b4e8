"""Other names that an article itself gives: "X (Y)", "X, known as Y", initials, and unambiguous first words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.reading.names.candidates import Candidate
from factcheck.reading.names.gazetteer import countries, fold, nationalities
from factcheck.reading.names.institutions import heads, words
from factcheck.reading.names.kinds import nouns
from factcheck.reading.names.spelling import particles, runs, starts
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}$|[A-Z][A-Za-z]{1,9}$")


def aliases(blocks: Sequence[Block], candidates: Mapping[str, Candidate]) -> dict[str, str]:
    """Folded other name to the folded longest name."""
    found: dict[str, str] = {}
    for block in blocks:
        for longer, other, sure in _given(block.doc):
            if not sure and not _both_bodies(candidates, longer, other):
                continue
            if other != longer and other not in found and longer not in found:
                found[other] = longer
    names = [name for name, item in candidates.items() if item.kind() in ("organisation", None)]
    acronyms = [name for name, item in candidates.items() if name not in names and _is_acronym(name, item.surface)]
    for name in (*names, *acronyms):
        fuller = [other for other in names if other != name and _shortens(name, other, candidates[name].surface)]
        if not fuller and name in words("callback"):
            fuller = [other for other in names if other != name and name in other.split()]
        if len(fuller) == 1 and name not in found:
            found[name] = fuller[0]
    for name in names:
        bare = name.rpartition(" ")[0] if name.split()[-1] in words("company") else ""
        if bare and bare not in candidates:
            found.setdefault(bare, name)
    return {other: _last(found, name) for other, name in found.items()}


def _last(found: Mapping[str, str], name: str) -> str:
    seen = [name]
    while found.get(name, name) not in seen:
        name = found[name]
        seen.append(name)
    return name


def _given(doc: Doc) -> Iterator[tuple[str, str, bool]]:
    """(longer, other, whether it is surely another name) of each bracket or "known as" after a name."""
    for i in range(1, len(doc) - 1):
        bracket = doc[i].text == "(" and _alias_start(doc, i + 1, 1)
        if doc[i].text == "(" and starts(doc, i + 1) and not bracket:
            close = next((j for j in range(i + 1, min(i + 8, len(doc))) if doc[j].text == ")"), None)
            inner = next(((end, text, name) for end, text, name in runs(doc, i + 1) if end == close), None)
            if inner and inner[1][1:2] != "-" and len(inner[2]) > 1 and (longer := _before(doc, i, inner[1])):
                yield longer, inner[2], _looks_like_short(inner[1], longer)
        else:
            comma = doc[i].text in (",", "-", "(")
            start = _alias_start(doc, i + comma, 1 if comma else 2)
            inner = next(iter(runs(doc, start)), None) if start else None
            longer = _before(doc, i, "") if inner else None
            closed = inner and (not comma or (inner[0] < len(doc) and doc[inner[0]].text in (",", ".", ")", "-", ";")))
            if inner and longer and closed:
                short = _phrase_at(doc, i + comma, "shortens", 1)
                yield (inner[2], longer, True) if short else (longer, inner[2], True)


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for sort in ("words", "shortens") for phrase in words("alias", sort))


def _alias_start(doc: Doc, i: int, shortest: int) -> int | None:
    """Where the other name begins, if a phrase such as "also known as" stands at i."""
    start = _phrase_at(doc, i, "words", shortest) or _phrase_at(doc, i, "shortens", shortest)
    if start is not None and start < len(doc) and doc[start].lower_ == "the":
        start += 1
    return start if start is not None and start < len(doc) and starts(doc, start) else None


def _phrase_at(doc: Doc, i: int, sort: str, shortest: int) -> int | None:
    """Where a phrase of the lexicon that begins at token i ends."""
    if i >= len(doc) or doc[i].lower_ not in _first_words():
        return None
    for length in range(4, shortest - 1, -1):
        if " ".join(token.lower_ for token in doc[i : i + length]) in words("alias", sort):
            return i + length
    return None


def _before(doc: Doc, i: int, other: str) -> str | None:
    """The name that ends just before token i. For an acronym, the run whose initials it has; else the longest run."""
    closing = '"' if doc[i - 1].text == '"' else ""
    end = i - 1 if closing else i
    found = None
    for first in range(max(0, end - 9), end):
        if not starts(doc, first) or doc[first].lower_ == "the":
            continue
        if doc[first - 1].text in ("'s", "'") and end - first == 1 and first:
            continue  # the last word of a name that a possessive parts
        name = next((folded for stop, _, folded in runs(doc, first) if stop == end), None)
        if name is None:
            continue
        if other and _ACRONYM.match(other) and initials(name) == fold(other).replace(" ", ""):
            return name
        found = found or (name if " " in name or not other else None)
    return found


def _both_bodies(candidates: Mapping[str, Candidate], longer: str, other: str) -> bool:
    """True when both are bodies and the other is one word; a bracket behind a person holds a party."""
    pair = candidates.get(longer), candidates.get(other)
    return " " not in other and all(item is not None and item.kind() == "organisation" for item in pair)


def _looks_like_short(other: str, longer: str) -> bool:
    letters = fold(other).replace(" ", "")
    whole = longer.replace(" ", "")
    position = -1
    for letter in letters:  # "NORDCOM" of "Nordic Command": its letters in order, from the first
        position = whole.find(letter, position + 1)
        if position < 0:
            return False
    return whole.startswith(letters[:1])


def initials(name: str) -> str:
    """First letters of a folded name's words, small ones left out."""
    return "".join(word[0] for word in name.split() if word not in particles("unlettered"))


def _is_acronym(name: str, surface: str) -> bool:
    return surface.replace(".", "").isupper() and 2 <= len(name) <= 6


def _shortens(name: str, longer: str, surface: str) -> bool:
    """True where a name is the initials, the first words, or the last words behind a state's name, of a longer one."""
    if _is_acronym(name, surface):
        return initials(longer) == name and " " in longer
    if longer.endswith(f" {name}") and " " in name:
        return _is_state(longer.removesuffix(f" {name}"))
    common = (*nouns(), *(words[-1] for words in heads()), "house")
    part = longer.split()[-1] in words("callback", "part")
    return longer.startswith(f"{name} ") and len(name) > 3 and name not in common and not part


def _is_state(folded: str) -> bool:
    return folded in countries() or folded in nationalities()
