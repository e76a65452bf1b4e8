"""What words mean, as data: one TOML file a subject, read once. An entry names its sense and its usual synonyms.

Every file is a table of entries. `[[entry]]` tables hold `id`, `sense` and `words` (lower case lemmas or phrases), and
whatever else their reader needs; a file may hold plain tables too. Files in packs/ have the same name as the general
file they extend and are merged after it.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from dataclasses import dataclass
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


@functools.cache
def load(name: str) -> dict[str, Any]:
    """The tables of lexicons/<name>.toml, with the entries of the chosen packs appended. KeyError if there is none."""
    tables = general(name)
    chosen = _chosen[-1]
    packs = [_ROOT.joinpath("packs", subject) for subject in chosen.subjects or subjects() if chosen.subjects != ()]
    for pack in (*packs, *chosen.own):
        extension = pack.joinpath(f"{name}.toml")
        if extension.is_file():
            _merge(tables, tomllib.loads(extension.read_text(encoding="utf-8")))
    return tables


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
