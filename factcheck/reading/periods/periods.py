"""Reads the times that a paragraph names as intervals of days.

A phrase of lexicons/periods.toml is found (period_phrases), kept if it is a time (period_evidence), resolved against a
day, the source's or the other end of a stretch (period_joins; period_resolvers, with period_days and period_spans), and
widened or opened by the words around it (period_operators). It gives [first, last], or nothing where the text leaves it
open: fiscal years, whose months it does not tell; "the next day" and "two years earlier", which hang on what was said
before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.model import Period
from factcheck.reading.parse import Block
from factcheck.reading.periods.calendar import PAST
from factcheck.reading.periods.period_evidence import is_time
from factcheck.reading.periods.period_joins import resolve_all
from factcheck.reading.periods.period_operators import operate, widen
from factcheck.reading.periods.period_phrases import may_have_year
from factcheck.reading.periods.period_resolvers import phrases, resolve


@dataclass(frozen=True)
class Mention:
    """A time that the text names, and its tokens [first, last) in block.doc."""

    period: Period
    first: int
    last: int


def read(block: Block, published: date | None) -> list[Mention]:
    """The times of a paragraph in order; what cannot be resolved without `published` has neither first nor last day."""
    doc, found = block.doc, []
    text = doc.text  # joined anew from the tokens whenever it is asked for
    times = [phrase for phrase in phrases(text) if is_time(phrase, doc, text)]
    historic = block.paragraph.kind in ("headline", "caption")
    for phrase in resolve_all(times, doc, text, published, historic=historic):
        whole = operate(widen(phrase, text), doc, text)
        span = whole.span(doc)
        if span is not None:
            first, last = whole.days or (None, None)
            period = Period(first, last, whole.grain, text[whole.start : whole.end])
            found.append(Mention(period, span.start, span.end))
    return found


def dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Every full date of a text (day, month and year) with its characters [start, end); needs no parse."""
    for phrase in phrases(text) if may_have_year(text) else ():
        if phrase.grain == "day" and phrase.dated:
            days = resolve(phrase, None, PAST)
            if days and days[0]:
                yield phrase.start, phrase.end, days[0]
