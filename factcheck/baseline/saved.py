"""Reading back what an earlier run wrote: report.json, and the checks that it is one, whole and as it was written."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from factcheck.baseline import shape
from factcheck.engine import SCHEMA
from factcheck.model import Report
from factcheck.problems import NotAReport

# In bytes. A thousand articles make a report of a few million.
LARGEST = 100_000_000


def document(path: Path) -> Any:
    """The JSON in `path`. OSError if it cannot be read, ValueError with the place if it is no JSON in UTF-8."""
    data = _bytes(path)
    if not data.strip():
        raise ValueError("it is empty")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"byte {error.start + 1}, in line {line}, is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _bytes(path: Path) -> bytes:
    """All of a plain file: a pipe would keep the reader waiting, and a device may never end."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found.st_mode):
            raise ValueError("it is no plain file")
        if found.st_size > LARGEST:
            raise ValueError(f"it is larger than {LARGEST // 1_000_000} MB")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(found.st_size)
    finally:
        os.close(handle)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; of a key that stands twice, as a careless merge leaves it, one value would be lost unseen."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"key {next(key for key in keys if keys.count(key) > 1)!r} stands twice in one object")
    return made


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON's")


def report(path: Path) -> Report:
    """The report in `path`. Raises NotAReport, which names the place."""
    try:
        data = document(path)
    except OSError as error:
        raise NotAReport(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise NotAReport(path, f"is not whole JSON ({error})") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise NotAReport(path, f"its `schema` is not {SCHEMA}")
    try:
        shape.require(Report, data)
        _require_sense(data)
    except ValueError as error:
        raise NotAReport(path, str(error)) from error
    return Report.from_dict(data, infer_missing=False)


def _require_sense(data: dict[str, Any]) -> None:
    """ValueError for what no run writes, though each field is of its kind: ids that stand twice, no evidence."""
    _require_once("sources", (source["id"] for source in data["sources"]))
    _require_once("findings", (finding["id"] for finding in data["findings"]))
    for number, finding in enumerate(data["findings"]):
        place = f"findings[{number}].evidence"
        if not finding["evidence"]:
            raise ValueError(f"{place} is empty")
        _require_once(place, (item["id"] for item in finding["evidence"]))


def _require_once(place: str, ids: Iterable[str]) -> None:
    seen: dict[str, int] = {}
    for number, name in enumerate(ids):
        if name in seen:
            raise ValueError(f"{place}[{number}].id is {name!r}, which {place}[{seen[name]}] has")
        seen[name] = number
