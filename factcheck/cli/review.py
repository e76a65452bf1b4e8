"""`factcheck review`: a report's findings one by one at the terminal; what is dismissed goes into the baseline."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options
from factcheck.cli.baseline import FILE

if TYPE_CHECKING:
    from factcheck.baseline.dismissals import Baseline
    from factcheck.model import Finding, Report

KEYS = "[k]eep  [d]ismiss  [s]kip  [u]ndo  [q]uit"


@click.command(short_help="Go through a report's findings at the terminal.")
@click.argument("file", metavar="REPORT.json", type=click.Path(path_type=Path))
@click.option("--baseline", "kept_in", metavar="FILE", default=FILE, show_default=True,
              type=click.Path(path_type=Path), help="Where decisions are written, each as it is made.")  # fmt: skip
@click.option("--who", help="Who decides.  [default: the user's name on this machine]")
@click.option("--as-of", type=options.Day(), metavar="DAY",
              help="Day of the review.  [default: SOURCE_DATE_EPOCH's, else today]")  # fmt: skip
def review(file: Path, kept_in: Path, who: str | None, as_of: date | None) -> int:
    """Show each finding of REPORT.json that nobody has decided on: keep it, or dismiss it with a reason and an expiry.

    What was decided is left out the next time, so that a review may be quit and taken up again.
    """
    from factcheck.baseline import dismissals, saved

    made = saved.report(file)
    known = dismissals.load(kept_in) if kept_in.exists() else dismissals.Baseline()
    dismissals.require_same_corpus(kept_in, known, made)
    sitting = Sitting(made, known, kept_in, who or getpass.getuser(), as_of or options.today())
    sitting.run()
    return 0


class Sitting:
    """One review: the findings still open, and every state of the baseline since it began, for undo."""

    def __init__(self, report: Report, baseline: Baseline, file: Path, who: str, today: date) -> None:
        self.report, self.file, self.who, self.today = report, file, who, today
        self.baseline = baseline
        self.open = [finding for finding in report.findings if finding.relation != "agree" and self._undecided(finding)]
        # The baseline as it was before each finding that was passed, nothing written for one that was skipped.
        self.before: list[Baseline] = []

    def run(self) -> None:
        """Ask about each open finding until none is left, the reader quits, or the input ends."""
        while len(self.before) < len(self.open):
            place = len(self.before)
            self._show(self.open[place], place)
            if not self._answer(self.open[place]):
                break
        left = len(self.open) - len(self.before)
        click.echo(f"{len(self.before)} looked at, {left} left · {self.file}")

    def _undecided(self, finding: Finding) -> bool:
        from factcheck.baseline import dismissals

        if {item.id for item in finding.evidence} <= self.baseline.kept:
            return False
        return dismissals.marked(finding, self.baseline, self.today).dismissed != "dismissed"

    def _show(self, finding: Finding, place: int) -> None:
        from factcheck.baseline import dismissals
        from factcheck.renderers import reasoning

        click.echo(click.style(f"\n{place + 1} of {len(self.open)}", bold=True))
        for line in reasoning.sides(self.report, finding):
            click.echo(line)
        marked = dismissals.marked(finding, self.baseline, self.today)
        for entry in marked.dismissals:
            until = f", until {entry.until}" if entry.until else ""
            click.echo(f"   dismissed before: {entry.why} ({entry.who}, {entry.on}{until})")
        if marked.dismissed == "reopened":
            covered = {entry.evidence for entry in marked.dismissals}
            for item in (item for item in finding.evidence if item.id not in covered):
                click.echo(f"   new evidence: {item.because}")

    def _answer(self, finding: Finding) -> bool:
        """Take one decision; False to stop."""
        from factcheck.baseline import dismissals

        evidence = [item.id for item in finding.evidence]
        while True:
            try:
                answer = click.prompt(KEYS, prompt_suffix=" > ", type=click.Choice("kdsuq"), show_choices=False)
                if answer == "q":
                    return False
                if answer == "u":
                    if not self.before:
                        click.echo("nothing to undo")
                        continue
                    self._write(self.before.pop())
                    return True
                decided = self.baseline
                if answer == "k":
                    decided = decided.keeping(evidence)
                elif answer == "d":
                    why = click.prompt("why", value_proc=_reason)
                    until = click.prompt("until (a day; empty: for good)", default="", value_proc=_until,
                                         show_default=False)  # fmt: skip
                    decided = decided.with_(
                        dismissals.of(item, who=self.who, why=why, on=self.today, until=until)
                        for item in finding.evidence
                    )
            except click.Abort:
                click.echo()
                return False
            self.before.append(self.baseline)
            self._write(decided)
            return True

    def _write(self, baseline: Baseline) -> None:
        """At once: a review that is cut off loses nothing."""
        from factcheck import output
        from factcheck.baseline import dismissals

        if baseline != self.baseline:
            output.rewrite(self.file, dismissals.render(baseline))
        self.baseline = baseline


def _reason(words: str) -> str:
    if not words.strip():
        raise click.BadParameter("say why, in a few words")
    return " ".join(words.split())


def _until(words: str) -> date | None:
    if not words.strip():
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise click.BadParameter(f"{words!r} is not a day such as 2024-05-31") from None
