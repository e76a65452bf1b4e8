"""What the phrases beside a number make of it: at least, nearly, or more, 15 to 40+ (MATCHING.md has the table)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.reading.quantities.amounts import amount_at
from factcheck.reading.quantities.measures import Amount
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import Phrase, ending, starting, words
from factcheck.reading.quantities.ranges import second_of

# Settings: how far "nearly n" reaches down, and "about n" either way.
NEARLY = Decimal("0.9")
BEYOND = Decimal("1.1")


@dataclass(frozen=True)
class Interval:
    """Pieces [first, last) that tell an interval, with its bounds; `number` is where the first number begins.

    `joined`: it is a range.
    """

    low: Decimal
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
    second, high = (amount, amount.high) if joined is None else (joined[0], joined[0].high)
    amount = amount if joined is None else joined[1]
    if joined is not None and opening is not None and opening.first >= floor:
        first = opening.first
    after = _after(pieces, second.last) if amount.numeral is not None or amount.kind == "share" else None
    verb = None if before or amount.kind == "ratio" else ending(pieces, first, "bound_verb")
    core = Interval(amount.low, high, False, amount.high_open, False, first, second.last, i, amount, joined is not None)
    last = after.last if after is not None else core.last
    core = replace(core, last=last, additional=additional)
    return _bounded(core, before, after, verb, pieces)


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
    if core.amount.kind == "measure" and pieces[core.number - 1].lower == "over" and before:
        # "over three days" is longer than them, or during them: only "three or more" is sure.
        bounds = tuple("at_least" if bound == "more_than" else bound for bound in bounds)
    low, high = core.low, core.high
    assert high is not None
    low_open, high_open, approximate = False, core.high_open, False
    if "about" in bounds:
        low, high, approximate = low * NEARLY, high * BEYOND, True
    if "nearly" in bounds:
        low, high_open, approximate = low * NEARLY, True, True
    if "just_over" in bounds:
        high, low_open, approximate = high * BEYOND, True, True
    top: Decimal | None = high
    if "at_least" in bounds or "more_than" in bounds:
        top, high_open, low_open = None, False, "at_least" not in bounds
    elif "at_most" in bounds or "fewer" in bounds:
        low, low_open, high_open = Decimal(0), True, "fewer" in bounds
    return replace(
        core, low=low, high=top, low_open=low_open, high_open=high_open, approximate=approximate, bounds=bounds
    )


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
    """information about two schemes, asked about the 12, over a 75-year period: a topic or a time, no bound.

    `apart`: a word stands between the phrase and the number.
    """
    if bound.last - bound.first != 1:
        return False
    if apart and pieces[bound.last].lower in words("definite") | words("article"):
        return True
    return ending(pieces, bound.first, "topic") is not None


def _after(pieces: Sequence[Piece], last: int) -> Phrase | None:
    """or more, 60+, 7,000-plus; "at least" before another number belongs to that one."""
    hyphened = last + 1 < len(pieces) and pieces[last].text == "-" and pieces[last].glued and pieces[last + 1].glued
    found = starting(pieces, last + hyphened, "bound", "after")
    if found is None or (found.last < len(pieces) and amount_at(pieces, found.last) is not None):
        return None
    return found
