"""One source with all that the sub-readers found in it: the table that the claim readers look things up in."""

from __future__ import annotations

import bisect
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.model import Entity, Passage, Source
from factcheck.reading import events, paragraphs
from factcheck.reading.attribution import attribution, people, quotations
from factcheck.reading.names import names
from factcheck.reading.parse import Block, parse
from factcheck.reading.periods import periods
from factcheck.reading.quantities import quantities

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LEAD_SENTENCES = 2
LONGEST_TITLE = 60  # characters of a title in a sentence


@dataclass(frozen=True)
class Sentence:
    """One sentence of an article: its block, its tokens, and what was found among them, by index of the block's
    parse.
    """

    block: int
    span: Span
    events: tuple[events.Mention, ...]
    quantities: tuple[quantities.Mention, ...]
    periods: tuple[periods.Mention, ...]
    names: tuple[names.Mention, ...]
    headline: bool
    lead: bool


class Article:
    """A source read: blocks and sentences in order, names over the whole text, and who is credited with what."""

    def __init__(self, source: Source) -> None:
        self.source = source
        layout = paragraphs.split(source.text)
        self.blocks: tuple[Block, ...] = tuple(parse(source.text, layout))
        self.names = names.read(self.blocks)
        self.people = people.read(self.blocks, source.text)
        self.quotations = quotations.find(source.text, layout)
        self.attribution = attribution.read(self.blocks, self.quotations, self.people, source.text)
        self.sentences: tuple[Sentence, ...] = tuple(self._sentences())

    @property
    def outlet(self) -> str:
        """The source's name in a sentence: its publisher, else its title."""
        title = textwrap.shorten(self.source.title or self.source.id, LONGEST_TITLE, placeholder=" …")
        return self.source.publisher or f"the article “{title}”"

    def _sentences(self) -> Sequence[Sentence]:
        found: list[Sentence] = []
        body = 0
        for index, block in enumerate(self.blocks):
            event_mentions = events.read(block.doc)
            amounts = quantities.read(block)
            times = periods.read(block, self.source.published)
            entities = self.names.mentions(block)
            headline = block.paragraph.kind == "headline"
            for span in block.doc.sents:
                if not headline and block.paragraph.kind == "body":
                    body += 1
                found.append(
                    Sentence(
                        block=index,
                        span=span,
                        events=tuple(m for m in event_mentions if span.start <= m.head < span.end),
                        quantities=tuple(m for m in amounts if span.start <= m.first < span.end),
                        periods=tuple(m for m in times if span.start <= m.first < span.end),
                        names=tuple(m for m in entities if span.start <= m.first < span.end),
                        headline=headline,
                        lead=headline or (block.paragraph.kind == "body" and body <= LEAD_SENTENCES),
                    )
                )
        return found

    @cached_property
    def outer_quotations(self) -> tuple[quotations.Quotation, ...]:
        """The quotations that stand in no other one, in order."""
        return tuple(
            item
            for item in self.quotations
            if not any(other.start < item.start and item.end <= other.end for other in self.quotations)
        )

    @cached_property
    def _line_starts(self) -> list[int]:
        text = self.source.text
        return [0, *(index + 1 for index, letter in enumerate(text) if letter == "\n")]

    def passage(self, sentence: Sentence, first: int, last: int) -> Passage:
        """Tokens [first, last) of a sentence's block as a passage of the source."""
        block = self.blocks[sentence.block]
        start = block.place(block.doc[first])[0]
        end = block.place(block.doc[last - 1])[1]
        line = bisect.bisect_right(self._line_starts, start)
        return Passage(self.source.id, start, end, line, self.source.text[start:end])

    def before(self, sentence: Sentence) -> Sequence[Sentence]:
        """The sentences before one, nearest first."""
        return self.sentences[: self.position(sentence)][::-1]

    def position(self, sentence: Sentence) -> int:
        """How many sentences stand before one."""
        return self._positions[id(sentence)]

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {id(sentence): place for place, sentence in enumerate(self.sentences)}

    def leads(self) -> Sequence[Sentence]:
        """Lead sentences first, then headlines: where a story says what it is about."""
        return self._leads

    @cached_property
    def _leads(self) -> tuple[Sentence, ...]:
        lead = [item for item in self.sentences if item.lead and not item.headline]
        return (*lead, *(item for item in self.sentences if item.headline))

    def named(self, name: str) -> Entity | None:
        """The entity that a holder's name means, if the article names one so."""
        last = name.split()[-1].casefold() if name.split() else ""
        return self._first_named.get(last)

    @cached_property
    def _first_named(self) -> dict[str, Entity]:
        """The first entity of the text by each word of its name."""
        found: dict[str, Entity] = {}
        for mention in (mention for sentence in self.sentences for mention in sentence.names):
            for word in mention.entity.name.casefold().split():
                found.setdefault(word, mention.entity)
        return found

    @cached_property
    def _tellings(self) -> frozenset[int]:
        return frozenset(frame.at for frame in self.attribution.frames)

    def tells(self, sentence: Sentence, verb: Token) -> bool:
        """True for a verb that reports what somebody says: a cue with what it reports."""
        block = self.blocks[sentence.block]
        return block.place(verb)[0] in self._tellings

    def entity(self, sentence: Sentence, token: Token) -> names.Mention | None:
        """The outermost name that covers a token."""
        return next((m for m in sentence.names if m.first <= token.i < m.last), None)
