"""Finds the phrases of lexicons/quantities.toml beside a number: the longest that ends or begins at a piece."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.lexicons import entries
from factcheck.reading.quantities.pieces import Piece, words_of


@dataclass(frozen=True)
class Phrase:
    """An entry's phrase found in pieces [first, last)."""

    id: str
    first: int
    last: int


@functools.cache
def of_kind(kind: str, place: str = "") -> tuple[dict[str, Any], ...]:
    """The entries of a kind, in the file's order."""
    return tuple(entry for entry in entries("quantities") if entry["kind"] == kind and entry.get("place", "") == place)


@functools.cache
def words(kind: str, id: str = "") -> frozenset[str]:
    """All words of a kind, or of one of its entries."""
    return frozenset(word for entry in of_kind(kind) if id in ("", entry["id"]) for word in entry["words"])


@dataclass(frozen=True)
class _Table:
    """Phrases to the ids of their entries. By their first and last words most places are given up at once."""

    phrases: dict[tuple[str, ...], str]
    longest: int
    firsts: frozenset[str]
    lasts: frozenset[str]


@functools.cache
def _table(kind: str, place: str, id: str) -> _Table:
    phrases: dict[tuple[str, ...], str] = {}
    for entry in of_kind(kind, place):
        if id in ("", entry["id"]):
            for phrase in entry["words"]:
                phrases.setdefault(words_of(phrase), entry["id"])
    longest = max((len(key) for key in phrases), default=0)
    return _Table(phrases, longest, frozenset(key[0] for key in phrases), frozenset(key[-1] for key in phrases))


def first_words(kind: str) -> frozenset[str]:
    """The words that phrases of a kind begin with."""
    return _table(kind, "", "").firsts


def ending(pieces: Sequence[Piece], end: int, kind: str, place: str = "", id: str = "") -> Phrase | None:
    """The longest phrase whose last piece is the one before `end`."""
    table = _table(kind, place, id)
    if end < 1 or pieces[end - 1].lower not in table.lasts:
        return None
    for length in range(min(table.longest, end), 0, -1):
        key = tuple(piece.lower for piece in pieces[end - length : end])
        if key in table.phrases:
            return Phrase(table.phrases[key], end - length, end)
    return None


def starting(pieces: Sequence[Piece], start: int, kind: str, place: str = "", id: str = "") -> Phrase | None:
    """The longest phrase whose first piece is at `start`."""
    table = _table(kind, place, id)
    if start >= len(pieces) or pieces[start].lower not in table.firsts:
        return None
    for length in range(min(table.longest, len(pieces) - start), 0, -1):
        key = tuple(piece.lower for piece in pieces[start : start + length])
        if key in table.phrases:
            return Phrase(table.phrases[key], start, start + length)
    return None
