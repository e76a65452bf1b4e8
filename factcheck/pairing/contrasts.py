"""Words by which two like statements are told apart: for and against, the first fire and the second, noon and dusk."""

from __future__ import annotations

import functools
import re

from factcheck import lexicons
from factcheck.model import Claim


@functools.cache
def _groups() -> dict[str, dict[str, re.Pattern[str]]]:
    found: dict[str, dict[str, re.Pattern[str]]] = {}
    for entry in lexicons.entries("contrasts"):
        words = "|".join(re.escape(word) for word in sorted(entry["words"], key=len, reverse=True))
        found.setdefault(entry["group"], {})[entry["id"]] = re.compile(rf"\b({words})\b", re.IGNORECASE)
    return found


def apart(a: Claim, b: Claim, group: str) -> bool:
    """True if each clause has words of a side of the group, and they have no side in common."""
    one, other = ({side for side, words in _groups()[group].items() if words.search(claim.clause)} for claim in (a, b))
    return bool(one and other) and not one & other


def on_one_side(a: Claim, b: Claim, group: str) -> bool:
    """True if one clause alone has words of the group."""
    one, other = (any(words.search(claim.clause) for words in _groups()[group].values()) for claim in (a, b))
    return one != other
