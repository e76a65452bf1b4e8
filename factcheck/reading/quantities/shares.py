"""Shares of a whole: half, two thirds, three-quarters, one in five, two out of three; and half of a unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.lexicons import load
from factcheck.reading.quantities.measures import PERCENT, Amount, unit_at
from factcheck.reading.quantities.numerals import numeral_at
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import starting

_FRACTIONS: dict[str, int] = load("quantities")["fractions"]
_SIGNS: dict[str, list[int]] = load("quantities")["signs"]
_HALF = "half"
# A fraction in words is said loosely: it stands for itself give or take a tenth of one of its parts.
_LOOSENESS = Decimal("0.2")
_ROUND_WHOLES = (10, 100)  # "nine in 10" is a share; "nine in 14" may be nine things in 14 others


def part_of_unit_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """half an hour, half a mile, a half-hour."""
    at = i + (pieces[i].lower == "a")
    if at >= len(pieces) or pieces[at].lower != _HALF:
        return None
    at += 1
    while at < len(pieces) and (pieces[at].lower in ("a", "an") or pieces[at].text == "-"):
        at += 1
    unit = unit_at(pieces, at) if at < len(pieces) else None
    if unit is None or unit[0] == PERCENT:
        return None
    half = Decimal("0.5")
    return Amount("measure", half, half, i, unit[1], at, Decimal("0.1"), unit[0])


def share_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """half, a third, two thirds, three-quarters, 1/3, ½; whether it is no ordinal is told by what stands around."""
    if pieces[i].text in _SIGNS:
        over, under = _SIGNS[pieces[i].text]
        return _share(over, under, i, i + 1)
    at = i
    over = 1
    word = pieces[i].lower
    if word in ("a", "an"):
        at += 1
    elif word not in _FRACTIONS:
        number = numeral_at(pieces, i)
        if number is None or number.scale != 1 or not 1 <= number.value <= 9 or number.digits:
            return _slash_at(pieces, i)
        over, at = int(number.value), number.last
        if at < len(pieces) and pieces[at].text == "-" and pieces[at].glued:
            at += 1
    if at >= len(pieces) or pieces[at].lower not in _FRACTIONS:
        return None
    part = pieces[at].lower
    if (over > 1) != (part.endswith("s") or part == "halves") or over >= _FRACTIONS[part]:
        return None
    if at == i and part != _HALF:
        return None
    return _share(over, _FRACTIONS[part], i, at + 1)


def _slash_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    run = pieces[i : i + 4]
    if len(run) < 4 or run[1].text != "/" or run[3].lower != "of":
        return None
    if not (run[0].text.isdecimal() and run[2].text.isdecimal()):
        return None
    over, under = int(run[0].text), int(run[2].text)
    return _share(over, under, i, i + 3) if 0 < over < under <= 10 else None


def _share(over: int, under: int, first: int, last: int) -> Amount:
    value = round(Decimal(over) * 100 / Decimal(under), 4)
    loose = round(Decimal(100) / Decimal(under) * _LOOSENESS, 4)
    return Amount("share", value, value, first, last, last, loose, PERCENT, (over, under))


def ratio_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """one in five, two out of three, nine in every 10."""
    over = numeral_at(pieces, i)
    if over is None or over.value < 1 or over.scale != 1 or over.last >= len(pieces):
        return None
    at = over.last
    joiner = starting(pieces, at, "ratio")
    if joiner is None:
        return None
    out_of, every, at = joiner.id == "out_of", joiner.id == "every", joiner.last
    under = numeral_at(pieces, at)
    if under is None or not 1 < under.value > over.value or under.value != under.value.to_integral_value():
        return None
    if not (out_of or every or over.value == 1 or (under.value in _ROUND_WHOLES and over.value < 10)):
        return None
    if unit_at(pieces, under.last) or (not out_of and under.value >= 1500 and under.digits):
        return None
    found = _share(int(over.value), int(under.value), i, under.last)
    return replace(found, kind="ratio", precision=Decimal(1))
