"""How firmly a clause stands: polarity, quantifier, certainty, and the guard a universal depends on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.reading.words import find_run, is_listed, listed, run_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUANTIFIERS = ("every-occasion", "none", "never", "few", "all", "always", "most", "some")
_CLIMBED = ("ccomp", "xcomp", "pcomp", "acl", "prep", "pobj", "conj", "dobj", "csubj", "advcl", "relcl")
_TEMPORAL = ("when", "whenever", "if", "where", "wherever", "once")


@dataclass(frozen=True)
class Stance:
    """`quantifier` and `guard` are none where the clause has none."""

    polarity: str
    certainty: str
    quantifier: str | None
    guard: str | None
    over: str | None = None  # the lemma of the noun that "no" or "all" ranges over


def read(doc: Doc, head: Token, first: int, last: int) -> Stance:
    """The stance of the clause of `head` in tokens [first, last)."""
    quantifier, over = _quantifier(doc, head, first, last)
    return Stance(_polarity(head), _certainty(doc, head, first, last), quantifier, _guard(doc, head), over)


def _polarity(head: Token) -> str:
    if any(child.dep_ == "neg" and child.lower_ != "never" for child in head.children):
        return "negative"
    governor = head.head
    if head.dep_ == "xcomp" and run_at(head.doc, governor.i, "stance", "negative-verbs"):
        return "negative"
    if head.dep_ == "xcomp" and any(child.dep_ == "neg" for child in governor.children):
        return "negative"
    return "positive"


def _certainty(doc: Doc, head: Token, first: int, last: int) -> str:
    for child in head.children:
        if child.dep_ == "mark" and is_listed(child, "stance", "condition"):
            return "conditional"
        if child.dep_ == "aux":
            if is_listed(child, "stance", "wish"):
                return "wished"
            if is_listed(child, "stance", "condition"):
                return "conditional"
            if child.lower_ in listed("stance", "future"):
                return "future"
            if is_listed(child, "stance", "hedge"):
                return "hedged"
    if head.dep_ == "xcomp" and is_listed(head.head, "stance", "wish"):
        return "wished"
    if _is_unreal(head):
        return "unreal"
    if doc[last - 1].i + 1 < len(doc) and doc[last].text == "?":
        return "asked"
    for name, value in (("allegation", "alleged"), ("hedge", "hedged")):
        if any(doc[i].pos_ != "PROPN" and run_at(doc, i, "stance", name) for i in range(first, last)):
            return value  # the month of May is no hedge
    return "asserted"


def is_unreal(verb: Token) -> bool:
    """True for a verb whose object did not happen: prevent, avert, deny."""
    return run_at(verb.doc, verb.i, "stance", "unreal") > 0


def _is_unreal(head: Token) -> bool:
    """True if what governs the clause does not say that it happened: "denied that", "rumours that", "did not say"."""
    node = head
    while node.head != node:
        inner, node = node, node.head
        if inner.dep_ not in _CLIMBED:
            return False
        if inner.dep_ == "relcl" and not is_unreal(node):
            return False
        if inner.dep_ in ("conj", "advcl", "prep", "dobj") and inner is not head and inner.pos_ in ("VERB", "AUX"):
            return False
        if inner.dep_ in ("ccomp", "xcomp", "acl", "csubj", "pcomp", "relcl"):
            if any(item.dep_ == "neg" for item in node.children) or is_unreal(node):
                return True
            if any(item.dep_ in ("acomp", "attr") and is_listed(item, "stance", "unreal") for item in node.children):
                return True
        if any(item.dep_ == "mark" and is_listed(item, "stance", "unreal") for item in inner.children):
            return True
    return False


def _quantifier(doc: Doc, head: Token, first: int, last: int) -> tuple[str | None, str | None]:
    """The quantifier over the clause: on its subject or object, on the verb, or on its occasions; and its noun."""
    values = {entry["id"]: entry["value"] for entry in lexicons.entries("stance")}
    for name in _QUANTIFIERS:
        for index in range(first, last):
            length = run_at(doc, index, "stance", name)
            if length and _governs(doc, index, length, head, name):
                noun = doc[index + length - 1].head if name in ("none", "all") else None
                over = noun.lemma_.lower() if noun is not None and noun.pos_ == "NOUN" else None
                return values[name], over
    occasion = _occasion(head) or _opening(doc, head, first)
    if occasion is not None:
        return "every", None
    return None, None


def _opening(doc: Doc, head: Token, first: int) -> str | None:
    """The words of "every time X happens" at the head of a sentence, where the parse cuts them off."""
    start = head.sent.start
    while start < first and (doc[start].is_punct or doc[start].is_space):
        start += 1
    after = start + run_at(doc, start, "stance", "every-occasion")
    if after == start or not any(token.pos_ in ("VERB", "AUX") for token in doc[after:first]):
        return None
    return doc[start:after].text


def _occasion(head: Token) -> str | None:
    """The opening word of "when X happens, we do Y" in the present tense, which says what is done on every such
    occasion.
    """
    if head.tag_ not in ("VBP", "VBZ") or any(item.dep_ == "aux" for item in head.children):
        return None
    for clause in head.children:
        if clause.dep_ == "advcl" and clause.i < head.i:
            opening = next((m for m in clause.children if m.dep_ in ("advmod", "mark") and m.lower_ in _TEMPORAL), None)
            if opening is not None:
                return str(opening.lower_)
    return None


def _governs(doc: Doc, index: int, length: int, head: Token, name: str) -> bool:
    """True if a quantifier's words belong to this clause's verb: beside it, or on its subject or object."""
    token = doc[index + length - 1]
    if name in ("always", "never"):
        return token.head == head or (token.head.head == head and token.head.dep_ in ("aux", "acomp"))
    if name == "every-occasion":
        return True
    if any(part.pos_ == "VERB" for part in doc[index : index + length]):
        return False
    for part in (token, doc[index]):
        node = part
        for _ in range(4):
            if node.head == head and node.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
                return part == node or _leads(part, node)
            node = node.head
    return False


def _leads(word: Token, noun: Token) -> bool:
    """True if a quantifier opens the noun phrase of `noun`, and not a phrase inside it."""
    return (
        all(left.i >= word.i or left.dep_ in ("advmod", "det", "predet", "preconj") for left in noun.lefts)
        and word.i <= noun.i + 3
    )


def _guard(doc: Doc, head: Token) -> str | None:
    """The words of a condition that must be met before the clause binds: "when an allegation is found credible"."""
    for child in head.children:
        if child.dep_ == "advcl" and any(
            mark.lower_ in _TEMPORAL for mark in child.children if mark.dep_ in ("advmod", "mark")
        ):
            words = [token.i for token in child.subtree]
            if find_run(doc, min(words), max(words) + 1, "stance", "guard"):
                return doc[min(words) : max(words) + 1].text
        if child.dep_ in ("prep", "advmod", "advcl") and child.i < head.i:
            words = [token.i for token in child.subtree]
            span = (min(words), max(words) + 1)
            if is_listed(doc[span[0]], "stance", "guard") or run_at(doc, span[0], "stance", "guard"):
                return doc[span[0] : span[1]].text
    return None
