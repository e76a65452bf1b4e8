"""What does a number count? A noun after it, a whole after "of", a toll before it, a verb beside it; else nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.reading.quantities import counted_noun, sizes
from factcheck.reading.quantities.amounts import amount_at
from factcheck.reading.quantities.bare_counts import bare, split
from factcheck.reading.quantities.bounds import Interval
from factcheck.reading.quantities.count_context import Counted, Number, Whole
from factcheck.reading.quantities.counted_noun import Noun
from factcheck.reading.quantities.pieces import Piece
from factcheck.reading.quantities.plurals import is_plural
from factcheck.reading.quantities.quantity_phrases import ending, starting, words

if TYPE_CHECKING:
    from spacy.tokens import Doc


def counted(doc: Doc, pieces: Sequence[Piece], found: Interval, whole: Whole | None) -> Counted | None:
    """What an interval of a paragraph counts; none where nothing says that it counts."""
    number = _number(doc, pieces, found, whole)
    # "One day he left" is an idiom, "a one-day strike" is none.
    idiom = found.is_one and found.amount.unit in words("uncounted_one") and number.word(found.amount.end) != "-"
    if (found.amount.single or idiom) and not _is_length(number):
        return None
    if found.amount.kind in ("money", "measure"):
        return _measured(number)
    if not found.is_whole or found.amount.low < 0 or (number.additional and number.word(number.last) == "than"):
        return None
    part = starting(pieces, number.last, "part", id="after")
    if part is not None and not _opens_another(number, part.last):
        return _of_them(number, part.last)
    if number.word(number.last) == "of":
        return _of(number)
    if found.amount.kind == "share":
        return _share(number)
    strong = sizes.strong(number) or sizes.of_group(number)
    if strong is not None:
        return strong
    noun = counted_noun.following(doc, number.token(number.last), found.is_one)
    if noun is not None and (_is_multiple(number, noun) or _is_incidence(number, noun)):
        return None
    if noun is not None and not _is_idiom(number, noun):
        return number.closed(noun, number.piece_after(noun.index))
    return bare(number)


def _is_length(number: Number) -> bool:
    """for a week, more than a year, another month; "$5 a day" and "a day in May" are no lengths.

    "In just over a year" says within what time something happened.
    """
    found, before = number.found, number.word(number.found.first - 1)
    return before in words("lasting") or ((bool(found.bounds) or found.additional) and before not in words("in_time"))


def aged(pieces: Sequence[Piece], found: Interval) -> bool:
    """aged 9, at the age of 12."""
    places = (found.first, found.number)
    return found.amount.kind == "number" and any(ending(pieces, at, "age") is not None for at in places)


def _opens_another(number: Number, at: int) -> bool:
    """nine, among them two women: the cue belongs to the second number."""
    another = amount_at(number.pieces, at)
    return another is not None and another.kind == "number"


def _number(doc: Doc, pieces: Sequence[Piece], found: Interval, whole: Whole | None) -> Number:
    more = starting(pieces, found.last, "additional", id="after")
    # "others" is a noun as well; "more" and "other" only stand before one.
    stands_alone = more is not None and pieces[found.last].lower in words("pronominal")
    last = found.last if more is None or stands_alone else more.last
    return Number(doc, pieces, found, whole, last, more is not None)


def _measured(number: Number) -> Counted:
    """2 million dollars, 12 km; 40 % of the sailors."""
    doc, last = number.doc, number.found.last
    if number.found.amount.share is None or number.word(last) != "of":
        return Counted(None, last)
    part = starting(number.pieces, last, "part", id="after")
    if part is not None:
        return _of_them(number, part.last)
    group = counted_noun.group_after_of(doc, number.token(last))
    if group is None:
        return Counted(None, last)
    what = counted_noun.predicate(doc, group.index + 1) or group
    return Counted(what, last, part=True, share_of=group.lemma)


def _of_them(number: Number, last: int) -> Counted:
    """30 of them children; 12 of whom were women; "four of us" may be some of many."""
    if number.word(last - 1) in words("speakers"):
        return Counted(None, last, number.additional, part=True)
    start = number.token(last)
    what = counted_noun.predicate(number.doc, start)
    noun = what or counted_noun.following(number.doc, start)
    end = last if noun is None or what is not None else number.piece_after(noun.index)
    told_before = number.whole.noun if number.whole is not None else None
    return Counted(noun or told_before, end, number.additional, part=True)


def _of(number: Number) -> Counted | None:
    """dozens of farmers; 90 of the estimated 800 sailors; and "of" where the noun was lost."""
    doc, found, of = number.doc, number.found, number.token(number.last)
    if of + 1 >= len(doc):
        return None
    after = doc[of + 1]
    if after.pos_ == "ADP":
        return split(number)
    definite = after.pos_ in ("DET", "PRON", "NUM") or after.like_num
    if found.is_loose and not definite:
        noun = counted_noun.following(doc, of + 1)
        return number.closed(noun, number.piece_after(noun.index)) if noun else Counted(None, found.last)
    return _of_group(number, of, definite)


def _of_group(number: Number, of: int, definite: bool) -> Counted | None:
    doc, found = number.doc, number.found
    group = counted_noun.group_after_of(doc, of)
    whole = amount_at(number.pieces, number.last + 1)
    if group is None or (whole is not None and whole.unit is not None):
        return None
    if not definite and found.amount.kind == "number" and not is_plural(doc[group.index]):
        return None
    what = counted_noun.predicate(doc, group.index + 1) if found.amount.kind in ("share", "ratio") else None
    return Counted(what or group, found.last, number.additional, part=True, share_of=group.lemma)


def _share(number: Number) -> Counted | None:
    """more than half the members; half were women; cut by a third."""
    doc, found, last = number.doc, number.found, number.last
    if number.word(last) in words("definite"):
        group = counted_noun.following(doc, number.token(last) + 1)
        return Counted(group, last, part=True, share_of=group.lemma) if group is not None else None
    what = counted_noun.predicate(doc, number.token(last))
    verb = last < len(number.pieces) and doc[number.pieces[last].token].pos_ == "AUX"
    bounded = bool(found.bounds) or number.word(found.first - 1) == "by" or number.word(last) in words("threshold")
    return Counted(what, last, part=what is not None) if what or verb or bounded else None


def _is_multiple(number: Number, noun: Noun) -> bool:
    """three times as many, five times the price."""
    after = number.doc[noun.index + 1].lower_ if noun.index + 1 < len(number.doc) else ""
    return noun.lemma == "time" and after in words("multiple")


def _is_incidence(number: Number, noun: Noun) -> bool:
    """300 cases per 100,000 people: how frequent they are, and not how many."""
    run = number.doc[noun.index + 1 : noun.index + 3]
    return len(run) == 2 and run[0].lower_ == "per" and run[1].like_num


def _is_share_in_words(number: Number, noun: Noun) -> bool:
    """one child in four is absent: no child in particular."""
    run = number.doc[noun.index + 1 : noun.index + 4]
    return len(run) == 3 and run[0].lower_ == "in" and run[1].like_num and run[2].pos_ in ("VERB", "AUX", "PUNCT")


def _is_idiom(number: Number, noun: Noun) -> bool:
    """one day, one thing; "one resident said" counts nobody."""
    if not number.found.is_one:
        return False
    doc = number.doc
    speaks = noun.index + 1 < len(doc) and doc[noun.index + 1].lower_ in words("saying")
    return speaks or _is_share_in_words(number, noun) or noun.lemma in words("uncounted_one")
