"""Resolves phrases that name more than a day: weeks, months, seasons, years, stretches told from the day of writing.

The resolvers are called like those of period_days.py. Seasons are those of the northern hemisphere, each three whole
months, and the winter of a year begins in its December and spans new year.
"""

from __future__ import annotations

from datetime import date

from factcheck.reading.periods.calendar import (
    HOUR,
    MONTH,
    PAST,
    WEEK,
    YEAR,
    Days,
    back,
    directed,
    near,
    running,
    whole_months,
)
from factcheck.reading.periods.period_phrases import Groups, stated_year, value


def unit(groups: Groups, at: date, tense: int) -> Days:
    """This week, earlier this month, last quarter, next year."""
    return running(value("frame", groups) or YEAR, at, value("dir", groups) or 0)


def month(groups: Groups, at: date, tense: int) -> Days | None:
    """July; last July; July 2016; July last year."""
    number = value("month", groups) or value("fullmonth", groups) or 1
    year, direction = stated_year(groups, at), value("dir", groups)

    def make(which: int) -> tuple[date, date]:
        return whole_months(which, number, 1)

    if year is not None:
        return make(year)
    return near(make, at, tense) if direction is None else directed(make, direction, at)


def season(groups: Groups, at: date, tense: int) -> Days | None:
    """The summer; this winter; the winter of 2015."""
    number, year = value("season", groups) or 6, stated_year(groups, at)

    def make(which: int) -> tuple[date, date]:
        return whole_months(which, number, 3)

    if year is not None:
        return make(year)
    direction = value("dir", groups)
    if direction:
        return directed(make, direction, at)
    # "This winter" in January is the one that began in December.
    latest = near(make, at, PAST)
    if latest and at <= latest[1]:
        return latest
    return near(make, at, tense) if direction is None else make(at.year)


def quarter(groups: Groups, at: date, tense: int) -> Days:
    """The third quarter of 2015."""
    year = stated_year(groups, at) or at.year
    return whole_months(year, 3 * (value("nth", groups) or 1) - 2, 3)


def months(groups: Groups, at: date, tense: int) -> Days | None:
    """The first six months of 2016."""
    year, count = stated_year(groups, at) or at.year, value("n", groups)
    if not count or count > 12:
        return None
    return whole_months(year, 1 if value("ends", groups) == 1 else 13 - count, count)


def year(groups: Groups, at: date, tense: int) -> Days:
    """2014."""
    return whole_months(int(groups["y"]), 1, 12)


def years(groups: Groups, at: date, tense: int) -> Days:
    """2014-16; ValueError where the second year is no later one, or more than a lifetime later."""
    first, tail = int(groups["y"]), groups["y2"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if not first < last <= first + 60:
        raise ValueError("no stretch of years")
    return date(first, 1, 1), date(last, 12, 31)


def decade(groups: Groups, at: date, tense: int) -> Days:
    """The 1990s."""
    first = int(groups["decade"])
    return date(first, 1, 1), date(first + 9, 12, 31)


def ago(groups: Groups, at: date, tense: int) -> Days | None:
    """Two years ago: the whole year; more than two years ago: open towards the past; less than that: from then on."""
    count, size = value("n", groups), value("stretch", groups) or HOUR
    if not count:
        return None
    day = back(size, count, at)
    if groups.get("more"):
        return None, day
    if groups.get("less"):
        return day, at
    if size < WEEK:
        return day, day
    return running(size if size in (WEEK, MONTH) else YEAR, day)


def rolling(groups: Groups, at: date, tense: int) -> Days | None:
    """The past five years, the next two weeks: a stretch that ends or begins with the day of writing."""
    count = value("n", groups) if groups.get("n") else 1
    if not count:
        return None
    ahead = (value("rolling", groups) or -1) > 0
    other = back(value("stretch", groups) or HOUR, -count if ahead else count, at)
    return (at, other) if ahead else (other, at)


def vague(groups: Groups, at: date, tense: int) -> None:
    """Recent weeks, the next day, fiscal years: their days hang on sentences before them, or are nowhere told."""
    return
