"""The line that ends a run: findings by relation, sources, the file to open, and what else a reader must know."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Report

# The relations with their words for one and for several.
_WORDS: dict[str, tuple[str, str]] = {
    "conflict": ("conflict", "conflicts"),
    "dispute": ("dispute", "disputes"),
    "drift": ("quotation that differs", "quotations that differ"),
    "tension": ("to take care", "to take care"),
    "agree": ("consistent", "consistent"),
}

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b", re.DOTALL)


def closing_line(report: Report, opened: Path | None, pages: int | None = None, more: Sequence[str] = ()) -> str:
    """The line; `opened` is the file to look at first, `more` what else happened, in words."""
    dismissed = sum(finding.dismissed == "dismissed" for finding in report.findings)
    counts = Counter(finding.relation for finding in report.findings if finding.dismissed != "dismissed")
    found = [
        f"{counts[relation]} {several if counts[relation] > 1 else one}"
        for relation, (one, several) in _WORDS.items()
        if counts[relation]
    ]
    new = sum(finding.since == "new" for finding in report.findings)
    found += [f"{dismissed} dismissed"] if dismissed else []
    parts = [
        ", ".join(found) or "no findings",
        *([f"{new} new"] if new else []),
        _counted(report.coverage.sources_read, "source"),
    ]
    if opened is not None:
        parts.append(f"{opened} ({_counted(pages, 'page')})" if pages else str(opened))
    return " · ".join([*parts, *more])


def unread(report: Report) -> list[str]:
    """What a report does not cover, in words; nothing where it covers all."""
    said = []
    if report.coverage.sources_not_read:
        said.append(f"{_counted(report.coverage.sources_not_read, 'source')} not checked")
    others = len(report.faults) - report.coverage.sources_not_read
    if others > 0:
        said.append(f"{_counted(others, 'check')} not made")
    return said


def page_count(pdf: bytes) -> int | None:
    """How many pages the root of a PDF's page tree counts; none where it is not to be found."""
    for part in _plain_parts(pdf):
        counts = [int(first or second) for first, second in _PAGES.findall(part)]
        if counts:
            return max(counts)
    return None


def _plain_parts(pdf: bytes) -> Iterator[bytes]:
    """The file itself, then its streams unpacked: newer PDFs keep their objects in those."""
    yield pdf
    for match in _STREAM.finditer(pdf):
        try:
            yield zlib.decompress(match[1])
        except zlib.error:
            continue


def _counted(number: int | None, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
