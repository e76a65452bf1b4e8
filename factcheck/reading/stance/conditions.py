"""What a universal depends on: "when X happens, we do Y", and the test that has to be passed first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.words import find_run, is_listed, run_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def opening(doc: Doc, head: Token, first: int) -> str | None:
    """The words of "every time X happens" at the head of a sentence, where the parse cuts them off: from the clause, or
    as a sentence of their own that no mark ends.
    """
    start = head.sent.start
    if start > 0 and doc[start].text.islower() and not doc[start - 1].is_punct:
        start = doc[start - 1].sent.start
    while start < first and (doc[start].is_punct or doc[start].is_space):
        start += 1
    after = start + run_at(doc, start, "stance", "every-occasion")
    if after == start or not any(token.pos_ in ("VERB", "AUX") for token in doc[after:first]):
        return None
    return doc[start:after].text


def occasion(head: Token) -> str | None:
    """The opening word of "when X happens, we do Y" in the present tense, which says what is done on every such
    occasion; a day that is named makes it one occasion.
    """
    if head.tag_ not in ("VBP", "VBZ") or head.lemma_ == "be" or any(item.dep_ == "aux" for item in head.children):
        return None
    for clause in head.children:
        if clause.dep_ == "advcl" and clause.i < head.i:
            word = _temporal(clause)
            if word is not None and not any(token.ent_type_ in ("DATE", "TIME") for token in clause.subtree):
                return str(word.lower_)
    return None


def _temporal(clause: Token) -> Token | None:
    return next(
        (item for item in clause.children if item.dep_ in ("advmod", "mark") and is_listed(item, "stance", "temporal")),
        None,
    )


def guard(doc: Doc, head: Token) -> str | None:
    """The words of a condition that must be met before the clause binds: "when an allegation is found credible"."""
    for child in head.children:
        if child.dep_ == "advcl" and _temporal(child) is not None:
            first, last = child.left_edge.i, child.right_edge.i + 1
            if find_run(doc, first, last, "stance", "guard"):
                return doc[first:last].text
        if child.dep_ in ("prep", "advmod", "advcl") and child.i < head.i:
            first, last = child.left_edge.i, child.right_edge.i + 1
            if is_listed(doc[first], "stance", "guard") or run_at(doc, first, "stance", "guard"):
                return doc[first:last].text
    return None
