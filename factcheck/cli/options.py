"""What several commands share: the corpus argument, the day of the run, and messages about what could not be read."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck import renderers
from factcheck.model import RELATIONS
from factcheck.problems import BadDay, NothingToCheck, Problem

if TYPE_CHECKING:
    from factcheck.cli.settings.configuration import Configuration
    from factcheck.model import Fault, Source

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
paper = click.option("--paper", type=click.Choice(renderers.PAPERS), default=renderers.PAPERS[0], show_default=True,
                     help="Paper of the PDF.")  # fmt: skip
templates = click.option("--template", "templates", metavar="DIR",
                         type=click.Path(file_okay=False, exists=True, path_type=Path),
                         help="Folder of your own templates; a file there wins over the program’s.")  # fmt: skip
fail_on = click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(RELATIONS),
    metavar="RELATION",
    help=f"Exit 1 when there is such a finding ({', '.join(RELATIONS)}); may be repeated.",
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


def from_here(places: Mapping[str, Path]) -> dict[str, str]:
    """Each file that lies in the folder one stands in, by the way to it; what lies elsewhere is left out."""
    here = Path.cwd()
    absolute = {name: Path(os.path.normpath(here / place)) for name, place in places.items()}
    return {name: place.relative_to(here).as_posix() for name, place in absolute.items() if place.is_relative_to(here)}


def require(read: int, paths: Sequence[Path], faults: Sequence[Fault], left_out: Sequence[str] = ()) -> None:
    """NothingToCheck, with the reasons, unless at least one source was `read`."""
    if not read:
        raise NothingToCheck(paths, [*map(told, faults), *left_out])


def told(fault: Fault) -> str:
    """A fault on one line."""
    from factcheck.renderers.characters import one_line

    return one_line(f"{fault.source}: {fault.reason}" if fault.source else fault.reason)


def tell_left_out(lines: Iterable[str]) -> None:
    """What the settings leave out, a line each on standard error, for commands that write no brief."""
    from factcheck.renderers.characters import one_line

    for line in lines:
        click.echo(f"factcheck: left out by the settings: {one_line(line)}", err=True)


def tell_strangers(found: Configuration, sources: Sequence[Source]) -> None:
    """One line on standard error with the publishers that the settings name and no source has: perhaps mistyped."""
    from factcheck.settings import publisher

    known = {publisher(source.publisher): source.publisher for source in sources if source.publisher}
    named = [name for _, members in found.settings.groups for name in members]
    named += [name for row in found.settings.independent for name in row]
    unknown = []
    for name in dict.fromkeys(named):
        if publisher(name) not in known:
            nearest = difflib.get_close_matches(publisher(name), list(known), n=1, cutoff=0.8)
            unknown.append(f"“{name}”" + (f" (perhaps “{known[nearest[0]]}”?)" if nearest else ""))
    if unknown:
        click.echo(f"factcheck: {found.file}: [publishers] names whom no source has: {', '.join(unknown)}", err=True)


def tell(faults: Sequence[Fault], problems: Sequence[Problem] = ()) -> None:
    """Each fault, and each format that could not be made, as a line on standard error."""
    for fault in faults:
        click.echo(f"factcheck: not checked: {told(fault)}", err=True)
    for problem in problems:
        click.echo(f"factcheck: {problem}", err=True)
