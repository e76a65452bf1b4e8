"""A number with what it measures: money, percent, a length, a duration, an age."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.reading.quantities.number_words import Numeral
from factcheck.reading.quantities.numerals import numeral_at
from factcheck.reading.quantities.pieces import Piece, words_of
from factcheck.reading.quantities.quantity_phrases import of_kind, starting

PERCENT = "%"
_HYPHENED = ("old", "olds", "cent")  # nine-year-old, per-cent


@dataclass(frozen=True)
class Amount:
    """Pieces [first, last) that tell an amount; `end` is the end of the number alone (before its unit).

    `kind`: number, money, measure, share, vague or ratio. Amounts of a share are in percent, with `share` as written.
    """

    kind: str
    low: Decimal
    high: Decimal
    first: int
    last: int
    end: int
    precision: Decimal
    unit: str | None = None
    share: tuple[int, int] | None = None
    high_open: bool = False
    numeral: Numeral | None = None
    marked: bool = False


def with_unit(pieces: Sequence[Piece], amount: Amount) -> Amount:
    """Takes the unit that follows, by a blank or a hyphen."""
    at = amount.last
    if at + 1 < len(pieces) and pieces[at].text == "-" and pieces[at].glued and pieces[at + 1].glued:
        at += 1
    money = starting(pieces, at, "currency")
    if money:
        return replace(amount, kind="money", unit=money.id, last=money.last)
    unit = unit_at(pieces, at)
    if unit is None:
        return amount
    name, last = unit
    share = _hundredths(amount) if name == PERCENT else None
    return replace(amount, kind="measure", unit=name, last=last, share=share)


def unit_at(pieces: Sequence[Piece], at: int) -> tuple[str, int] | None:
    dehyphened = at + 2 < len(pieces) and pieces[at + 1].text == "-" and pieces[at + 1].glued
    if dehyphened and pieces[at + 2].lower in _HYPHENED:
        joined = [pieces[at], *pieces[at + 2 : at + 3]]
        found = starting(joined, 0, "unit")
        return (found.id, at + found.last + 1) if found and found.last == 2 else None
    found = starting(pieces, at, "unit")
    return (found.id, found.last) if found else None


def _hundredths(amount: Amount) -> tuple[int, int] | None:
    """12 % -> (12, 100); 12.5 % -> (125, 1000)."""
    if amount.low != amount.high or amount.low < 0:
        return None
    over, under = amount.low, 100
    while over != over.to_integral_value():
        over, under = over * 10, under * 10
    return int(over), under


@functools.cache
def _marks() -> dict[tuple[str, ...], str]:
    return {words_of(mark): entry["id"] for entry in of_kind("currency") for mark in entry.get("marks", ())}


@functools.cache
def first_marks() -> frozenset[str]:
    """What money in marks begins with: $, US$."""
    return frozenset(mark[0] for mark in _marks())


def money_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    for length in (2, 1):
        run = pieces[i : i + length]
        unit = _marks().get(tuple(piece.lower for piece in run))
        if unit is None or any(piece.text[0].islower() for piece in run):
            continue
        number = numeral_at(pieces, i + length)
        if number is None:
            return None
        number = replace(number, unsure=False)
        named = starting(pieces, number.last, "currency")
        last, value = named.last if named else number.last, number.value
        return Amount("money", value, value, i, last, number.last, number.place, unit, numeral=number, marked=True)
    return None
