"""Cuts a paragraph into numbers, words and marks, finer than the parser does ("4.7bn", "20-30"), each in its token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

PIECE = re.compile(r"(?:(?<!\w)\.)?\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|[^\w\s]|[\d_]")


@dataclass(frozen=True)
class Piece:
    """A number, a word or a mark: characters [start, end) of the doc, in its token; `glued`: no blank before it."""

    text: str
    token: int
    start: int
    end: int
    glued: bool

    @cached_property
    def lower(self) -> str:
        return self.text.lower()


def split(doc: Doc) -> list[Piece]:
    """The pieces of a doc, in order."""
    starts = [token.idx for token in doc]
    text = doc.text  # joined anew from the tokens whenever it is asked for
    pieces: list[Piece] = []
    for match in PIECE.finditer(text):
        glued = match.start() > 0 and not text[match.start() - 1].isspace()
        token = bisect_right(starts, match.start()) - 1
        pieces.append(Piece(match.group(), token, match.start(), match.end(), glued))
    return pieces


def words_of(phrase: str) -> tuple[str, ...]:
    """A lexicon's phrase, cut the same way."""
    return tuple(match.group().lower() for match in PIECE.finditer(phrase))


def is_hyphen(pieces: Sequence[Piece], at: int) -> bool:
    """True for a hyphen at this place that joins what stands on both sides without a blank."""
    return at + 1 < len(pieces) and pieces[at].text == "-" and pieces[at].glued and pieces[at + 1].glued
