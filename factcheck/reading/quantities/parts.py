"""Is an amount a part of one that was told before? "including 11 children", "of whom 12", "30 of them"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.reading.quantities.bounds import Interval
from factcheck.reading.quantities.counted_noun import Noun
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import ending, starting, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LIST = 14  # pieces from "including" to the last of its list
_LISTED = ("DET", "NOUN", "ADJ", "CCONJ", "NUM", "PROPN")


def is_part(doc: Doc, pieces: Sequence[Piece], found: Interval, noun: Noun | None) -> bool:
    """True where a cue before the amount, or before the list that it stands in, says so."""
    return has_cue(pieces, found) or (found.amount.unit is None and _is_listed(doc, pieces, found.first, noun))


def has_cue(pieces: Sequence[Piece], found: Interval) -> bool:
    """including 11; of whom about 12. "Included a 13-year ban" tells no part."""
    at = found.first
    while (filler := ending(pieces, at, "filler")) is not None:
        at = filler.first
    cue = ending(pieces, at, "part", id="before")
    return cue is not None and (found.amount.kind != "measure" or at == found.first)


def cue_behind(doc: Doc, pieces: Sequence[Piece], last: int) -> bool:
    """12 children among them; but in "12 people, among them four children" the four are the part."""
    cue = starting(pieces, last, "part", id="after")
    if cue is None:
        return False
    if cue.last >= len(pieces):
        return True
    follows = doc[pieces[cue.last].token]
    opens = follows.like_num or follows.pos_ in ("DET", "NUM")
    return not opens and starting(pieces, cue.last, "bound", "before") is None


def _is_listed(doc: Doc, pieces: Sequence[Piece], first: int, noun: Noun | None) -> bool:
    """including a man and two women: each of the list is a part; "and 40 others", "and 30 wounded" begin anew."""
    if noun is None or noun.lemma in words("nominal") or noun.lemma + "s" in words("pronominal"):
        return False
    if first == 0 or pieces[first - 1].lower not in words("joined"):
        return False
    for at in range(first - 1, max(0, first - _LIST), -1):
        if ending(pieces, at, "part", id="before") is not None:
            return True
        token = doc[pieces[at - 1].token]
        if token.pos_ not in _LISTED and token.text != ",":
            return False
    return False
