"""A number with what it is a number of: money, percent, a measure, an age, a share, or a vague word such as dozens."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.lexicons import load
from factcheck.reading.quantities.measures import Amount, first_marks, money_at, single_at, with_unit
from factcheck.reading.quantities.numerals import numeral_at
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.quantity_phrases import ending, first_words, of_kind, starting, words
from factcheck.reading.quantities.shares import part_of_unit_at, ratio_at, share_at

JOINERS = ("to", "-", "or", "through", "and")  # what joins the two numbers of a range
_SCALES: dict[str, int] = {"dozen": 12, "hundred": 100, **load("quantities")["scales"]}


def amount_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """The amount that begins at piece i, or none."""
    if i >= len(pieces) or not _opens(pieces[i]):
        return None
    if pieces[i].lower in words("minus") or pieces[i].text == "-":
        return _negative_at(pieces, i)
    found = ratio_at(pieces, i) or _vague_at(pieces, i) or _years_at(pieces, i)
    found = found or money_at(pieces, i) or single_at(pieces, i)
    if found is not None:
        return found
    plain, share = _plain_at(pieces, i), part_of_unit_at(pieces, i) or share_at(pieces, i)
    # "half a million" is a number, "half of a village" a share.
    return plain if share is None or (plain is not None and plain.last > share.last) else share


def _opens(piece: Piece) -> bool:
    """False for the most of words and marks, which begin no amount."""
    return piece.text[0].isdecimal() or piece.text[0] == "." or piece.lower in _openers()


@functools.cache
def _openers() -> frozenset[str]:
    tables = load("quantities")
    listed = (word for name in ("small", "tens", "fractions", "signs") for word in tables[name])
    closed = words("minus") | words("single") | {"-", "hundred", *first_marks()}
    return frozenset(listed) | closed | first_words("vague")


def _negative_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """minus five percent, -12 degrees, -$3m; a hyphen that stands before what is counted is a dash."""
    if i + 1 >= len(pieces) or pieces[i + 1].text == "-":
        return None
    hyphen = pieces[i].text == "-"
    if hyphen and (not pieces[i + 1].glued or (pieces[i].glued and pieces[i - 1].text != "(")):
        return None
    found = amount_at(pieces, i + 1)
    if found is None or found.kind in ("vague", "ratio") or found.single or found.low <= 0:
        return None
    after = pieces[found.last] if found.last < len(pieces) else None
    if hyphen and found.unit is None and after is not None and after.text[0].isalpha() and after.lower not in JOINERS:
        return None
    numeral = found.numeral and replace(found.numeral, value=-found.numeral.value, pointed=False)
    return replace(found, low=-found.high, high=-found.low, first=i, numeral=numeral, share=None)


def _plain_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    number = numeral_at(pieces, i)
    if number is None:
        return None
    amount = Amount("number", number.value, number.value, i, number.last, number.last, number.place, numeral=number)
    found = _in_metres(pieces, with_unit(pieces, amount))
    named = ending(pieces, i, "unit_before") if found.unit is None else None
    return found if named is None else replace(found, kind="measure", unit=named.id)


def _in_metres(pieces: Sequence[Piece], amount: Amount) -> Amount:
    """400m wide: before such a word the letter is no million."""
    numeral = amount.numeral
    if numeral is None or not numeral.unsure or starting(pieces, amount.last, "extent") is None:
        return amount
    value, place = numeral.value / numeral.scale, numeral.place / numeral.scale
    told = replace(numeral, value=value, place=place, scale=Decimal(1), unsure=False)
    return replace(amount, kind="measure", low=value, high=value, precision=place, unit="metre", numeral=told)


def _years_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """in his 60s, in her mid-30s: the age of somebody."""
    run = pieces[i : i + 2]
    if len(run) < 2 or run[1].text != "s" or not run[1].glued or run[0].text not in words("decades"):
        return None
    at = i - 1 if i and pieces[i - 1].text == "-" else i
    at -= at > 0 and pieces[at - 1].lower in words("part_of_decade")
    if at == 0 or pieces[at - 1].lower not in words("possessive"):
        return None
    low = Decimal(run[0].text)
    return Amount("measure", low, low + 9, i, i + 2, i + 2, Decimal(10), "year-old")


def _vague_at(pieces: Sequence[Piece], i: int) -> Amount | None:
    """dozens, several hundred, hundreds of thousands, a couple of million."""
    found = starting(pieces, i, "vague")
    if found is None:
        return None
    entry = next(item for item in of_kind("vague") if item["id"] == found.id)
    low, high, base, last = Decimal(entry["low"]), Decimal(entry["high"]), Decimal(entry.get("base", 1)), found.last
    while last < len(pieces) and (scale := _scale(pieces[last].lower, base)):
        low, high, base, last = low * scale, high * scale, base * scale, last + 1
    if entry.get("needs") == "subject" and pieces[last - 1].lower != "of" and not _is_subject(pieces, i, last):
        return None
    if entry.get("needs") == "unit":
        measured = with_unit(pieces, Amount("vague", low, high, i, last, last, base))
        return measured if measured.unit else None
    of = pieces[last - 1].lower == "of"
    scaled = base > entry.get("base", 1)
    if (
        entry.get("needs") == "of"
        and not of
        and not scaled
        and starting(pieces, last, "additional", id="after") is None
    ):
        return None
    end = last - 1 if of else last
    amount = Amount("vague", low, high, i, end, end, base, high_open=bool(entry.get("high_open")))
    further = end + 1 if end < len(pieces) and pieces[end].lower == "of" else end
    measured = with_unit(pieces, replace(amount, last=further))
    return measured if measured.unit else amount


def _is_subject(pieces: Sequence[Piece], i: int, last: int) -> bool:
    """Scores were hurt; but "test scores were low"."""
    opens = i == 0 or not pieces[i - 1].text[0].isalnum() or pieces[i - 1].lower in words("joined")
    return opens and last < len(pieces) and pieces[last].lower in words("copula") | words("more_copula")


def _scale(word: str, base: Decimal) -> int | None:
    """hundred after several; thousands after hundreds of: a word that multiplies what is vague already."""
    scale = _SCALES.get(word.removesuffix("s") if base > 1 else word)
    return scale if scale is not None and scale > base else None
