"""How far a sentence's parse can be trusted: what marks a broken one, and what of a claim is then left unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Claim, Facet

if TYPE_CHECKING:
    from spacy.tokens import Span

LONG = 80  # words; the parser was trained on sentences of some twenty
LONG_UNMARKED = 45  # words without a comma, colon, dash or bracket
VERBLESS = 12  # words that a sentence without a finite verb, or with a root that is none, may have
LOOSE = 2  # arcs that the parser could not name
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = frozenset(",;:-()")


def of(sentence: Span) -> str:
    """ "high" or "low": low for lists of headlines, menus, run-on lines and sentences whose root is no verb."""
    words = sum(1 for token in sentence if token.is_alpha or token.like_num)
    if words > LONG or sum(1 for token in sentence if token.dep_ == "dep") >= LOOSE:
        return "low"
    if words > LONG_UNMARKED and not any(token.text in _MARKS for token in sentence):
        return "low"
    if words > VERBLESS and (
        sentence.root.pos_ not in ("VERB", "AUX") or not any(token.tag_ in _FINITE for token in sentence)
    ):
        return "low"
    return "high"


def spare(claim: Claim) -> Claim:
    """A claim of a sentence that is badly parsed: without the fields that hang on the parse alone."""
    return replace(
        claim,
        confidence="low",
        event=replace(claim.event, agent=None, patient=None) if claim.event else None,
        agent=Facet(),
        quantifier=None,
        guard=None,
        topic=(),
        matter=(),
    )
