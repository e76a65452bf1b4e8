"""What a run tells somebody at a terminal: a bar while it works long, and its findings, most serious first."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from factcheck.model import Finding, Report

T = TypeVar("T")

SHOWN = 12  # findings; a screen holds no more, and the brief has them all
PATIENCE = 1.0  # seconds without a bar
COLOURS = {"high": "red", "medium": "yellow", "low": "cyan"}


def people_watch(quiet: bool) -> bool:
    """True where messages go to a terminal and are wanted."""
    return not quiet and sys.stderr.isatty()


def watched(items: Sequence[T], label: str) -> Iterator[T]:
    """Each of `items`; on a terminal with a bar, once the work has taken longer than PATIENCE."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    bar = None
    try:
        for place, item in enumerate(items):
            if bar is None and time.monotonic() - start > PATIENCE:
                bar = click.progressbar(length=len(items), label=label, file=sys.stderr)
                bar.update(place)
            yield item
            if bar is not None:
                bar.update(1)
    finally:
        if bar is not None:
            bar.render_finish()


def lines(report: Report) -> Iterator[str]:
    """The findings that an editor must look at, one a line, those of one severity together."""
    found = [item for item in report.findings if item.relation != "agree" and item.dismissed != "dismissed"]
    for finding in found[:SHOWN]:
        yield _line(finding)
    if len(found) > SHOWN:
        yield f"… and {len(found) - SHOWN} more"


def _line(finding: Finding) -> str:
    from factcheck.renderers.characters import cut, one_line

    lead = finding.evidence[0]
    places = " ".join(dict.fromkeys(f"{side.source}:{side.line}" for side in (lead.a, lead.b)))
    severity = click.style(f"{finding.severity:<6}", fg=COLOURS[finding.severity])
    new = "new " if finding.since == "new" else ""
    return f"{severity}  {finding.relation:<8}  {new}{cut(one_line(finding.title), 100)}  {one_line(places)}"


def colour() -> bool | None:
    """False where NO_COLOR asks for none (no-color.org); else click decides: colours on terminals only."""
    return False if os.environ.get("NO_COLOR") else None
