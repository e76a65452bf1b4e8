"""Whether a newsroom's pack of words can be merged: shapes as in the general lexicons, and no clash with them.

What a key may hold is told by the entries that the program has: the shapes of its values; the words, where they are few
and the code goes by them; the entries, where it names one; and small letters, where all have them.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck import lexicons

FEWEST = 3  # synonyms of an entry: with fewer, a thesaurus was not asked
_CLOSED = 9  # so many words of a key or fewer, over as many entries or more, are all that the code knows
_REFERENCES = ("parent", "opposite")
_BY_KIND = ("verbs_of", "verbs_by")
_KINDS = ("person", "money", "thing", "none")
_FREE = ("id", "key", "sense", "name", "part", "pattern", "means")


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
            tables = lexicons.read(path)
        except UnicodeDecodeError as error:
            yield f"{path}: byte {error.start + 1} is not UTF-8: save it as UTF-8"
            continue
        except OSError as error:
            yield f"{path}: {error.strerror}"
            continue
        except ValueError as error:
            yield f"{path}: is not TOML: {error}"
            continue
        yield from (f"{path}: {wrong}" for wrong in wrong_tables(tables, lexicons.without_own(name)))


def wrong_tables(tables: Mapping[str, Any], general: Mapping[str, Any]) -> Iterator[str]:
    """What of some tables cannot be merged into those that the program has."""
    kinds = [*_KINDS, *(_named(kind, "") for source in (general, tables) for kind in _list(source, "kind"))]
    for key, value in tables.items():
        known = general.get(key)
        if known is None:
            yield f"unknown table `{key}`: perhaps {_nearest(key, list(general))}?"
        elif not isinstance(value, type(known)):
            yield f"`{key}` is not {'[[a list of tables]]' if isinstance(known, list) else '[a table]'}"
        elif isinstance(known, list):
            ids = {_named(entry, "") for entry in (*known, *_list(tables, key))}
            yield from _entries(key, value, known)
            for number, entry in enumerate(_list(tables, key), start=1):
                wrong = (*_values(entry, known), *_references(entry, ids), *_by_kind(entry, kinds))
                yield from (f"{key} {_named(entry, str(number))}: {words}" for words in wrong)
        else:
            shapes = {_shape(item) for item in known.values()}
            for name, item in value.items():
                if shapes and _shape(item) not in shapes:
                    yield f"{key}.{name}: is {_shape(item)}, not {' or '.join(sorted(shapes))}"


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


def _list(tables: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    value = tables.get(key)
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _shape(value: object) -> str:
    """What a value is, in words: "a list of strings"."""
    if isinstance(value, list):
        return "a list of strings" if all(isinstance(item, str) for item in value) else "a list of other things"
    if isinstance(value, dict):
        return "a table of lists" if all(isinstance(item, list) for item in value.values()) else "a table"
    names = {str: "a string", bool: "true or false", int: "a whole number", float: "a number"}
    return names.get(type(value), type(value).__name__)


def _values(entry: Mapping[str, Any], known: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What a key of an entry holds, beside what it holds in the entries that the program has."""
    for key, value in entry.items():
        examples = [other[key] for other in known if key in other]
        shapes = {_shape(example) for example in examples}
        if shapes and _shape(value) not in shapes:
            if key != "words":  # which are looked at by themselves
                yield f"`{key}` is {_shape(value)}, not {' or '.join(sorted(shapes))}"
        elif isinstance(value, str) and key not in (*_FREE, *_REFERENCES):
            words = sorted(set(examples))
            if len(words) < _CLOSED <= len(examples) and value not in words:
                yield f"`{key}` is {value!r}: known are {', '.join(words)}"
        elif shapes == {"a list of strings"} and all(word == word.lower() for other in examples for word in other):
            for capital in [word for word in value if word != word.lower()][:1]:
                yield f"`{key}` has “{capital}”: write “{capital.lower()}”, words are compared in small letters"


def _references(entry: Mapping[str, Any], ids: Collection[str]) -> Iterator[str]:
    for key in _REFERENCES:
        name = entry.get(key)
        if isinstance(name, str) and name not in ids:
            yield f"`{key}` names {name!r}, which is no entry: perhaps {_nearest(name, sorted(ids), most=8)}?"


def _by_kind(entry: Mapping[str, Any], kinds: Sequence[str]) -> Iterator[str]:
    for key in _BY_KIND:
        table = entry.get(key)
        for kind in table if isinstance(table, dict) else ():
            if kind not in kinds:
                yield f"`{key}` names the kind {kind!r}, which no [[kind]] is: perhaps {_nearest(kind, kinds)}?"


def _words(entry: Mapping[str, Any], needed: frozenset[str]) -> Iterator[str]:
    words = entry.get("words")
    if words is None:
        return
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        yield "`words` is no list of words"
    elif "sense" in needed and len(set(words)) < FEWEST:
        noun = "word" if len(set(words)) == 1 else "words"
        yield f"{len(set(words))} {noun}: list at least {FEWEST} usual synonyms of the sense"


def clashes(folder: Path) -> Iterator[str]:
    """Words of the pack that another entry of the same lexicon has too: both senses will be read there."""
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in lexicons.names():
            continue
        known: dict[tuple[str, str], str] = {}
        words: dict[str, set[str]] = {}
        for kind, word, name in _placed(lexicons.without_own(path.stem)):
            known.setdefault((kind, word), name)
            words.setdefault(kind, set()).add(word)
        for kind, word, name in _placed(lexicons.read(path)):
            if len(words.get(kind, ())) < _CLOSED:  # not words, but what the code makes of them
                continue
            other = known.setdefault((kind, word), name)
            if other != name:
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


def _nearest(name: str, names: Sequence[str], most: int = 40) -> str:
    """The nearest of `names`, else all, or as many as a line holds."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return next(iter(difflib.get_close_matches(name, names, n=1)), ", ".join(names[:most]) + more)
