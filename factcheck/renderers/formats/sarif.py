"""SARIF 2.1.0, for code hosts that show findings beside lines: one result a piece of evidence, known again by its id.

Of agreement nothing is said: a result is something to look at. What is dismissed is there, suppressed. GitHub refuses a
file above its limits: the least serious is cut, and a notification says what. What settings leave out is told too.

Of a draft every result stands at the story's line, and what the archive has beside figures and quotations is a note.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from factcheck.checkers import all_checkers
from factcheck.model import Dismissal, Evidence, Fault, Finding, Report, Side
from factcheck.renderers import documentation
from factcheck.renderers.characters import cut, one_line
from factcheck.renderers.choices import DEFAULT, Choices
from factcheck.renderers.formats import sarif_story
from factcheck.renderers.formats.sarif_text import linked, literal

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factcheckEvidence/v1"
# What GitHub takes in a run; of more results than SHOWN it takes all and shows the most serious.
MOST, SHOWN, MOST_RULES, MOST_PLACES = 25_000, 5_000, 25_000, 1_000
DESCRIPTION_LIMIT = 1024
LEVELS = {"high": "error", "medium": "warning", "low": "note"}
_STATES = {"new": "new", "changed": "updated", "known": "unchanged"}
_EXITS = {0: "done", 1: "done; findings that --fail-on names", 3: "done; something could not be checked or made"}


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """UTF-8 JSON; results in the order of the report."""
    found = [(one, item) for one in report.findings if one.relation != "agree" for item in one.evidence]
    kept = _most_serious(found)
    told = sarif_story.notes(report)[: MOST - len(kept)]
    rules = sorted({*all_checkers(), *(finding.checker for finding, _ in kept), *(one.rule for one in told)})[
        :MOST_RULES
    ]
    places = _Places(report, choices)
    own = report.story.source if report.story else None
    results = [_result(finding, item, rules, places, own) for finding, item in kept if finding.checker in rules]
    results += [_remark(one, rules, places) for one in told]
    if any("suppressions" in result for result in results):
        # Beside one that is suppressed, none may leave it open whether it is.
        results = [{**result, "suppressions": result.get("suppressions", [])} for result in results]
    run = {
        "tool": {"driver": _driver(report, rules)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, choices, places, list(_cuts(found, results)))],
        "artifacts": [
            {
                "location": {"uri": places.uri(source.path), "index": number},
                "roles": ["analysisTarget"],
                "mimeType": "text/plain",
                "hashes": {"sha-256": source.sha256},
                "description": {"text": literal(one_line(source.title)) or "untitled"},
            }
            for number, source in enumerate(report.sources)
        ],
        "results": results,
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _most_serious(found: Sequence[tuple[Finding, Evidence]]) -> list[tuple[Finding, Evidence]]:
    """At most MOST, in their order: what is dismissed goes first, then the least serious, the last before the first."""
    ranks = list(LEVELS)
    order = sorted(
        range(len(found)), key=lambda at: (found[at][0].dismissed == "dismissed", ranks.index(found[at][0].severity))
    )
    return [found[at] for at in sorted(order[:MOST])]


def _cuts(found: Sequence[tuple[Finding, Evidence]], results: Sequence[dict[str, Any]]) -> Iterator[str]:
    if len(found) > MOST:
        yield f"{len(found) - MOST} of {len(found)} results were cut, the least serious: a run may hold {MOST}."
    if len(results) > SHOWN:
        yield f"GitHub shows {SHOWN} of these {len(results)} results, the most serious."
    for result in results:
        left = result["properties"].get("locationsCut")
        if left:
            yield f"{left} locations of result {result['partialFingerprints'][FINGERPRINT]} were cut."


def _driver(report: Report, rules: Sequence[str]) -> dict[str, Any]:
    model = report.model
    return {
        "name": one_line(report.tool.name) or "factcheck",
        "version": report.tool.version,
        "semanticVersion": report.tool.version,
        "rules": [_rule(name) for name in rules],
        "properties": {
            "model": {"language": model.language, "version": model.data_version, "verified": model.verified}
        },
    }


def _rule(name: str) -> dict[str, Any]:
    """A checker as a rule, from its documentation. One that is not installed, or has none, has its name for all of it:
    GitHub asks for each field.
    """
    if name in sarif_story.RULES:
        words = {"text": literal(sarif_story.RULES[name])}
        return {"id": name, "shortDescription": words, "fullDescription": words, "help": words}
    checker = all_checkers().get(name)
    if checker is None or not checker.__doc__:
        words = {"text": literal(f"checker {one_line(name)}")}
        return {"id": name, "shortDescription": words, "fullDescription": words, "help": words}
    told = documentation.of(name, checker)
    why = " ".join((told.why, told.forgives)).strip() or told.finds
    plain, marked = "\n".join(documentation.plain(told)), "\n".join(documentation.section(told))
    return {
        "id": name,
        "shortDescription": {"text": literal(told.finds)},
        "fullDescription": {"text": literal(cut(why, DESCRIPTION_LIMIT))},
        "help": {"text": literal(plain), "markdown": literal(marked)},
    }


class _Places:
    """Where the sources lie, for a code host: relative URIs, and the place of each in `artifacts`."""

    def __init__(self, report: Report, choices: Choices) -> None:
        self._paths = {source.id: source.path for source in report.sources}
        self._numbers = {source.id: number for number, source in enumerate(report.sources)}
        self._choices = choices

    def uri(self, path: str) -> str:
        """Escaped; a name that is no Unicode keeps what can be kept. A first part with a colon is no scheme."""
        return quote(self.path(path), errors="replace")

    def path(self, path: str) -> str:
        return self._choices.place(path)

    def of(self, side: Side) -> dict[str, Any]:
        artifact: dict[str, Any] = {"uri": self.uri(self._paths.get(side.source, side.source))}
        if side.source in self._numbers:
            artifact["index"] = self._numbers[side.source]
        return {
            "artifactLocation": artifact,
            "region": {
                "startLine": side.line,
                "charOffset": side.start,
                "charLength": side.end - side.start,
                "snippet": {"text": one_line(side.text)},
            },
        }

    def named(self, side: Side) -> str:
        """Path and line in words."""
        return one_line(f"{self.path(self._paths.get(side.source, side.source))}:{side.line}")


def _result(
    finding: Finding, item: Evidence, rules: list[str], places: _Places, own: str | None = None
) -> dict[str, Any]:
    first, *others = sorted(item.sides, key=lambda side: side.source != own) if own else item.sides
    shown = others[: MOST_PLACES - 1]
    reason = literal(one_line(f"{item.relation}: {item.because}"))
    beside = ", ".join(linked(places.named(side), number) for number, side in enumerate(shown[:3], start=1))
    result: dict[str, Any] = {
        "ruleId": finding.checker,
        "ruleIndex": rules.index(finding.checker),
        "level": LEVELS[finding.severity],
        "message": {"text": f"{reason} Beside {beside}."},
        "locations": [{"physicalLocation": places.of(first), "message": {"text": literal(one_line(first.text))}}],
        "relatedLocations": [
            {"id": number, "message": {"text": literal(one_line(side.text))}, "physicalLocation": places.of(side)}
            for number, side in enumerate(shown, start=1)
        ],
        "partialFingerprints": {FINGERPRINT: item.id},
        "properties": {
            "finding": finding.id,
            "title": one_line(finding.title),
            "relation": item.relation,
            "severity": finding.severity,
        },
    }
    if len(shown) < len(others):
        result["properties"]["locationsCut"] = len(others) - len(shown)
    if finding.since:
        result["baselineState"] = _STATES[finding.since]
    if finding.dismissed == "dismissed":
        result["suppressions"] = [_suppression(entry) for entry in finding.dismissals if entry.evidence == item.id]
    return result


def _remark(note: sarif_story.Remark, rules: list[str], places: _Places) -> dict[str, Any]:
    return {
        "ruleId": note.rule,
        "ruleIndex": rules.index(note.rule),
        "level": "note",
        "message": {"text": literal(one_line(note.words))},
        "locations": [{"physicalLocation": places.of(note.at), "message": {"text": literal(one_line(note.at.text))}}],
        "relatedLocations": [
            {"id": number, "message": {"text": literal(one_line(side.text))}, "physicalLocation": places.of(side)}
            for number, side in enumerate(note.beside[:MOST_PLACES], start=1)
        ],
        "partialFingerprints": {FINGERPRINT: note.id},
        "properties": {"kind": note.kind},
    }


def _suppression(entry: Dismissal) -> dict[str, str]:
    until = f", until {entry.until.isoformat()}" if entry.until else ""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": one_line(f"{entry.why} ({entry.who}, {entry.on.isoformat()}{until})"),
    }


def _invocation(report: Report, choices: Choices, places: _Places, cuts: Sequence[str]) -> dict[str, Any]:
    notes = [_notification(fault, places) for fault in report.faults]
    notes += [{"level": "error", "message": {"text": literal(one_line(reason))}} for reason in choices.unmade]
    notes += [{"level": "warning", "message": {"text": literal(reason)}} for reason in cuts]
    notes += [
        {"level": "note", "message": {"text": literal(one_line(f"left out by the settings: {line}"))}}
        for line in report.coverage.left_out
    ]
    told: dict[str, Any] = {"executionSuccessful": not report.faults and not choices.unmade}
    if choices.exit_code is not None:
        told["exitCode"] = choices.exit_code
        told["exitCodeDescription"] = _EXITS.get(choices.exit_code, "ended otherwise")
    return {**told, "toolExecutionNotifications": notes}


def _notification(fault: Fault, places: _Places) -> dict[str, Any]:
    words = literal(one_line(f"not checked ({fault.stage}): {fault.reason}"))
    note: dict[str, Any] = {"level": "error", "message": {"text": words}}
    if fault.source:
        note["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": places.uri(fault.source)}}}]
    return note
