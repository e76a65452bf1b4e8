"""A path to the bytes of its file: only of a plain file, and never of more than an article can have.

What is no plain file is not opened: a pipe would keep the run waiting, and a device may never end.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from factcheck.corpus.text import NotText

# In bytes. A novel has one million; what is longer is no article, and would take minutes to read.
LARGEST = 2_000_000

_KINDS = {
    stat.S_IFDIR: "is a folder",
    stat.S_IFIFO: "is a pipe",
    stat.S_IFSOCK: "is a socket",
    stat.S_IFCHR: "is a device",
    stat.S_IFBLK: "is a device",
}


def read(path: Path) -> bytes:
    """All bytes of the file at `path`. Raises OSError, and NotText where it can be no article."""
    _refuse(path.stat())
    # It may be another file by now: opening may not wait for a pipe's writer, and what is open is asked again.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        _refuse(before)
        data = file.read(LARGEST + 1)
        after = os.fstat(handle)
    if len(data) > LARGEST:
        raise NotText(_too_large())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise NotText("changed while it was read: run again when it is finished")
    return data


def _refuse(found: os.stat_result) -> None:
    """Raises NotText for what is no plain file, or too large."""
    if not stat.S_ISREG(found.st_mode):
        raise NotText(f"{_KINDS.get(stat.S_IFMT(found.st_mode), 'is something else')}, not a file")
    if found.st_size > LARGEST:
        raise NotText(_too_large())


def _too_large() -> str:
    return f"is larger than {LARGEST // 1_000_000} MB, which no article is: give each article a file of its own"
