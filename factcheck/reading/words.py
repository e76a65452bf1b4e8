"""Word lists of the lexicons, ready to be asked: is this token, or the run of words that starts here, one of them?"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from factcheck import lexicons

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


listed = lexicons.words


def is_listed(token: Token, lexicon: str, entry: str) -> bool:
    """True if the token's word or lemma is one of the entry's words."""
    words = listed(lexicon, entry)
    return token.lower_ in words or token.lemma_.lower() in words


@functools.cache
def _runs(lexicon: str, entry: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    runs: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(listed(lexicon, entry), key=lambda item: (-len(item.split()), item)):
        parts = tuple(phrase.split())
        runs.setdefault(parts[0], []).append(parts)
    return {first: tuple(found) for first, found in runs.items()}


def run_at(doc: Doc, index: int, lexicon: str, entry: str) -> int:
    """How many tokens an entry's phrase covers that starts at `index`, the longest first; 0 if none does."""
    token = doc[index]
    runs = _runs(lexicon, entry)
    for first in dict.fromkeys((token.lower_, token.lemma_.lower())):
        for parts in runs.get(first, ()):
            if all(
                index + step < len(doc) and part in (doc[index + step].lower_, doc[index + step].lemma_.lower())
                for step, part in enumerate(parts)
            ):
                return len(parts)
    return 0


def find_run(doc: Doc, first: int, last: int, lexicon: str, entry: str) -> tuple[int, int] | None:
    """The first run of an entry's words in tokens [first, last), as (start, end)."""
    for index in range(first, last):
        length = run_at(doc, index, lexicon, entry)
        if length and index + length <= last:
            return index, index + length
    return None
