"""What words mean, as data: one TOML file a subject, read once. An entry names its sense and its usual synonyms.

Every file is a table of entries. `[[entry]]` tables hold `id`, `sense` and `words` (lower case lemmas or phrases), and
whatever else their reader needs; a file may hold plain tables too. Files in packs/ have the same name as the general
file they extend and are merged after it.
"""

from __future__ import annotations

import functools
import importlib.resources
import itertools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

_ROOT = importlib.resources.files(__name__)


@dataclass(frozen=True)
class Choice:
    """Which subjects of packs/ are merged in (none: all of them), and folders with packs of a newsroom's own."""

    subjects: tuple[str, ...] | None = None
    own: tuple[Path, ...] = ()


_chosen = [Choice()]


def choose(choice: Choice) -> None:
    """From here on these packs. RuntimeError once a lexicon was read under another choice."""
    if choice != _chosen[-1] and load.cache_info().currsize:
        raise RuntimeError("a lexicon has been read already: choose the packs before anything else is loaded")
    _chosen.append(choice)


def subjects() -> tuple[str, ...]:
    """The packs that come with the program."""
    return tuple(sorted(path.name for path in _ROOT.joinpath("packs").iterdir() if path.is_dir()))


def names() -> tuple[str, ...]:
    """The general lexicons, which a pack may extend."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in _ROOT.iterdir() if path.name.endswith(".toml")))


def general(name: str) -> dict[str, Any]:
    """The tables of lexicons/<name>.toml without any pack. KeyError if there is none."""
    if name not in names():
        raise KeyError(name)
    return tomllib.loads(_ROOT.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def about(name: str) -> str:
    """What the head of lexicons/<name>.toml says of it."""
    lines = _ROOT.joinpath(f"{name}.toml").read_text(encoding="utf-8").splitlines()
    return " ".join(line[1:].strip() for line in itertools.takewhile(lambda line: line.startswith("#"), lines))


@functools.cache
def load(name: str) -> dict[str, Any]:
    """The tables of lexicons/<name>.toml, with the entries of the chosen packs appended. KeyError if there is none."""
    tables = without_own(name)
    _extend(tables, name, _chosen[-1].own)
    return tables


def without_own(name: str) -> dict[str, Any]:
    """As `load`, but without the packs of a newsroom's own, and read anew."""
    tables = general(name)
    chosen = _chosen[-1].subjects
    _extend(tables, name, [_ROOT.joinpath("packs", one) for one in (subjects() if chosen is None else chosen)])
    return tables


def read(path: Traversable) -> dict[str, Any]:
    """The tables of one file. Raises OSError, UnicodeDecodeError and tomllib.TOMLDecodeError."""
    return tomllib.loads(path.read_text(encoding="utf-8-sig"))


def _extend(tables: dict[str, Any], name: str, packs: Iterable[Traversable]) -> None:
    for pack in packs:
        extension = pack.joinpath(f"{name}.toml")
        if extension.is_file():
            _merge(tables, read(extension))


def _merge(tables: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, list) and isinstance(tables.get(key), list):
            tables[key] = [*tables[key], *value]
        elif isinstance(value, dict) and isinstance(tables.get(key), dict):
            _merge(tables[key], value)
        else:
            tables[key] = value


@functools.cache
def words(name: str, entry: str) -> frozenset[str]:
    """The words of one entry of a lexicon. KeyError if the lexicon has no such entry."""
    for item in entries(name):
        if item["id"] == entry:
            return frozenset(item["words"])
    raise KeyError(f"{name}: {entry}")


def entries(name: str) -> list[dict[str, Any]]:
    """The `[[entry]]` tables of a lexicon, general ones first."""
    found: list[dict[str, Any]] = load(name).get("entry", [])
    return found
