"""For how many a clause holds: the quantifier on its subject or object, on its verb, or on its occasions."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lexicons
from factcheck.reading.stance import conditions
from factcheck.reading.words import runs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ORDER = ("every-occasion", "none", "never", "few", "not-all", "nearly-all", "all", "always", "most", "some")
_ADVERBS = ("always", "never")
_WHOLE = ("all", "nearly-all", "not-all")
_FLOATING = ("advmod", "det", "dep", "predet", "appos", "nsubj", "nsubjpass", "npadvmod")


class Quantifier(NamedTuple):
    """`value`: as in model.Claim. `over`: the lemma of the noun that "no" or "all" ranges over. `negative`: some are
    said not to be so ("not all").
    """

    value: str | None = None
    over: str | None = None
    negative: bool = False


def read(doc: Doc, head: Token, first: int, last: int) -> Quantifier:
    """The quantifier over the clause of `head` in tokens [first, last)."""
    for name, index, length in _marks(doc):
        if not (first <= index and index + length <= last and _governs(doc, index, length, head, name)):
            continue
        if name in _ADVERBS and name == "always" and any(item.dep_ == "neg" for item in head.children):
            return Quantifier("some", None, negative=True)
        noun = doc[index + length - 1].head if name in ("none", "all") else None
        over = noun.lemma_.lower() if noun is not None and noun.pos_ == "NOUN" else None
        return Quantifier(_values()[name], over, negative=name == "not-all")
    return Quantifier("every" if conditions.occasion(head) or conditions.opening(doc, head, first) else None)


@functools.cache
def _values() -> dict[str, str]:
    return {entry["id"]: entry["value"] for entry in lexicons.entries("stance") if entry["id"] in _ORDER}


def _marks(doc: Doc) -> list[tuple[str, int, int]]:
    """(entry, index, length) of the quantifiers of a parse in the order that they are looked at; found once a parse.

    A word inside a longer phrase is none of its own: "at all", "not all", "a few", "each other".
    """
    found: list[tuple[str, int, int]] | None = doc.user_data.get("quantifiers")
    if found is None:
        idioms = list(runs(doc, "stance", "no-quantifier").items())
        listed = [(name, *run) for name in _ORDER for run in runs(doc, "stance", name).items()]
        longer = [*idioms, *(run[1:] for run in listed)]
        found = [mark for mark in listed if not any(_inside(mark, run) for run in longer)]
        doc.user_data["quantifiers"] = found
    return found


def _inside(mark: tuple[str, int, int], run: tuple[int, int]) -> bool:
    _, index, length = mark
    return run[0] <= index and index + length <= run[0] + run[1] and length < run[1]


def _governs(doc: Doc, index: int, length: int, head: Token, name: str) -> bool:
    """True if a quantifier's words belong to this clause's verb: beside it, or on its subject or object."""
    token = doc[index + length - 1]
    if name == "every-occasion":
        return True
    if name in _ADVERBS:
        return token.head == head or (token.head.head == head and token.head.dep_ in ("aux", "acomp"))
    if name in ("not-all", "nearly-all") and token.dep_ == "advmod" and token.head == head:
        return True
    if (
        name == "all"
        and token.head == head
        and token.dep_ in _FLOATING
        and token.nbor(-1 if token.i else 0).pos_ == "AUX"
    ):
        return True  # "they were all rescued"
    if any(part.pos_ == "VERB" for part in doc[index : index + length]) or _is_other(token):
        return False
    return any(_reaches(part, head, through=name in _WHOLE) for part in (token, doc[index]))


def _reaches(part: Token, head: Token, *, through: bool) -> bool:
    """True if a word is, or opens, the subject or object of a verb; `through`: or the object of its preposition."""
    node = part
    for _ in range(4):
        told = node.head == head and node.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "dative")
        beyond = through and node.dep_ == "pobj" and node.head.head == head and node.head.dep_ in ("prep", "dative")
        if told or (beyond and not any(token.ent_type_ in ("DATE", "TIME") for token in node.doc[node.i : node.i + 3])):
            return part == node or _leads(part, node)
        node = node.head
    return False


def _is_other(word: Token) -> bool:
    """True where the word counts nothing: "some 200", "the most expensive", "the last few days", "little girls"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    if word.lower_ == "but":
        return after.pos_ in ("VERB", "ADJ")
    if word.lower_ == "some":
        return after.like_num or after.lower_ in ("two", "three")
    if word.lower_ == "no" and (after.like_num or after.text == "."):
        return True  # "the No 7 shirt"
    if word.lower_ in ("fewer", "fewest"):
        return True
    if word.lower_ == "most":
        return word.dep_ == "advmod"
    if word.lower_ in ("few", "little"):
        before = {item.lower_ for item in _before(word)}
        small = word.lower_ == "little" and (
            word.head.tag_ in ("NNS", "NNPS") or any(item.dep_ in ("det", "poss") for item in word.head.children)
        )
        return small or bool(before & {"the", "last", "past", "first", "next", "these", "those", "every"})
    return False


def _before(word: Token) -> Iterator[Token]:
    yield from (word.doc[index] for index in range(max(word.sent.start, word.i - 2), word.i))


def _leads(word: Token, noun: Token) -> bool:
    """True if a quantifier opens the noun phrase of `noun`, and not a phrase inside it."""
    return (
        all(left.i >= word.i or left.dep_ in ("advmod", "det", "predet", "preconj", "neg") for left in noun.lefts)
        and word.i <= noun.i + 1
    )
