"""The words of lexicons/periods.toml that stand around times, and which of them a text ends or begins with."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from factcheck.lexicons import load


@functools.cache
def words(table: str, key: str) -> frozenset[str]:
    """A list of the lexicon, for membership only."""
    return frozenset(load("periods")[table][key])


@functools.cache
def phrases(table: str, key: str) -> tuple[str, ...]:
    """A list of the lexicon, the longest first, as `ending` and `beginning` want it."""
    return _longest_first(load("periods")[table][key])


@functools.cache
def prepositions() -> tuple[str, ...]:
    """Words after which a month, a year or a season is a time, the longest first."""
    return _longest_first(load("periods")["class"]["prep"]["words"])


@functools.cache
def operators() -> dict[str, str]:
    """Words that open an interval to what they do ("as early as": since), the longest first."""
    listed = {word: entry["id"] for entry in load("periods")["operator"] for word in entry["words"]}
    return {word: listed[word] for word in _longest_first(listed)}


def _longest_first(listed: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(listed, key=lambda word: (-len(word), word)))


def ending(text: str, listed: Iterable[str]) -> str | None:
    """Of words or phrases, the longest that a text ends with."""
    tail = text.rstrip().lower()
    for word in listed:
        if tail.endswith(word) and (len(tail) == len(word) or not tail[-len(word) - 1].isalnum()):
            return word
    return None


def beginning(text: str, listed: Sequence[str]) -> str | None:
    """Of words or phrases, the longest that a text begins with."""
    head = text.lstrip().lower()
    for word in listed:
        if head.startswith(word) and not head[len(word) : len(word) + 1].isalnum():
            return word
    return None
