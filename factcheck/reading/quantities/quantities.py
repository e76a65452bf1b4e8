"""Reads the amounts of a paragraph as intervals: how many of what, how much, what share, how long, how old.

A number is an amount only where the text says what of (count_evidence.py). Votes and scores are two amounts, of "vote"
or "score" (contests.py). Shares and percentages are in percent, with `share` as written. "No injuries" is nought.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.model import Quantity
from factcheck.reading.parse import Block
from factcheck.reading.quantities import contests, counted_noun, parts
from factcheck.reading.quantities.bounds import Interval, after_noun
from factcheck.reading.quantities.count_context import Counted, Whole
from factcheck.reading.quantities.count_evidence import aged, counted
from factcheck.reading.quantities.counted_noun import Noun
from factcheck.reading.quantities.number_words import place_of, plain
from factcheck.reading.quantities.pieces import split
from factcheck.reading.quantities.plurals import is_plural
from factcheck.reading.quantities.quantity_phrases import starting, words
from factcheck.reading.quantities.written import written_at

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Mention:
    """An amount in tokens [first, last) of the block's doc; `noun`: the token that names what is counted."""

    quantity: Quantity
    first: int
    last: int
    noun: int | None


def read(block: Block) -> list[Mention]:
    """The amounts of a paragraph, in order."""
    return list(_Reader(block).mentions())


class _Reader:
    """Walks the pieces of one paragraph; the count read last tells how to read what goes on with it."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.doc: Doc = block.doc
        self.text = block.doc.text  # joined anew from the tokens whenever it is asked for
        self.pieces = split(block.doc)
        self.floor = 0  # where the phrase of the next amount may begin at the earliest
        self.previous: Mention | None = None

    def mentions(self) -> Iterator[Mention]:
        i = 0
        while i < len(self.pieces):
            read, after = self._at(i)
            for mention in read:
                self.previous = mention
                yield mention
            i = max(after, i + 1)
            if read:
                self.floor = i

    def _at(self, i: int) -> tuple[list[Mention], int]:
        """The mentions whose number begins at piece i, and the piece where to go on."""
        noun = self._nought(i)
        if noun is not None:
            return [self._number(i, noun.lemma, noun.index)], i + 1
        contest = contests.contest_at(self.doc, self.pieces, i)
        second = i + 2 if contest is not None else contests.for_and_against(self.pieces, i)
        if second is not None:
            kinds = [contest or "vote", (contest or "vote") + contests.AGAINST]
            if contest is not None and self._value(i) < self._value(second):
                kinds.reverse()
            return [self._number(i, kinds[0], None), self._number(second, kinds[1], None)], second + 1
        found, after = written_at(self.doc, self.pieces, i, self.floor)
        return self._counted(found) if found is not None else ([], after)

    def _counted(self, found: Interval) -> tuple[list[Mention], int]:
        if aged(self.pieces, found):
            found = replace(found, amount=replace(found.amount, kind="measure", unit="year-old"))
        what = counted(self.doc, self.pieces, found, self._whole(found))
        if what is None:
            return [], max(found.amount.end, found.number + 1)
        if what.noun is not None and what.last > found.last:
            found = after_noun(self.pieces, found, what.last)
        # The search goes on behind the number: the noun's own phrase may hold the next one ("90 of the 800 sailors").
        return [self._mention(found, what)], found.last

    def _whole(self, found: Interval) -> Whole | None:
        """The count read before in the same sentence."""
        before = self.previous
        if before is None or before.quantity.of is None or before.noun is None:
            return None
        if before.first < self.doc[self.pieces[found.number].token].sent.start:
            return None
        return Whole(Noun(before.noun, before.quantity.of), before.first, before.quantity.part)

    # --- the record ------------------------------------------------------------------------------------------------

    def _nought(self, i: int) -> Noun | None:
        """no injuries, none of the passengers: the noun, where it is one that news counts."""
        cue = starting(self.pieces, i, "nought")
        if cue is None or cue.last >= len(self.pieces):
            return None
        if cue.id == "none_of":
            noun = counted_noun.group_after_of(self.doc, self.pieces[cue.last - 1].token)
            return noun if noun is not None and is_plural(self.doc[noun.index]) else None
        noun = counted_noun.following(self.doc, self.pieces[cue.last].token)
        return noun if noun is not None and noun.lemma in words("none") else None

    def _number(self, at: int, of: str, noun: int | None) -> Mention:
        """A number, or the word no, without anything around it."""
        piece, start = self.pieces[at], self.block.paragraph.start
        value = self._value(at)
        quantity = Quantity(value, value, start + piece.start, start + piece.end, piece.text, of=of)
        return Mention(quantity, piece.token, piece.token + 1, noun)

    def _value(self, at: int) -> Decimal:
        return Decimal(contests.number(self.pieces[at]) or 0)

    def _mention(self, found: Interval, counted: Counted) -> Mention:
        last = max(counted.last, found.last)
        amount, low, high = found.amount, found.low, found.high
        if found.is_pointed and low is not None:
            low, high = low * 1000, None if high is None else high * 1000
            amount = replace(amount, precision=place_of(amount.low * 1000))
        start, end = self.pieces[found.first].start, self.pieces[last - 1].end
        quantity = Quantity(
            None if low is None else plain(low),
            None if high is None else plain(high),
            self.block.paragraph.start + start,
            self.block.paragraph.start + end,
            self.text[start:end],
            low_open=found.low_open,
            high_open=found.high_open,
            precision=plain(amount.precision),
            approximate=found.approximate,
            vague=amount.kind == "vague",
            share=amount.share,
            unit=amount.unit,
            of=counted.noun.lemma if counted.noun else None,
            share_of=counted.share_of,
            additional=found.additional or counted.additional,
            part=counted.part or parts.is_part(self.doc, self.pieces, found, counted.noun),
        )
        noun = counted.noun.index if counted.noun else None
        return Mention(quantity, self.pieces[found.first].token, self.pieces[last - 1].token + 1, noun)
