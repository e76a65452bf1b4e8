"""Whether two utterances are credited to one speaker, by the names that their sources give."""

from __future__ import annotations

import re

from factcheck.model import Claim, Holder

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def relation(a: Claim, b: Claim) -> str:
    """same, different or unknown: a surname may stand for a full name, and a role or a pronoun tells nothing."""
    if a.holder is None or b.holder is None:
        return "unknown"
    names = [_names(holder) for holder in (a.holder, b.holder)]
    if not all(names):
        return "same" if a.holder.name.casefold() == b.holder.name.casefold() else "unknown"
    shorter, longer = sorted(names, key=len)
    if shorter[-1] == longer[-1] and set(shorter) <= set(longer):
        return "same"
    if len(shorter) > 1 and shorter[-1] == longer[-1] and shorter[0][0] == longer[0][0]:
        return "same"  # J. Roe and Jane Roe
    if _related(a.holder, names[1]) or _related(b.holder, names[0]):
        return "unknown"  # a body and the one who speaks for it
    return "unknown" if set(shorter) & set(longer) else "different"


def _names(holder: Holder) -> list[str]:
    """The words of a proper name, lower case; none for a role."""
    words = _WORD.findall(holder.name)
    return [word.casefold() for word in words] if words and words[-1][:1].isupper() else []


def _related(holder: Holder, names: list[str]) -> bool:
    around = " ".join(filter(None, (holder.affiliation, holder.role))).casefold()
    return any(name in around for name in names if len(name) > 2)
