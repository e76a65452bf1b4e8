"""Is it a time? Not where the calendar's words are a name (Sunday Times), a verb (may, march) or count something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.periods.period_operators import modifies
from factcheck.reading.periods.period_phrases import Phrase
from factcheck.reading.periods.period_words import beginning, ending, phrases, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def is_time(phrase: Phrase, doc: Doc, text: str) -> bool:
    """False where the words are a name, a verb or a number of something else."""
    span = phrase.span(doc)
    if span is None or _is_name(phrase, span, text):
        return False
    if not phrase.bare:
        verb = any(token.tag_ in ("MD", "VB") for token in span)
        return phrase.dated or not phrase.groups.get("month") or not verb
    return _bare_stands(phrase, span, text)


def _is_name(phrase: Phrase, span: Span, text: str) -> bool:
    """Black Friday, the Sunday Times, Resolution 2014, 2014 GMT, the newspaper Today, the Sept. 11 attacks."""
    before, after = text[: phrase.start], text[phrase.end :]
    if (
        phrase.means in ("weekday", "year")
        and "part" not in phrase.groups
        and ending(before, phrases("names", "before"))
    ):
        return True
    if phrase.means == "month" and ending(before, phrases("names", "recurring")):
        return True
    if before.lower().endswith(phrases("names", "bound")):
        return True
    if phrase.means == "date" and not phrase.dated and modifies(span):
        return " ".join(text[phrase.start : phrase.end].lower().split()) in phrases("names", "known")
    if phrase.means == "weekday":
        return beginning(after, phrases("names", "after")) is not None
    if phrase.means == "year":
        return beginning(after, phrases("clock", "zones")) is not None
    return phrase.means == "deictic" and span[0].is_title and not span[0].is_sent_start


def _bare_stands(phrase: Phrase, span: Span, text: str) -> bool:
    """A month, year or season alone: with a preposition, with its part, or where the recogniser takes it for a time."""
    last = span[-1]
    previous = span.doc[span.start - 1] if span.start else None
    if phrase.means == "month" and previous is not None and previous.tag_ in ("POS", "NNP"):
        return False
    preposed = ending(text[: phrase.start], prepositions()) is not None
    if not preposed and last.dep_ == "compound" and (phrase.means == "season" or last.head.tag_ == "NNP"):
        return False
    if last.ent_type_ in ("PERSON", "CARDINAL", "MONEY", "QUANTITY") or last.tag_.startswith(("MD", "VB")):
        return False
    counts = phrase.means == "year" and _counts(last)
    if last.ent_type_ == "DATE" and not (counts and all(child.i >= last.i for child in last.head.lefts)):
        return True
    return "part" in phrase.groups or (preposed and not counts)


def _counts(number: Token) -> bool:
    """2014 people: the number of the plural behind it."""
    return number.dep_ == "nummod" and number.head.tag_ == "NNS" and number.head.i > number.i
