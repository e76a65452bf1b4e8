"""Superlatives and absolutes: "the only witness", "the worst drought in 30 years", "an unprecedented step"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.words import find_run

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_superlative(doc: Doc, first: int, last: int) -> bool:
    """True if tokens [first, last) set something above or apart from all others."""
    return find_run(doc, first, last, "stance", "superlative") is not None or any(
        _is_highest(token) for token in doc[first:last]
    )


def _is_highest(word: Token) -> bool:
    """ "the oldest bridge", "its most expensive film"; not "at least", "most people", "at best"."""
    if word.tag_ not in ("JJS", "RBS"):
        return False
    before = word.doc[max(0, word.i - 2) : word.i]
    return any(token.dep_ in ("det", "poss") and token.lower_ not in ("a", "an") for token in before) and (
        word.lower_ != "least" or word.dep_ == "advmod"
    )
