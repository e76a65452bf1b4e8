"""One file, one question. The folder is the registry and a file's name is its checker's id (CONTRIBUTING.md)."""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import pkgutil
from collections.abc import Iterator, Sequence
from typing import Protocol, cast, runtime_checkable

from factcheck.model import Claim, Comparability, Evidence
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

ENTRY_POINTS = "factcheck.checkers"


class Checker(Protocol):
    """A module with a docstring, `pairs`, which says what it wants side by side (and how many pairs full blocks left
    out), and `compare`, which yields what two claims show.
    """

    __doc__: str | None

    def pairs(self, statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]: ...

    def compare(self, a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]: ...


@runtime_checkable
class Inspector(Protocol):
    """A checker that looks at all claims at once, those of one source among them, and yields what it finds."""

    __doc__: str | None

    def inspect(self, claims: Sequence[Claim], settings: Settings) -> Iterator[Evidence]: ...


@functools.cache
def all_checkers() -> dict[str, Checker | Inspector]:
    """Every checker by its id, in the order of ids: this folder's, then those of installed packages."""
    names = sorted(item.name for item in pkgutil.iter_modules(__path__))
    found = {name: cast("Checker | Inspector", importlib.import_module(f"{__name__}.{name}")) for name in names}
    for point in sorted(importlib.metadata.entry_points(group=ENTRY_POINTS), key=lambda item: item.name):
        found.setdefault(point.name, cast("Checker | Inspector", point.load()))
    return found
