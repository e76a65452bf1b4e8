"""A number with what it is a number of: money, percent, a measure, an age, a share, or a vague word such as dozens."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.lexicons import load
from factcheck.reading.quantities.measures import Amount, first_marks, money_at, with_unit
from factcheck.reading.quantities.numerals import numeral_at
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import first_words, of_kind, starting
from factcheck.reading.quantities.shares import part_of_unit_at, ratio_at, share_at

_SCALES: dict[str, int] = {"dozen": 12, "hundred": 100, **load("quantities")["scales"]}


def amount_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """The amount that begins at piece i, or none."""
    if i >= len(pieces) or not _opens(pieces[i]):
        return None
    found = ratio_at(pieces, i) or _vague_at(pieces, i) or money_at(pieces, i)
    if found is not None:
        return found
    plain, share = _plain_at(pieces, i), part_of_unit_at(pieces, i) or share_at(pieces, i)
    # "half a million" is a number, "half of a village" a share.
    return plain if share is None or (plain is not None and plain.last > share.last) else share


def _opens(piece: Piece) -> bool:
    """False for the most of words and marks, which begin no amount."""
    return piece.text[0].isdecimal() or piece.text[0] == "." or piece.lower in _openers()


@functools.cache
def _openers() -> frozenset[str]:
    tables = load("quantities")
    listed = (word for name in ("small", "tens", "fractions", "signs") for word in tables[name])
    return frozenset(listed) | first_marks() | first_words("vague") | {"a", "an"}


def _plain_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    number = numeral_at(pieces, i)
    if number is None:
        return None
    amount = Amount("number", number.value, number.value, i, number.last, number.last, number.place, numeral=number)
    return with_unit(pieces, amount)


def _vague_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """dozens, several hundred, hundreds of thousands, a couple of million."""
    found = starting(pieces, i, "vague")
    if found is None:
        return None
    entry = next(item for item in of_kind("vague") if item["id"] == found.id)
    low, high, base, last = Decimal(entry["low"]), Decimal(entry["high"]), Decimal(entry.get("base", 1)), found.last
    while last < len(pieces) and (scale := _scale(pieces[last].lower, base)):
        low, high, base, last = low * scale, high * scale, base * scale, last + 1
    of = pieces[last - 1].lower == "of"
    scaled = base > entry.get("base", 1)
    if entry.get("needs") and not of and not scaled and starting(pieces, last, "additional", id="after") is None:
        return None
    end = last - 1 if of else last
    amount = Amount("vague", low, high, i, end, end, base, high_open=bool(entry.get("high_open")))
    further = end + 1 if end < len(pieces) and pieces[end].lower == "of" else end
    measured = with_unit(pieces, replace(amount, last=further))
    return measured if measured.unit else amount


def _scale(word: str, base: Decimal) -> int | None:
    """hundred after several; thousands after hundreds of: a word that multiplies what is vague already."""
    scale = _SCALES.get(word.removesuffix("s") if base > 1 else word)
    return scale if scale is not None and scale > base else None
