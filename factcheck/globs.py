"""Patterns of file names as newsrooms write them: `*-live.txt`, `wire/**`, `archive/`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_PART = re.compile(r"\*\*/|\*\*|\*|\?")


def first(path: str, patterns: Iterable[str]) -> str | None:
    """The first of `patterns` that fits `path` (with `/`), none if none does.

    One without `/` fits a file's name, in whatever folder; one that ends in `/` all that lies below.
    """
    return next((pattern for pattern in patterns if _compiled(pattern).fullmatch(path)), None)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    whole = f"{pattern}**" if pattern.endswith("/") else pattern
    whole = whole if "/" in pattern.rstrip("/") else f"**/{whole}"
    words, end = [], 0
    for wild in _PART.finditer(whole):
        words += [re.escape(whole[end : wild.start()]), _WILD[wild[0]]]
        end = wild.end()
    return re.compile("".join(words) + re.escape(whole[end:]), re.DOTALL)
