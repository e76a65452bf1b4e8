"""Turns the phrases of the calendar into days: the table of what lexicons/periods.toml may let a phrase mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from factcheck.reading.periods import period_days, period_spans
from factcheck.reading.periods.calendar import PAST, Days, part
from factcheck.reading.periods.period_phrases import Groups, Phrase, find, value

Resolver = Callable[[Groups, date, int], Days | None]

_RESOLVERS: dict[str, Resolver] = {
    "numeric": period_days.numeric,
    "date": period_days.single,
    "feast": period_days.feast,
    "days": period_days.several,
    "weekday": period_days.weekday,
    "deictic": period_days.deictic,
    "overnight": period_days.overnight,
    "weekend": period_days.weekend,
    "unit": period_spans.unit,
    "month": period_spans.month,
    "season": period_spans.season,
    "quarter": period_spans.quarter,
    "months": period_spans.months,
    "year": period_spans.year,
    "years": period_spans.years,
    "decade": period_spans.decade,
    "ago": period_spans.ago,
    "rolling": period_spans.rolling,
    "upto": period_spans.vague,
    "vague": period_spans.vague,
}

# From either end of the years that sources come from: what can be reckoned there can be from between.
_ENDS = (date(1600, 6, 15), date(2100, 6, 15))


def phrases(text: str) -> list[Phrase]:
    """The phrases of a text in order, but for days that no calendar has and dates of digits whose order is open."""
    return [phrase for phrase in find(text) if _is_valid(phrase)]


def resolve(phrase: Phrase, at: date | None, tense: int) -> Days | None:
    """[first, last] of a phrase as of a day. None: the text, or the missing day, leaves it open."""
    if at is None and not phrase.dated:
        return None
    days = _RESOLVERS[phrase.means](phrase.groups, at or date(2000, 1, 1), tense)
    which = value("part", phrase.groups)
    return days if days is None or which is None else part(which, days, at)


def _is_valid(phrase: Phrase) -> bool:
    """False for 30 February and 4/5/2016."""
    try:
        for at in _ENDS:
            resolve(phrase, at, PAST)
    except ValueError:
        return False
    return True
