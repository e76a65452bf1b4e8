"""What several commands share: the corpus argument, the day of the run, and messages about what could not be read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.problems import BadDay, NothingToCheck, Problem

if TYPE_CHECKING:
    from factcheck.model import Fault

# Exit codes of runs that end well, but not with 0; those of errors stand in problems.py.
FOUND, INCOMPLETE = 1, 3


def _named(context: click.Context, parameter: click.Parameter, places: tuple[str, ...]) -> tuple[Path, ...]:
    """The places as paths. An empty one, as from an unset variable of a shell, would be the folder one stands in."""
    if "" in places:
        raise click.BadParameter("a path is empty")
    return tuple(Path(place) for place in places)


corpus_argument = click.argument(
    "corpora", metavar="CORPUS...", nargs=-1, required=True, type=click.Path(), callback=_named
)


class Day(click.ParamType):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2024-05-31", param, ctx)


def today() -> date:
    """The day of a run that names none: SOURCE_DATE_EPOCH's in UTC, so that builds repeat, else the calendar's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise BadDay("SOURCE_DATE_EPOCH", epoch, "seconds since 1970") from error


def require(read: int, paths: Sequence[Path], faults: Sequence[Fault]) -> None:
    """NothingToCheck, with the reasons, unless at least one source was `read`."""
    if not read:
        raise NothingToCheck(paths, [told(fault) for fault in faults])


def told(fault: Fault) -> str:
    """A fault on one line."""
    from factcheck.renderers.characters import one_line

    return one_line(f"{fault.source}: {fault.reason}" if fault.source else fault.reason)


def tell(faults: Sequence[Fault], problems: Sequence[Problem] = ()) -> None:
    """Each fault, and each format that could not be made, as a line on standard error."""
    for fault in faults:
        click.echo(f"factcheck: not checked: {told(fault)}", err=True)
    for problem in problems:
        click.echo(f"factcheck: {problem}", err=True)
