"""Where a number counts nothing: years, days, hours, names with numbers, versions, votes, one as a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.reading.quantities.bounds import Interval
from factcheck.reading.quantities.numerals import numeral_at
from factcheck.reading.quantities.pieces import Piece, is_hyphen
from factcheck.reading.quantities.plurals import is_plural
from factcheck.reading.quantities.quantity_phrases import ending, starting, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIRST_YEAR, _LAST_YEAR, _SURE_YEAR = 1500, 2100, 1900


def counts_nothing(doc: Doc, pieces: Sequence[Piece], found: Interval) -> bool:
    """True where the number is part of a name, a date, an hour, an address or a code, or is no number at all."""
    i, last = found.number, found.last
    token = doc[pieces[i].token]
    if token.like_url or token.like_email or (token.text.count("-") > 1 and token.text[0].isalpha()):
        return True
    if _is_code(pieces, i, found) or _is_hour(pieces, found) or _is_date(pieces, found):
        return True
    if found.amount.kind == "number" and (_is_year(doc, pieces, found) or _is_label(doc, pieces, found)):
        return True
    if _has_letter(pieces, found) and _is_label(doc, pieces, found):
        return True  # seat 12C
    if ending(pieces, found.first, "before_no_count") is not None:
        return True  # a mother of three, 12 per 100,000
    if starting(pieces, last, "after_duration") and found.amount.kind == "measure":
        return True
    if starting(pieces, last, "race") and (found.amount.unit == "metre" or _is_unsure(found)):
        return True
    return _is_pronoun(doc, pieces, found) or _is_ordinal(doc, pieces, found)


def _has_letter(pieces: Sequence[Piece], found: Interval) -> bool:
    """A unit of one letter right behind the figure, which may as well be a letter of a name."""
    at = found.amount.end
    return found.amount.kind == "measure" and at < len(pieces) and pieces[at].glued and len(pieces[at].text) == 1


def _is_unsure(found: Interval) -> bool:
    return found.amount.numeral is not None and found.amount.numeral.unsure


def _is_code(pieces: Sequence[Piece], i: int, found: Interval) -> bool:
    """F-16, 555-1234-99, 9/11, 10:30, 9th, five-member, A4: glued to what no number is glued to."""
    money = found.amount.kind == "money"
    if pieces[i].glued and not money and i > 0:
        before = pieces[i - 1]
        if before.text[-1].isalnum() or before.text in "/:_#@.'*&=":
            return True
        if before.text == "-" and before.glued and i > 1 and pieces[i - 2].text[-1].isalnum():
            return found.amount.unit != "year-old"  # "in his mid-50s"
    last = found.last
    if last >= len(pieces) or not pieces[last].glued:
        return False
    after = pieces[last]
    if after.text[0].isalnum():
        return True
    if is_hyphen(pieces, last) and pieces[last + 1].lower in ("strong", *words("threshold")):
        return False
    follows = pieces[last + 1] if last + 1 < len(pieces) else None
    if after.text == "-" and found.amount.marked:
        return False  # a $40m-backed fund
    if after.text in "/:_@#=*" or after.text == "-":
        return follows is not None and follows.glued and follows.text[0].isalnum()
    return after.text == "." and follows is not None and follows.glued and follows.text[0].isdecimal()


def _is_hour(pieces: Sequence[Piece], found: Interval) -> bool:
    clock = starting(pieces, found.amount.end, "clock") or starting(pieces, found.last, "clock")
    return clock is not None and found.amount.low <= 2400 and not found.amount.marked


def _is_date(pieces: Sequence[Piece], found: Interval) -> bool:
    """July 2; 2 July; 2-5 July; July 2 and 3."""
    if found.amount.kind != "number" or found.amount.numeral is None or found.amount.numeral.digits is None:
        return False
    if found.bounds:
        return False  # "16 May 2024 - At least 12"
    months, last = words("month"), found.last
    if last < len(pieces) and pieces[last].text in months and found.amount.low <= 31:
        return True
    if last + 1 < len(pieces) and pieces[last].lower == "of" and pieces[last + 1].text in months:
        return True
    at = found.first
    while at > 0 and (pieces[at - 1].text in (",", "-", ".", "/") or pieces[at - 1].lower in ("and", "to", "or")):
        at -= 1
        while at > 0 and pieces[at - 1].text.isdecimal() and len(pieces[at - 1].text) <= 4:
            at -= 1
    return at > 0 and pieces[at - 1].text in months and found.amount.low <= _LAST_YEAR


def _is_year(doc: Doc, pieces: Sequence[Piece], found: Interval) -> bool:
    numeral = found.amount.numeral
    if numeral is None or numeral.digits is None or len(numeral.digits) != 4 or not numeral.digits.isdecimal():
        return False
    if not _FIRST_YEAR <= numeral.value < _LAST_YEAR or numeral.scale != 1:
        return False
    if found.bounds and not _bounds_year(pieces, found):
        return False
    if numeral.value >= _SURE_YEAR and numeral.value % 100:
        return True
    before = pieces[found.number - 1].lower if found.number else ""
    filler = ending(pieces, found.number, "filler")
    if filler is not None and filler.last - filler.first > 1:
        return False  # a total of
    return before in words("before_year") or (found.joined and numeral.value >= _SURE_YEAR)


def _bounds_year(pieces: Sequence[Piece], found: Interval) -> bool:
    """around 2014: a bound that may as well stand before a year."""
    return len(found.bounds) == 1 and pieces[found.number - 1].lower in words("bound_of_year")


def _is_label(doc: Doc, pieces: Sequence[Piece], found: Interval) -> bool:
    """Article 5, Flight 370, No. 10, Day One: a noun for what is numbered, then the number."""
    i = found.number
    if found.first != i or i == 0:
        return False
    at = i - 1 if pieces[i - 1].text in (".", "#") and i > 1 else i
    label = ending(pieces, at, "label")
    digits = found.amount.numeral is not None and found.amount.numeral.digits is not None
    if label is None or doc[pieces[label.last - 1].token].pos_ == "VERB":
        return False  # "train 20 guards", "question 12 suspects"
    return digits or pieces[label.first].text[0].isupper()


def _is_pronoun(doc: Doc, pieces: Sequence[Piece], found: Interval) -> bool:
    """no one, one of the, the one; One as the end of a name."""
    i = found.number
    if pieces[i].lower != "one" or found.amount.kind != "number" or found.amount.end != i + 1 or found.joined:
        return False
    if found.bounds or found.additional:
        return found.last < len(pieces) and pieces[found.last].lower == "of" and not found.bounds
    after = pieces[i + 1].lower if i + 1 < len(pieces) else ""
    before = pieces[i - 1].lower if i else ""
    if after == "of" and starting(pieces, i + 1, "part", id="after"):
        return before in words("uncounted_before_one")
    if after == "of" and numeral_at(pieces, i + 2) is not None:
        return i > 0 and not doc[pieces[i].token].is_sent_start  # "One of five patients died"; "she is one of five"
    if after in ("of", "-", "'s", "s") or before in words("uncounted_before_one"):
        return True
    return pieces[i].text[0].isupper() and i > 0 and not doc[pieces[i].token].is_sent_start


def _is_ordinal(doc: Doc, pieces: Sequence[Piece], found: Interval) -> bool:
    """a third man, the first half, half brother: fractions only where "of", a bound or the end says so."""
    amount = found.amount
    if amount.kind != "share":
        return False
    i, last = amount.first, amount.last
    after = pieces[last] if last < len(pieces) else None
    before = pieces[i - 1].lower if i else ""
    named = i > 0 and doc[pieces[i - 1].token].tag_ in ("JJ", "JJS")  # "the northern half of the island"
    if pieces[i].lower == "half" and (before in words("uncounted_before_one") or named) and not found.bounds:
        return True
    if after is None or not after.text[0].isalpha():
        return after is not None and after.glued and after.text in "-'"
    if after.lower == "of" or after.lower in words("definite"):
        return False
    several = (amount.share is not None and amount.share[0] > 1) or (bool(found.bounds) and is_plural(doc[after.token]))
    return doc[after.token].pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and not several
