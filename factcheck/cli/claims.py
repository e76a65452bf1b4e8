"""`factcheck claims`: what was read, claim by claim, as a table, JSON Lines or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options, standard_output, table

if TYPE_CHECKING:
    from factcheck.cli.settings.configuration import Configuration
    from factcheck.model import Claim, Source


@click.command(short_help="Print the claims found in a corpus.")
@options.corpus_argument
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True,
              help="A table for the eye; or one claim a line, in JSON with every field, or as CSV.")  # fmt: skip
@click.pass_obj
def claims(settled: Configuration, corpora: Sequence[Path], form: str) -> int:
    """Print the claims found in CORPUS, in the order of the text."""
    from factcheck import corpus, engine, leaving_out

    loaded = corpus.load(corpora, settled.ignore)
    read, failed = engine.read_all(loaded.sources)
    faults = [*loaded.faults, *failed]
    options.require(len(loaded.sources) - len(failed), corpora, faults, loaded.left_out)
    found = leaving_out.claims(read, loaded.sources, settled.settings)
    unread = {fault.source for fault in failed}
    standard_output.put(_PRINTERS[form]([source for source in loaded.sources if source.id not in unread], found))
    options.tell(faults)
    options.tell_left_out((*loaded.left_out, *leaving_out.passages(loaded.sources, settled.settings)))
    return options.INCOMPLETE if faults else 0


def json_lines(_: Sequence[Source], found: Iterable[Claim]) -> Iterator[str]:
    """Each claim as JSON, with every field."""
    for claim in found:
        yield json.dumps(claim.to_dict(), ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    """Amounts as digits, never as powers of ten; days as they are written."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _csv(_: Sequence[Source], found: Iterable[Claim]) -> Iterator[str]:
    from factcheck.renderers.characters import cell

    for row in [table.COLUMNS, *(table.cells(claim).values() for claim in found)]:
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(map(cell, row))
        yield line.getvalue()


_PRINTERS: dict[str, Callable[[Sequence[Source], Sequence[Claim]], Iterator[str]]] = {
    "table": table.lines,
    "jsonl": json_lines,
    "csv": _csv,
}
