"""What the phrases beside a number make of it: at least, nearly, or more, 15 to 40+ (MATCHING.md has the table)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.reading.quantities.amounts import amount_at
from factcheck.reading.quantities.measures import Amount
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import Phrase, ending, of_kind, starting, words
from factcheck.reading.quantities.ranges import second_of, with_lent_unit

# Settings: how far "nearly n" reaches down, and "about n" either way.
NEARLY = Decimal("0.9")
BEYOND = Decimal("1.1")


@dataclass(frozen=True)
class Interval:
    """Pieces [first, last) that tell an interval, with its bounds; `number` is where the first number begins.

    `joined`: it is a range.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    approximate: bool
    first: int
    last: int
    number: int
    amount: Amount
    joined: bool = False
    bounds: tuple[str, ...] = ()
    additional: bool = False

    @property
    def is_one(self) -> bool:
        """True for one alone."""
        return self.low == self.high == 1

    @property
    def is_pointed(self) -> bool:
        """1.250 before a noun: what is counted has no parts, so the point divides thousands."""
        return self.amount.kind == "number" and self.amount.numeral is not None and self.amount.numeral.pointed

    @property
    def is_whole(self) -> bool:
        """False for 2.5, which counts nothing that has no parts."""
        numeral = self.amount.numeral
        return numeral is None or self.is_pointed or numeral.value == numeral.value.to_integral_value()

    @property
    def is_loose(self) -> bool:
        """dozens, a dozen, two million: "of" may follow and mean nothing."""
        numeral = self.amount.numeral
        return self.amount.kind == "vague" or (numeral is not None and numeral.scale != 1)


def interval_at(pieces: Sequence[Piece], i: int, floor: int = 0, alone: bool = False) -> Interval | None:
    """The interval whose first number begins at piece i; phrases before it are sought back to `floor`.

    `alone`: do not join it with a second number.
    """
    amount = amount_at(pieces, i)
    if amount is None:
        return None
    first, before, additional = _before(pieces, i, floor)
    opening = ending(pieces, first, "range_opening")
    joined = None if alone else second_of(pieces, amount, opening.id if opening else "")
    second, amount = joined or (amount, with_lent_unit(pieces, amount))
    if joined is not None and opening is not None and opening.first >= floor and opening.id != "ages":
        first = opening.first
    after = _after(pieces, second.last) if amount.numeral is not None or amount.kind in ("share", "ratio") else None
    verb = None if before or amount.kind == "ratio" else ending(pieces, first, "bound_verb")
    core = Interval(
        amount.low, second.high, False, amount.high_open, False, first, second.last, i, amount, joined is not None
    )
    last = after.last if after is not None else core.last
    additional = additional or pieces[i].lower in words("additional", "before")
    found = _bounded(replace(core, last=last, additional=additional), before, after, verb, pieces)
    return found if alone else _with_other_bound(pieces, found)


def _with_other_bound(pieces: Sequence[Piece], found: Interval) -> Interval:
    """more than 5 but fewer than 10; at most 100 and at least 20: one interval, where both can be true."""
    at = found.last
    while at < len(pieces) and pieces[at].lower in words("other_bound"):
        at += 1
    bound = starting(pieces, at, "bound", "before") if at > found.last and len(found.bounds) == 1 else None
    other = interval_at(pieces, bound.last, at, alone=True) if bound is not None else None
    if other is None or other.first != at or len(other.bounds) != 1 or other.amount.kind != found.amount.kind:
        return found
    lower, upper = (found, other) if found.high is None else (other, found)
    if lower.high is not None or upper.high is None or not _is_from_nought(upper) or lower.low is None:
        return found
    if found.amount.unit != other.amount.unit or lower.low >= upper.high:
        return found
    return replace(
        found,
        low=lower.low,
        low_open=lower.low_open,
        high=upper.high,
        high_open=upper.high_open,
        last=other.last,
        amount=other.amount,
        bounds=(*found.bounds, *other.bounds),
        joined=True,
    )


def _is_from_nought(found: Interval) -> bool:
    """Nothing but its upper end is told: up to 40, less than 12."""
    return found.low is None or (found.low == 0 and found.low_open)


