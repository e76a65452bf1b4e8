"""factcheck.toml, or [tool.factcheck] in pyproject.toml: what a newsroom settles once; the command line goes before it.

Every key is checked, and an unknown one is an error that names the nearest. The file is looked for in the folder one
stands in; `--config` names another. setting_keys.py lists the keys.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck import lexicons
from factcheck.cli.settings import setting_keys, toml_lines
from factcheck.lexicons import pack
from factcheck.problems import BadSettings
from factcheck.settings import DEFAULT, Settings, publisher

FILE, PROJECT = "factcheck.toml", "pyproject.toml"
# An option's name on the command line and that of its value in click's, where they differ.
PARAMETERS = {"output": "folder", "format": "formats", "template": "templates"}
LOOK = ("paper", "template")


@dataclass(frozen=True)
class Configuration:
    """What a file settles. `file` is the file, none for the defaults; `options` are those of `factcheck report`;
    `ignore` are the files not to be read; `lines` says where each (section, key) that is given stands.
    """

    file: Path | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    settings: Settings = DEFAULT
    packs: lexicons.Choice = field(default_factory=lexicons.Choice)
    ignore: tuple[str, ...] = ()
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def defaults(self, command: str) -> dict[str, Any]:
        """click's default map of a command: its values where the command line gives none. Paper and templates hold for
        every brief, the other options for `report` alone.
        """
        wanted = {"report": tuple(self.options), "draft": LOOK}.get(command, ())
        return {PARAMETERS.get(name, name): value for name, value in self.options.items() if name in wanted}

    def origin(self, section: str, key: str) -> str:
        """Where a value comes from: file and line, or "default"."""
        line = self.lines.get((section, key))
        return "default" if line is None else f"{self.file}:{line}"


def find(named: Path | None, folder: Path) -> Configuration:
    """The configuration in `named`, else in `folder`, else the defaults. Raises BadSettings."""
    if named is not None:
        found = _read(named, project=named.name == PROJECT)
        if found is None:
            raise BadSettings(named, "has no [tool.factcheck]")
        return found
    for name in (FILE, PROJECT):
        path = Path(name) if folder == Path() else folder / name
        found = _read(path, project=name == PROJECT) if path.exists() else None
        if found is not None:
            return found
    return Configuration()


def require_sound_packs(found: Configuration) -> None:
    """Raises BadSettings where a pack of a newsroom's own cannot be merged."""
    for folder in found.packs.own:
        fault = next(pack.faults(folder), None)
        if fault is not None and found.file is not None:
            wrong = f"`lexicons.own` names a pack that cannot be used: {fault}; `factcheck lexicon check {folder}`"
            raise BadSettings(found.file, f"{wrong} tells all", found.lines.get(("lexicons", "own")))


