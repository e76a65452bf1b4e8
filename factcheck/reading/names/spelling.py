"""Runs of tokens that may be a name, as they are written and as they are looked up."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.reading.names.gazetteer import cities, countries, fold, regions

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 8


@functools.cache
def particles(sort: str) -> frozenset[str]:
    """Small words of names, by sort: inner, articles or unlettered."""
    listed: dict[str, list[str]] = lexicons.load("places")["particles"]
    return frozenset(listed[sort])


def starts(doc: Doc, i: int) -> bool:
    """True when a name may begin at token i: a capital, or an Arabic article hyphened to one; found once a parse."""
    found: list[bool] | None = doc.user_data.get("factcheck.starts")
    if found is None:
        found = [_starts(doc, token) for token in range(len(doc))]
        doc.user_data["factcheck.starts"] = found
    return found[i]


def _starts(doc: Doc, i: int) -> bool:
    text = doc[i].text
    if text[0].isupper():
        return True
    if text in particles("articles") and i + 2 < len(doc) and doc[i + 1].text == "-":
        return bool(doc[i + 2].text[0].isupper())
    head, _, tail = text.partition("-")
    return head in particles("articles") and tail[:1].isupper()


def runs(doc: Doc, i: int) -> list[tuple[int, str, str]]:
    """(end, text, folded) of the runs of tokens from i that may be a name, longest first; found once a parse."""
    memory = doc.user_data.setdefault("factcheck.runs", {})
    if i not in memory:
        memory[i] = list(_runs(doc, i))
    found: list[tuple[int, str, str]] = memory[i]
    return found


def _runs(doc: Doc, i: int) -> Iterator[tuple[int, str, str]]:
    ends = []
    j = i
    while j < len(doc) and j - i < LONGEST and (_inside(doc, i, j) or (j > i and owns(doc, j))):
        j += 1
        if doc[j - 1].text[0].isupper() or doc[j - 1].text[0].isdecimal() or _hyphened(doc, j - 1):
            ends.append(j)
    for end in reversed(ends):
        text = doc[i:end].text
        folded = fold(text)
        if folded:
            yield end, text, folded


def _inside(doc: Doc, i: int, j: int) -> bool:
    text = doc[j].text
    if text == "-":  # inside a word, not a dash between words
        return not doc[j].whitespace_ and not doc[j - 1].whitespace_
    if text == "the":  # "the Trust for the Sea", but not "Harbour Project the Coast Guard"
        return j > i and doc[j - 1].text in particles("joining")
    if text[0].isupper() or text in particles("inner") or _hyphened(doc, j):
        return True
    if j == i:
        return starts(doc, i)
    return (text[0].isdecimal() and len(text) < 4) or text.rpartition("-")[2][:1].isupper()


@functools.cache
def _owners() -> frozenset[str]:
    listed: dict[str, list[str]] = lexicons.load("places")["titles"]
    return frozenset(listed["owners"])


def _is_place(folded: str) -> bool:
    return folded in countries() or folded in regions() or bool(cities(folded))


def owns(doc: Doc, i: int) -> bool:
    """True for a possessive at token i inside a body's name: "Dockers' Union", "St X's Hospital"."""
    if not 0 < i < len(doc) - 1 or doc[i].text not in ("'", "'s") or not doc[i + 1].text[0].isupper():
        return False
    owner = doc[i - 1]
    if not owner.text[0].isupper() or _is_place(fold(owner.text)):
        return False
    holy = i > 1 and doc[i - 2].lower_ in ("st", "st.", "saint")
    return holy or (doc[i].text == "'" and owner.text.endswith("s")) or owner.lower_ in _owners()


def _hyphened(doc: Doc, j: int) -> bool:
    """True for the small end of a hyphened given name ("Soo-min")."""
    before = doc[j - 1] if j > 1 else None
    return before is not None and before.text == "-" and before.dep_ == "punct" and doc[j].pos_ == "PROPN"


_SOUNDS = (("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("dj", "j"), ("q", "k"), ("g", "k"))
_VOWELS = {"a": "a", "e": "i", "i": "i", "y": "i", "o": "u", "u": "u"}


@functools.lru_cache(maxsize=5_000)
def heard(folded: str) -> str:
    """What two romanisations of one name share; empty where that is too little to tell names apart.

    The consonants without doubling, with those that romanisations interchange (q, k, g; dh, d) as one, and the sort of
    the first vowel and of one that ends it, by which "Hassan" is not "Hussein" and "Carla" not "Carlo".
    """
    sound = "".join(word for word in folded.split() if word not in particles("articles"))
    for written, spoken in _SOUNDS:
        sound = sound.replace(written, spoken)
    sound = "".join(letter for i, letter in enumerate(sound) if i == 0 or letter != sound[i - 1]).removesuffix("h")
    vowels = [_VOWELS[letter] for letter in sound if letter in _VOWELS]
    bare = "".join(letter for letter in sound if letter not in _VOWELS)
    return f"{bare}-{vowels[0]}{_VOWELS.get(sound[-1], '')}" if vowels and len(bare) > 2 else ""


@functools.lru_cache(maxsize=20_000)
def unpossessed(folded: str) -> str | None:
    """The name whose possessive lost its apostrophe ("Norways"), or none."""
    return folded[:-1] if folded.endswith("s") and len(folded) > 4 else None
