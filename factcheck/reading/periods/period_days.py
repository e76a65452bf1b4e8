"""Resolves phrases that name a day, or days in a row: dates with and without their year, weekdays, today, weekends.

Every resolver takes the words of a phrase, the day as of which it is read, and where its verb places it (PAST and the
like of calendar.py). It gives the first and last day, or none where the text leaves them open; ValueError where no
calendar has such a day, or the order of day and month is open.
"""

from __future__ import annotations

from datetime import date

from factcheck.reading.periods.calendar import AHEAD, DAY, LOOSE, UNCLEAR, Days, is_far, length
from factcheck.reading.periods.period_phrases import Groups, stated_year, value

_CLOSE = 8  # years in which a day without its year is sought; the next 29 February lies no farther


def numeric(groups: Groups, at: date, tense: int) -> Days:
    """2018-07-05, 24.08.2013; 4/5/2016 is either of two days."""
    day, month = int(groups["dd"]), int(groups["mm"])
    if groups.get("mark") in ("/", "-") and day <= 12 and day != month:
        raise ValueError("day and month could be either")
    found = date(int(groups["y"]), month, day)
    return found, found


def single(groups: Groups, at: date, tense: int) -> Days | None:
    """July 5, 2016; the 5th of July; the fifth of July; September 30 last year."""
    day = value("ordinal", groups) or int(groups["d"])
    return _yearly(value("month", groups) or 1, day, day, groups, at, tense)


def feast(groups: Groups, at: date, tense: int) -> Days | None:
    """Boxing Day; New Year's Eve 2015."""
    month, day = divmod(value("feast", groups) or 101, 100)
    return _yearly(month, day, day, groups, at, tense)


def several(groups: Groups, at: date, tense: int) -> Days | None:
    """5-7 July 2016; July 5 and 6."""
    low, high = int(groups["d"]), int(groups["d2"])
    if low > high:
        raise ValueError("the second day is the earlier one")
    return _yearly(value("month", groups) or 1, low, high, groups, at, tense)


def _yearly(month: int, low: int, high: int, groups: Groups, at: date, tense: int) -> Days | None:
    """Days of a month in the year that a phrase states, else in the year that its tense points to."""
    year = stated_year(groups, at)
    if year is not None:
        return date(year, month, low), date(year, month, high)
    # A leap year stands for validity; 29 February of another year is clipped.
    date(2000, month, high)
    weekday = value("shortday", groups)
    return _nearest(_like(month, low, high, weekday, at), at, tense, weekday is not None)


def _like(month: int, low: int, high: int, weekday: int | None, at: date) -> list[tuple[date, date]]:
    """Those days in the years around one; where the first of them must be a weekday, the years next to it, if any."""
    years = [year for year in range(at.year - _CLOSE, at.year + _CLOSE + 1) if high <= length(year, month)]
    if weekday is not None:
        near = [year for year in years if abs(year - at.year) <= 1]
        years = [year for year in near if date(year, month, low).weekday() == weekday] or years
    return [(date(year, month, low), date(year, month, high)) for year in years]


def _nearest(spans: list[tuple[date, date]], at: date, tense: int, sure: bool) -> Days | None:
    """The next of several like spans, or the latest that has begun; `sure`: a weekday bears it out."""
    ahead = [each for each in spans if each[1] >= at]
    begun = [each for each in spans if each[0] <= at]
    if tense == AHEAD or not begun:
        return ahead[0] if ahead and (tense == AHEAD or sure) else None
    doubtful = tense == LOOSE and not sure and is_far(begun[-1][1], at)
    return None if tense == UNCLEAR or doubtful else begun[-1]


def weekday(groups: Groups, at: date, tense: int) -> Days | None:
    """Wednesday; last Tuesday; Tuesday last week; "next Friday" said on a Thursday is either of two days."""
    named, direction, week = value("weekday", groups) or 0, value("dir", groups), value("dir2", groups)
    if week is not None:
        day = at + (named - at.weekday() + 7 * week) * DAY
        return day, day
    before, on = (at.weekday() - named) % 7, (named - at.weekday()) % 7
    if direction == -1:
        day = at - (before or 7) * DAY
    elif direction == 1:
        if named > at.weekday():
            return None
        day = at + (on or 7) * DAY
    elif tense == UNCLEAR and before:
        return None
    else:
        day = at + on * DAY if tense == AHEAD else at - before * DAY
    return day, day


def deictic(groups: Groups, at: date, tense: int) -> Days:
    """Today, yesterday, last night."""
    day = at + (value("deictic", groups) or 0) * DAY
    return day, day


def overnight(groups: Groups, at: date, tense: int) -> Days:
    """The night before the day of writing, into that day."""
    return at - DAY, at


def weekend(groups: Groups, at: date, tense: int) -> Days | None:
    """The weekend, last weekend: a Saturday and its Sunday."""
    direction, saturday = value("dir", groups), at - (at.weekday() - 5) % 7 * DAY
    if direction == -1 and saturday + DAY >= at:
        saturday -= 7 * DAY
    elif direction == 1 or (tense == AHEAD and saturday + DAY < at):
        saturday += 7 * DAY
    elif tense == UNCLEAR and saturday + DAY < at:
        return None
    return saturday, saturday + DAY
