"""`factcheck config`: every setting that is in force, and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import click

from factcheck import lexicons
from factcheck.cli import configuration, standard_output
from factcheck.cli.configuration import Configuration


@click.command(short_help="Print the settings in force.")
@click.pass_obj
def config(found: Configuration) -> int:
    """Print every setting, as TOML that could be factcheck.toml, each with where it comes from."""
    standard_output.put(_lines(found))
    return 0


def _lines(found: Configuration) -> Iterator[str]:
    from factcheck.cli.report import report

    yield "[report]"
    context = click.Context(report)
    defaults = {parameter.name: parameter.get_default(context) for parameter in report.params}
    for key in configuration.REPORT:
        default = defaults[configuration.PARAMETERS.get(key, key)]
        # What has no default is a mark of click's own.
        known = default if isinstance(default, (str, bool, tuple)) else None
        yield from _line(found, "report", key, found.options.get(key, known))
    yield from ("", "[checkers]")
    for name in configuration.checkers():
        yield from _line(found, "checkers", name, name not in found.settings.off)
    yield from ("", "[lexicons]")
    chosen = found.packs.subjects if found.packs.subjects is not None else lexicons.subjects()
    yield from _line(found, "lexicons", "packs", chosen)
    yield from _line(found, "lexicons", "own", tuple(str(folder) for folder in found.packs.own))
    yield from ("", "[severity]")
    for name, severity in found.settings.severities:
        yield from _line(found, "severity", name, severity)
    yield from ("", "[thresholds]")
    for name in configuration.thresholds():
        yield from _line(found, "thresholds", name, getattr(found.settings, name))


def _line(found: Configuration, section: str, key: str, value: Any) -> Iterator[str]:
    """A value that is not set has no form in TOML: it stands as a comment."""
    origin = found.origin(section, key)
    if value is None:
        yield f"# {key} is not set"
        return
    if isinstance(value, Decimal):
        shown = str(value)
    elif isinstance(value, tuple):
        shown = json.dumps(list(value))
    else:
        shown = json.dumps(str(value) if not isinstance(value, (bool, int, list)) else value, ensure_ascii=False)
    yield f"{key} = {shown}  # {origin}"
