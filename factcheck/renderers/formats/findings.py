"""The findings as plain text, one a line and tab-separated, for reading in a terminal and for diffs between runs.

A line is relation, severity, checker, title, references (source:line) and id, and "dismissed" where it is. What could
not be read or checked follows as lines that begin with "fault": a fault is shown in every format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Finding, Report, Side
from factcheck.renderers.characters import one_line
from factcheck.renderers.choices import DEFAULT, Choices


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """UTF-8; an empty file if there is neither a finding nor a fault."""
    lines = [_line(_columns(finding)) for finding in report.findings]
    lines += [_line(("fault", fault.stage, fault.source or "-", fault.reason)) for fault in report.faults]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _columns(finding: Finding) -> tuple[str, ...]:
    references = " ".join(_references(finding))
    columns = finding.relation, finding.severity, finding.checker, finding.title, references, finding.id
    return (*columns, "dismissed") if finding.dismissed == "dismissed" else columns


def _line(columns: Iterable[str]) -> str:
    return "\t".join(one_line(column) for column in columns)


def _references(finding: Finding) -> Iterator[str]:
    """Each source:line once, in the order of the evidence."""
    seen: dict[str, None] = {}
    for evidence in finding.evidence:
        for side in evidence.sides:
            seen.setdefault(_reference(side))
    yield from seen


def _reference(side: Side) -> str:
    return f"{side.source}:{side.line}"
