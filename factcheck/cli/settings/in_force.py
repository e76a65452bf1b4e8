"""The settings in force as TOML, each with where it comes from; another run that reads it goes by the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from factcheck import lexicons
from factcheck.cli.settings import setting_keys
from factcheck.cli.settings.configuration import Configuration


def lines(found: Configuration) -> Iterator[str]:
    """All but [report], as TOML that could be factcheck.toml."""
    settings = found.settings
    yield "[checkers]"
    for name in setting_keys.checkers():
        yield line(name, name not in settings.off, found.origin("checkers", name))
    yield from ("", "[severity]")
    severities = dict(settings.severities)
    for name in setting_keys.checkers():
        yield line(name, severities.get(name), found.origin("severity", name))
    yield from ("", "[thresholds]")
    for name in setting_keys.thresholds():
        yield line(name, getattr(settings, name), found.origin("thresholds", name))
    yield from ("", "[lexicons]")
    chosen = found.packs.subjects if found.packs.subjects is not None else lexicons.subjects()
    yield line("packs", chosen, found.origin("lexicons", "packs"))
    yield line("own", tuple(map(str, found.packs.own)), found.origin("lexicons", "own"))
    yield from ("", "[publishers]")
    yield line("independent", settings.independent, found.origin("publishers", "independent"))
    for name, members in settings.groups:
        yield from ("", f"[[publishers.group]]  # {found.origin('publishers', 'group')}")
        yield from (f"name = {shown(name)}", f"members = {shown(members)}")
    yield from ("", "[ignore]")
    yield line("files", found.ignore, found.origin("ignore", "files"))
    yield line("passages", settings.passages, found.origin("ignore", "passages"))
    yield line("checkers", dict(settings.not_asked), found.origin("ignore", "checkers"))


def line(key: str, value: Any, origin: str) -> str:
    """A setting and where it comes from. A value that is not set has no form in TOML: it stands as a comment."""
    return f"# {key} is not set" if value is None else f"{key} = {shown(value)}  # {origin}"


def shown(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        listed = ", ".join(f"{name} = {shown(item)}" for name, item in value.items())
        return f"{{ {listed} }}" if listed else "{}"
    # What JSON leaves alone and TOML forbids in a string is the one control character above its own.
    plain = value if isinstance(value, (bool, int, str, list, tuple)) else str(value)
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
