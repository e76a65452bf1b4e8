"""SARIF 2.1.0, for code hosts that show findings beside lines: one result a piece of evidence, known again by its id.

Of agreement nothing is said: a result is something to look at. What is dismissed is there, suppressed. GitHub shows
5,000 results of a run: the rest is cut from the end, the least serious, and a notification says how many.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from factcheck.checkers import all_checkers
from factcheck.model import Evidence, Fault, Finding, Report, Side
from factcheck.renderers.characters import one_line
from factcheck.renderers.choices import DEFAULT, Choices

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factcheckEvidence/v1"
MOST = 5000
LEVELS = {"high": "error", "medium": "warning", "low": "note"}
_STATES = {"new": "new", "changed": "updated", "known": "unchanged"}


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """UTF-8 JSON; results in the order of the report."""
    rules = sorted({finding.checker for finding in report.findings})
    paths = {source.id: source.path for source in report.sources}
    told = [
        _result(finding, item, rules, paths)
        for finding in report.findings
        if finding.relation != "agree"
        for item in finding.evidence
    ]
    notes = [_notification(fault, paths) for fault in report.faults]
    if len(told) > MOST:
        notes.append({"level": "warning", "message": {"text": f"{len(told) - MOST} of {len(told)} results were cut."}})
    run = {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "version": report.tool.version,
                "rules": [_rule(name) for name in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not report.faults, "toolExecutionNotifications": notes}],
        "results": told[:MOST],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _rule(name: str) -> dict[str, Any]:
    """A checker as a rule: its question, and its reason as help. One that is not installed has its name alone."""
    checker = all_checkers().get(name)
    finds, _, why = ((checker.__doc__ or "") if checker else "").strip().partition("\n")
    rule: dict[str, Any] = {"id": name, "shortDescription": {"text": finds or name}}
    if why.strip():
        rule["fullDescription"] = {"text": " ".join(why.split())}
    return rule


def _result(finding: Finding, item: Evidence, rules: list[str], paths: dict[str, str]) -> dict[str, Any]:
    others = (item.b, *item.others)
    result: dict[str, Any] = {
        "ruleId": finding.checker,
        "ruleIndex": rules.index(finding.checker),
        "level": LEVELS[finding.severity],
        "message": {"text": one_line(f"{item.relation}: {item.because}")},
        "locations": [{"physicalLocation": _place(item.a, paths)}],
        "relatedLocations": [
            {"id": number, "message": {"text": one_line(side.text)}, "physicalLocation": _place(side, paths)}
            for number, side in enumerate(others, start=1)
        ],
        "partialFingerprints": {FINGERPRINT: item.id},
        "properties": {"finding": finding.id, "relation": item.relation, "severity": finding.severity},
    }
    if finding.since:
        result["baselineState"] = _STATES[finding.since]
    if finding.dismissed == "dismissed":
        result["suppressions"] = list(_suppressions(finding, item))
    return result


def _suppressions(finding: Finding, item: Evidence) -> Iterator[dict[str, str]]:
    for entry in finding.dismissals:
        if entry.evidence == item.id:
            yield {"kind": "external", "status": "accepted", "justification": one_line(f"{entry.why} ({entry.who})")}


def _place(side: Side, paths: dict[str, str]) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _uri(side.source, paths)},
        "region": {
            "startLine": side.line,
            "charOffset": side.start,
            "charLength": side.end - side.start,
            "snippet": {"text": one_line(side.text)},
        },
    }


def _uri(source: str, paths: dict[str, str]) -> str:
    """The source's path, relative to the corpus; a name that is no Unicode keeps what can be kept."""
    return quote(paths.get(source, source), errors="replace")


def _notification(fault: Fault, paths: dict[str, str]) -> dict[str, Any]:
    note: dict[str, Any] = {"level": "error", "message": {"text": one_line(f"{fault.stage}: {fault.reason}")}}
    if fault.source:
        note["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(fault.source, paths)}}}]
    return note
