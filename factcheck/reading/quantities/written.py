"""Every amount that a paragraph writes, as an interval, whether or not the text says what it counts.

What counts nothing (no_count.py) is none. What a figure counts is asked afterwards, by quantities.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.reading.parse import Block
from factcheck.reading.quantities.bounds import Interval, interval_at
from factcheck.reading.quantities.no_count import counts_nothing
from factcheck.reading.quantities.pieces import Piece, split
from factcheck.reading.quantities.quantity_phrases import starting, words
from factcheck.reading.quantities.ranges import FARTHEST

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CHANGE = 8  # words from a verb of change to "from"


def amounts(block: Block) -> Iterator[tuple[int, int, Interval]]:
    """The amounts of a paragraph with their characters [start, end) in the source, in order."""
    pieces, i, floor = split(block.doc), 0, 0
    while i < len(pieces):
        found, after = written_at(block.doc, pieces, i, floor)
        if found is not None:
            start, end = pieces[found.first].start, pieces[found.last - 1].end
            yield block.paragraph.start + start, block.paragraph.start + end, found
            floor = after = found.last
        i = max(after, i + 1)


def written_at(doc: Doc, pieces: Sequence[Piece], i: int, floor: int) -> tuple[Interval | None, int]:
    """The amount whose number begins at piece i, and the piece where to go on; its phrase begins at `floor` or later.

    A change ("rose from 5 to 12") is two amounts, read one after the other.
    """
    found = interval_at(pieces, i, floor)
    if found is None:
        return None, i + 1
    if found.joined and _is_change(doc, pieces, found):
        found = _before_change(pieces, found)
    if _is_half_range(pieces, found) or counts_nothing(doc, pieces, found):
        return None, _past_code(pieces, found)
    return found, found.last


def _is_change(doc: Doc, pieces: Sequence[Piece], found: Interval) -> bool:
    """rose from 5 to 12: two amounts, one after the other."""
    if starting(pieces, found.first, "range_opening", id="from") is None:
        return False
    first = pieces[found.first].token
    return any(token.lemma_.lower() in words("change") for token in doc[max(0, first - _CHANGE) : first])


def _before_change(pieces: Sequence[Piece], found: Interval) -> Interval:
    """The earlier of the two amounts, with the unit that only the later may have."""
    alone = interval_at(pieces, found.number, found.first + 1, alone=True)
    if alone is None or alone.low != alone.amount.low:
        return alone or found
    amount = replace(alone.amount, low=found.amount.low, high=found.amount.low, kind=found.amount.kind)
    return replace(alone, amount=replace(amount, unit=found.amount.unit), low=amount.low, high=amount.high)


def _is_half_range(pieces: Sequence[Piece], found: Interval) -> bool:
    """20 to 30,000: whether thousands are meant twice is not said."""
    i = found.number
    if found.first != i or i < 2 or pieces[i - 1].lower not in ("to", "-"):
        return False
    earlier = pieces[i - 2].text
    return earlier.isdecimal() and len(earlier) <= 3 and found.amount.low >= int(earlier) * FARTHEST


def _past_code(pieces: Sequence[Piece], found: Interval) -> int:
    at = max(found.amount.end, found.number + 1)
    while at < len(pieces) and pieces[at].glued and pieces[at].text[0] in "0123456789-/:":
        at += 1
    return at
