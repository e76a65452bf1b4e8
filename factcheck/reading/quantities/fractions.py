"""Reads a fraction as it is written: half, a third, two thirds, three-quarters, 3/4, ¾, a hundredth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.lexicons import load
from factcheck.reading.quantities.pieces import Piece, is_hyphen

_TABLES = load("quantities")
_PARTS: dict[str, int] = _TABLES["fractions"]
_SIGNS: dict[str, list[int]] = _TABLES["signs"]
_SMALL: dict[str, int] = _TABLES["small"]
_ARTICLES = ("a", "an")
_SLASHED = (2, 3, 4, 5, 6, 8, 10)  # 3/4 and 7/8 are fractions, 9/11 is a day and 24/7 is always
_PLACES = 15  # decimal places kept of a part that has no end


@dataclass(frozen=True)
class Fraction:
    """Parts of one in pieces [first, last): `over` of `under`."""

    over: int
    under: int
    first: int
    last: int

    @property
    def value(self) -> Decimal:
        """As a part of one, rounded where it has no end."""
        return round(Decimal(self.over) / Decimal(self.under), _PLACES)


def fraction_at(pieces: Sequence[Piece], i: int) -> Fraction | None:
    """The fraction that begins at piece i; whether "third" is none but an ordinal is told by what stands around."""
    if i >= len(pieces):
        return None
    if pieces[i].text in _SIGNS:
        over, under = _SIGNS[pieces[i].text]
        return Fraction(over, under, i, i + 1)
    return _slashed(pieces, i) or _in_words(pieces, i)


def _in_words(pieces: Sequence[Piece], i: int) -> Fraction | None:
    word, at, over = pieces[i].lower, i, 1
    if word in _ARTICLES:
        at += 1
    elif word in _SMALL and 0 < _SMALL[word] < 10:
        over, at = _SMALL[word], i + 1
        at += is_hyphen(pieces, at)
    if at >= len(pieces) or pieces[at].lower not in _PARTS:
        return None
    part = pieces[at].lower
    if at == i and part != "half":
        return None
    if (over > 1) != (part.endswith("s") or part == "halves") or over >= _PARTS[part]:
        return None
    return Fraction(over, _PARTS[part], i, at + 1)


def _slashed(pieces: Sequence[Piece], i: int) -> Fraction | None:
    """3/4, and no part of a date or a code."""
    run = pieces[i : i + 3]
    if len(run) < 3 or run[1].text != "/" or not (run[1].glued and run[2].glued):
        return None
    if not (run[0].text.isdecimal() and run[2].text.isdecimal()):
        return None
    over, under = int(run[0].text), int(run[2].text)
    after = pieces[i + 3] if i + 3 < len(pieces) else None
    goes_on = after is not None and after.glued and (after.text.isalnum() or after.text in "/-")
    return Fraction(over, under, i, i + 3) if 0 < over < under and under in _SLASHED and not goes_on else None