def after_noun(pieces: Sequence[Piece], found: Interval, last: int) -> Interval:
    """The interval once more where its bound stands behind the noun: 12 people or more."""
    after = _after(pieces, last) if found.amount.kind == "number" and not found.bounds else None
    if after is None:
        return found
    whole = replace(found, high=found.high if found.joined else found.amount.high)
    return replace(_bounded(whole, (), after, None, pieces), last=after.last)


def _bounded(
    core: Interval, before: tuple[str, ...], after: Phrase | None, verb: Phrase | None, pieces: Sequence[Piece]
) -> Interval:
    """The interval that the bounds make of the number."""
    bounds = (*before, *((verb.id,) if verb else ()), *((after.id,) if after else ()))
    if core.amount.unit in _times() and pieces[core.number - 1].lower == "over" and before:
        # "over three days" is longer than them, or during them: only "three or more" is sure.
        bounds = tuple("at_least" if bound == "more_than" else bound for bound in bounds)
    low, high = core.low, core.high
    assert low is not None
    assert high is not None
    low_open, high_open, approximate = False, core.high_open, False
    if "about" in bounds or (high < 0 and not {"nearly", "just_over"}.isdisjoint(bounds)):
        low, high = sorted((low * NEARLY, low * BEYOND))[0], sorted((high * NEARLY, high * BEYOND))[1]
        approximate = True
    elif "nearly" in bounds:
        low, high_open, approximate = low * NEARLY, True, True
    elif "just_over" in bounds:
        high, low_open, approximate = high * BEYOND, True, True
    bottom: Decimal | None = low
    top: Decimal | None = high
    if "at_least" in bounds or "more_than" in bounds:
        top, high_open, low_open = None, False, "at_least" not in bounds
    elif "at_most" in bounds or "fewer" in bounds:
        # Below nought there is more of what goes below it: "under minus 30", "less than 5 degrees".
        endless = high <= 0 or (core.amount.unit or "").startswith("degree")
        bottom, low_open, high_open = None if endless else Decimal(0), not endless, "fewer" in bounds
    return replace(
        core, low=bottom, high=top, low_open=low_open, high_open=high_open, approximate=approximate, bounds=bounds
    )


@functools.cache
def _times() -> frozenset[str]:
    return frozenset(entry["id"] for entry in of_kind("unit") if entry["sense"] == "time")


def _before(pieces: Sequence[Piece], i: int, floor: int) -> tuple[int, tuple[str, ...], bool]:
    """First piece of the phrase, its bounds, and whether the number is on top of another."""
    at, first, additional = i, i, False
    bounds: list[str] = []
    while at > floor:
        bound = ending(pieces, at, "bound", "before")
        more = ending(pieces, at, "additional", id="before")
        best = max((found for found in (bound, more) if found), key=lambda found: at - found.first, default=None)
        if best is not None and best.first >= floor:
            if best is bound and _is_no_bound(pieces, best, at != i):
                break
            if best is bound:
                bounds.append(best.id)
            else:
                additional = True
            at = first = best.first
            continue
        filler = ending(pieces, at, "filler")
        if filler is None or filler.first < floor:
            break
        at = filler.first
    return first, tuple(bounds), additional


def _is_no_bound(pieces: Sequence[Piece], bound: Phrase, apart: bool) -> bool:
    """information about two schemes, asked about the 12, over a 75-year period, more than the 5 allowed: no bound.

    `apart`: a word stands between the phrase and the number.
    """
    known = apart and pieces[bound.last].lower in words("definite") - words("every_one")
    if known and bound.id in ("more_than", "fewer"):
        return True
    if bound.last - bound.first != 1:
        return False
    if known or (apart and pieces[bound.last].lower in words("article")):
        return True
    if bound.first and pieces[bound.first].lower == "past" and pieces[bound.first - 1].lower in words("before_past"):
        return True
    return ending(pieces, bound.first, "topic") is not None


def _after(pieces: Sequence[Piece], last: int) -> Phrase | None:
    """or more, 60+, 7,000-plus; "at least" before another number belongs to that one."""
    hyphened = last + 1 < len(pieces) and pieces[last].text == "-" and pieces[last].glued and pieces[last + 1].glued
    found = starting(pieces, last + hyphened, "bound", "after")
    if found is None or found.last >= len(pieces):
        return found
    goes_on = pieces[found.last].lower == "than" or amount_at(pieces, found.last) is not None
    return None if goes_on else found
