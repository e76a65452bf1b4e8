"""A parse as plain objects with spaCy's names: each token made once, so that readers look at it as often as they like.

spaCy builds a token anew at each look, and scans the sentence for its children; the readers look about a hundred times
at each. What they ask for means here what it means in spaCy's documentation. A place outside the parse is an error.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class _Once(Generic[T]):
    """An attribute that is worked out when it is first asked for; without the lock of functools.cached_property."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self.read = read
        self.__doc__ = read.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, thing: Any, owner: type) -> T:
        value = self.read(thing)
        setattr(thing, self.name, value)
        return value


@dataclass(frozen=True)
class Word:
    """What a word is wherever it stands."""

    text: str
    lower_: str
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_quote: bool
    is_stop: bool
    is_title: bool
    is_upper: bool
    like_email: bool
    like_num: bool
    like_url: bool


class Token:
    """A word of a parse and what hangs on it. Two tokens are equal if they are one and the same."""

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    whitespace_: str
    is_sent_start: bool
    is_alpha: bool
    is_punct: bool
    is_space: bool
    like_num: bool
    head: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]

    def __init__(self, doc: Doc, i: int, word: Word, tags: Sequence[str]) -> None:
        self.doc, self.i, self._word = doc, i, word
        self.text, self.lower_, self.like_num = word.text, word.lower_, word.like_num
        self.is_alpha, self.is_punct, self.is_space = word.is_alpha, word.is_punct, word.is_space
        self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_ = tags
        self.lefts = self.rights = ()

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    is_quote = property(attrgetter("_word.is_quote"))
    is_stop = property(attrgetter("_word.is_stop"))
    is_title = property(attrgetter("_word.is_title"))
    is_upper = property(attrgetter("_word.is_upper"))
    like_email = property(attrgetter("_word.like_email"))
    like_url = property(attrgetter("_word.like_url"))

    @_Once
    def children(self) -> tuple[Token, ...]:
        return (*self.lefts, *self.rights)

    @_Once
    def subtree(self) -> tuple[Token, ...]:
        found = [token for left in self.lefts for token in left.subtree]
        found.append(self)
        found.extend(token for right in self.rights for token in right.subtree)
        return tuple(found)

    @_Once
    def left_edge(self) -> Token:
        return self.doc[min(token.i for token in self.subtree)]

    @_Once
    def right_edge(self) -> Token:
        return self.doc[max(token.i for token in self.subtree)]

    @_Once
    def ancestors(self) -> tuple[Token, ...]:
        return (self.head, *self.head.ancestors) if self.head is not self else ()

    @_Once
    def sent(self) -> Span:
        return self.doc.sentence_at(self.i)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        first = self
        while first.head is not first and first.dep_ == "conj":
            first = first.head
        found = [first]
        for token in found:
            found.extend(right for right in token.rights if right.dep_ == "conj")
        return tuple(token for token in found if token is not self)

    def is_ancestor(self, other: Token) -> bool:
        return self in other.ancestors

    def nbor(self, i: int = 1) -> Token:
        if not 0 <= self.i + i < len(self.doc):
            raise IndexError(self.i + i)
        return self.doc[self.i + i]


class Span:
    """Tokens [start, end) of a parse."""

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        mine = self.start, self.end, self.label_
        return self.doc is other.doc and mine == (other.start, other.end, other.label_)

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.label_))

    @property
    def start_char(self) -> int:
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @_Once
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        return self.doc.sentence_at(self.start)

    @_Once
    def root(self) -> Token:
        tokens = self.doc.tokens[self.start : self.end]
        found = next((token for token in tokens if token.head is token), None)
        if found is not None:
            return found
        outer = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(outer, key=_height) if outer else self.doc[self.start]


def _height(token: Token) -> int:
    """The steps from a token to its root; a mark or white space with nothing under it stands lower than any word."""
    loose = (token.is_space or token.is_punct) and not token.children
    return len(token.doc) - 1 if loose else len(token.ancestors)


class Doc:
    """A parse: its tokens, sentences and entities; `user_data` is where readers keep what they worked out over it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.ents: tuple[Span, ...] = ()
        self.user_data: dict[str, Any] = {}

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    @_Once
    def sents(self) -> tuple[Span, ...]:
        starts = [token.i for token in self.tokens if token.i == 0 or token.is_sent_start]
        return tuple(Span(self, *ends) for ends in zip(starts, (*starts[1:], len(self.tokens)), strict=True))

    def sentence_at(self, index: int) -> Span:
        """The sentence that the token at `index` stands in."""
        return self.sents[bisect.bisect_right(self._sentence_starts, index) - 1]

    @_Once
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sents]

    def char_span(self, start: int, end: int, alignment_mode: str = "expand") -> Span | None:
        """The tokens that characters [start, end) touch; none if one of the ends is in no token."""
        assert alignment_mode == "expand"
        first, last = self._token_by_character(start), self._token_by_character(end - 1)
        if first is None or last is None:
            return None
        if start == first.idx + len(first.text):  # the space behind a word
            return Span(self, first.i + 1, last.i + 1)
        return Span(self, first.i, last.i + 1)

    def _token_by_character(self, place: int) -> Token | None:
        at = bisect.bisect_right(self._characters, place) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return token if place < token.idx + len(token.text) + len(token.whitespace_) else None

    @_Once
    def _characters(self) -> list[int]:
        return [token.idx for token in self.tokens]
