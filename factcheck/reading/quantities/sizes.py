"""How many a body has: a crowd of 5,000, the 12-strong crew."""

from __future__ import annotations

from factcheck.reading.quantities import counted_noun
from factcheck.reading.quantities.count_context import Counted, Number
from factcheck.reading.quantities.counted_noun import Noun
from factcheck.reading.quantities.pieces import is_hyphen
from factcheck.reading.quantities.plurals import lemma
from factcheck.reading.quantities.quantity_phrases import words

_STRONG = "strong"
_INHABITANT = "inhabitant"
_REACH = 4  # words from "12-strong" to its noun


def strong(number: Number) -> Counted | None:
    """the 12-strong crew: as many as the body that is named after it has."""
    at = number.last + is_hyphen(number.pieces, number.last)
    if number.word(at) != _STRONG:
        return None
    doc, start = number.doc, number.token(at) + 1
    for index in range(start, min(start + _REACH, len(doc))):
        if doc[index].pos_ in ("NOUN", "PROPN"):
            last = index
            while last + 1 < len(doc) and doc[last + 1].pos_ in ("NOUN", "PROPN") and doc[last + 1].dep_ != "appos":
                last += 1
            return Counted(Noun(last, lemma(doc[last])), number.piece_after(last))
        if doc[index].pos_ not in ("ADJ", "ADV", "PUNCT"):
            return None
    return None


def of_group(number: Number) -> Counted | None:
    """a crowd of 5,000, a town of 9,000; unless a noun says whom it is made of ("a crowd of 5,000 fans")."""
    first = number.found.first
    name = number.word(first - 2)
    settled = name in words("settlement")
    if number.word(first - 1) != "of" or not (settled or name in words("group_noun")):
        return None
    doc, index = number.doc, number.pieces[first - 2].token
    if counted_noun.following(doc, number.token(number.last)) is not None:
        return None
    return Counted(Noun(index, _INHABITANT if settled else lemma(doc[index])), number.found.last)
