"""A parse that spaCy made as plain objects; what spaCy knows by number is looked up once in a run."""

from __future__ import annotations

import functools
import sys
from dataclasses import fields
from typing import TYPE_CHECKING

from factcheck.reading.tokens import Doc, Span, Token, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse
    from spacy.vocab import Vocab


class _Words(dict[int, Word]):
    """What words are, by spaCy's number for the word: each is asked once."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __missing__(self, number: int) -> Word:
        lexeme = self.vocab[number]
        self[number] = word = Word(**{field.name: getattr(lexeme, field.name) for field in fields(Word)})
        return word


class _Strings(dict[int, str]):
    """Strings by spaCy's numbers for them: each is decoded once."""

    def __init__(self, vocab: Vocab) -> None:
        self.strings = vocab.strings

    def __missing__(self, number: int) -> str:
        self[number] = word = sys.intern(self.strings[number])
        return word


@functools.cache
def _tables(vocab: Vocab) -> tuple[_Words, _Strings]:
    return _Words(vocab), _Strings(vocab)


def plain(parse: Parse, text: str) -> Doc:
    """A parse that spaCy made of a text, as plain objects."""
    from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG

    words, strings = _tables(parse.vocab)
    doc = Doc(text)
    tokens = doc.tokens
    for number, *tags in parse.to_array([ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE]).tolist():
        tokens.append(Token(doc, len(tokens), words[number], [strings[tag] for tag in tags]))
    places = parse.to_array([IDX, HEAD, SENT_START, SPACY]).astype("int64").tolist()
    for token, (idx, head, starts, space) in zip(tokens, places, strict=True):
        token.idx, token.is_sent_start, token.whitespace_ = idx, starts == 1, " " if space else ""
        token.head = governor = tokens[token.i + head]
        if head > 0:
            governor.lefts += (token,)
        elif head < 0:
            governor.rights += (token,)
    doc.ents = tuple(Span(doc, span.start, span.end, span.label_) for span in parse.ents)
    return doc
