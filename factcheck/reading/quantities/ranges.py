"""Two numbers as one range: 20 to 30, 2-3 million, between 12 and 15, five or six."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.reading.quantities.amounts import JOINERS, amount_at
from factcheck.reading.quantities.measures import PERCENT, Amount, hundredths
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import starting

# "20 to 30,000" may mean thousands twice or once; nothing is read where the ends lie so far apart.
FARTHEST = 200


def second_of(pieces: Sequence[Piece], amount: Amount, opening: str) -> tuple[Amount, Amount] | None:
    """The second number of a range and the first as the second makes it; none where there is no range.

    `opening`: the id of the phrase before the first number ("between"), or empty.
    """
    joiner = pieces[amount.last].lower if amount.last < len(pieces) else ""
    if not _joins(joiner, opening) or amount.kind in ("vague", "ratio"):
        return None
    at = amount.last + 1
    if joiner != "-":
        while filler := starting(pieces, at, "bound", "before"):
            at = filler.last
    elif starting(pieces, at, "bound", "before"):
        return None  # "16 May 2024 - At least 12": a dash before a bound is punctuation
    second = amount_at(pieces, at)
    first = _like(amount, second) if second is not None and _is_like(amount, second, joiner) else None
    if second is None or first is None or not first.low < second.high:
        return None
    if joiner == "or" and not (second.high <= 12 or second.high <= first.low * 2):
        return None
    return second, first


def with_lent_unit(pieces: Sequence[Piece], amount: Amount) -> Amount:
    """48 to 44 percent, from 30 to 12 degrees: where numbers fall they are two, with one unit."""
    joined = amount.last < len(pieces) and pieces[amount.last].lower in ("to", "-")
    second = amount_at(pieces, amount.last + 1) if joined and amount.kind == "number" else None
    if second is None or second.unit is None or second.numeral is None or not amount.low >= second.low:
        return amount
    told = second.unit == PERCENT or (amount.first > 0 and pieces[amount.first - 1].lower == "from")
    if not told or second.numeral.scale != 1:
        return amount
    share = hundredths(amount) if second.unit == PERCENT else None
    return replace(amount, kind=second.kind, unit=second.unit, share=share)


def _joins(joiner: str, opening: str) -> bool:
    return joiner in JOINERS and (joiner != "and" or opening in ("between", "ages"))


def _is_like(first: Amount, second: Amount, joiner: str) -> bool:
    """False for 5 or dozens, a fifth to 12, 12 km to 30 %, 12 % to 30."""
    if second.kind in ("vague", "ratio") or (second.kind == "share" and first.kind != "share"):
        return False
    if first.unit is not None and second.unit is None and not first.marked and joiner == "to":
        return False  # "rose 18 percent to 94 million": two kinds of amount
    return first.unit is None or second.unit is None or first.unit == second.unit or _rated(first, second)


def _rated(first: Amount, second: Amount) -> bool:
    """€45m to €50m a year: the rate is told once for both."""
    return bool(first.unit) and (second.unit or "").startswith(f"{first.unit} per ")


def _like(first: Amount, second: Amount) -> Amount | None:
    """The first number with the scale and unit that only the second has: 2 to 3 million, $2-3bn, 10 to 15 %."""
    a, b = first.numeral, second.numeral
    unit = second.unit if _rated(first, second) else first.unit or second.unit
    kind = second.kind if first.unit is None else first.kind
    if a is None or b is None:
        return first if first.kind == second.kind == "share" else None
    low, place = first.low, first.precision
    if a.scale == 1 and b.scale >= 1000 and low < min(b.value / b.scale, Decimal(1000)):
        low, place = low * b.scale, place * b.scale
    elif low and b.value / low >= FARTHEST:
        return None
    precision = min(place, second.precision)
    both = replace(first, low=low, kind=kind, unit=unit, precision=precision, share=None)
    return replace(both, end=second.end, last=second.last)
