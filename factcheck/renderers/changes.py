"""What changed between two reports, as text for a terminal, Markdown for a mail, JSON, or a page of its own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.baseline.changes import KINDS, Change, Changes, FieldChange
from factcheck.model import Finding, Report
from factcheck.renderers import page
from factcheck.renderers.characters import one_line
from factcheck.renderers.formats.markdown import plain
from factcheck.renderers.wording import RELATIONS, dismissal

SCHEMA = "factcheck-diff/1"
HEADINGS = {"new": "New", "changed": "Changed", "gone": "Gone", "dismissed": "Dismissed", "reworded": "Worded anew"}


class Compared(NamedTuple):
    """Two reports and what lies between them."""

    old: Report
    new: Report
    changes: Changes


def text(compared: Compared) -> str:
    """Plain lines; the last one counts."""
    return "\n".join([*_lines(compared.changes), summary(compared.changes)]) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    for change in changes.findings:
        yield f"{change.kind:<10}{_headline(change.finding)}"
        yield from (f"          {_told(field)}" for field in change.fields)
    yield from (f"corpus    {_told(field)}" for field in changes.corpus)


def markdown(compared: Compared) -> str:
    """A heading a kind, a list entry a finding."""
    parts = [f"# What changed: {plain(compared.new.title)}", "", summary(compared.changes)]
    for kind in KINDS:
        changes = [change for change in compared.changes.findings if change.kind == kind]
        if changes:
            parts += ["", f"## {HEADINGS[kind]}", ""]
        for change in changes:
            parts.append(f"- {plain(_headline(change.finding))}")
            parts += [f"  - {plain(_told(field))}" for field in change.fields]
    if compared.changes.corpus:
        parts += ["", "## Corpus", "", *(f"- {plain(_told(field))}" for field in compared.changes.corpus)]
    return "\n".join(parts) + "\n"


def as_json(compared: Compared) -> str:
    """Findings by their ids, with fields from what to what."""
    ends = {
        name: {"title": report.title, "as_of": report.as_of.isoformat()}
        for name, report in (("old", compared.old), ("new", compared.new))
    }
    changed = [_as_object(change) for change in compared.changes.findings]
    corpus = [field.to_dict() for field in compared.changes.corpus]
    document = {"schema": SCHEMA, **ends, "findings": changed, "corpus": corpus}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def html(compared: Compared) -> str:
    """A page that needs nothing from outside."""
    groups = [
        (HEADINGS[kind], [_shown(change) for change in compared.changes.findings if change.kind == kind])
        for kind in KINDS
    ]
    return page.fill_other(
        "changes.html.j2",
        old=compared.old,
        new=compared.new,
        summary=summary(compared.changes),
        groups=[(heading, changes) for heading, changes in groups if changes],
        corpus=compared.changes.corpus,
    )


FORMATS = {"text": text, "markdown": markdown, "json": as_json, "html": html}


def summary(changes: Changes) -> str:
    """How many of each kind, on one line."""
    counts = Counter(change.kind for change in changes.findings)
    found = [f"{counts[kind]} {HEADINGS[kind].lower()}" for kind in KINDS if counts[kind]]
    if changes.corpus:
        found.append(f"{len(changes.corpus)} of the corpus")
    return ", ".join(found) or "nothing changed"


def _as_object(change: Change) -> dict[str, object]:
    finding = change.finding
    return {
        "kind": change.kind,
        "id": finding.id,
        "checker": finding.checker,
        "relation": finding.relation,
        "severity": finding.severity,
        "title": finding.title,
        "dismissed": finding.dismissed,
        "evidence": [item.id for item in finding.evidence],
        "fields": [field.to_dict() for field in change.fields],
    }


def _shown(change: Change) -> tuple[Finding, str, str, tuple[FieldChange, ...]]:
    """A finding with the words of its relation and of its dismissal, and its fields."""
    finding = change.finding
    return finding, RELATIONS[finding.relation].name, "; ".join(dismissal(finding)), change.fields


def _headline(finding: Finding) -> str:
    said = f"{finding.relation} ({finding.severity}): {finding.title} [{finding.id}]"
    return one_line(", ".join([said, *dismissal(finding)]))


def _told(field: FieldChange) -> str:
    if field.old is None:
        return one_line(f"{field.field} added: {field.new}")
    if field.new is None:
        return one_line(f"{field.field} gone: {field.old}")
    return one_line(f"{field.field}: {field.old} → {field.new}")
