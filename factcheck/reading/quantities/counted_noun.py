"""Finds the noun that a number counts, by what stands after it first: the parse is often wrong about numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading.quantities.plurals import is_plural, lemma
from factcheck.reading.quantities.quantity_phrases import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BEFORE_NOUN = ("DET", "PRON", "NUM", "ADV", "SYM")
_NAMES = ("NOUN", "PROPN", "ADJ")
_REACH = 8  # words from a number to its noun


@dataclass(frozen=True)
class Noun:
    """The token of a counted noun, and its lemma in the singular and lower case."""

    index: int
    lemma: str


def following(doc: Doc, start: int, singular: bool = False) -> Noun | None:
    """The noun of a number that ends before token `start`; `singular`: the number is one."""
    single: int | None = None
    for i in range(start, min(start + _REACH, len(doc))):
        token = doc[i]
        if i > start and token.is_sent_start and doc[i - 1].is_punct:
            break
        if is_nominal(doc, i):
            return Noun(i, token.lower_[:-1] if token.lower_ in words("pronominal") else token.lower_)
        if _is_headline_verb(doc, i):
            break
        if is_plural(token, at_once=i == start) and not singular and not (i > start and _names_singular(doc, i)):
            if not _modifies_plural(doc, i):
                return Noun(i, lemma(token))
        elif token.pos_ in ("NOUN", "PROPN"):
            single = i
        elif not _is_modifier(doc, i) or (singular and single is not None):
            break
    if singular and single is not None and not is_plural(doc[single]):
        return Noun(single, lemma(doc[single]))
    return None


def group_after_of(doc: Doc, of: int) -> Noun | None:
    """The noun after "of" at token `of`: of the estimated 800 sailors, of his men."""
    i = of + 1
    while i < min(len(doc), of + _REACH) and (doc[i].pos_ in _BEFORE_NOUN or _is_modifier(doc, i)):
        if doc[i].lower_ in words("nominal") and is_nominal(doc, i):
            return Noun(i, doc[i].lower_)
        if doc[i].lower_ in words("pronoun"):
            return None
        i += 1
    owner = next((at for at in range(i, min(i + _REACH, len(doc))) if doc[at].pos_ not in _NAMES), len(doc))
    if i < owner < len(doc) - 1 and doc[owner].tag_ == "POS":
        return group_after_of(doc, owner)  # of the district's 1,340 classes
    found = following(doc, i) if i < len(doc) else None
    if found is None and i < len(doc) and doc[i].pos_ in ("NOUN", "PROPN"):
        while i + 1 < len(doc) and doc[i + 1].pos_ in ("NOUN", "PROPN"):
            i += 1
        return Noun(i, lemma(doc[i]))
    return found


def predicate(doc: Doc, start: int) -> Noun | None:
    """The noun of "12 were women": what those counted are."""
    if start + 1 < len(doc) and doc[start].lower_ in words("copula"):
        found = following(doc, start + 1)
        if found is not None and doc[found.index].pos_ in ("NOUN", "PROPN"):
            return found
    return None


def is_nominal(doc: Doc, i: int) -> bool:
    """nine dead, 40 others: no noun follows that it would describe, or one that says something else."""
    if doc[i].lower_ not in words("nominal"):
        return False
    if doc[i].lower_ in words("pronominal"):
        return True
    for at in range(i + 1, min(i + 4, len(doc))):
        token = doc[at]
        if is_plural(token):
            return at + 1 < len(doc) and doc[at + 1].lower_ in words("saying")
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") and token.tag_ not in ("VBN", "VBG"):
            return True
    return True


def _modifies_plural(doc: Doc, i: int) -> bool:
    """women workers, sports fans, police officers, elderly voters: the noun is the plural right after."""
    if i + 1 >= len(doc) or not is_plural(doc[i + 1]) or doc[i].lower_ in words("never_modifies"):
        return False
    if doc[i].lower_ in words("invariant") and doc[i].tag_ not in ("NNS", "NNPS"):
        return True
    return doc[i].dep_ in ("compound", "amod") and doc[i].head.i == i + 1


def _names_singular(doc: Doc, i: int) -> bool:
    """the Texas governor: a name that only looks like a plural, before the noun that it belongs to."""
    named = doc[i].tag_ == "NNP" and doc[i].dep_ == "compound" and i + 1 < len(doc)
    return named and doc[i + 1].pos_ in ("NOUN", "PROPN") and not is_plural(doc[i + 1])


def _is_headline_verb(doc: Doc, i: int) -> bool:
    """Kills 3 Wounds 20: before a number, what looks like a plural is the next verb."""
    verb = doc[i].lower_.removesuffix("s")
    return verb in words("bare_object") and i + 1 < len(doc) and doc[i + 1].like_num


def _is_modifier(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG", "JJ", "JJR", "JJS", "POS", "RB", "RP", "HYPH"):
        return token.lower_ not in words("no_modifier")
    if token.text == "-":
        return True
    if (token.pos_ != "CCONJ" and token.text != ",") or i + 1 >= len(doc):
        return False
    before, after = doc[i - 1], doc[i + 1]
    describes = before.pos_ in ("ADJ", "NOUN", "PROPN") or before.tag_ in ("VBN", "VBG")
    return describes and (after.pos_ == "ADJ" or after.tag_ in ("VBN", "VBG", "JJ"))
