"""Whether two utterances are credited to one speaker, by the names that their sources give."""

from __future__ import annotations

import re

from factcheck.model import Claim, Holder

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def relation(a: Claim, b: Claim) -> str:
    """same, different or unknown: a surname may stand for a full name, and a role or a pronoun tells nothing."""
    return "unknown" if a.holder is None or b.holder is None else between(a.holder, b.holder)


def between(a: Holder, b: Holder) -> str:
    """As `relation`, of the two who are credited."""
    names = [_names(holder) for holder in (a, b)]
    if not all(names):
        return "same" if a.name.casefold() == b.name.casefold() else "unknown"
    shorter, longer = sorted(names, key=len)
    if shorter[-1] == longer[-1] and set(shorter) <= set(longer):
        return "same"
    if len(shorter) > 1 and shorter[-1] == longer[-1] and shorter[0][0] == longer[0][0]:
        return "same"  # J. Roe and Jane Roe
    if _related(a, names[1]) or _related(b, names[0]):
        return "unknown"  # a body and the one who speaks for it
    return "unknown" if set(shorter) & set(longer) else "different"


def one_voice(a: Holder, b: Holder) -> bool:
    """One speaker, a body and the one who speaks for it, or two who speak for one body."""
    bodies = [{name.casefold() for name in (item.name, item.affiliation) if name} for item in (a, b)]
    return between(a, b) == "same" or bool(bodies[0] & bodies[1])


def _names(holder: Holder) -> list[str]:
    """The words of a proper name, lower case; none for a role."""
    words = _WORD.findall(holder.name)
    return [word.casefold() for word in words] if words and words[-1][:1].isupper() else []


def _related(holder: Holder, names: list[str]) -> bool:
    around = " ".join(filter(None, (holder.affiliation, holder.role))).casefold()
    return any(name in around for name in names if len(name) > 2)
