"""factcheck.toml, or [tool.factcheck] in pyproject.toml: what a newsroom settles once; the command line goes before it.

Every key is checked, and an unknown one is an error that names the nearest. The file is looked for in the folder one
stands in; `--config` names another.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from factcheck import lexicons
from factcheck.problems import BadSettings
from factcheck.settings import DEFAULT, Settings

FILE, PROJECT = "factcheck.toml", "pyproject.toml"
SECTIONS = ("report", "checkers", "severity", "thresholds", "lexicons")
SEVERITIES = ("high", "medium", "low")
REPORT = ("output", "format", "title", "baseline", "since", "fail_on", "strict", "paper", "attach", "template")
_PATHS = ("output", "baseline", "since", "template")  # meant from where the file lies
# An option's name on the command line and that of its value in click's, where they differ.
PARAMETERS = {"output": "folder", "format": "formats", "template": "templates"}


@dataclass(frozen=True)
class Configuration:
    """What a file settles. `file` is the file, none for the defaults; `options` are those of `factcheck report`."""

    file: Path | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    settings: Settings = DEFAULT
    packs: lexicons.Choice = field(default_factory=lexicons.Choice)
    given: frozenset[tuple[str, str]] = frozenset()

    def defaults(self) -> dict[str, dict[str, Any]]:
        """click's default map: a command's values where the command line gives none."""
        return {"report": {PARAMETERS.get(name, name): value for name, value in self.options.items()}}

    def origin(self, section: str, key: str) -> str:
        """Where a value comes from, in words."""
        return str(self.file) if (section, key) in self.given else "default"


def find(named: Path | None, folder: Path) -> Configuration:
    """The configuration in `named`, else in `folder`, else the defaults. Raises BadSettings."""
    if named is not None:
        return _read(named, project=named.name == PROJECT)
    if (folder / FILE).exists():
        return _read(Path(FILE) if folder == Path() else folder / FILE, project=False)
    if (folder / PROJECT).exists():
        return _read(Path(PROJECT) if folder == Path() else folder / PROJECT, project=True)
    return Configuration()


def _read(path: Path, *, project: bool) -> Configuration:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadSettings(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise BadSettings(path, f"byte {error.start + 1} is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(path, str(error)) from error
    if project:
        tables = tables.get("tool", {}).get("factcheck")
        if tables is None:
            return Configuration()
    return _checked(path, tables)


def _checked(path: Path, tables: Mapping[str, Any]) -> Configuration:
    """Each section by its own rules."""
    for name, table in tables.items():
        _known(path, name, SECTIONS, "section")
        if not isinstance(table, dict):
            raise BadSettings(path, f"`{name}` is no section: write [{name}]")
    sections = {name: tables.get(name, {}) for name in SECTIONS}
    given = frozenset((name, key) for name, table in sections.items() for key in table)
    settings = Settings(
        **_thresholds(path, sections["thresholds"]),
        off=tuple(sorted(_off(path, sections["checkers"]))),
        severities=tuple(sorted(_severities(path, sections["severity"]))),
    )
    return Configuration(path, _options(path, sections["report"]), settings, _packs(path, sections["lexicons"]), given)


def _packs(path: Path, table: Mapping[str, Any]) -> lexicons.Choice:
    for key, value in table.items():
        _known(path, key, ("packs", "own"), "key of [lexicons]")
        strings = isinstance(value, list) and all(isinstance(one, str) for one in value)
        _must(path, f"lexicons.{key}", strings, "a list of strings")
    for name in table.get("packs", ()):
        _known(path, name, lexicons.subjects(), "pack")
    own = tuple(path.parent / name for name in table.get("own", ()))
    for folder in own:
        if not folder.is_dir():
            raise BadSettings(path, f"`lexicons.own` names {folder}, which is no folder")
    return lexicons.Choice(tuple(table["packs"]) if "packs" in table else None, own)


def _options(path: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        _known(path, key, REPORT, "key of [report]")
        if key in ("format", "fail_on"):
            _must(path, f"report.{key}", isinstance(value, list) and all(isinstance(one, str) for one in value),
                  "a list of strings")  # fmt: skip
        elif key in ("strict", "attach"):
            _must(path, f"report.{key}", isinstance(value, bool), "true or false")
        else:
            _must(path, f"report.{key}", isinstance(value, str) and bool(value), "a string")
        # A path is meant from where the file lies, wherever one stands.
        found[key] = str(path.parent / value) if key in _PATHS else value
    return found


def _off(path: Path, table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        _known(path, key, checkers(), "checker")
        _must(path, f"checkers.{key}", isinstance(value, bool), "true or false")
        if not value:
            yield key


def _severities(path: Path, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        _known(path, key, checkers(), "checker")
        _must(path, f"severity.{key}", value in SEVERITIES, f"one of {', '.join(SEVERITIES)}")
        yield key, value


def _thresholds(path: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        _known(path, key, thresholds(), "threshold")
        whole = isinstance(getattr(DEFAULT, key), int)
        number = _number(value)
        right = number is not None and number > 0 and (not whole or number == int(number))
        _must(path, f"thresholds.{key}", right, "a whole number above 0" if whole else "a number above 0")
        assert number is not None
        found[key] = int(number) if whole else number
    return found


def _number(value: Any) -> Decimal | None:
    """A number of TOML as it is written; a float's shortest form is what stands in the file."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def checkers() -> tuple[str, ...]:
    """The ids of all checkers."""
    from factcheck.checkers import all_checkers

    return tuple(all_checkers())


def thresholds() -> tuple[str, ...]:
    """The names of all thresholds."""
    return tuple(one.name for one in fields(Settings) if isinstance(getattr(DEFAULT, one.name), (int, Decimal)))


def _known(path: Path, name: str, names: Iterable[str], kind: str) -> None:
    known = list(names)
    if name not in known:
        nearest = difflib.get_close_matches(name, known, n=1)
        raise BadSettings(path, f"unknown {kind} `{name}`: perhaps {nearest[0] if nearest else ', '.join(known)}?")


def _must(path: Path, key: str, right: bool, wanted: str) -> None:
    if not right:
        raise BadSettings(path, f"`{key}` is not {wanted}")
