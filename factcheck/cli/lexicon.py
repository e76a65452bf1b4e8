"""`factcheck lexicon`: a newsroom's own words, checked before they are used, and what they change over a corpus."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options, standard_output
from factcheck.problems import PackFailed

if TYPE_CHECKING:
    from factcheck.model import Report


@click.group(short_help="Check a newsroom's own words.")
def lexicon() -> None:
    """Check packs of words that extend the lexicons (`own` under [lexicons] in factcheck.toml)."""


@lexicon.command(short_help="Check a pack, and what it changes.")
@click.argument("pack", metavar="PACK", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--over", "corpora", metavar="CORPUS", multiple=True, type=click.Path(path_type=Path),
              help="Say what the pack changes in the report of this corpus; may be repeated.")  # fmt: skip
@click.option("--as-of", type=options.Day(), metavar="DAY",
              help="Day of the reports.  [default: SOURCE_DATE_EPOCH's, else today]")  # fmt: skip
def check(pack: Path, corpora: Sequence[Path], as_of: date | None) -> int:
    """Check the folder PACK: each file has the name and shape of a lexicon, and words that clash are shown.

    Exits 1 when the pack cannot be used.
    """
    from factcheck.lexicons import pack as packs

    faults = list(packs.faults(pack))
    standard_output.put(faults)
    if faults:
        return options.FOUND
    standard_output.put(packs.clashes(pack))
    if corpora:
        standard_output.put(_changed(pack, corpora, as_of or options.today()))
    return 0


def _changed(pack: Path, corpora: Sequence[Path], day: date) -> Iterator[str]:
    """What changes between the reports without the pack and with it. A lexicon is read once, so each has a process."""
    from factcheck.baseline import changes
    from factcheck.renderers import changes as rendered

    old, new = (_report(corpora, day, own) for own in ((), (pack,)))
    yield from rendered.text(rendered.Compared(old, new, changes.between(old, new))).splitlines()


def _report(corpora: Sequence[Path], day: date, own: Sequence[Path]) -> Report:
    from factcheck.baseline import saved

    with tempfile.TemporaryDirectory() as place:
        settings = Path(place, "factcheck.toml")
        listed = ", ".join(f"'''{folder.resolve()}'''" for folder in own)
        settings.write_text(f"[lexicons]\nown = [{listed}]\n", encoding="utf-8")
        command = [sys.executable, "-m", "factcheck", "--config", str(settings), "report", *map(str, corpora)]
        more = ["-o", place, "--format", "json", "--as-of", day.isoformat()]
        done = subprocess.run([*command, *more], capture_output=True, text=True)
        if done.returncode not in (0, options.INCOMPLETE):
            raise PackFailed(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason given")
        return saved.report(Path(place, "report.json"))
