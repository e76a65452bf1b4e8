"""Whether two names are one speaker's, or one person's, as far as the sources tell.

How sure it is stands in one scale: same, unknown (it may be one), different.
"""

from __future__ import annotations

import re

from factcheck.model import Claim, Holder
from factcheck.reading.attribution import roles

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GENERATIONS = frozenset(["jr", "sr", "ii", "iii", "iv"])
_FULL = 2  # words of a name that tells one human being from his family


def relation(a: Claim, b: Claim) -> str:
    """same, different or unknown: a surname may stand for a full name, and a role or a pronoun tells nothing."""
    return between(a.holder, b.holder)


def between(a: Holder | None, b: Holder | None) -> str:
    """As `relation`, of the two who are credited."""
    if a is None or b is None:
        return "unknown"
    if _are_namesakes(a, b):
        return "different"
    names = [_names(holder) for holder in (a, b)]
    if not all(names):
        return "same" if _joined(a.name) == _joined(b.name) else "unknown"
    shorter, longer = sorted(names, key=len)
    if shorter[-1] == longer[-1] and set(shorter) <= set(longer):
        return "same"
    if one_person(a.name, b.name) or _joined(a.name) == _joined(b.name):
        return "same"
    if _related(a, names[1]) or _related(b, names[0]):
        return "unknown"  # a body and the one who speaks for it
    return "unknown" if set(shorter) & set(longer) else "different"


def _are_namesakes(a: Holder, b: Holder) -> bool:
    """Jane Roe Sr. and Jane Roe Jr.; who has no such word behind the name may be either."""
    last = [_WORD.findall(holder.name.casefold())[-1:] for holder in (a, b)]
    return last[0] != last[1] and all(_GENERATIONS.issuperset(word) and word for word in last)


def surely_one(a: Holder | None, b: Holder | None) -> bool:
    """True for one speaker whose name tells who it is: "officials" here and "officials" there need not be the same."""
    return between(a, b) == "same" and _is_told(a) and _is_told(b)


def _is_told(holder: Holder | None) -> bool:
    first, *rest = holder.name.split() if holder is not None else [""]
    told = first.isupper() or any(word[:1].isupper() for word in rest)
    return told or (holder is not None and holder.affiliation is not None)


def one_person(a: str, b: str) -> bool:
    """True for a full name twice, with or without what stands between its first and last word or behind, or with an
    initial: J. Roe Jr. and Jane Roe; a surname alone tells nothing.
    """
    first, second = (roles.without_suffix(_WORD.findall(name.casefold())) for name in (a, b))
    if len(first) < _FULL or len(second) < _FULL or first[-1] != second[-1]:
        return False
    x, y = sorted((first[0], second[0]), key=len)
    return x == y or (len(x) == 1 and y.startswith(x))


def one_voice(a: Holder, b: Holder) -> bool:
    """One speaker, a body and the one who speaks for it, or two who speak for one body."""
    bodies = [{name.casefold() for name in (item.name, item.affiliation) if name} for item in (a, b)]
    return between(a, b) == "same" or bool(bodies[0] & bodies[1])


def _joined(name: str) -> list[str]:
    """The names joined in one, in a fixed order: who speak as one are the same in whatever order they are named."""
    return sorted(name.casefold().replace(", ", " and ").split(" and "))


def _names(holder: Holder) -> list[str]:
    """The words of a proper name, lower case; none for a role."""
    words = roles.without_suffix(_WORD.findall(holder.name))
    return [word.casefold() for word in words] if words and words[-1][:1].isupper() else []


def _related(holder: Holder, names: list[str]) -> bool:
    around = " ".join(filter(None, (holder.affiliation, holder.role))).casefold()
    return any(name in around for name in names if len(name) > 2)
