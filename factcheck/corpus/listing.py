"""A path from the command line to the files that are sources, and those that are left aside.

With corpus.toml exactly the files it lists are sources. Without it every text file of the folder's tree is one, hidden
ones and what an earlier run wrote there excepted. Only names count here: whether a file can be read is settled later.
"""

from __future__ import annotations

import json
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from factcheck.corpus import contents, manifest
from factcheck.corpus.manifest import Entry
from factcheck.model import Fault
from factcheck.problems import PathMissing, UnreadableFolder

# What a folder's tree is searched for. A file that is named one by one may end in READABLE: a README.md is no article.
TAKEN = (".txt", ".text")
READABLE = (*TAKEN, ".md")

_WORD = re.compile(r"[^\W_]+")
_MANIFEST_OF_A_RUN = "manifest.json"


@dataclass(frozen=True)
class Listing:
    """The corpus folder (resolved, so that every way to name it is one), its title, and its files below it with `/`."""

    folder: Path
    title: str
    entries: tuple[Entry, ...]
    ignored: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def titled(self) -> bool:
        """False where the title is the folder's name, however it is spelled."""
        return _WORD.findall(self.title.casefold()) != _WORD.findall(self.folder.name.casefold())


def listing(path: Path) -> Listing:
    """What `path` (a folder, its corpus.toml, or one file) holds. Raises PathMissing, UnreadableFolder, BadManifest."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PathMissing(path) from error
    except OSError as error:
        raise UnreadableFolder(path, error.strerror or "no reason given") from error
    if stat.S_ISDIR(found.st_mode):
        return _folder(path)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFolder(path, "neither a folder nor a file")
    if path.name == manifest.FILE_NAME:
        return _folder(path.parent)
    folder = path.parent.resolve()
    return Listing(folder, folder.name, (Entry(path.name),))


def _folder(named: Path) -> Listing:
    folder = named.resolve()
    told = named / manifest.FILE_NAME
    if told.is_symlink() or told.exists():
        read = manifest.read(told)
        return Listing(folder, read.title or folder.name, read.entries)
    faults: list[Fault] = []

    def unreadable(error: OSError) -> None:
        place = Path(error.filename)
        if place == folder:
            raise UnreadableFolder(named, error.strerror or "no reason given") from error
        faults.append(Fault(shown(place.relative_to(folder)), "corpus", f"cannot be looked into: {error.strerror}"))

    sources: list[str] = []
    ignored: list[str] = []
    for top, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(top)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        made = _made_by_a_run(here)
        for name in (*files, *(name for name in folders if (here / name).is_symlink())):
            if name.startswith(".") or name in made:
                continue
            below = (here / name).relative_to(folder)
            taken = below.suffix.lower() in TAKEN and name not in folders
            (sources if taken else ignored).append(below.as_posix())
    entries = tuple(Entry(file) for file in sorted(sources, key=_in_order))
    return Listing(folder, folder.name, entries, tuple(sorted(map(shown, ignored), key=_in_order)), tuple(faults))


def shown(path: Path | str) -> str:
    """A path as reports give it: with `/`, and with a mark where the file system's bytes are no characters."""
    return str(path).replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _in_order(file: str) -> tuple[str, ...]:
    return tuple(file.split("/"))


def _made_by_a_run(folder: Path) -> tuple[str, ...]:
    """The files that a run of this program left in `folder`: findings.txt is no article, though it ends in .txt."""
    try:
        told = json.loads(contents.read(folder / _MANIFEST_OF_A_RUN))
        if not str(told["schema"]).startswith("factcheck-manifest/"):
            return ()
        return (_MANIFEST_OF_A_RUN, *(file["name"] for file in told["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ()
