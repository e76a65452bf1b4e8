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


@baseline.command(short_help="Dismiss all that a report found.")
@_report
@_file
@click.option("--why", required=True, help="The reason, written into every entry.")
@click.option("--who", help="Who dismisses.  [default: the user's name on this machine]")
@click.option("--until", type=options.Day(), metavar="DAY", help="Last day on which the dismissals hold.")
@_as_of
def update(report: Path, file: Path, why: str, who: str | None, until: date | None, as_of: date | None) -> int:
    """Dismiss every finding of REPORT.json that says sources differ: a start for a growing folder."""
    from factcheck import output
    from factcheck.baseline import dismissals, saved

    made = saved.report(report)
    known = dismissals.load(file) if file.exists() else dismissals.Baseline()
    dismissals.require_same_corpus(file, known, made)
    today = as_of or options.today()
    items = [item for finding in made.findings if finding.relation != "agree" for item in finding.evidence]
    more = [
        dismissals.of(item, who=who or getpass.getuser(), why=why, on=today, until=until)
        for item in items
        if known.of(item.id) is None
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
    found = {item.id for finding in made.findings for item in finding.evidence}
    today = as_of or options.today()
    stale = [entry for entry in known.dismissals if entry.evidence not in found or _expired(entry, today)]
    output.rewrite(file, dismissals.render(known.without(entry.evidence for entry in stale)))
    click.echo(f"{len(stale)} dropped, {len(known.dismissals) - len(stale)} kept · {file}", err=True)
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


def _expired(entry: Dismissal, today: date) -> bool:
    return entry.until is not None and entry.until < today


def _term(entry: Dismissal, today: date) -> str:
    if entry.until is None:
        return "for good"
    return f"{'expired on' if _expired(entry, today) else 'until'} {entry.until}"
