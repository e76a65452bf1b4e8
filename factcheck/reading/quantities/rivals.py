"""Is a number given beside one that was told before? "The police counted 1,600", "the union puts it at 40"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.quantities.quantity_phrases import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POINTED, LOOSE = "pointed", "loose"
_ENDS = ("PUNCT", "SPACE", "CCONJ", "SCONJ")  # "40 in the north" and "40 too many" are no rivals
_REACH = 7  # words from "puts" to the number that it puts the count at


def told(doc: Doc, first: int, last: int, *, bare: bool) -> str | None:
    """How the words around tokens [first, last) give an amount whose matter stands before it, if they do.

    pointed: they point at the number before ("puts it at", "the figure is"); loose: a verb of counting has nothing but
    the number. `bare`: the amount has no unit; a sum of money that is announced may be of anything.
    """
    start = doc[first].sent.start
    if last < len(doc) and doc[last].pos_ not in _ENDS and doc[last].sent.start == start:
        return None
    if first == start:
        return POINTED if _answers(doc, last) else None
    before = doc[first - 1]
    if before.pos_ == "VERB" and before.lemma_.lower() in words("counting") | (words("reporting") if bare else set()):
        return LOOSE
    if bare and before.tag_ == "POS":
        return LOOSE
    return POINTED if _points(doc, start, first) else None


def _points(doc: Doc, start: int, first: int) -> bool:
    before = doc[first - 1]
    ahead = doc[first - 2].lemma_.lower() if first - 2 >= start else ""
    if before.lower_ == "it":
        return ahead in words("making")
    if before.lemma_ == "be" or before.lower_ in words("clitic_be"):
        return _is_said(doc, start, first) or _is_number(doc, start, first - 1)
    if before.lower_ in words("to_number") and (_is_put(doc, start, first - 1) or _is_number(doc, start, first - 1)):
        return True
    return f"{ahead} {before.lower_}" in words("holding")


def _answers(doc: Doc, last: int) -> bool:
    """Sixty, say the doctors: the number alone, and then who gives it."""
    at = last + 1 if last < len(doc) and doc[last].text == "," else last
    return at > last and at < len(doc) and doc[at].lemma_.lower() in words("rival_say")


def _is_said(doc: Doc, start: int, first: int) -> bool:
    """The union says it is 40; officials insist there were 12."""
    if first - 2 < start or doc[first - 2].lower_ not in words("rival_pronoun"):
        return False
    return any(doc[i].lemma_.lower() in words("rival_say") for i in range(max(start, first - _REACH), first - 2))


def _is_number(doc: Doc, start: int, at: int) -> bool:
    """A figure of 40; the real number is 12; its own count stands at 9."""
    nouns = range(max(start, at - 3), at)
    return any(doc[i].lower_ in words("rival_noun") and _stands_alone(doc[i], at) for i in nouns)


def _is_put(doc: Doc, start: int, at: int) -> bool:
    """Puts it at 40; put the number closer to 12."""
    for i in range(at - 1, max(start, at - _REACH) - 1, -1):
        if doc[i].lemma_.lower() in words("putting") and doc[i].pos_ in ("VERB", "AUX", "NOUN"):
            between = range(i + 1, at)
            return any(doc[k].lower_ in words("rival_pronoun") | words("rival_noun") for k in between)
    return False


def _stands_alone(noun: Token, at: int) -> bool:
    """False for the number of a thing that is named behind it: "the number of flats is 40"."""
    after = noun.doc[noun.i + 1]
    return after.i == at or after.lower_ != "of"
