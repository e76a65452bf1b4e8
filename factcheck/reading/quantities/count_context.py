"""A number in its paragraph, of which is asked what it counts, and the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading.quantities import parts
from factcheck.reading.quantities.bounds import Interval
from factcheck.reading.quantities.counted_noun import Noun
from factcheck.reading.quantities.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Counted:
    """What a number counts, and the piece where its phrase ends."""

    noun: Noun | None
    last: int
    additional: bool = False
    part: bool = False
    share_of: str | None = None


@dataclass(frozen=True)
class Whole:
    """The count that was read before: what a number without a noun may be a part of."""

    noun: Noun
    first: int
    part: bool


@dataclass(frozen=True)
class Number:
    """An interval of a paragraph of which is asked what it counts.

    `last`: the piece where its noun would begin; `additional`: it is told on top of another ("12 more").
    """

    doc: Doc
    pieces: Sequence[Piece]
    found: Interval
    whole: Whole | None
    last: int
    additional: bool

    def word(self, at: int) -> str:
        """The piece at a place in lower case; empty outside the paragraph."""
        return self.pieces[at].lower if 0 <= at < len(self.pieces) else ""

    def token(self, at: int) -> int:
        """The token of a piece; the end of the paragraph behind its last."""
        return self.pieces[at].token if at < len(self.pieces) else len(self.doc)

    def piece_after(self, token: int) -> int:
        """The first piece behind a token."""
        return next((k for k, piece in enumerate(self.pieces) if piece.token > token), len(self.pieces))

    def closed(self, noun: Noun | None, last: int) -> Counted:
        """With what stands behind the noun: 11 children among them, one in five children."""
        share_of = noun.lemma if noun and self.found.amount.kind in ("ratio", "share") else None
        part = share_of is not None or parts.cue_behind(self.doc, self.pieces, last)
        return Counted(noun, last, self.additional, part, share_of)