def _read(path: Path, *, project: bool) -> Configuration | None:
    """What a file settles; none for a pyproject.toml that says nothing of factcheck."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except OSError as error:
        raise BadSettings(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise BadSettings(path, f"byte {error.start + 1} is not UTF-8: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(path, f"is not TOML: {error}") from error
    above = ("tool", "factcheck") if project else ()
    for name in above:
        tables = tables.get(name) if isinstance(tables, dict) else None  # type: ignore[assignment]
        if tables is None:
            return None
    return _File(path, text, above).configuration(tables)


@dataclass(frozen=True)
class _File:
    """A file of settings whose TOML is sound; `above` is the table that holds them."""

    path: Path
    text: str
    above: tuple[str, ...]

    def configuration(self, tables: Any) -> Configuration:
        if not isinstance(tables, dict):
            raise self.wrong(f"`{'.'.join(self.above)}` is no table: write [{'.'.join(self.above)}]")
        sections = setting_keys.sections()
        for section, table in tables.items():
            self.known(section, sections, "section", section)
            if not isinstance(table, dict):
                raise self.wrong(f"`{section}` is no section: write [{section}]", section)
            self.section(section, table, sections[section])
        given = {name: tables.get(name, {}) for name in sections}
        numbers: dict[str, Any] = {name: _number(name, value) for name, value in given["thresholds"].items()}
        settings = Settings(
            **numbers,
            off=tuple(sorted(name for name, on in given["checkers"].items() if not on)),
            severities=tuple(sorted(given["severity"].items())),
            groups=tuple(self.groups(given["publishers"].get("group", []))),
            independent=tuple(map(tuple, given["publishers"].get("independent", []))),
            passages=tuple(self.passages(given["ignore"].get("passages", []))),
            not_asked=tuple(self.not_asked(given["ignore"].get("checkers", {}))),
        )
        self.no_contradiction(settings)
        options = {
            key: str(self.path.parent / value) if key in setting_keys.PATHS else value
            for key, value in given["report"].items()
        }
        if not Path(options.get("template", ".")).is_dir():
            raise self.wrong(f"`report.template` names {options['template']}, which is no folder", "report", "template")
        packs = self.packs(given["lexicons"])
        size = len(self.above)
        lines = {(str(key[-2]), str(key[-1])): line for key, line in self.lines() if len(key) == size + 2}
        return Configuration(self.path, options, settings, packs, tuple(given["ignore"].get("files", ())), lines)

    def section(self, section: str, table: Mapping[str, Any], keys: Mapping[str, setting_keys.Key]) -> None:
        """Every key is one of `keys`, and holds what it must."""
        kind = "checker" if section in ("checkers", "severity") else f"key of [{section}]"
        for name, value in table.items():
            self.known(name, keys, "threshold" if section == "thresholds" else kind, section, name)
            key = keys[name]
            if not key.fits(value):
                shown = json.dumps(value, ensure_ascii=False, default=str)
                raise self.wrong(f"`{section}.{name}` is {shown}, not {key.wanted}", section, name)
            if key.names is not None:
                for word in value if isinstance(value, list) else [value]:
                    self.known(word, key.names(), f"value of `{section}.{name}`", section, name)

    def groups(self, tables: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """(name, members); a publisher is of one group."""
        homes: dict[str, str] = {}
        for place, table in enumerate(tables):
            at = ("publishers", "group", place)
            for key in table:
                self.known(key, ("name", "members"), "key of [[publishers.group]]", *at, key)
            for key, fits in (("name", setting_keys.text), ("members", setting_keys.texts)):
                if not table.get(key) or not fits(table[key]):
                    wanted = "a name" if key == "name" else "a list of publishers, as corpus.toml names them"
                    raise self.wrong(f"[[publishers.group]] {place + 1}: `{key}` must be {wanted}", *at, key)
            name = table["name"]
            for member in table["members"]:
                home = homes.setdefault(publisher(member), name)
                if home != name:
                    raise self.wrong(f"“{member}” is in two groups, {home} and {name}: leave it in one", *at, "members")
            yield name, tuple(table["members"])

    def no_contradiction(self, settings: Settings) -> None:
        """No two publishers may be of one group and independent of one another."""
        for row in settings.independent:
            names = {publisher(name): name for name in row}
            for group, members in settings.groups:
                both = [names[publisher(member)] for member in members if publisher(member) in names]
                if len(both) > 1:
                    wrong = f"“{both[0]}” and “{both[1]}” are declared independent, and both are in the group {group}"
                    raise self.wrong(wrong, "publishers", "independent")

    def passages(self, patterns: Iterable[str]) -> Iterator[str]:
        """Regular expressions that say which text they mean."""
        for pattern in patterns:
            try:
                empty = re.compile(pattern, re.MULTILINE).search("")
            except re.error as error:
                wrong = f"`ignore.passages`: “{pattern}” is no regular expression ({error})"
                raise self.wrong(wrong, "ignore", "passages") from error
            if empty is not None:
                wrong = f"`ignore.passages`: “{pattern}” also fits where nothing stands: say what must stand there"
                raise self.wrong(wrong, "ignore", "passages")
            yield pattern

    def not_asked(self, table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """(checker, patterns of paths)."""
        for name, patterns in sorted(table.items()):
            self.known(name, setting_keys.checkers(), "checker", "ignore", "checkers", name)
            if not setting_keys.texts(patterns):
                raise self.wrong(f"`ignore.checkers.{name}` is not a list of strings", "ignore", "checkers", name)
            yield name, tuple(patterns)

    def packs(self, table: Mapping[str, Any]) -> lexicons.Choice:
        """The packs of words; whether one's own can be used is not asked here (`require_sound_packs`)."""
        own = tuple(self.path.parent / name for name in table.get("own", ()))
        for folder in own:
            if not folder.is_dir():
                raise self.wrong(f"`lexicons.own` names {folder}, which is no folder", "lexicons", "own")
        chosen = tuple(dict.fromkeys(table.get("packs", lexicons.subjects())))
        return lexicons.Choice(None if sorted(chosen) == sorted(lexicons.subjects()) else chosen, own)

    def known(self, name: str, names: Iterable[str], kind: str, *key: str | int) -> None:
        """Raises BadSettings unless `name` is one of `names`; `key` is where it stands."""
        known = list(names)
        if name not in known:
            nearest = difflib.get_close_matches(name, known, n=1)
            raise self.wrong(f"unknown {kind} `{name}`: perhaps {nearest[0] if nearest else ', '.join(known)}?", *key)

    def lines(self) -> Iterator[tuple[toml_lines.Key, int]]:
        """The keys of the settings, and the lines they stand on."""
        size = len(self.above)
        return ((key, line) for key, line in toml_lines.of(self.text).items() if key[:size] == self.above)

    def wrong(self, words: str, *key: str | int) -> BadSettings:
        """The error, with the line of the key or of the nearest table above it."""
        lines = dict(self.lines())
        whole = (*self.above, *key)
        places = (lines.get(whole[:size]) for size in range(len(whole), 0, -1))
        return BadSettings(self.path, words, next((line for line in places if line), None))


def _number(threshold: str, value: float) -> Decimal | int:
    """A number of TOML as it is written; a float's shortest form is what stands in the file."""
    return int(value) if setting_keys.is_whole(threshold) else Decimal(str(value))
