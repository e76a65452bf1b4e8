"""Number words to Decimal: twenty-five, two hundred and three thousand; and the record of a number that was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.lexicons import load
from factcheck.reading.quantities.fractions import fraction_at
from factcheck.reading.quantities.pieces import Piece, is_hyphen

_TABLES = load("quantities")
_SMALL, _TENS, _SCALES = _TABLES["small"], _TABLES["tens"], _TABLES["scales"]
_HUNDRED, _AND, _POINT = "hundred", "and", "point"
_NO_LIMIT = Decimal(10) ** 15


@dataclass(frozen=True)
class Numeral:
    """A number in pieces [first, last). `place`: the last place written; `digits`: as written, none for words.

    `scale`: the word million or the like that it was multiplied by. `unsure`: a letter was read that may be a measure.
    `pointed`: one point before three digits, read as a decimal; it may as well divide thousands.
    """

    value: Decimal
    first: int
    last: int
    place: Decimal
    scale: Decimal = Decimal(1)
    digits: str | None = None
    unsure: bool = False
    pointed: bool = False


def place_of(value: Decimal) -> Decimal:
    """The last place that is not a nought: 400 -> 100, 127 -> 1, 0.25 -> 0.01."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent or noughts behind the point."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


@dataclass
class _Sum:
    """A number under way: `group` is below a thousand, `room` is what the next word must be smaller than."""

    group: Decimal | None = None
    total: Decimal = Decimal(0)
    room: int = 1000
    scale: Decimal = _NO_LIMIT
    times: Decimal = Decimal(0)

    def takes(self, word: str) -> bool:
        """Adds the word if it can stand here."""
        if word in _SMALL and (self.group is None or 0 < _SMALL[word] < self.room):
            self.group, self.room = (self.group or Decimal(0)) + _SMALL[word], 1
        elif word in _TENS and (self.group is None or self.room == 100):
            self.group, self.room = (self.group or Decimal(0)) + _TENS[word], 10
        elif word == _HUNDRED and self.group is not None and 0 < self.group < 100 and self.room != 100:
            self.group, self.room = self.group * 100, 100
        elif word in _SCALES and self.group and Decimal(_SCALES[word]) < self.scale:
            self.scale = Decimal(_SCALES[word])
            self.total, self.group, self.room = self.total + self.group * self.scale, None, 1000
        elif word in _SCALES and self.group is None and self.scale < Decimal(_SCALES[word]) and not self.times:
            self.times = Decimal(_SCALES[word])  # three lakh crore
            self.total, self.scale = self.total * self.times, self.scale * self.times
        else:
            return False
        return True

    def joins(self, pieces: Sequence[Piece], at: int) -> bool:
        """True where "and" or a hyphen at this place goes on with the number."""
        piece, after = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        if after is None:
            return False
        if piece.lower == _AND:
            return fraction_at(pieces, at + 1) is None and self._goes_on(pieces, at + 1)
        if is_hyphen(pieces, at):
            if after.lower in _SMALL:
                return self.room == 10 and _SMALL[after.lower] < 10
            return after.lower in _SCALES or after.lower == _HUNDRED
        return False

    def _goes_on(self, pieces: Sequence[Piece], at: int) -> bool:
        """two hundred and two thousand, one million and three; but "two hundred and three hundred" are two numbers."""
        if self.room == 100:
            ahead = pieces[at + 1].lower if at + 1 < len(pieces) else ""
            return (pieces[at].lower in _SMALL or pieces[at].lower in _TENS) and ahead != _HUNDRED
        rest = compose(pieces, at) if self.group is None and self.total else None
        return rest is not None and rest.scale == 1 and 0 < rest.value < self.scale


def words_at(pieces: Sequence[Piece], i: int) -> Numeral | None:
    """The number in words at piece i, with spoken decimals: "two point five", "nought point nought three"."""
    bare = pieces[i].lower == _HUNDRED and i + 1 < len(pieces) and pieces[i + 1].lower in _SCALES
    whole = compose(pieces, i, leading_one=bare)
    if whole is None or whole.scale != 1 or whole.last >= len(pieces) or pieces[whole.last].lower != _POINT:
        return whole
    digits, at = "", whole.last + 1
    while at < len(pieces) and _SMALL.get(pieces[at].lower, 10) < 10:
        digits, at = f"{digits}{_SMALL[pieces[at].lower]}", at + 1
    if not digits:
        parts = compose(pieces, at)
        if parts is None or parts.value >= 100:
            return whole
        digits, at = f"{parts.value:f}", parts.last
    value = whole.value + Decimal(f"0.{digits}")
    place, scale = Decimal(1).scaleb(-len(digits)), Decimal(1)
    if at < len(pieces) and pieces[at].lower in _SCALES:
        scale, at = Decimal(_SCALES[pieces[at].lower]), at + 1
    return Numeral(value * scale, i, at, place * scale, scale)


def compose(pieces: Sequence[Piece], i: int, leading_one: bool = False) -> Numeral | None:
    """The number whose words begin at piece i; `leading_one`: an article that means one stands before it."""
    sum_, at, end = _Sum(Decimal(1) if leading_one else None), i, i
    while at < len(pieces):
        word = pieces[at].lower
        if not (at == i and leading_one and word in _SMALL) and sum_.takes(word):
            end = at + 1
        elif end == i or not sum_.joins(pieces, at):
            break
        at += 1
    if end == i:
        return None
    value = sum_.total + (sum_.group or Decimal(0))
    scale = sum_.scale if sum_.group is None else Decimal(1)
    return Numeral(value, i, end, place_of(value), scale)
