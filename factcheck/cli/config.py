"""`factcheck config`: every setting that is in force, and where it comes from; or all that can be set, as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from factcheck import lexicons
from factcheck.cli import configuration, setting_keys, settings_page, standard_output
from factcheck.cli.configuration import Configuration


@click.command(short_help="Print the settings in force.",
               context_settings={"ignore_unknown_options": True})  # fmt: skip
@click.argument("arguments", metavar="[-- REPORT OPTIONS]", nargs=-1, type=click.UNPROCESSED)
@click.option("--format", "form", type=click.Choice(["toml", "markdown"]), default="toml", show_default=True,
              help="What is in force; or docs/settings.md, with all that can be set.")  # fmt: skip
@click.pass_context
def config(context: click.Context, arguments: Sequence[str], form: str) -> int:
    """Print every setting, as TOML that could be factcheck.toml, each with where it comes from.

    Options of `factcheck report` behind `--` are taken as that command would take them.
    """
    if form == "markdown":
        standard_output.put(settings_page.markdown())
        return 0
    found = context.obj
    standard_output.put([*_shadowed(found), *_lines(found, _options(context, found, arguments))])
    return 0


def _options(context: click.Context, found: Configuration, arguments: Sequence[str]) -> dict[str, tuple[Any, str]]:
    """Each key of [report] with its value and where that comes from, as `factcheck report` works it out."""
    from factcheck.cli.report import report

    named = [] if found.file is None else ["--config", str(found.file)]
    made = report.make_context("report", [*named, *arguments, "."], parent=context)
    values = {}
    for key in setting_keys.REPORT:
        name = configuration.PARAMETERS.get(key, key)
        given = made.get_parameter_source(name) == ParameterSource.COMMANDLINE
        values[key] = made.params[name], "command line" if given else found.origin("report", key)
    return values


def _shadowed(found: Configuration) -> Iterator[str]:
    """A second file that one might take to be in force."""
    if found.file == Path(configuration.FILE) and "[tool.factcheck" in _text(Path(configuration.PROJECT)):
        yield f"# [tool.factcheck] in {configuration.PROJECT} is not read: {configuration.FILE} goes before it"
        yield ""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _lines(found: Configuration, options: Mapping[str, tuple[Any, str]]) -> Iterator[str]:
    yield "[report]"
    for key, (value, origin) in options.items():
        yield _line(key, value, origin)
    yield ""
    yield from settings_in_force(found)


def settings_in_force(found: Configuration) -> Iterator[str]:
    """All but [report], as TOML."""
    settings = found.settings
    yield "[checkers]"
    for name in setting_keys.checkers():
        yield _line(name, name not in settings.off, found.origin("checkers", name))
    yield from ("", "[severity]")
    severities = dict(settings.severities)
    for name in setting_keys.checkers():
        yield _line(name, severities.get(name), found.origin("severity", name))
    yield from ("", "[thresholds]")
    for name in setting_keys.thresholds():
        yield _line(name, getattr(settings, name), found.origin("thresholds", name))
    yield from ("", "[lexicons]")
    chosen = found.packs.subjects if found.packs.subjects is not None else lexicons.subjects()
    yield _line("packs", chosen, found.origin("lexicons", "packs"))
    yield _line("own", tuple(map(str, found.packs.own)), found.origin("lexicons", "own"))
    yield from ("", "[publishers]")
    yield _line("independent", settings.independent, found.origin("publishers", "independent"))
    for name, members in settings.groups:
        yield from ("", f"[[publishers.group]]  # {found.origin('publishers', 'group')}")
        yield from (f"name = {_shown(name)}", f"members = {_shown(members)}")
    yield from ("", "[ignore]")
    yield _line("files", found.ignore, found.origin("ignore", "files"))
    yield _line("passages", settings.passages, found.origin("ignore", "passages"))
    listed = ", ".join(f"{name} = {_shown(patterns)}" for name, patterns in settings.not_asked)
    yield f"checkers = {{ {listed} }}  # {found.origin('ignore', 'checkers')}".replace("{  }", "{}")


def _line(key: str, value: Any, origin: str) -> str:
    """A value that is not set has no form in TOML: it stands as a comment."""
    return f"# {key} is not set" if value is None else f"{key} = {_shown(value)}  # {origin}"


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        return str(value)
    # What JSON leaves alone and TOML forbids in a string is the one control character above its own.
    plain = value if isinstance(value, (bool, int, str, list, tuple)) else str(value)
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
