"""Resolves the times of a paragraph side by side: a shared year, the ends of a stretch, a time and its apposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.reading.periods.calendar import LOOSE, PAST, Days, is_inside
from factcheck.reading.periods.period_phrases import Phrase
from factcheck.reading.periods.period_resolvers import resolve
from factcheck.reading.periods.period_words import ending, phrases, words
from factcheck.reading.periods.tense import tense

if TYPE_CHECKING:
    from spacy.tokens import Doc


def resolve_all(found: Sequence[Phrase], doc: Doc, text: str, at: date | None) -> list[Phrase]:
    """The phrases of a paragraph with their days as of `at`, and joined where two tell one time."""
    done: list[Phrase] = []
    for phrase in _resolved(found, doc, text, at):
        joined = done and (_stretch(done[-1], phrase, text) or _apposition(done[-1], phrase, text))
        if joined:
            done[-1] = joined
        else:
            done.append(phrase)
    return done


def _resolved(found: Sequence[Phrase], doc: Doc, text: str, at: date | None) -> list[Phrase]:
    """From right to left, so that "July and August 2015" gives July its year."""
    done: list[Phrase] = []
    for phrase in reversed(found):
        shared = _shared_year(phrase, done[-1], text) if done else None
        if shared is not None:
            days = resolve(phrase, shared[1], PAST)
        else:
            span = phrase.span(doc)
            days = resolve(phrase, at, LOOSE if span is None else tense(span, text[: phrase.start]))
        done.append(replace(phrase, days=days))
    return done[::-1]


def _shared_year(a: Phrase, b: Phrase, text: str) -> Days | None:
    """The days of the time behind, where its year is this one's too."""
    alike = a.means == b.means and a.means in ("month", "date", "days")
    if not alike or a.dated or not b.dated or text[a.end : b.start].strip().lower() not in words("join", "share"):
        return None
    return b.days


def _stretch(a: Phrase, b: Phrase, text: str) -> Phrase | None:
    """From July to September: the days from the first of the one to the last of the other."""
    gap, before = text[a.end : b.start].strip().lower(), text[: a.start]
    between = ending(before, phrases("join", "between"))
    joined = gap in words("join", "to") or (between is not None and gap in words("join", "and"))
    if a.settled or a.means == "vague" or not joined:
        return None
    start, opening = a.start, between or ending(before, phrases("join", "from"))
    if opening:
        start = len(before.rstrip()) - len(opening)
    elif a.grain != b.grain:
        return None
    last = b.days[1] if b.days else None
    # The first end is read as of the last: it lies before it, whichever year or week that is.
    days = a.days if a.dated or last is None else resolve(a, last, PAST)
    first = days[0] if days else None
    ordered = first is not None and last is not None and first <= last
    return Phrase(start, b.end, b.groups, "stretch", "span", False, (first, last) if ordered else None, True)


def _apposition(a: Phrase, b: Phrase, text: str) -> Phrase | None:
    """Tuesday, May 3; the next day, May 4: the narrower of two times, one of which holds the other."""
    gap = text[a.end : b.start].strip().lower()
    if gap not in words("join", "apposition"):
        return None
    if a.means == "vague" and (a.grain, b.grain) == ("day", "day"):
        return replace(b, start=a.start)
    if not a.days or not b.days or a.settled:
        return None
    if gap.startswith(",") and a.dated == b.dated and "date" not in (a.means, b.means):
        return None
    outer, inner = (a, b) if is_inside(b.days, a.days) else (b, a)
    return replace(inner, start=a.start, end=b.end) if is_inside(inner.days, outer.days) else None
