"""Reads a number in digits or words with its scale and fraction: 1,234.5, 4.7bn, half a million, two dozen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.lexicons import load
from factcheck.reading.quantities.number_words import Numeral, compose, place_of
from factcheck.reading.quantities.pieces import Piece

_TABLES = load("quantities")
_SCALES = _TABLES["scales"]
_LETTERS, _SHARED, _FRACTIONS, _SIGNS = (_TABLES[name] for name in ("letters", "shared_letters", "fractions", "signs"))
_DOZEN = ("dozen", 12)

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+")


def numeral_at(pieces: Sequence[Piece], i: int) -> Numeral | None:
    """The longest number that begins at piece i, or none."""
    if i >= len(pieces):
        return None
    found = _digits_at(pieces, i) or _part_of_scale_at(pieces, i) or compose(pieces, i)
    return found and _with_dozen(pieces, _with_half(pieces, found))


def decimal(text: str) -> tuple[Decimal, bool] | None:
    """Digits with separators to a number, and whether a lone point may divide thousands; none where unclear."""
    if text.isdecimal():
        return Decimal(text), False
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", "")), False
    if _POINTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", ".")), False
    if re.fullmatch(r"\d*\.\d+", text):
        return Decimal(text), bool(re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text))
    return None


def _digits_at(pieces: Sequence[Piece], i: int) -> Numeral | None:
    text = pieces[i].text
    if not (text[0].isdecimal() or (text[0] == "." and len(text) > 1)):
        return None
    read = decimal(text)
    if read is None:
        return None
    value, pointed = read
    last = i + 1
    # A blank divides thousands only before "000": two figures may stand side by side where a comma was lost.
    while text.isdecimal() and last < len(pieces) and pieces[last].text == "000" and len(text) <= 3 and not pointed:
        value, last = value * 1000, last + 1
    place = place_of(value) if value == value.to_integral_value() and "." not in text else _written_place(value)
    found = Numeral(value, i, last, place, digits=text, pointed=pointed)
    return _scaled(pieces, _with_sign(pieces, found))


def _written_place(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else place_of(value)


def _with_sign(pieces: Sequence[Piece], found: Numeral) -> Numeral:
    """3½ and 3 ½."""
    if found.last < len(pieces) and pieces[found.last].text in _SIGNS:
        over, under = _SIGNS[pieces[found.last].text]
        value = found.value + Decimal(over) / Decimal(under)
        return Numeral(value, found.first, found.last + 1, place_of(value), digits=found.digits)
    return found


def _scaled(pieces: Sequence[Piece], found: Numeral) -> Numeral:
    """4.7 million, 4.7bn, 10-million."""
    at = found.last
    if at + 1 < len(pieces) and pieces[at].text == "-" and pieces[at].glued and pieces[at + 1].lower in _SCALES:
        at += 1
    if at >= len(pieces):
        return found
    word = pieces[at]
    factor, unsure = _SCALES.get(word.lower), False
    if word.lower == "hundred" and found.value < 100:
        factor = 100
    if factor is None and (word.glued or word.lower in ("bn", "mn", "tn")):
        factor = _LETTERS.get(word.text, _LETTERS.get(word.lower) if len(word.text) > 1 else None)
        if factor is None and word.text in _LETTERS:
            factor = _LETTERS[word.text]
        if factor is None and word.text in _SHARED:
            factor, unsure = _SHARED[word.text], True
    if factor is None:
        return found
    scale = Decimal(factor)
    return Numeral(found.value * scale, found.first, at + 1, found.place * scale, scale, found.digits, unsure)


def _part_of_scale_at(pieces: Sequence[Piece], i: int) -> Numeral | None:
    """half a million, a quarter of a million, half-a-dozen, a million, a hundred, a dozen."""
    words = [piece.lower for piece in pieces[i : i + 8]]
    at, part = 0, Decimal(1)
    if words[at] in ("a", "an", "one") and len(words) > 1 and words[1] in ("half", "quarter"):
        at += 1
    if words[at] in ("half", "quarter"):
        part = Decimal(1) / Decimal(_FRACTIONS[words[at]])
        at += 1
        while at < len(words) and (words[at] in ("a", "of", "an") or words[at] == "-"):
            at += 1
    elif words[0] in ("a", "an"):
        at = 1
    else:
        return None
    if at == 0 or at >= len(words):
        return None
    scale = {"hundred": 100, "dozen": 12, **_SCALES}.get(words[at])
    if scale is None:
        return None
    value = part * scale
    if part == 1 and scale != 12:
        # "a hundred and fifty thousand": the article stands for one.
        rest = compose(pieces, i + 1, leading_one=True)
        if rest is not None:
            return Numeral(rest.value, i, rest.last, rest.place, rest.scale)
    place = place_of(value) if scale != 12 else Decimal(1)
    return Numeral(value, i, i + at + 1, place, Decimal(scale) if part == 1 else Decimal(1))


def _with_half(pieces: Sequence[Piece], found: Numeral) -> Numeral:
    """two and a half million, five and a quarter."""
    words = [piece.lower for piece in pieces[found.last : found.last + 4]]
    if len(words) < 3 or words[:2] not in (["and", "a"], ["and", "one"]) or words[2] not in ("half", "quarter"):
        return found
    if len(words) > 3 and words[3] == "of":
        return found
    value = found.value + found.scale / Decimal(_FRACTIONS[words[2]])
    scale = Decimal(_SCALES.get(words[3], 1)) if len(words) > 3 else Decimal(1)
    last = found.last + 3 + (scale != 1)
    return Numeral(value * scale, found.first, last, place_of(value * scale), scale, found.digits)


def _with_dozen(pieces: Sequence[Piece], found: Numeral) -> Numeral:
    """two dozen, 3 dozens."""
    word, size = _DOZEN
    if found.scale == 1 and found.last < len(pieces) and pieces[found.last].lower in (word, word + "s"):
        return Numeral(found.value * size, found.first, found.last + 1, Decimal(1), Decimal(size))
    return found
