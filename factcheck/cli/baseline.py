"""`factcheck baseline`: the file of dismissals, filled from a report, cleared of what no longer stands, or shown."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options, standard_output

if TYPE_CHECKING:
    from factcheck.model import Dismissal

FILE = "baseline.json"

_file = click.option("--baseline", "file", metavar="FILE", default=FILE, show_default=True,
                     type=click.Path(path_type=Path), help="File of dismissals.")  # fmt: skip
_as_of = click.option("--as-of", type=options.Day(), metavar="DAY",
                      help="Day of the change.  [default: SOURCE_DATE_EPOCH's, else today]")  # fmt: skip
_report = click.argument("report", metavar="REPORT.json", type=click.Path(path_type=Path))


@click.group(short_help="Keep the file of dismissed findings.")
def baseline() -> None:
    """Keep the file of dismissals that `report --baseline` and `review` go by."""


def by_whom(name: str | None) -> str:
    """Who decides: `name`, else the user's on this machine, which a container may lack."""
    try:
        who = getpass.getuser() if name is None else " ".join(name.split())
    except (KeyError, OSError, ImportError):
        who = ""
    if not who:
        raise click.UsageError("nobody is named who decides: give --who NAME")
    return who


def _reason(context: click.Context, parameter: click.Parameter, words: str) -> str:
    if not words.split():
        raise click.BadParameter("say why, in a few words")
    return " ".join(words.split())


@baseline.command(short_help="Dismiss all that a report found.")
@_report
@_file
@click.option("--why", required=True, callback=_reason, help="The reason, written into every entry.")
@click.option("--who", help="Who dismisses.  [default: the user's name on this machine]")
@click.option("--until", type=options.Day(), metavar="DAY", help="Last day on which the dismissals hold.")
@_as_of
def update(report: Path, file: Path, why: str, who: str | None, until: date | None, as_of: date | None) -> int:
    """Dismiss every finding of REPORT.json that says sources differ: a start for a growing folder."""
    from factcheck import output
    from factcheck.baseline import dismissals, saved

    made = saved.report(report)
    known = dismissals.load_or_begin(file)
    dismissals.require_same_corpus(file, known, made)
    who, today = by_whom(who), as_of or options.today()
    if until is not None and until < today:
        raise click.UsageError(f"--until {until} is past already")
    items = [item for finding in made.findings if finding.relation != "agree" for item in finding.evidence]
    more = [
        dismissals.of(item, who=who, why=why, on=today, until=until)
        for item in items
        if (entry := known.of(item.id)) is None or dismissals.expired(entry, today)
    ]
    output.rewrite(file, dismissals.render(known.with_(more)))
    click.echo(f"{len(more)} dismissed, {len(items) - len(more)} already were · {file}", err=True)
    return 0


@baseline.command(short_help="Drop what is expired or no longer found.")
@_report
@_file
@_as_of
def prune(report: Path, file: Path, as_of: date | None) -> int:
    """Drop the dismissals that have expired, and those of evidence that REPORT.json does not hold."""
    from factcheck import output
    from factcheck.baseline import dismissals, saved

    made, known = saved.report(report), dismissals.load(file)
    dismissals.require_same_corpus(file, known, made)
    stale, unsure = dismissals.stale(known, made, as_of or options.today())
    left = known.without(stale)
    if left != known:
        output.rewrite(file, dismissals.render(left))
    said = f"{len(known.dismissals) - len(left.dismissals)} dropped, {len(left.dismissals)} kept"
    if unsure:
        said += f", {len(unsure)} of them since their sources could not be checked"
    click.echo(f"{said} · {file}", err=True)
    return 0


@baseline.command(short_help="Print the dismissals.")
@_file
@_as_of
def show(file: Path, as_of: date | None) -> int:
    """Print each dismissal: until when, by whom, why, and of what."""
    from factcheck.baseline import dismissals
    from factcheck.renderers.characters import one_line

    today = as_of or options.today()
    standard_output.put(
        one_line(
            f"{_term(entry, today)} · {entry.who}: {entry.why} · {entry.relation}: {entry.words} [{entry.evidence}]"
        )
        for entry in dismissals.load(file).dismissals
    )
    return 0


def _term(entry: Dismissal, today: date) -> str:
    from factcheck.baseline import dismissals

    if entry.until is None:
        return "for good"
    return f"{'expired on' if dismissals.expired(entry, today) else 'until'} {entry.until}"
