"""Finds what a toll counts where the number stands apart: "put the number of deaths at 90", "the toll rose to 8"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.quantities.counted_noun import Noun, following, group_after_of, is_nominal
from factcheck.reading.quantities.plurals import lemma
from factcheck.reading.quantities.quantity_phrases import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 26  # words from the name of a number to the number
_NEAR = 3  # words from "put" to the crowd that it puts at a number


def before_toll(doc: Doc, number: int, sentence_start: int) -> Noun | None:
    """The noun whose number is told at token `number`; the name of the number stands before it in the sentence."""
    for i in range(number - 1, max(sentence_start, number - _REACH) - 1, -1):
        low = doc[i].lower_
        if low in words("crowd") and _is_put(doc, max(sentence_start, i - _NEAR), i, number):
            return Noun(i, low)
        if low in words("toll") and i > sentence_start and doc[i - 1].pos_ in ("NOUN", "PROPN"):
            return Noun(i - 1, lemma(doc[i - 1]))
        if low in words("number"):
            found = _named_after(doc, i, number)
            if found is not None:
                return found
            if low in words("toll_alone"):
                return Noun(i, low)
    return None


def _is_put(doc: Doc, start: int, noun: int, number: int) -> bool:
    """put the crowd at 900; the crowd was estimated at 900: by a verb of estimating alone."""
    verbs = (token for token in doc[start:number] if token.i != noun)
    return doc[number - 1].lower_ == "at" and any(verb.lemma_.lower() in words("putting") for verb in verbs)


def _named_after(doc: Doc, i: int, number: int) -> Noun | None:
    """number of road deaths; and "number road deaths", where "of" was lost."""
    at = i + 1
    if at >= number:
        return None
    if doc[at].lower_ == "of":
        return _within(group_after_of(doc, at), number)
    return _within(following(doc, at), number) if doc[at].pos_ in ("NOUN", "ADJ", "PROPN") else None


def toll_after(doc: Doc, start: int) -> Noun | None:
    """bringing to 45 the number of deaths, the toll."""
    if start >= len(doc) or doc[start].pos_ not in ("DET", "PRON"):
        return None
    for i in range(start + 1, min(start + 4, len(doc))):
        if doc[i].lower_ not in words("number") | words("toll"):
            continue
        if i + 1 < len(doc) and doc[i + 1].lower_ == "of":
            return group_after_of(doc, i + 1)
        if i + 1 < len(doc) and is_nominal(doc, i + 1):
            return Noun(i + 1, doc[i + 1].lower_)
        named = i - 1 > start and doc[i - 1].pos_ in ("NOUN", "PROPN")
        return Noun(i - 1, lemma(doc[i - 1])) if named else Noun(i, doc[i].lower_)
    return None


def _within(found: Noun | None, number: int) -> Noun | None:
    return found if found is not None and found.index < number else None
