"""Votes and scores ("56-43", "a vote of 54 to 46"): two amounts, where a word of the sentence says which they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.lexicons import load
from factcheck.reading.quantities import counted_noun
from factcheck.reading.quantities.measures import unit_at
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS = ("vote", "score")
AGAINST = " against"  # of the smaller number of the two
_NEAR = 3  # words from "vote" to "54 to 46", which without it would be a range
_LONGEST = 3  # digits of a vote or score


def number(piece: Piece) -> int | None:
    """The number that a side may have in a vote or score, in figures or as one word."""
    if piece.text.isdecimal() and len(piece.text) <= _LONGEST:
        return int(piece.text)
    value = load("quantities")["small"].get(piece.lower)
    return None if value is None else int(value)


def for_and_against(pieces: Sequence[Piece], i: int) -> int | None:
    """Where the second number stands in "36 for and 28 against", whose first is piece i."""
    if number(pieces[i]) is None or i + 1 >= len(pieces) or pieces[i + 1].lower not in words("ballot_for"):
        return None
    at = i + 2
    while at < len(pieces) and pieces[at].lower in words("ballot_joiner"):
        at += 1
    against = at + 1 < len(pieces) and at > i + 2 and pieces[at + 1].lower in words("ballot_against")
    return at if against and number(pieces[at]) is not None else None


def contest_at(doc: Doc, pieces: Sequence[Piece], i: int) -> str | None:
    """vote or score where pieces i and i + 2 are the two numbers of one; none for ranges, codes and all else."""
    run = pieces[i : i + 3]
    if len(run) < 3 or not _is_pair(pieces, i):
        return None
    if unit_at(pieces, i + 3) is not None:
        return None  # "lost 12-15 percent"
    kind = _told(doc, run)
    after = counted_noun.following(doc, pieces[i + 3].token) if i + 3 < len(pieces) else None
    # "lost 20-30 fighters" is a range of fighters.
    return kind if after is None or after.lemma in words("contested") else None


def _is_pair(pieces: Sequence[Piece], i: int) -> bool:
    first, joiner, second = pieces[i : i + 3]
    if number(first) is None or number(second) is None or ((joiner.text == "-") and not first.text.isdecimal()):
        return False
    if joiner.text == "-":
        if not (joiner.glued and second.glued):
            return False
    elif joiner.lower != "to":
        return False
    code_before = first.glued and i > 0 and pieces[i - 1].text in "-/:."
    after = pieces[i + 3] if i + 3 < len(pieces) else None
    code_after = after is not None and after.glued and (after.text.isalnum() or after.text in "-/:")
    return not code_before and not code_after


def _told(doc: Doc, run: Sequence[Piece]) -> str | None:
    """The kind that the nearest word tells; between numbers that rise, "to" tells a range."""
    token = doc[run[0].token]
    near = list(token.sent)
    if run[1].text != "-":
        if (number(run[0]) or 0) <= (number(run[2]) or 0):
            return None
        near = list(doc[max(token.sent.start, token.i - _NEAR) : token.i])
    cues = [(abs(item.i - token.i), kind) for item in near for kind in KINDS if item.lower_ in words(kind)]
    return min(cues)[1] if cues else None
