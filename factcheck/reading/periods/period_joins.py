"""Resolves the times of a paragraph side by side: a shared year, the ends of a stretch, a time and its apposition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.reading.periods.calendar import DAY, HOUR, LOOSE, PAST, Days, back, is_inside
from factcheck.reading.periods.period_phrases import Phrase, value
from factcheck.reading.periods.period_resolvers import resolve
from factcheck.reading.periods.period_words import beginning, ending, phrases, words
from factcheck.reading.periods.tense import tense

if TYPE_CHECKING:
    from spacy.tokens import Doc


Join = Callable[[Phrase, Phrase, str], Phrase | None]


def resolve_all(
    found: Sequence[Phrase], doc: Doc, text: str, at: date | None, *, historic: bool = False
) -> list[Phrase]:
    """The phrases of a paragraph with their days as of `at`, and joined where two tell one time.

    `historic`: a headline or a caption, whose present tense looks back.
    """
    done = _resolved(found, doc, text, at, historic=historic)
    for join in (_stretch_or_apposition, _before_it):
        done = _joined(done, text, join)
    return [phrase for phrase in done if phrase.means != "upto"]


def _joined(found: Sequence[Phrase], text: str, join: Join) -> list[Phrase]:
    done: list[Phrase] = []
    for phrase in found:
        one = join(done[-1], phrase, text) if done else None
        if one is not None:
            done[-1] = one
        else:
            done.append(phrase)
    return done


def _resolved(found: Sequence[Phrase], doc: Doc, text: str, at: date | None, *, historic: bool) -> list[Phrase]:
    """From right to left, so that "July and August 2015" gives July its year."""
    done: list[Phrase] = []
    for phrase in reversed(found):
        shared = _shared_year(phrase, done[-1], text) if done else None
        if shared is not None:
            days = resolve(phrase, shared[1], PAST)
        else:
            span = phrase.span(doc)
            days = resolve(phrase, at, LOOSE if span is None else tense(span, text[: phrase.start], historic=historic))
        done.append(replace(phrase, days=days))
    return done[::-1]


def _shared_year(a: Phrase, b: Phrase, text: str) -> Days | None:
    """The days of the time behind, where its year is this one's too."""
    alike = a.means == b.means and a.means in ("month", "date", "days")
    if not alike or a.dated or not b.dated or text[a.end : b.start].strip().lower() not in words("join", "share"):
        return None
    return b.days


def _stretch_or_apposition(a: Phrase, b: Phrase, text: str) -> Phrase | None:
    return _stretch(a, b, text) or _apposition(a, b, text)


def _stretch(a: Phrase, b: Phrase, text: str) -> Phrase | None:
    """From July to September: the days from the first of the one to the last of the other."""
    gap, before = _gap(a, b, text), text[: a.start]
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


def _gap(a: Phrase, b: Phrase, text: str) -> str:
    """What stands between two times, without their times of day: "Monday night into early Tuesday"."""
    gap = text[a.end : b.start].strip().lower()
    if (a.grain, b.grain) == ("day", "day"):
        gap = gap.removeprefix(beginning(gap, phrases("clock", "after")) or "").strip()
        gap = gap.removesuffix(ending(gap, phrases("clock", "before")) or "").strip()
    return gap


def _before_it(a: Phrase, b: Phrase, text: str) -> Phrase | None:
    """Overnight on Tuesday; the three months to June: a stretch, and the time that it belongs to or ends in."""
    gap, days = text[a.end : b.start].strip().lower(), b.days or (None, None)
    first, last = days
    if a.means == "upto" and not gap and b.grain != "span":
        start = None if last is None else _reach(a, last)
        return replace(b, start=a.start, grain="span", days=None if start is None else (start, last), settled=True)
    if a.means != "overnight" or gap not in words("clock", "night"):
        return None
    if b.grain == "day" and first is not None and last is not None:
        # A night may belong to the day before or after.
        days = first - DAY, last if gap == "into" else last + DAY
    return replace(b, start=a.start, grain="span", days=days, settled=True)


def _reach(phrase: Phrase, last: date) -> date | None:
    """The first day of a stretch of so many units that ends with a day."""
    count, size = value("n", phrase.groups) if phrase.groups.get("n") else 1, value("stretch", phrase.groups)
    if not count or size is None:
        return None
    return back(size, count, last if size == HOUR else last + DAY)


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
