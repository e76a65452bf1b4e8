"""What words mean, as data: one TOML file a subject, read once. An entry names its sense and its usual synonyms.

Every file is a table of entries. `[[entry]]` tables hold `id`, `sense` and `words` (lower case lemmas or phrases), and
whatever else their reader needs; a file may hold plain tables too. Files in packs/ have the same name as the general
file they extend and are merged after it.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from typing import Any

_left_out: list[str] = []


def leave_out_packs() -> None:
    """From here on general lexicons alone, for measurements. RuntimeError once any lexicon was read."""
    if load.cache_info().currsize:
        raise RuntimeError("a lexicon has been read already: leave the packs out before anything else is loaded")
    _left_out.append("packs")


@functools.cache
def load(name: str) -> dict[str, Any]:
    """The tables of lexicons/<name>.toml, with the entries of packs/*/<name>.toml appended. KeyError if there is
    none.
    """
    root = importlib.resources.files(__name__)
    general = root / f"{name}.toml"
    if not general.is_file():
        raise KeyError(name)
    tables: dict[str, Any] = tomllib.loads(general.read_text(encoding="utf-8"))
    packs = root / "packs"
    if packs.is_dir() and packs.name not in _left_out:
        for pack in sorted(packs.iterdir(), key=lambda item: item.name):
            extension = pack / f"{name}.toml"
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
