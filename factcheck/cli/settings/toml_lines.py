"""On which line of a TOML file each key stands, which the parser does not tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Key = tuple[str | int, ...]  # ("publishers", "group", 0, "name")

_HEADER = re.compile(r"\s*(\[\[?)[^\[\]]+\]\]?\s*(?:#.*)?")


def of(text: str) -> dict[Key, int]:
    """Every key of a text that is TOML, and the line (from 1) on which its statement begins.

    A statement is as many lines as parse together, under the header before them.
    """
    found: dict[Key, int] = {}
    header, start = "", 0
    rows: list[str] = []
    arrays: Counter[tuple[str, ...]] = Counter()
    for number, row in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
        row = row.rstrip("\r")
        if not rows and (not row.strip() or row.lstrip().startswith("#")):
            continue
        start = start if rows else number
        rows.append(row)
        is_header = len(rows) == 1 and _HEADER.fullmatch(row) is not None
        try:
            tables = tomllib.loads(row if is_header else "\n".join([header, *rows]))
        except tomllib.TOMLDecodeError:
            continue
        rows = []
        if is_header:
            header = row
            if row.lstrip().startswith("[["):
                arrays[_header(tables)] += 1
        for key in _keys(tables, (), arrays):
            found.setdefault(key, start)
    return found


def _header(tables: Mapping[str, Any]) -> tuple[str, ...]:
    """The names in the header of a list of tables."""
    names: list[str] = []
    value: Any = tables
    while isinstance(value, dict):
        name, value = next(iter(value.items()))
        names.append(name)
    return tuple(names)


def _keys(table: Mapping[str, Any], above: Key, arrays: Mapping[tuple[str, ...], int]) -> Iterator[Key]:
    for name, value in table.items():
        key = (*above, name)
        yield key
        if isinstance(value, dict):
            yield from _keys(value, key, arrays)
        elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
            # A header opens one table of a list; an inline list has them all.
            first = arrays.get(tuple(str(part) for part in key), 1) - 1 if len(value) == 1 else 0
            for place, item in enumerate(value):
                yield (*key, first + place)
                yield from _keys(item, (*key, first + place), arrays)
