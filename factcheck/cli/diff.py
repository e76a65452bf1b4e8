"""`factcheck diff`: what one report says that an earlier one did not."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import options, standard_output

FORMATS = ("text", "markdown", "html", "json")


@click.command(short_help="Say what changed between two reports.")
@click.argument("old", metavar="OLD.json", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW.json", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to say it.")
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path),
              help="Dismissals as they are today, in place of those in NEW.json.")  # fmt: skip
@click.option(
    "--exit-code",
    is_flag=True,
    help="Exit 1 when a finding is new, gone or changed; dismissed or worded anew is no change.",
)
def diff(old: Path, new: Path, form: str, baseline: Path | None, exit_code: bool) -> int:
    """Print which findings of NEW.json are new, changed or worded anew beside OLD.json, and which are gone."""
    from factcheck.baseline import changes, dismissals, saved
    from factcheck.renderers.changes import FORMATS as RENDERED
    from factcheck.renderers.changes import Compared

    before, after = saved.report(old), saved.report(new)
    if baseline is not None:
        known = dismissals.load(baseline)
        dismissals.require_same_corpus(baseline, known, after)
        after = dismissals.mark(after, known)
    found = changes.between(before, after)
    standard_output.put(RENDERED[form](Compared(before, after, found)).splitlines())
    counted = [change for change in found.findings if change.kind not in ("reworded", "dismissed")]
    return options.FOUND if exit_code and counted else 0
