"""The stance of a clause in one record: polarity, certainty, quantifier, guard, and what it says of extremes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading import syntax
from factcheck.reading.stance import conditions, quantifiers
from factcheck.reading.stance.standing import of_noun, standing
from factcheck.reading.words import run_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Stance:
    """`quantifier` and `guard` are none where the clause has none."""

    polarity: str
    certainty: str
    quantifier: str | None
    guard: str | None
    over: str | None = None  # the lemma of the noun that "no" or "all" ranges over


def read(doc: Doc, head: Token, first: int, last: int, noun: Token | None = None) -> Stance:
    """The stance of the clause of `head` in tokens [first, last); of the event that a `noun` names in it, if given."""
    found = standing(head)
    quantifier = quantifiers.read(doc, head, first, last)
    negative = found.negative or quantifier.negative
    certainty = found.certainty
    if certainty == "asserted" and noun is not None:
        certainty = of_noun(noun)
    if certainty == "asserted" and doc[last : last + 1].text == "?":
        certainty = "asked"
    return Stance(
        "negative" if negative else "positive",
        certainty,
        quantifier.value,
        conditions.guard(doc, head),
        quantifier.over,
    )


def is_telling(verb: Token, anchor: Token, cue: str | None) -> bool:
    """True where a clause tells of the telling itself: "he accused them of fraud"; that he accused them is not alleged.

    `cue`: the lemma of the word that credits the clause; `anchor`: the event's word in the clause of `verb`.
    """
    if not cue:
        return False
    word = cue.split()[0]
    cues = [token for token in verb.subtree if word in (token.lemma_.lower(), token.lower_)]
    return bool(cues) and not any(token != anchor and token.is_ancestor(anchor) for token in cues)


def is_unreal(verb: Token, noun: Token) -> bool:
    """True for an event noun whose verb says that it did not happen: prevent, avert, deny.

    Not where the verb is itself negated, nor for its doer ("the raid averted a riot").
    """
    if not run_at(verb.doc, verb.i, "stance", "unreal") or standing(verb).negative:
        return False
    doer = syntax.child(verb, "nsubj")
    return doer is None or not doer.left_edge.i <= noun.i <= doer.right_edge.i
