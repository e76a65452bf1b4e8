"""What the words around a time make of it: "the night of", which widens its mention, and "since", which opens it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.reading.periods.calendar import DAY, Days
from factcheck.reading.periods.period_phrases import Phrase
from factcheck.reading.periods.period_words import beginning, ending, operators, phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def widen(phrase: Phrase, text: str) -> Phrase:
    """A day with the time of day around it."""
    if phrase.grain != "day":
        return phrase
    before, after = text[: phrase.start], text[phrase.end :]
    early = ending(before, phrases("clock", "before"))
    start = len(before.rstrip()) - len(early) if early else phrase.start
    late = beginning(after, phrases("clock", "after"))
    end = phrase.end + len(after) - len(after.lstrip()) + len(late) if late else phrase.end
    return replace(phrase, start=start, end=end)


def operate(phrase: Phrase, doc: Doc, text: str) -> Phrase:
    """Opens an interval after "since", "until" and their like, unless the time only names an event."""
    before = text[: phrase.start].rstrip()
    article = ending(before, phrases("join", "article"))
    if article:
        before = before[: -len(article)].rstrip()
    found, span = ending(before, operators()), phrase.span(doc)
    if not found or span is None or phrase.means == "stretch" or modifies(span):
        return phrase
    start = len(before) - len(found)
    return replace(phrase, start=start, days=_opened(operators()[found], phrase.days or (None, None)))


def _opened(operator: str, days: Days) -> Days | None:
    first, last = days
    if first is None or last is None:
        return None
    return {
        "since": (first, None),
        "after": (last + DAY, None),
        "until": (None, last),
        "before": (None, first - DAY),
    }[operator]


def modifies(span: Span) -> bool:
    """Whether a time stands as the attribute of a noun that follows it."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.tag_ == "POS":
        return True
    root = span.root
    return root.dep_ in ("compound", "nmod", "poss", "nummod", "amod") and root.head.i >= span.end
