"""Two clauses that are word for word the same but for one negation, or one word and its opposite."""

from __future__ import annotations

import re

from factcheck import lexicons
from factcheck.model import Claim
from factcheck.pairing import forms, propositions

_WORD = re.compile(r"n['’]t|(?:(?!n['’]t)[^\W_])+")
_ENDINGS = (("ing", ""), ("ing", "e"), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ies", "y"), ("es", ""), ("s", ""))
FEWEST = 3  # words that both clauses must have


def contrary(a: Claim, b: Claim) -> tuple[str, str] | None:
    """What one clause says and the other not, and the reverse: ("", "not"), ("near", "far from"); else none."""
    mine, theirs = words(a), words(b)
    start = 0
    while start < min(len(mine), len(theirs)) and mine[start] == theirs[start]:
        start += 1
    end = 0
    while end < min(len(mine), len(theirs)) - start and mine[-1 - end] == theirs[-1 - end]:
        end += 1
    one, other = mine[start : len(mine) - end], theirs[start : len(theirs) - end]
    empty = lexicons.words("opposites", "empty")
    rest = [word for word in (*mine[:start], *mine[len(mine) - end :]) if word not in empty]
    if len(rest) < FEWEST or not _contrary(one, other):
        return None
    return " ".join(one), " ".join(other)


def words(claim: Claim) -> tuple[str, ...]:
    """The words of a clause in lower case; "didn't" is two."""
    return tuple("not" if word in ("n't", "n’t") else word for word in _WORD.findall(claim.clause.casefold()))


def keys(claim: Claim) -> list[str]:
    """Clauses meet by how they begin, and by how they end."""
    told = words(claim)
    if claim.kind != "statement" or len(told) <= FEWEST:
        return []
    return [f"begins {' '.join(told[:FEWEST])}", f"ends {' '.join(told[-FEWEST:])}"]


def _contrary(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    negations, empty = lexicons.words("opposites", "negation"), lexicons.words("opposites", "empty")
    left = [word for word in one if word not in empty]
    right = [word for word in other if word not in empty]
    for fewer, more in ((left, right), (right, left)):
        if (
            len(more) == len(fewer) + 1
            and more[0] in negations
            and [*map(forms.stem, fewer)] == [*map(forms.stem, more[1:])]
        ):
            return True
    if not left or not right:
        return False
    one_word, other_word = " ".join(left), " ".join(right)
    return bool(senses(one_word) & _opposed(other_word)) or by_prefix(one_word, other_word)


def by_prefix(one: str, other: str) -> bool:
    """ "effective" and "ineffective"."""
    short, long = sorted((one, other), key=len)
    prefixes = lexicons.words("opposites", "contrary-prefix")
    return short not in lexicons.words("opposites", "same-with-prefix") and any(
        long == f"{prefix}{short}" for prefix in prefixes
    )


def senses(phrase: str) -> set[str]:
    """The words of the lexicon that a word may be a form of."""
    forms = {phrase}
    for end, more in _ENDINGS:
        if phrase.endswith(end):
            bare = phrase.removesuffix(end)
            forms.update((f"{bare}{more}", bare[:-1] if bare[-1:] == bare[-2:-1] else bare))
    return forms


def _opposed(phrase: str) -> set[str]:
    return {other for form in senses(phrase) for other in propositions.opposites(form)}
