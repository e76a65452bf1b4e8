"""`factcheck config`: every setting that is in force, and where it comes from; or all that can be set, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from factcheck.cli import standard_output
from factcheck.cli.settings import configuration, in_force, setting_keys, settings_page
from factcheck.cli.settings.configuration import Configuration


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
        yield in_force.line(key, value, origin)
    yield ""
    yield from in_force.lines(found)
