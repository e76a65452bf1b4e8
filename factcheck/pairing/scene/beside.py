"""Words that differ and may both hold: an alternative, an example, one of several, a count that need not be whole."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicons
from factcheck.pairing.scene import kinds
from factcheck.pairing.scene.kinds import Clash
from factcheck.pairing.scene.sentences import Word
from factcheck.reading.tokens import Token

_NARROWS = ("amod", "compound", "nmod", "poss", "nummod")
_MAKES = ("by", "from", "are", "were", "is", "was")


def may_both_hold(clash: Clash, a: Sequence[Word], b: Sequence[Word]) -> bool:
    """True where what one side has may stand beside what the other has."""
    return any(_is_open(clash.kind, words) for words in (a, b))


def _is_open(kind: str, words: Sequence[Word]) -> bool:
    token = _top(words[-1].token)
    if _alternative(token) or _example(token):
        return True
    if kind == "name":
        return _listed(token)
    if kind == "number":
        return _partly_counted(token)
    if kind == "colour":
        return token.dep_ == "amod" and _is_bare_plural(token.head)
    return bool(kinds.entry_of(kind).get("several")) and token.dep_ not in _NARROWS


def _top(token: Token) -> Token:
    """The head of the name that a token is part of."""
    while token.dep_ == "compound" and token.pos_ == token.head.pos_ == "PROPN":
        token = token.head
    return token


def _row(token: Token) -> list[Token]:
    """A token, or the noun that it narrows, and what is joined to it."""
    head = token.head if token.dep_ in _NARROWS else token
    return [token, *token.conjuncts, head, *head.conjuncts]


def _alternative(token: Token) -> bool:
    """Joined to its like by "or", or in a phrase that is."""
    above = [item for item in token.ancestors if item.pos_ in ("ADP", "VERB", "ADJ")] if token.pos_ == "PROPN" else []
    row = [*_row(token), *above[:2]]
    return any(child.lower_ in ("or", "nor", "/") for item in row for child in item.children if child.dep_ == "cc")


def _example(token: Token) -> bool:
    """One of those that a word such as "including" opens, or said of one of them."""
    opens = lexicons.words("contraries", "examples")
    if any(item.lower_ in opens and (item.dep_ == "prep" or item.pos_ == "VERB") for item in token.ancestors):
        return True
    first = min(_row(token), key=lambda item: item.i)
    start = first.left_edge.i
    near = [first.doc[at].lower_ for at in range(max(0, start - 2), start)]
    return any(word in opens for word in near)


def _listed(token: Token) -> bool:
    """One of several that did it, or that it was done to; not of those who made a thing, where each is named."""
    row = [token, *token.conjuncts]
    first = min(row, key=lambda item: item.i)
    return len(row) > 1 and not (first.dep_ in ("pobj", "attr") and first.head.lower_ in _MAKES)


def _partly_counted(number: Token) -> bool:
    """There may be more than "there are" tells, and more near a thing than those that it is said to be near."""
    noun = number.head
    if number.dep_ != "nummod":
        return False
    first = min([noun, *noun.conjuncts], key=lambda item: item.i)
    there = first.head.lemma_ == "be" and any(child.dep_ == "expl" for child in first.head.children)
    near = first.dep_ == "pobj" and first.head.lower_ in lexicons.words("contraries", "nearby")
    return there or (near and first.head.head.lemma_ == "be")


def _is_bare_plural(noun: Token) -> bool:
    """Flowers, of which there may be others of another colour; not the flowers, three flowers, her flowers."""
    return noun.tag_ == "NNS" and not any(child.dep_ in ("det", "nummod", "poss") for child in noun.children)
