"""How a checker says what it found: two claims, a relation, and one plain sentence that names both values."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import identity, intervals
from factcheck.model import Claim, Comparability, Dimension, Evidence, Rule, Side

OPEN = ("unknown", "leader", "overlaps")
NOT_STATED = "not stated"


def make(
    checker: str, relation: str, because: str, a: Claim, b: Claim, scope: Comparability, rules: Sequence[Rule]
) -> Evidence:
    """Evidence with an id that depends on the checker and the words and sources of both passages alone."""
    key = identity.evidence_id(checker, a.passage.source, a.passage.text, b.passage.source, b.passage.text)
    return Evidence(key, relation, because, side(a), side(b), (), scope.dimensions, tuple(rules))


def side(claim: Claim) -> Side:
    """A claim as one side of a finding."""
    passage = claim.passage
    return Side(passage.source, passage.start, passage.end, passage.line, passage.text, claim.id, value(claim), claim.holder)


def value(claim: Claim) -> str:
    """What a claim gives, in a few words: its figure, else its quantifier and event."""
    if claim.quantities:
        return intervals.shown(claim.quantities[0])
    trigger = claim.event.trigger if claim.event else ""
    if claim.quantifier:
        return f"{claim.quantifier}: {trigger}"
    return f"not: {trigger}" if claim.polarity == "negative" else trigger


def who(claim: Claim) -> str:
    """Whom the source credits, as the subject of a sentence: "Jane Roe (Health Ministry)" or "source S2 itself"."""
    if claim.holder is None:
        return f"{claim.passage.source} in its own voice"
    affiliation = claim.holder.affiliation
    if affiliation and affiliation.casefold() not in claim.holder.name.casefold():
        return f"{claim.holder.name} ({affiliation})"
    return claim.holder.name


def open_dimensions(scope: Comparability, *ignored: str) -> list[Dimension]:
    """The dimensions that leave it open whether both sides mean the same. Where neither side says anything nothing is open."""
    return [item for item in scope.dimensions if item.dimension not in ignored and is_open(item)]


def is_open(item: Dimension) -> bool:
    """True if a dimension leaves it open whether both sides mean the same."""
    silent = item.value == "unknown" and item.a == item.b == NOT_STATED and item.dimension != "incident"
    return item.value in OPEN and not silent


def open_words(dimensions: Sequence[Dimension]) -> str:
    """The open dimensions in words: "place (Syria; not stated)"."""
    return ", ".join(f"{item.dimension} ({item.a}; {item.b})" for item in dimensions)
