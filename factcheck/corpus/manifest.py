"""corpus.toml to entries: which files are sources, and what their publisher says of them.

Every error names the key and which source it stands in. A file that is listed but cannot be read is no error here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from factcheck.corpus import contents
from factcheck.corpus.text import NotText
from factcheck.problems import BadManifest

FILE_NAME = "corpus.toml"

_STRINGS = "a list of strings"
_DAY = "a day such as 2024-05-31, without quotation marks"
_CODE = 'a code such as "en" or "pt-BR"'
_KINDS: dict[str, str] = {
    "file": "a string",
    "id": "a string",
    "publisher": "a string",
    "published": _DAY,
    "title": "a string",
    "url": "a string",
    "language": _CODE,
    "independent_of": _STRINGS,
}
# Where the parser of TOML stopped, a line that gives a day, and a code for a language (RFC 5646), roughly.
_PLACE = re.compile(r"at line (\d+)")
_DAY_LINE = re.compile(r"\s*published\s*=\s*(\S.*?)\s*(?:#.*)?$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_TOP: dict[str, str] = {"title": "a string", "source": "a list of [[source]] tables"}


@dataclass(frozen=True)
class Entry:
    """One source: its file (relative to the corpus folder, with `/`) and what is known of it; none = not said."""

    file: str
    id: str | None = None
    publisher: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    independent_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """The whole of corpus.toml."""

    title: str | None
    entries: tuple[Entry, ...]


def read(path: Path) -> Manifest:
    """The manifest at `path`. Raises BadManifest."""
    try:
        text = contents.read(path).decode("utf-8-sig")
    except OSError as error:
        raise BadManifest(path, "", f"cannot be read ({error.strerror})") from error
    except NotText as error:
        raise BadManifest(path, "", str(error)) from error
    except UnicodeDecodeError as error:
        raise BadManifest(path, "", f"is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path, text, error) from error
    _check(path, "", tables, _TOP)
    entries = tuple(_entry(path, number, table) for number, table in enumerate(tables.get("source", []), start=1))
    if not entries:
        raise BadManifest(path, "", "has no [[source]]: list the files, or remove it to take every .txt file")
    _once(path, entries)
    return Manifest(tables.get("title"), entries)


def _not_toml(path: Path, text: str, error: tomllib.TOMLDecodeError) -> BadManifest:
    """What is wrong, in TOML's words; to TOML a day that is in no calendar is a number with something behind it."""
    place = _PLACE.search(str(error))
    day = _DAY_LINE.match(text.split("\n")[int(place[1]) - 1]) if place else None
    if place and day:
        return BadManifest(path, f"line {place[1]}", f"key `published` must be {_DAY}, not {day[1]}")
    return BadManifest(path, "", f"is not TOML: {error}")


def _entry(path: Path, number: int, table: Mapping[str, Any]) -> Entry:
    named = table.get("file")
    where = f"source {number} ({named})" if isinstance(named, str) and named else f"source {number}"
    _check(path, where, table, _KINDS)
    if named is None:
        raise BadManifest(path, where, "key `file` is missing: name the file below this folder")
    file = PurePosixPath(named)
    if file.is_absolute() or ".." in file.parts or not file.parts:
        raise BadManifest(path, where, "key `file` must name a file below this folder")
    fields: dict[str, Any] = {**table, "file": str(file), "independent_of": tuple(table.get("independent_of", ()))}
    return Entry(**fields)


def _check(path: Path, where: str, table: Mapping[str, Any], kinds: Mapping[str, str]) -> None:
    """Raises BadManifest for the first key that is unknown or holds something else than it must."""
    for key, value in table.items():
        if key not in kinds:
            raise BadManifest(path, where, f"unknown key `{key}`: known are {', '.join(kinds)}")
        if not _fits(key, value, kinds[key]):
            raise BadManifest(path, where, f"key `{key}` must be {kinds[key]}")


def _fits(key: str, value: object, kind: str) -> bool:
    if kind == "a string":
        return isinstance(value, str) and (bool(value.strip()) or key not in ("file", "id"))
    if kind == _CODE:
        return isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None
    if kind == _STRINGS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if key == "source":
        return isinstance(value, list) and all(isinstance(item, dict) for item in value)
    # A moment is a day to Python; the format knows days only.
    return isinstance(value, date) and not isinstance(value, datetime)


def _once(path: Path, entries: tuple[Entry, ...]) -> None:
    """Raises BadManifest when two entries name one file."""
    first: dict[str, int] = {}
    for number, entry in enumerate(entries, start=1):
        if entry.file in first:
            where = f"source {number} ({entry.file})"
            raise BadManifest(path, where, f"key `file` names the same file as source {first[entry.file]}")
        first[entry.file] = number
