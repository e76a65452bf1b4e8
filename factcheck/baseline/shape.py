"""Whether parsed JSON has the fields of a record, and the place of the first that is not what it should be.

dataclasses-json believes what it is given: a text where a number belongs would be found out by whoever counts with it.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from factcheck.model import RELATIONS, SEVERITIES

# A figure has no more digits than this before or behind its point: 1e999999999 would take the machine to write out.
_DIGITS = 60
_SHOWN = 40

# Fields that are one of a few words, by record and field.
WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    **{(name, "relation"): RELATIONS for name in ("Finding", "Evidence", "Dismissal")},
    ("Finding", "severity"): SEVERITIES,
    ("Finding", "since"): ("new", "changed", "known"),
    ("Finding", "dismissed"): ("dismissed", "reopened", "expired"),
}

_PLAIN = {str: "a text", int: "a whole number", bool: "true or false", date: "a day such as 2024-05-31",
          Decimal: "a number"}  # fmt: skip


def require(kind: Any, value: Any, place: str = "") -> None:
    """ValueError that begins with the place in `value` that is no `kind`, a record or what a field of one may be."""
    if dataclasses.is_dataclass(kind):
        _require_record(kind, value, place)
        return
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        if value is not None:
            require(next(one for one in inner if one is not type(None)), value, place)
    elif origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{place} is {_shown(value)}, not a list")
        if inner[-1] is not ... and len(value) != len(inner):
            raise ValueError(f"{place} has {len(value)} entries, not {len(inner)}")
        for number, entry in enumerate(value):
            require(inner[0], entry, f"{place}[{number}]")
    elif not _is(kind, value):
        raise ValueError(f"{place} is {_shown(value)}, not {_PLAIN[kind]}")


def _require_record(kind: Any, value: Any, place: str) -> None:
    if not isinstance(value, dict):
        raise ValueError(f"{place or 'the whole'} is {_shown(value)}, not an object")
    for name, key, hint, needed in _fields(kind):
        where = f"{place}.{key}" if place else key
        if key in value:
            require(hint, value[key], where)
            words = WORDS.get((kind.__name__, name))
            if words and value[key] is not None and value[key] not in words:
                raise ValueError(f"{where} is {_shown(value[key])}, not one of {', '.join(words)}")
        elif needed:
            raise ValueError(f"{where} is missing")


@functools.cache
def _fields(kind: Any) -> tuple[tuple[str, str, Any, bool], ...]:
    """Of each field of a record: its name, its key in JSON, what it may be, and whether it must be there."""
    hints = typing.get_type_hints(kind)
    told = []
    for field in dataclasses.fields(kind):
        rename = field.metadata.get("dataclasses_json", {}).get("letter_case")
        needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        told.append((field.name, rename(field.name) if rename else field.name, hints[field.name], needed))
    return tuple(told)


def _is(kind: Any, value: Any) -> bool:
    if kind is date:
        return day(value) is not None
    if kind is Decimal:
        return isinstance(value, str | int) and not isinstance(value, bool) and _is_figure(str(value))
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, kind)


def day(value: Any) -> date | None:
    """The day that `value` writes; none if it writes none."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _is_figure(words: str) -> bool:
    try:
        figure = Decimal(words)
    except InvalidOperation:
        return False
    return figure.is_finite() and abs(figure.adjusted()) <= _DIGITS and len(figure.as_tuple().digits) <= _DIGITS


def _shown(value: Any) -> str:
    """A value as JSON writes it, in brief."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    words = json.dumps(value, ensure_ascii=True)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
