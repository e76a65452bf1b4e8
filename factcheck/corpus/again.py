"""The texts of a report that was made earlier, found again, so that its passages can be shown where they stand.

A report names its files below the corpus folder and says nothing of where that lies. A file counts if its sha256 is the
report's: whatever folder it is found in, it is the text that was read.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck import identity
from factcheck.corpus import contents, text
from factcheck.model import SourceSummary

# Folders beside a report that are looked into: a home folder with thousands is no corpus.
_LOOKED_INTO = 200


class Texts:
    """Texts by source, each read when it is first asked for. `folders` is where to look, nearest first."""

    def __init__(self, sources: Sequence[SourceSummary], folders: Sequence[Path]) -> None:
        self._sources = {source.id: source for source in sources}
        self._folders = list(dict.fromkeys(folders))
        self._read: dict[str, tuple[str | None, str]] = {}

    def of(self, source: str) -> tuple[str | None, str]:
        """The text, or none and why: a sentence's end, after the name of the file."""
        if source not in self._read:
            known = self._sources.get(source)
            self._read[source] = self._find(known) if known else (None, "is not among the report's sources")
        return self._read[source]

    def _find(self, source: SourceSummary) -> tuple[str | None, str]:
        why = "was not found: name its folder with --corpus"
        for folder in self._folders:
            for path in _places(folder, source.path):
                try:
                    data = contents.read(path)
                except (OSError, ValueError):
                    continue
                if identity.sha256(data) != source.sha256:
                    why = "has changed since the report"
                    continue
                # The next one probably lies there too.
                self._folders.remove(folder)
                self._folders.insert(0, folder)
                return text.decode(data), ""
        return None, why


def _places(folder: Path, path: str) -> Iterator[Path]:
    """Where the file may lie; where a corpus had several folders, its path may begin with the folder's name."""
    yield folder / path
    first, _, rest = path.partition("/")
    if rest and first == folder.absolute().name:
        yield folder / rest


def beside(report: Path) -> list[Path]:
    """Where a corpus usually lies: the folder one stands in, the report's, the one above, and what these hold."""
    near = [Path(), report.parent, report.parent.parent]
    found = []
    for folder in near:
        try:
            inner = itertools.islice(sorted(place for place in folder.iterdir() if place.is_dir()), _LOOKED_INTO)
            found += list(inner)
        except OSError:
            continue
    return [*near, *found]
