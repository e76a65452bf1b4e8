"""Whether two names may be one person's: a surname in common, and given names that go together."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FULL = 2  # words of a name that tells one human being from his family


def same(a: str, b: str) -> bool:
    """True for a full name twice, with or without what stands between its first and last word, or with an initial;
    a surname alone tells nothing.
    """
    first, second = (_WORD.findall(name.casefold()) for name in (a, b))
    if len(first) < _FULL or len(second) < _FULL or first[-1] != second[-1]:
        return False
    x, y = sorted((first[0], second[0]), key=len)
    return x == y or (len(x) == 1 and y.startswith(x))
