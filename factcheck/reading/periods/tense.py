"""Whether the verb that a time belongs to looks back or ahead: "on Monday" is the last one, or the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.periods.calendar import AHEAD, LOOSE, PAST, UNCLEAR
from factcheck.reading.periods.period_phrases import value
from factcheck.reading.periods.period_words import ending, phrases, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PRESENT, _PAST = ("VBZ", "VBP"), ("VBD", "VBN")


def tense(span: Span, before: str, *, historic: bool) -> int:
    """PAST, AHEAD, UNCLEAR or LOOSE (calendar.py) for the tokens of a time and the text before them.

    `historic`: the text tells in the present tense what has happened, as headlines and captions do. A time inside a
    noun phrase ("will investigate the fire on Monday") may belong to the noun or to the verb, so that the verb settles
    nothing.
    """
    verb, inside = _governor(span)
    if verb is None:
        return LOOSE
    if span.root.dep_ == "nsubj" and verb.lemma_ == "be" and verb.tag_ in _PRESENT:
        return UNCLEAR
    deadline = ending(before, phrases("future", "deadline")) is not None
    found = _of_verb(verb, deadline, historic=historic or inside)
    return {AHEAD: UNCLEAR, PAST: LOOSE}.get(found, found) if inside and not deadline else found


def _governor(span: Span) -> tuple[Token | None, bool]:
    """The verb, or the adjective of plans, that a time hangs on, and whether a noun stands between."""
    token, inside = span.root, False
    while token.pos_ not in ("VERB", "AUX"):
        if token.pos_ == "ADJ" and token.lemma_ in words("future", "scheduled"):
            break
        if token.head.i == token.i:
            return None, inside
        token = token.head
        inside = inside or (
            token.pos_ in ("NOUN", "PROPN", "PRON")
            and value("month", {"month": token.text}) is None
            and token.lower_ not in words("clock", "after")
        )
    return token, inside


def _of_verb(verb: Token, deadline: bool, *, historic: bool) -> int:
    """By its auxiliary, its governor, a participle of plans, or the present of timetables and deadlines.

    Any other present tense may tell of a plan, of what is done every year, or of what is past.
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    forms = {child.lower_ for child in helpers}
    perfect = any(child.lemma_ == "have" for child in helpers)
    if _is_planned(verb) or forms & words("future", "auxiliary"):
        return AHEAD
    if any(child.tag_ == "TO" for child in helpers) and not perfect:
        return _of_infinitive(verb)
    if verb.tag_ == "VBG" and forms & words("future", "progressive"):
        return AHEAD
    timetabled = deadline or verb.lemma_ in words("future", "timetable")
    passive = any(child.dep_ == "auxpass" and child.tag_ in _PRESENT for child in helpers)
    present = (verb.tag_ in _PRESENT or passive) and not perfect
    if present and timetabled:
        return AHEAD
    if (present and not historic) or (forms & words("future", "unclear") and not perfect):
        return UNCLEAR
    return PAST if perfect or verb.tag_ in _PAST else LOOSE


def _is_planned(verb: Token) -> bool:
    """The trial is due; the vote, scheduled for June."""
    planned = words("future", "scheduled")
    if verb.lemma_ == "be" and verb.tag_ in _PRESENT:
        predicate = {child.lemma_ for child in verb.children if child.dep_ in ("acomp", "attr", "prep")}
        if predicate & planned:
            return True
    return verb.lemma_ in planned and verb.tag_ in ("VBN", "JJ")


def _of_infinitive(verb: Token) -> int:
    """By what it depends on: managed to open, seems to open, plans to open."""
    governor = verb.head
    if governor.lemma_ in words("future", "accomplished") and governor.tag_ in _PAST:
        return PAST
    if governor.lemma_ in words("future", "raising"):
        return LOOSE
    return AHEAD if governor.lemma_ in words("future", "governor") and governor.i != verb.i else UNCLEAR
