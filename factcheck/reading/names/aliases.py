"""Other names that an article itself gives: "X (Y)", "X, known as Y", initials, and unambiguous first words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.reading.names.candidates import Candidate
from factcheck.reading.names.gazetteer import fold
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
    for name in names:
        fuller = [other for other in names if other != name and _shortens(name, other, candidates[name].surface)]
        if not fuller and name in words("callback"):
            fuller = [other for other in names if other != name and name in other.split()]
        if len(fuller) == 1 and name not in found:
            found[name] = fuller[0]
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
        if doc[i].text == "(" and starts(doc, i + 1):
            close = next((j for j in range(i + 1, min(i + 8, len(doc))) if doc[j].text == ")"), None)
            inner = next(((end, text, name) for end, text, name in runs(doc, i + 1) if end == close), None)
            if inner and len(inner[2]) > 1 and (longer := _before(doc, i, inner[1])):
                yield longer, inner[2], _looks_like_short(inner[1], longer)
        else:
            comma = doc[i].text == ","
            start = _alias_start(doc, i + comma, 1 if comma else 2)
            inner = next(iter(runs(doc, start)), None) if start else None
            longer = _before(doc, i, "") if inner else None
            closed = inner and (not comma or (inner[0] < len(doc) and doc[inner[0]].text in (",", ".", ")", "-")))
            if inner and longer and closed:
                yield longer, inner[2], True


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in words("alias"))


def _alias_start(doc: Doc, i: int, shortest: int) -> int | None:
    """Where the other name begins, if a phrase such as "also known as" stands at i."""
    if i >= len(doc) or doc[i].lower_ not in _first_words():
        return None
    for length in range(3, shortest - 1, -1):
        if " ".join(token.lower_ for token in doc[i : i + length]) in words("alias"):
            start = i + length
            if start < len(doc) and doc[start].lower_ == "the":
                start += 1
            return start if start < len(doc) and starts(doc, start) else None
    return None


def _before(doc: Doc, i: int, other: str) -> str | None:
    """The name that ends just before token i. For an acronym, the run whose initials it has; else the longest run."""
    closing = '"' if doc[i - 1].text == '"' else ""
    end = i - 1 if closing else i
    found = None
    for first in range(max(0, end - 9), end):
        if not starts(doc, first) or doc[first].lower_ == "the":
            continue
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


def _shortens(name: str, longer: str, surface: str) -> bool:
    if surface.replace(".", "").isupper() and 2 <= len(name) <= 6:
        return initials(longer) == name and " " in longer
    common = (*nouns(), *(words[-1] for words in heads()))
    return longer.startswith(f"{name} ") and len(name) > 3 and name not in common
