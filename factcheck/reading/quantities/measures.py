"""A number with what it measures: money, percent, a length, a duration, an age."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.reading.quantities.number_words import Numeral
from factcheck.reading.quantities.numerals import numeral_at
from factcheck.reading.quantities.pieces import Piece, is_hyphen, words_of
from factcheck.reading.quantities.quantity_phrases import of_kind, starting, words

PERCENT = "%"
_NEVER_RATED = (PERCENT, "percentage point", "year-old", "month-old")
_HYPHENED = ("old", "olds", "cent")  # nine-year-old, per-cent


@dataclass(frozen=True)
class Amount:
    """Pieces [first, last) that tell an amount; `end` is the end of the number alone (before its unit).

    `kind`: number, money, measure, share, vague or ratio. Amounts of a share are in percent, with `share` as written.
    `marked`: money behind its mark; `single`: one of a unit, told by an article ("a week").
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
    single: bool = False


def with_unit(pieces: Sequence[Piece], amount: Amount) -> Amount:
    """Takes the unit that follows, by a blank or a hyphen."""
    at = amount.last + is_hyphen(pieces, amount.last)
    money = starting(pieces, at, "currency")
    if money:
        return _rated(pieces, replace(amount, kind="money", unit=money.id, last=money.last))
    parted = amount.low != amount.low.to_integral_value()
    unit = unit_at(pieces, at, parted=parted)
    if unit is None and (parted or at > amount.last) and (joined := starting(pieces, at, "joined_unit")):
        unit = joined.id, joined.last
    if unit is None:
        return amount
    name, last = unit
    share = hundredths(amount) if name == PERCENT else None
    return _rated(pieces, replace(amount, kind="measure", unit=name, last=last, share=share))


def _rated(pieces: Sequence[Piece], amount: Amount) -> Amount:
    """$20 an hour, 40 litres per second, £2bn-a-year: another unit than the sum; "$5m a year ago" is a sum."""
    joiner = starting(pieces, amount.last, "rate")
    if joiner is None or amount.unit in _NEVER_RATED or joiner.last >= len(pieces):
        return amount
    word = pieces[joiner.last].lower
    if word not in words("rate_unit") or starting(pieces, joiner.last + 1, "after_duration"):
        return amount
    unit = starting(pieces, joiner.last, "unit")
    return replace(amount, unit=f"{amount.unit} per {unit.id if unit else word}", last=joiner.last + 1)


def unit_at(pieces: Sequence[Piece], at: int, parted: bool = False) -> tuple[str, int] | None:
    """The unit at a place, and where it ends; `parted`: of a number with parts ("0.25 point")."""
    if is_hyphen(pieces, at + 1) and pieces[at + 2].lower in _HYPHENED:
        joined = [pieces[at], *pieces[at + 2 : at + 3]]
        found = starting(joined, 0, "unit")
        return (found.id, at + found.last + 1) if found and found.last == 2 else None
    glued = at < len(pieces) and pieces[at].glued and pieces[at].text in _glued_marks()
    if glued and not (at + 1 < len(pieces) and pieces[at + 1].glued and pieces[at + 1].text[0].isalnum()):
        return _glued_marks()[pieces[at].text], at + 1
    found = starting(pieces, at, "unit") or (starting(pieces, at, "parted_unit") if parted else None)
    return (found.id, found.last) if found else None


@functools.cache
def _glued_marks() -> dict[str, str]:
    """Capitals that are a unit only right behind a figure: 38C."""
    return {mark: entry["id"] for entry in of_kind("unit") for mark in entry.get("glued", ())}


def single_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """a week, another full year, a month and a half, a day or two: one of a unit by its article."""
    if pieces[i].lower not in words("single"):
        return None
    at = i + 1 + (i + 1 < len(pieces) and pieces[i + 1].lower in words("whole"))
    found = starting(pieces, at, "unit")
    if found is None or pieces[at].lower not in _singles():
        return None
    low = high = place = Decimal(1)
    last = found.last
    run = tuple(piece.lower for piece in pieces[last : last + 3])
    if run[:2] == ("and", "half") or run == ("and", "a", "half"):
        low = high = Decimal("1.5")
        last, place = last + run.index("half") + 1, Decimal("0.1")
    elif run[:2] == ("or", "two"):
        high, last = Decimal(2), last + 2
    return Amount("measure", low, high, i, last, at, place, found.id, single=low == high == 1)


@functools.cache
def _singles() -> frozenset[str]:
    return frozenset(word.split()[0] for entry in of_kind("unit") for word in entry.get("single", ()))


def hundredths(amount: Amount) -> tuple[int, int] | None:
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
        money = Amount("money", value, value, i, last, number.last, number.place, unit, numeral=number, marked=True)
        return _rated(pieces, money)
    return None
