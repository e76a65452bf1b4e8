"""Word lists of the lexicons, ready to be asked: is this token, or the run of words that starts here, one of them?

A parse is gone through once for each lexicon; what was found is kept with the parse, and every question is a look-up.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from factcheck import lexicons

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Runs = dict[int, int]  # the index of a run's first token -> how many tokens it covers, in the order of the text
_Phrases = dict[str, tuple[tuple[str, tuple[str, ...]], ...]]  # first word -> (entry, words), the longest first

listed = lexicons.words


def is_listed(token: Token, lexicon: str, entry: str) -> bool:
    """True if the token's word or lemma is one of the entry's words."""
    words = listed(lexicon, entry)
    return token.lower_ in words or token.lemma_.lower() in words


def run_at(doc: Doc, index: int, lexicon: str, entry: str) -> int:
    """How many tokens an entry's phrase covers that starts at `index`, the longest first; 0 if none does."""
    return runs(doc, lexicon, entry).get(index, 0)


def find_run(doc: Doc, first: int, last: int, lexicon: str, entry: str) -> tuple[int, int] | None:
    """The first run of an entry's words in tokens [first, last), as (start, end)."""
    for index, length in runs(doc, lexicon, entry).items():
        if first <= index and index + length <= last:
            return index, index + length
    return None


def runs(doc: Doc, lexicon: str, entry: str) -> Runs:
    """Every run of an entry's words in a parse; KeyError if the lexicon has no such entry."""
    key = f"runs of {lexicon}"
    found: dict[str, Runs] | None = doc.user_data.get(key)
    if found is None:
        found = doc.user_data[key] = _search(doc, lexicon)
    if entry not in found:
        listed(lexicon, entry)
        return {}
    return found[entry]


def _search(doc: Doc, lexicon: str) -> dict[str, Runs]:
    phrases = _phrases(lexicon)
    forms = [(token.lower_, token.lemma_.lower()) for token in doc]
    found: dict[str, Runs] = {}
    for index, (word, lemma) in enumerate(forms):
        for first in (word,) if word == lemma else (word, lemma):
            for entry, parts in phrases.get(first, ()):
                here = found.get(entry)
                if (here is None or index not in here) and (len(parts) == 1 or _follows(forms, index, parts)):
                    found.setdefault(entry, {})[index] = len(parts)
    return found


def _follows(forms: list[tuple[str, str]], index: int, parts: tuple[str, ...]) -> bool:
    """True if the words after the first of a phrase stand after `index`."""
    there = forms[index + 1 : index + len(parts)]
    return len(there) == len(parts) - 1 and all(part in form for part, form in zip(parts[1:], there, strict=True))


@functools.cache
def _phrases(lexicon: str) -> _Phrases:
    phrases: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name in dict.fromkeys(item["id"] for item in lexicons.entries(lexicon) if "words" in item):
        for phrase in sorted(listed(lexicon, name), key=lambda item: (-len(item.split()), item)):
            parts = tuple(phrase.split())
            phrases.setdefault(parts[0], []).append((name, parts))
    return {first: tuple(found) for first, found in phrases.items()}
