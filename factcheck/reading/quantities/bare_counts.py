"""What a number without a noun behind it counts: by a toll or verb beside it, or as a part of what was told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.quantities import counted_noun, parts, tolls
from factcheck.reading.quantities.count_context import Counted, Number
from factcheck.reading.quantities.counted_noun import Noun
from factcheck.reading.quantities.quantity_phrases import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASE_ENDS = ("ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "DET", "PRON", "AUX", "VERB", "PART", "SPACE")


def bare(number: Number) -> Counted | None:
    """A toll before it, a verb of harm before it, a verb behind it, or the amount told before."""
    found, doc, last = number.found, number.doc, number.last
    if found.amount.kind == "ratio":
        return Counted(None, last, part=True)
    toll = _toll(number)
    if toll is not None:
        return Counted(toll, last, number.additional)
    ends = _ends_phrase(number)
    if ends and parts.has_cue(number.pieces, found) and number.whole is not None:
        return Counted(number.whole.noun, last, part=True)
    first = number.pieces[found.first].token
    verb = doc[first - 1] if first else None
    if ends and (number.additional or (verb is not None and _takes_number(verb))):
        return number.closed(None, last)
    if _splits(number):
        return split(number)
    if _is_subject(number, first):
        return number.closed(counted_noun.predicate(doc, number.token(last)), last)
    vague_object = found.amount.kind == "vague" and verb is not None and verb.pos_ == "VERB"
    return Counted(None, last, number.additional) if vague_object and ends and last < len(number.pieces) else None


def split(number: Number) -> Counted | None:
    """265 in the north: of what was counted before."""
    if number.whole is None:
        return None
    opened = number.word(number.found.first - 1) in words("opens_split")
    return Counted(number.whole.noun, number.found.last, part=opened or number.whole.part)


def _toll(number: Number) -> Noun | None:
    """The number of deaths … at 90; to 45 the number of deaths."""
    if number.word(number.found.first - 1) not in words("to_number"):
        return None
    first = number.pieces[number.found.first].token
    before = tolls.before_toll(number.doc, first, number.doc[first].sent.start)
    return before or tolls.toll_after(number.doc, number.token(number.last))


def _takes_number(verb: Token) -> bool:
    """In headlines verbs may be tagged as names: Kills, Injures."""
    forms = {verb.lemma_.lower(), verb.lower_, verb.lower_.removesuffix("s")}
    return not forms.isdisjoint(words("bare_object"))


def _ends_phrase(number: Number) -> bool:
    if number.last >= len(number.pieces):
        return True
    token = number.doc[number.pieces[number.last].token]
    return token.pos_ in _PHRASE_ENDS or (token.text[0].isupper() and _takes_number(token))


def _is_subject(number: Number, first: int) -> bool:
    """At least 12 died; of whom 30 were hurt."""
    if number.last >= len(number.pieces) or number.pieces[number.last].glued or number.found.is_one:
        return False
    token = number.doc[number.pieces[number.last].token]
    if token.pos_ not in ("VERB", "AUX") or token.lemma_.lower() not in words("bare_subject"):
        return False
    before = number.doc[first - 1] if first else None
    return before is None or before.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") or bool(number.found.bounds)


def _splits(number: Number) -> bool:
    """nearly 500 trains, 265 in the north and 228 in the south: the noun was told just before."""
    if number.whole is None or number.found.amount.kind != "number" or number.found.is_one:
        return False
    return number.word(number.found.first - 1) in words("splits") and number.word(number.last) in words("where")
