"""Whether a newsroom's pack of words can be merged: shapes as in the general lexicons, and no clash with them."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck import lexicons

FEWEST = 3  # synonyms of an entry: with fewer, a thesaurus was not asked


def faults(folder: Path) -> Iterator[str]:
    """What keeps the pack in `folder` from being used, a line a fault, in the order of its files."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        yield f"{folder}: holds no .toml file"
    for path in files:
        name = path.stem
        if name not in lexicons.names():
            yield f"{path}: extends no lexicon: perhaps {_nearest(name, lexicons.names())}?"
            continue
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            yield f"{path}: {error}"
            continue
        yield from (f"{path}: {wrong}" for wrong in _tables(tables, lexicons.general(name)))


def _tables(tables: Mapping[str, Any], general: Mapping[str, Any]) -> Iterator[str]:
    for key, value in tables.items():
        known = general.get(key)
        if known is None:
            yield f"unknown table `{key}`: perhaps {_nearest(key, list(general))}?"
        elif not isinstance(value, type(known)):
            yield f"`{key}` is not {'[[a list of tables]]' if isinstance(known, list) else '[a table]'}"
        elif isinstance(known, list):
            yield from _entries(key, value, known)


def _entries(key: str, entries: list[Any], known: list[dict[str, Any]]) -> Iterator[str]:
    needed = frozenset.intersection(*(frozenset(entry) for entry in known))
    allowed = frozenset().union(*known)
    ids = {_named(entry, "") for entry in known}
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            yield f"{key} {number}: is no table"
            continue
        name = _named(entry, str(number))
        for missing in sorted(needed - entry.keys()):
            yield f"{key} {name}: `{missing}` is missing"
        for unknown in sorted(entry.keys() - allowed):
            yield f"{key} {name}: unknown key `{unknown}`: perhaps {_nearest(unknown, sorted(allowed))}?"
        if name in ids:
            yield f"{key} {name}: there is one of that name already"
        ids.add(name)
        yield from (f"{key} {name}: {wrong}" for wrong in _words(entry, needed))


def _words(entry: Mapping[str, Any], needed: frozenset[str]) -> Iterator[str]:
    words = entry.get("words")
    if words is None:
        return
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        yield "`words` is no list of words"
    elif "sense" in needed and len(set(words)) < FEWEST:
        yield f"{len(set(words))} words: list at least {FEWEST} usual synonyms of the sense"


def clashes(folder: Path) -> Iterator[str]:
    """Words of the pack that another entry of the same lexicon has too: both senses will be read there."""
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in lexicons.names():
            continue
        mine = list(_placed(tomllib.loads(path.read_text(encoding="utf-8"))))
        known: dict[tuple[str, str], str] = {}
        for kind, word, name in _placed(lexicons.load(path.stem)):
            known.setdefault((kind, word), name)
        for kind, word, name in mine:
            other = known.get((kind, word))
            if other is not None and other != name:
                yield f"{path}: {name}: “{word}” stands in {other} too ({kind})"


def _placed(tables: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(list, word, entry) of every word of every entry."""
    for key, entries in tables.items():
        for entry in entries if isinstance(entries, list) else ():
            for kind, words in entry.items():
                if isinstance(words, list):
                    yield from ((f"{key}.{kind}", word, _named(entry, key)) for word in words if isinstance(word, str))


def _named(entry: Mapping[str, Any], otherwise: str) -> str:
    return next((str(entry[key]) for key in ("id", "key") if key in entry), otherwise)


def _nearest(name: str, names: Sequence[str]) -> str:
    return next(iter(difflib.get_close_matches(name, names, n=1)), ", ".join(names))
