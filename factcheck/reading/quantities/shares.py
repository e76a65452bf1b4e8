"""Shares of a whole: half, two thirds, three-quarters, one in five, two out of three; and parts of a unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.reading.quantities.fractions import fraction_at
from factcheck.reading.quantities.measures import PERCENT, Amount, unit_at
from factcheck.reading.quantities.numerals import numeral_at
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import starting, words

_ARTICLES = ("a", "an")
_DIRECT = ("half", "quarter")  # "a third mile" is the one after the second
# A fraction in words is said loosely: it stands for itself give or take a tenth of one of its parts.
_LOOSENESS = Decimal("0.2")
_ROUND_WHOLES = (10, 100)  # "nine in 10" is a share; "nine in 14" may be nine things in 14 others


def part_of_unit_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """half an hour, a half-hour, a quarter of a mile, three quarters of an hour, a quarter point."""
    part = fraction_at(pieces, i)
    at = i + 1 if part is None else part.last
    name = pieces[at - 1].lower
    if part is None and name not in _DIRECT:
        return None
    direct = name in _DIRECT
    if at < len(pieces) and pieces[at].lower == "of":
        at, direct = at + 1, False
    if at < len(pieces) and pieces[at].lower in _ARTICLES:
        at, direct = at + 1, True
    at += at < len(pieces) and pieces[at].text == "-"
    unit = unit_at(pieces, at, parted=True) if direct and at < len(pieces) else None
    if unit is None or unit[0] == PERCENT:
        return None
    value = Decimal("0.25") if part is None and name == "quarter" else part.value if part else Decimal("0.5")
    return Amount("measure", value, value, i, unit[1], at, Decimal("0.1"), unit[0])


def share_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """half, a third, two thirds, three-quarters, 1/3, ½; whether it is no ordinal is told by what stands around."""
    found = fraction_at(pieces, i)
    return None if found is None else _share(found.over, found.under, i, found.last)


def _share(over: int, under: int, first: int, last: int) -> Amount:
    exact = Decimal(over) * 100 / Decimal(under)
    value = round(exact, 4) or exact
    loose = round(Decimal(100) / Decimal(under) * _LOOSENESS, 4)
    return Amount("share", value, value, first, last, last, loose, PERCENT, (over, under))


def ratio_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """one in five, two out of three, nine in every 10."""
    over = numeral_at(pieces, i)
    if over is None or over.value < 1 or over.scale != 1 or over.last >= len(pieces):
        return None
    joiner = starting(pieces, over.last, "ratio")
    under = numeral_at(pieces, joiner.last) if joiner is not None else None
    if joiner is None or under is None or not 1 < under.value > over.value:
        return None
    if under.value != under.value.to_integral_value() or unit_at(pieces, under.last):
        return None
    if joiner.id == "in" and not (over.value == 1 or _is_share_of_few(pieces, i, over.value, under.value)):
        return None
    if joiner.id != "out_of" and under.value >= 1500 and under.digits:
        return None
    found = _share(int(over.value), int(under.value), i, under.last)
    return replace(found, kind="ratio", precision=Decimal(1))


def _is_share_of_few(pieces: Sequence[Piece], i: int, over: Decimal, under: Decimal) -> bool:
    """nine in 10, and two in three where a clause begins: "killed two in three raids" are two, in three raids."""
    if under in _ROUND_WHOLES and over < 10:
        return True
    opens = i == 0 or not pieces[i - 1].text[0].isalnum() or pieces[i - 1].lower in words("before_ratio")
    return under <= 10 and opens
