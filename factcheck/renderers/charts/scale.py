"""The axis of a chart of amounts: linear, or logarithmic where the largest amount would hide the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

# Above this ratio of the largest to the smallest the smaller marks of a linear axis lie on one another.
LINEAR_UP_TO = 100
LARGEST = Decimal(10) ** 18
_TICKS = 6
_GAP = 0.1
_WORDS = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


@dataclass(frozen=True)
class Scale:
    """Amounts from `low` to `high` on a line from 0 to 1.

    A logarithmic axis has no nought: with `nought` it stands apart at the beginning, the first power of ten at _GAP.
    """

    low: Decimal
    high: Decimal
    logarithmic: bool
    ticks: tuple[Decimal, ...]
    nought: bool = False

    def place(self, value: Decimal) -> float:
        """Where `value` stands between 0 and 1; what lies beyond an end stands at it."""
        if self.logarithmic and value <= 0:
            return 0.0
        value = min(max(value, self.low), self.high)
        if not self.logarithmic:
            return float((value - self.low) / (self.high - self.low))
        along = float((value.log10() - self.low.log10()) / (self.high.log10() - self.low.log10()))
        return _GAP + (1 - _GAP) * along if self.nought else along


def fitting(values: Iterable[Decimal]) -> Scale:
    """The scale on which all `values` can be told apart; from nought up unless one is below it."""
    known = sorted(set(values)) or [Decimal(0)]
    above = [value for value in known if value > 0]
    if above and known[0] >= 0 and above[-1] / above[0] > LINEAR_UP_TO:
        return _powers(above[0], above[-1], known[0] == 0)
    low, high = min(known[0], Decimal(0)), max(known[-1], Decimal(0))
    step = _step((high - low) or Decimal(1))
    first = (low / step).to_integral_value(rounding="ROUND_FLOOR")
    last = (high / step).to_integral_value(rounding="ROUND_CEILING")
    last = max(last, first + 1)
    return Scale(first * step, last * step, False, tuple(step * number for number in range(int(first), int(last) + 1)))


def _powers(lowest: Decimal, highest: Decimal, nought: bool) -> Scale:
    """Whole powers of ten round both; every second, third … is named where there are many."""
    first, last = lowest.adjusted(), highest.adjusted()
    if Decimal(10) ** last < highest:
        last += 1
    every = -(-(last - first) // _TICKS)
    ticks = [Decimal(10) ** power for power in range(first, last + 1, every)]
    return Scale(Decimal(10) ** first, Decimal(10) ** last, True, (*([Decimal(0)] if nought else []), *ticks), nought)


def _step(span: Decimal) -> Decimal:
    """1, 2 or 5 times a power of ten, so that four to six steps cover `span`."""
    unit = Decimal(10) ** (span / 5).adjusted()
    return next(unit * factor for factor in (1, 2, 5, 10) if unit * factor * 5 >= span)


def label(value: Decimal) -> str:
    """A tick in a few characters: 1,000, 2.5 million, 10^15 as 1,000 trillion."""
    for size, word in _WORDS:
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{int(value):,}" if value == value.to_integral_value() else f"{value.normalize():,f}"
