"""The findings as CSV, for a spreadsheet: one row a piece of evidence, so that nothing has to be split by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from factcheck.model import Evidence, Finding, Report, Side, SourceSummary
from factcheck.renderers.characters import cell, one_line
from factcheck.renderers.choices import DEFAULT, Choices

COLUMNS = (
    "finding", "relation", "severity", "checker", "title", "evidence", "evidence_relation", "because",
    "a_source", "a_line", "a_published", "a_speaker", "a_value", "a_text",
    "b_source", "b_line", "b_published", "b_speaker", "b_value", "b_text", "rules", "since", "dismissed",
)  # fmt: skip


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """UTF-8 with its mark, which spreadsheets ask for; lines end as RFC 4180 has it."""
    sources = {source.id: source for source in report.sources}
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(COLUMNS)
    for finding in report.findings:
        for item in finding.evidence:
            table.writerow([cell(one_line(text)) for text in _row(finding, item, sources)])
    return made.getvalue().encode("utf-8-sig", errors="replace")


def _row(finding: Finding, item: Evidence, sources: dict[str, SourceSummary]) -> Iterator[str]:
    yield from (finding.id, finding.relation, finding.severity, finding.checker, finding.title)
    yield from (item.id, item.relation, item.because)
    for side in (item.a, item.b):
        yield from _side(side, sources.get(side.source))
    yield " ".join(rule.rule for rule in item.rules)
    yield from (finding.since or "", finding.dismissed or "")


def _side(side: Side, source: SourceSummary | None) -> Iterator[str]:
    day = source.published.isoformat() if source and source.published else ""
    yield from (side.source, str(side.line), day, side.holder.name if side.holder else "", side.value, side.text)
