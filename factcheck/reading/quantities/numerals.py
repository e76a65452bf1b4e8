"""Reads a number in digits or words with its scale and fraction: 1,234.5, 4.7bn, half a million, two dozen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.lexicons import load
from factcheck.reading.quantities.fractions import Fraction, fraction_at
from factcheck.reading.quantities.number_words import Numeral, compose, place_of, words_at
from factcheck.reading.quantities.pieces import Piece, is_hyphen
from factcheck.reading.quantities.quantity_phrases import words

_TABLES = load("quantities")
PLACES = 6  # more places than that come from a division
_SCALES = _TABLES["scales"]
_LETTERS, _SHARED = _TABLES["letters"], _TABLES["shared_letters"]
_DOZEN = ("dozen", 12)

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+")


def numeral_at(pieces: Sequence[Piece], i: int) -> Numeral | None:
    """The longest number that begins at piece i, or none."""
    if i >= len(pieces):
        return None
    found = _digits_at(pieces, i) or _part_of_scale_at(pieces, i) or words_at(pieces, i)
    return found and _with_dozen(pieces, _with_fraction(pieces, found))


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
    value, last = _spaced(pieces, i, value, pointed)
    place = place_of(value) if value == value.to_integral_value() and "." not in text else _written_place(value)
    found = Numeral(value, i, last, place, digits=text, pointed=pointed)
    return _scaled(pieces, _with_parts(pieces, found))


def _spaced(pieces: Sequence[Piece], i: int, value: Decimal, pointed: bool) -> tuple[Decimal, int]:
    """40 000 and 1 250 300: blanks between threes. One blank counts only before "000": two figures may stand side by
    side where a comma was lost.
    """
    text, last = pieces[i].text, i + 1
    if not text.isdecimal() or len(text) > 3 or pointed:
        return value, last
    while last < len(pieces) and not pieces[last].glued and re.fullmatch(r"\d{3}(\.\d+)?", pieces[last].text):
        value, last = value * 1000 + Decimal(pieces[last].text), last + 1
        if "." in pieces[last - 1].text:
            break
    if last == i + 2 and pieces[i + 1].text != "000":
        return Decimal(text), i + 1
    return value, last


def _written_place(value: Decimal) -> Decimal:
    """The last place behind the point, of thirds and the like the second."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0:
        return place_of(value)
    return Decimal(1).scaleb(exponent if exponent >= -PLACES else -2)


def _with_parts(pieces: Sequence[Piece], found: Numeral) -> Numeral:
    """3½, 3 ½, 2 1/4 and 2-1/4: parts in figures right behind a whole."""
    at = found.last + is_hyphen(pieces, found.last)
    part = fraction_at(pieces, at) if at < len(pieces) and not pieces[at].text.isalpha() else None
    # "15/8" and "151/8" are cut before the slash; a part in figures needs a blank or a hyphen before it.
    if part is None or found.value != found.value.to_integral_value():
        return found
    value = found.value + part.value
    return Numeral(value, found.first, part.last, _written_place(value), digits=found.digits)


def _scaled(pieces: Sequence[Piece], found: Numeral) -> Numeral:
    """4.7 million, 4.7bn, 10-million."""
    at = found.last
    at += is_hyphen(pieces, at) and pieces[at + 1].lower in _SCALES
    if at >= len(pieces):
        return found
    word = pieces[at]
    factor, unsure = _SCALES.get(word.lower), False
    if word.lower == "hundred" and found.value < 100:
        factor = 100
    if factor is None and (word.glued or word.lower in words("scale_letters")):
        factor = _LETTERS.get(word.text, _LETTERS.get(word.lower) if len(word.text) > 1 else None)
        if factor is None and word.text in _LETTERS:
            factor = _LETTERS[word.text]
        if factor is None and word.text in _SHARED:
            factor, unsure = _SHARED[word.text], True
    if factor is None:
        return found
    scale = Decimal(factor)
    if at + 1 < len(pieces) and _SCALES.get(pieces[at + 1].lower, 0) > scale:
        scale, at = scale * _SCALES[pieces[at + 1].lower], at + 1  # 3 lakh crore
    return Numeral(found.value * scale, found.first, at + 1, found.place * scale, scale, found.digits, unsure)


def _part_of_scale_at(pieces: Sequence[Piece], i: int) -> Numeral | None:
    """half a million, two thirds of a million, half-a-dozen, a million, a hundred, a dozen."""
    part = fraction_at(pieces, i) or _bare_quarter(pieces, i)
    at = i if part is None else part.last
    if part is None and pieces[i].lower not in ("a", "an"):
        return None
    while at < len(pieces) and (pieces[at].lower in ("a", "of", "an") or pieces[at].text == "-"):
        at += 1
    scale = _scale_word(pieces[at].lower) if at < len(pieces) else None
    if scale is None:
        return None
    if part is None and scale != _DOZEN[1]:
        # "a hundred and fifty thousand": the article stands for one.
        rest = compose(pieces, i + 1, leading_one=True)
        return rest and Numeral(rest.value, i, rest.last, rest.place, rest.scale)
    value = Decimal(scale if part is None else round(part.value * scale))
    place = place_of(value) if scale != _DOZEN[1] else Decimal(1)
    return Numeral(value, i, at + 1, place, Decimal(scale) if part is None else Decimal(1))


def _bare_quarter(pieces: Sequence[Piece], i: int) -> Fraction | None:
    """Quarter million, in the short words of a headline."""
    named = pieces[i].lower == "quarter" and i + 1 < len(pieces) and pieces[i + 1].lower in _SCALES
    return Fraction(1, 4, i, i + 1) if named else None


def _scale_word(word: str) -> int | None:
    return {"hundred": 100, _DOZEN[0]: _DOZEN[1], **_SCALES}.get(word)


def _with_fraction(pieces: Sequence[Piece], found: Numeral) -> Numeral:
    """two and a half million, five and a quarter, three and two thirds."""
    at = found.last
    if at >= len(pieces) or pieces[at].lower != "and" or found.value != found.value.to_integral_value():
        return found
    part = fraction_at(pieces, at + 1)
    if part is None or pieces[at + 1].lower == "half" or (part.last < len(pieces) and pieces[part.last].lower == "of"):
        return found  # "two and half of the others"
    factor = _SCALES.get(pieces[part.last].lower) if part.last < len(pieces) else None
    scale = Decimal(1 if factor is None or found.scale != 1 else factor)
    value = (found.value + found.scale * part.value) * scale
    last = part.last + (scale != 1)
    return Numeral(value, found.first, last, _written_place(value), scale, found.digits)


def _with_dozen(pieces: Sequence[Piece], found: Numeral) -> Numeral:
    """two dozen, 3 dozens."""
    word, size = _DOZEN
    if found.scale == 1 and found.last < len(pieces) and pieces[found.last].lower in (word, word + "s"):
        return Numeral(found.value * size, found.first, found.last + 1, Decimal(1), Decimal(size))
    return found
