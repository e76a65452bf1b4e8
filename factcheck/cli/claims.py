"""`factcheck claims`: what was read, claim by claim, as a table, JSON Lines or CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.model import Claim, Fault, Source

COLUMNS = ("source", "line", "holder", "cue", "event", "quantities", "period", "polarity", "certainty", "text")

# The table's columns, and how wide each may be.
_WIDEST = {"source": 24, "line": 6, "holder": 20, "event": 12, "quantities": 20, "text": 60}


@click.command(short_help="Print the claims found in a corpus.")
@options.corpus_argument
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True)
def claims(corpora: Sequence[Path], form: str) -> int:
    """Print the claims found in CORPUS, in the order of the text."""
    from factcheck import corpus

    loaded = corpus.load(corpora)
    found, failed = _read(loaded.sources)
    faults = [*loaded.faults, *failed]
    options.require(len(loaded.sources) - len(failed), corpora, faults)
    out = sys.stdout.buffer
    for line in _PRINTERS[form](found):
        out.write(line.encode("utf-8", "replace") + b"\n")
    out.flush()
    options.tell(faults)
    return options.INCOMPLETE if faults else 0


def _read(sources: Sequence[Source]) -> tuple[list[Claim], list[Fault]]:
    """The claims of all sources, and a fault for each source that the reading failed on."""
    from factcheck import engine
    from factcheck.model import Fault

    found: list[Claim] = []
    faults = []
    for source in sources:
        try:
            found.extend(engine.read(source))
        except Exception as error:  # one source may not take the others with it
            faults.append(Fault(source.id, "reading", f"could not be read: {type(error).__name__}: {error}"))
    return found, faults


def _json_lines(found: Iterable[Claim]) -> Iterator[str]:
    for claim in found:
        yield json.dumps(claim.to_dict(), ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    """Amounts as digits, never as powers of ten; days as they are written."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _csv(found: Iterable[Claim]) -> Iterator[str]:
    for row in [COLUMNS, *(tuple(_cells(claim).values()) for claim in found)]:
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(row)
        yield line.getvalue()


def _table(found: Iterable[Claim]) -> Iterator[str]:
    rows = [dict(zip(COLUMNS, COLUMNS, strict=True)), *map(_cells, found)]
    widths = {name: min(widest, max(len(row[name]) for row in rows)) for name, widest in _WIDEST.items()}
    for row in rows:
        yield "  ".join(_cut(row[name], width) for name, width in widths.items()).rstrip()


def _cut(words: str, width: int) -> str:
    return (words if len(words) <= width else words[: width - 1] + "…").ljust(width)


def _cells(claim: Claim) -> dict[str, str]:
    """A claim as one line of text a column; nothing where there is nothing."""
    cells = {
        "source": claim.passage.source,
        "line": str(claim.passage.line),
        "holder": claim.holder.name if claim.holder else "",
        "cue": claim.cue or "",
        "event": claim.event.cls if claim.event else "",
        "quantities": "; ".join(quantity.text for quantity in claim.quantities),
        "period": _days(claim.period.first, claim.period.last) if claim.period else "",
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "text": claim.passage.text,
    }
    return {name: " ".join(cell.split()) for name, cell in cells.items()}


def _days(first: date | None, last: date | None) -> str:
    if first == last:
        return str(first) if first else ""
    return f"{first or ''}..{last or ''}"


_PRINTERS: dict[str, Callable[[Iterable[Claim]], Iterator[str]]] = {
    "table": _table,
    "jsonl": _json_lines,
    "csv": _csv,
}
