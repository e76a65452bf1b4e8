"""The arithmetic of days, months and years, and which of several like ones a text means as of the day it was written.

Conventions: weeks run from Monday to Sunday; "early", "late" and "mid" are the halves and the middle half of a unit.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

# [first, last], both included; none = open.
Days = tuple[date | None, date | None]
Yearly = Callable[[int], tuple[date, date]]

# How a verb places its time: behind, ahead, one or the other, or without a cue (then behind, if not far).
PAST, AHEAD, UNCLEAR, LOOSE = 0, 1, 2, 3

DAY = timedelta(days=1)
_FAR = timedelta(days=270)

# Units by their numbers in lexicons/periods.toml; the months of a month, quarter, year and decade; parts of units.
HOUR, WEEK, MONTH, YEAR = 0, 2, 3, 5
_MONTHS = {3: 1, 4: 3, 5: 12, 6: 120}
_FIRST_HALF, _MIDDLE, _LAST_HALF, _SO_FAR = 0, 1, 2, 3


def length(year: int, month: int) -> int:
    """The number of days of a month."""
    return (date(year + month // 12, month % 12 + 1, 1) - DAY).day


def shift(day: date, months: int) -> date:
    """A day so many months on, or the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, length(year, month)))


def whole_months(year: int, month: int, count: int) -> tuple[date, date]:
    """So many months from the first day of one."""
    first = date(year, month, 1)
    return first, shift(first, count) - DAY


def running(unit: int, at: date, direction: int = 0) -> tuple[date, date]:
    """The week, month, quarter or year around a day, or so many of them on or back."""
    if unit == WEEK:
        monday = at + (7 * direction - at.weekday()) * DAY
        return monday, monday + 6 * DAY
    size = _MONTHS[unit]
    start = shift(date(at.year, (at.month - 1) // size * size + 1, 1), size * direction)
    return start, shift(start, size) - DAY


def back(unit: int, count: int, at: date) -> date:
    """The day so many units before (a negative count: after) another."""
    if unit >= MONTH:
        return shift(at, -count * _MONTHS[unit])
    if unit == HOUR:
        count = -(-abs(count) // 24) * (1 if count > 0 else -1)
    return at - count * (7 if unit == WEEK else 1) * DAY


def near(make: Yearly, at: date, tense: int) -> tuple[date, date] | None:
    """Of something yearly, the latest that has begun, or the next that has not ended where the text looks ahead."""
    years = [make(year) for year in range(at.year - 1, at.year + 2)]
    if tense == AHEAD:
        return next(each for each in years if each[1] >= at)
    latest = next(each for each in reversed(years) if each[0] <= at)
    return None if tense == UNCLEAR or (tense == LOOSE and is_far(latest[1], at)) else latest


def directed(make: Yearly, direction: int, at: date) -> tuple[date, date]:
    """Last: the latest that has ended; next: the first that has not begun; this: that of the running year."""
    years = [make(year) for year in range(at.year - 2, at.year + 3)]
    if direction < 0:
        return next(each for each in reversed(years) if each[1] < at)
    return next(each for each in years if each[0] > at) if direction else years[2]


def is_far(day: date, at: date) -> bool:
    """Writers leave the year out within the running year; a day of last year's spring may be the coming one instead."""
    return day.year < at.year and at - day > _FAR


def part(which: int, days: Days, at: date | None) -> Days:
    """Halves, or the middle half, of an interval: wider than most writers mean, so never too narrow."""
    first, last = days
    if first is None or last is None:
        return days
    if which >= _SO_FAR:
        inside = at is not None and first <= at <= last
        return days if not inside else ((first, at) if which == _SO_FAR else (at, last))
    if (last - first).days > 360:
        months = (last.year - first.year + 1) * 12
        low, high = _cut(which, months)
        return shift(first, low), shift(first, high) - DAY
    low, high = _cut(which, (last - first).days + 1)
    return first + low * DAY, first + (high - 1) * DAY


def _cut(which: int, count: int) -> tuple[int, int]:
    """Where a half, or the middle half, of so many days or months begins and ends."""
    return {
        _FIRST_HALF: (0, (count + 1) // 2),
        _MIDDLE: (count // 4, count - count // 4),
        _LAST_HALF: (count // 2, count),
    }[which]


def is_inside(a: Days | None, b: Days | None) -> bool:
    """True where both are closed and every day of the one is a day of the other."""
    if not a or not b or a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return False
    return b[0] <= a[0] and a[1] <= b[1]
