"""Is a word a plural, and what is its singular? By its form first: the parser's tags are often wrong in headlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lexicons import load
from factcheck.reading.quantities.quantity_phrases import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_IRREGULAR: dict[str, str] = load("quantities")["irregular"]
_STEMS = ("children", "women", "men", "wives")  # schoolchildren, saleswomen, gunmen, midwives
_SIBILANTS = ("sses", "shes", "ches", "xes", "zes")
_NOT_PLURAL = ("ss", "us", "is")


def is_plural(token: Token, at_once: bool = False) -> bool:
    """By its form; by the parser's tag where the form does not tell. `at_once`: it stands right after the number."""
    low = token.lower_
    if low in words("invariant"):
        return True
    # In capitals among other letters: the name of an agency, or the line that follows.
    if token.is_upper and len(low) > 3 and not any(item.is_upper for item in token.doc[max(0, token.i - 4) : token.i]):
        return False
    if not low[-1:].isalpha() or token.pos_ in ("ADP", "DET", "PRON", "AUX", "ADV", "CCONJ", "SCONJ", "PART"):
        return False
    if token.tag_ in ("NNS", "NNPS"):
        return len(low) > 2
    if not low.endswith("s") or low.endswith(_NOT_PLURAL) or len(low) < 4:
        return False
    if low in words("saying"):
        return False
    named = token.tag_ == "NNP" and token.lower_ != token.text
    return token.pos_ == "NOUN" or named or (at_once and token.tag_ == "VBZ")


def lemma(token: Token) -> str:
    """Singular and lower case: deaths -> death, women -> woman, people -> people."""
    low = token.lower_
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    for plural in _STEMS:
        if low.endswith(plural) and is_plural(token):
            return low.removesuffix(plural) + _IRREGULAR[plural]
    if low in words("invariant") or not is_plural(token, at_once=True):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(_SIBILANTS):
        return low[:-2]
    if low.endswith(("oses", "uses")) and token.lemma_.lower() != low:
        return token.lemma_.lower()
    return low[:-1] if low.endswith("s") else token.lemma_.lower()
