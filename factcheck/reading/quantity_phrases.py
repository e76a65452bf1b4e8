"""Finds the phrases of lexicons/quantities.toml beside a number: the longest that ends or begins at a piece."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.lexicons import entries
from factcheck.reading.pieces import Piece, words_of


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


@functools.cache
def _phrases(kind: str, place: str, id: str) -> tuple[dict[tuple[str, ...], str], int]:
    table: dict[tuple[str, ...], str] = {}
    for entry in of_kind(kind, place):
        if id in ("", entry["id"]):
            for phrase in entry["words"]:
                table.setdefault(words_of(phrase), entry["id"])
    return table, max((len(key) for key in table), default=0)


def ending(pieces: Sequence[Piece], end: int, kind: str, place: str = "", id: str = "") -> Phrase | None:
    """The longest phrase whose last piece is the one before `end`."""
    table, longest = _phrases(kind, place, id)
    for length in range(min(longest, end), 0, -1):
        key = tuple(piece.lower for piece in pieces[end - length : end])
        if key in table:
            return Phrase(table[key], end - length, end)
    return None


def starting(pieces: Sequence[Piece], start: int, kind: str, place: str = "", id: str = "") -> Phrase | None:
    """The longest phrase whose first piece is at `start`."""
    table, longest = _phrases(kind, place, id)
    for length in range(min(longest, len(pieces) - start), 0, -1):
        key = tuple(piece.lower for piece in pieces[start : start + length])
        if key in table:
            return Phrase(table[key], start, start + length)
    return None
