"""By which names and words a denial and what it denies know each other."""

from __future__ import annotations

import re

from factcheck import lexicons
from factcheck.model import Claim, Holder
from factcheck.pairing import forms

STATE = ("government", "force")  # what these do their state does
_WORD = re.compile(r"[^\W\d_]{3,}")


def words(text: str) -> list[str]:
    """The words of three letters and more."""
    return _WORD.findall(text)


def named(claim: Claim, role: str) -> set[frozenset[str]]:
    """The names, each as the set of its words, of those who do it ("by-name:") or to whom it is done ("to-name:")."""
    return {_key_words(term.removeprefix(role)) for term in claim.matter if term.startswith(role)}


def _key_words(key: str) -> frozenset[str]:
    return frozenset(key.rpartition("/")[2].casefold().split("-"))


def deniers(denial: Claim) -> set[frozenset[str]]:
    """The names under which a denier, or the one whose doing is denied, may be accused elsewhere."""
    names = {
        _key_words(key)
        for entity in denial.agent.entities
        for key in (entity.key, *(entity.within if entity.kind in STATE else ()))
    }
    return names or {frozenset(name) for part in parts(denial.holder) if (name := capitals(part))}


def parts(holder: Holder | None) -> list[str]:
    """The names that a holder goes by: his own, and that of the body that he speaks for."""
    return [part for part in (holder.name, holder.affiliation) if part] if holder is not None else []


def meet(mine: set[frozenset[str]], theirs: set[frozenset[str]]) -> bool:
    """True if a name of one side is a name of the other, or a part of it: Roe, Jane Roe."""
    return any(x <= y or y <= x for x in mine for y in theirs if x and y)


def capitals(text: str) -> set[str]:
    """The words with a capital, lower case."""
    return {word.casefold() for word in _WORD.findall(text) if word[:1].isupper()}


def words_of(holder: Holder | None) -> set[str]:
    """The words of a holder's names: his own, and those of the body that he speaks for."""
    return {word for part in parts(holder) for word in capitals(part)}


def times() -> frozenset[str]:
    """The names of months and weekdays, which tell no matter from another."""
    classes = lexicons.load("periods")["class"]
    return frozenset(word.casefold() for name in ("month", "weekday") for word in classes[name]["words"])


def told(other: Claim) -> set[str]:
    """The stems of what a claim's clause says."""
    return forms.stems(words(other.clause))
