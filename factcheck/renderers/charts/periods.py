"""The days that each figure covers, as bars on one calendar; dashed where a beginning or an end is not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from factcheck.model import Period
from factcheck.renderers.charts import drawing, metrics
from factcheck.renderers.wording import MONTHS, day

_WIDE, _LEFT, _RIGHT, _ROW, _TOP = 800, 262, 794, 28, 6
_OPEN = 26  # how long the dashes of an open end are


@dataclass(frozen=True)
class Bar:
    """The period of one figure; `kind` as in a dot plot, `words` as the article gives it.

    `told`: the day of the article, if known: a period without an end goes on until then.
    """

    label: str
    kind: str
    period: Period
    words: str
    told: date | None = None

    @property
    def last(self) -> date | None:
        """The last day, as far as it is known."""
        begun = self.told is not None and (self.period.first is None or self.period.first <= self.told)
        return self.period.last or (self.told if begun else None)


def worth_drawing(bars: Sequence[Bar]) -> bool:
    """Two periods that are not one, and a day to begin with."""
    return len({(bar.period.first, bar.last) for bar in bars}) > 1 and len(_days(bars)) > 1


def draw(bars: Sequence[Bar], name: str) -> Markup:
    """The chart with the id `name` for its title."""
    days = _days(bars)
    first, last = days[0], days[-1] + timedelta(days=1)
    span = max((last - first).days, 1)

    def place(value: date) -> float:
        return _LEFT + _OPEN + (value - first).days / span * (_RIGHT - _LEFT - 2 * _OPEN)

    body, y = Markup(), float(_TOP)
    for bar in bars:
        body += drawing.text(0, y + 18, metrics.fitted(bar.label, _LEFT - 20, 13))
        body += _bar(bar, y + 14, place)
        y += _ROW
    grid = Markup()
    taken = 0.0
    for value, words in _ticks(first, last):
        x = place(value)
        wide = metrics.width(words, 11.5)
        grid += drawing.line(x, _TOP, x, y + 4, "rule")
        if x + 4 > taken and x + 4 + wide <= _WIDE:
            grid += drawing.text(x + 4, y + 20, words, "soft", 11.5)
            taken = x + 4 + wide + 8
    grid += drawing.line(_LEFT, y + 4, _WIDE, y + 4, "axis")
    return drawing.picture(grid + body, _WIDE, y + 26, described(bars), name)


def described(bars: Sequence[Bar]) -> str:
    """All that the chart shows, in words."""
    return " ".join(f"{bar.label}: {bar.words}, {_said(bar)}." for bar in bars)


def _said(bar: Bar) -> str:
    period = bar.period
    if period.first == period.last and period.first is not None:
        return day(period.first)
    begin = f"from {day(period.first)}" if period.first else "beginning not told"
    if period.last is None and bar.last is not None:
        return f"{begin} to the day of the article, {day(bar.last)}"
    return f"{begin} {f'to {day(bar.last)}' if bar.last else 'with no end told'}"


def _bar(bar: Bar, y: float, place: Callable[[date], float]) -> Markup:
    first, last = bar.period.first, bar.last
    start = place(first) if first else place(last) if last else _LEFT
    end = max(place(last + timedelta(days=1)) if last else start, start + 4)
    body = drawing.line(start, y, end, y, bar.kind, 8)
    if first is None:
        body += drawing.line(_LEFT, y, start - 2, y, bar.kind, 8, dashed=True)
    if last is None:
        body += drawing.line(end + 2, y, _RIGHT, y, bar.kind, 8, dashed=True)
    return body


def _days(bars: Sequence[Bar]) -> list[date]:
    return sorted({value for bar in bars for value in (bar.period.first, bar.last) if value})


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """The beginnings of years, of months or, for short spans, days, with their names."""
    if (last - first).days <= 21:
        every = 1 if (last - first).days <= 8 else 3
        days = [first + timedelta(days=number) for number in range(0, (last - first).days + 1, every)]
        return [(value, f"{value.day} {MONTHS[value.month - 1][:3]}") for value in days]
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    months = [value for value in months if first <= value <= last]
    if len(months) > 18:
        every = -(-len(months) // 144)
        return [(value, str(value.year)) for value in months if value.month == 1][::every]
    return [(value, f"{MONTHS[value.month - 1][:3]} {value.year}") for value in months]
