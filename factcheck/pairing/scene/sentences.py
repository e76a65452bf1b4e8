"""The sentences of a text as rows of words to lay side by side: one number is one word, marks and articles are none."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from factcheck import lexicons
from factcheck.model import Quantity, Source
from factcheck.reading import paragraphs
from factcheck.reading.parse import Block, parse
from factcheck.reading.quantities import numerals, pieces, quantities
from factcheck.reading.tokens import Doc, Span, Token

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_WRITTEN = re.compile(r"\d[\d.,:/-]*[a-z%]{0,3}")  # 10:40, 7-8, 10pm
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV")
KEPT_TEXTS = 8


@dataclass(frozen=True)
class Word:
    """A word of a sentence: its token (of a number the last), `norm` as compared, what number or rank it is, and of
    what amount, where something is counted.
    """

    token: Token
    text: str
    norm: str
    number: str | None = None
    rank: str | None = None
    quantity: Quantity | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """How a lexicon may list the word: as written in small letters, and by its lemma."""
        return tuple(dict.fromkeys((self.text.casefold(), self.norm)))


@dataclass(frozen=True)
class Sentence:
    """A sentence of a source and its words in order."""

    source: Source
    block: Block
    span: Span
    words: tuple[Word, ...]

    @property
    def place(self) -> tuple[int, int]:
        """The characters [start, end) of the source's text that the sentence covers."""
        start = self.block.paragraph.start
        return start + self.span.start_char, start + self.span.end_char

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.norm for word in self.words)

    @cached_property
    def content(self) -> frozenset[str]:
        """The words that carry meaning."""
        return frozenset(
            word.norm for word in self.words if (word.token.pos_ in _CONTENT and not word.token.is_stop) or word.number
        )


@functools.lru_cache(maxsize=KEPT_TEXTS)
def read(source: Source) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; one article is the context of many statements."""
    found = []
    for block in parse(source.text, paragraphs.split(source.text)):
        numbers = dict(_numbers(block))
        amounts = {at: item.quantity for item in quantities.read(block) for at in range(item.first, item.last)}
        for span in cast("Doc", block.doc).sents:  # see parse.py: the readers are typed for spaCy's parse
            words = tuple(_words(span, numbers, amounts))
            if words:
                found.append(Sentence(source, block, span, words))
    return tuple(found)


def _numbers(block: Block) -> Iterator[tuple[int, tuple[int, str]]]:
    """The first token of each number, with the one behind its last, and its value."""
    parts = pieces.split(block.doc)
    at = 0
    while at < len(parts):
        found = numerals.numeral_at(parts, at)
        glued = found is not None and found.last < len(parts) and _runs_on(parts, found.last)
        if found is None or glued or (at and _runs_on(parts, at)):
            at += 1
            continue
        yield parts[found.first].token, (parts[found.last - 1].token + 1, f"{found.value.normalize():f}")
        at = found.last


def _runs_on(parts: Sequence[pieces.Piece], at: int) -> bool:
    """True inside a word of letters and figures, and inside a time or a date written in figures: B12, 10:40, 18th."""
    before, piece = parts[at - 1], parts[at]
    return piece.glued and (piece.text in (":", "/") or before.text in (":", "/") or piece.token == before.token)


def _words(span: Span, numbers: dict[int, tuple[int, str]], amounts: dict[int, Quantity]) -> Iterator[Word]:
    empty = lexicons.words("contraries", "articles")
    at = span.start
    while at < span.end:
        token = span.doc[at]
        if at in numbers and numbers[at][0] <= span.end:
            last, value = numbers[at]
            yield Word(span.doc[last - 1], span.doc[at:last].text, f"#{value}", value, quantity=amounts.get(at))
            at = last
            continue
        at += 1
        if token.is_punct or token.is_space or token.lower_ in empty:
            continue
        rank = _rank(token)
        if rank is None and _WRITTEN.fullmatch(token.lower_):
            yield Word(token, token.text, token.lower_, number=token.lower_)
        else:
            yield Word(token, token.text, f"#{rank}." if rank else _norm(token), rank=rank)


def _rank(token: Token) -> str | None:
    """Which one in a row: "third" and "3rd" are one."""
    ranks: dict[str, int] = lexicons.load("contraries")["ranks"]
    match = _ORDINAL.fullmatch(token.lower_)
    return match[1] if match else str(ranks[token.lower_]) if token.lower_ in ranks else None


def _norm(token: Token) -> str:
    return "not" if token.lower_ in ("n't", "not") else token.lemma_.casefold().strip("'\"“”’") or token.lower_
