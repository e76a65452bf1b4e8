"""Forms: the stem by which two words are known as forms of one, "investigate" and "investigation"."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import snowballstemmer

_SNOWBALL = snowballstemmer.stemmer("english")
_LONGEST = 6  # letters: Snowball leaves Norway and Norwegian, a country and its people, two stems
_SHORTEST = 3  # letters of a word that has one


def stems(words: Iterable[str]) -> set[str]:
    """The stems of words of three letters and more."""
    return {stem(word) for word in words if len(word) >= _SHORTEST}


@functools.cache
def stem(word: str) -> str:
    """A word, in small letters, without its ending."""
    found: str = _SNOWBALL.stemWord(word.casefold())
    return found[:_LONGEST]
