"""Lines to standard output: in UTF-8 whatever the locale, and a full disk told in one line."""

from __future__ import annotations

import sys
from collections.abc import Iterable


def put(lines: Iterable[str]) -> None:
    """Write each line, and all of them before it returns; a lone surrogate becomes a mark."""
    out = sys.stdout.buffer
    for line in lines:
        out.write(line.encode("utf-8", "replace") + b"\n")
    out.flush()
