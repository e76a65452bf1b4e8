"""The whole reasoning behind a finding as plain text: what each side says, each dimension, each rule, the severity."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from factcheck import evidence, findings
from factcheck.model import Evidence, Finding, Report, Side, SourceSummary
from factcheck.renderers import wording
from factcheck.renderers.characters import mark, one_line

_WIDTH = 100
_INDENT = " " * 5


def lines(report: Report, finding: Finding) -> Iterator[str]:
    """Everything that report.json knows of `finding`; nothing is read again."""
    sources = {source.id: source for source in report.sources}
    yield from _head(finding)
    yield from _wrapped(_severity(finding), "")
    if finding.origins:
        behind = wording.standing_behind(len(finding.sources), len(finding.origins))
        yield from _wrapped(f"Behind it: {behind} ({'; '.join(finding.origins)})", "")
    for number, item in enumerate(finding.evidence, start=1):
        yield ""
        yield from _wrapped(f"{number}. {item.relation}: {item.because}", "   ", first="")
        yield f"   id {one_line(item.id)}"
        for name, side in (("a", item.a), ("b", item.b), *(("c", other) for other in item.others)):
            yield from _side(name, side, sources)
        yield from _dimensions(item)
        yield from _rules(item)
    asked = [question for question in report.questions if finding.id in question.findings]
    if asked:
        yield from ("", "Questions to put")
        for question in asked:
            yield from _wrapped(f"{question.to}: {question.ask}", _INDENT, first="   ")


def _head(finding: Finding) -> Iterator[str]:
    yield one_line(finding.title)
    yield f"{finding.relation} · {finding.checker} · severity {finding.severity} · {one_line(finding.id)}"


def _severity(finding: Finding) -> str:
    """Why the finding weighs what it does: its first evidence's relation, what is open, and one origin."""
    lead = finding.evidence[0]
    missing = [item.dimension for item in lead.comparability if evidence.is_open(item)]
    opened = wording.listed([wording.DIMENSIONS.get(name, name).lower() for name in missing]) or "nothing"
    steps = findings.BY_OPEN[lead.relation]
    stepped = steps[min(len(missing), len(steps) - 1)] != finding.severity
    set_so = [rule.effect for rule in lead.rules if rule.rule == findings.SET_SEVERITY]
    down = set_so or [rule.effect for rule in lead.rules if rule.rule.startswith("origin.")]
    why = "".join(f"; {effect}" for effect in down or [wording.ONE_ORIGIN]) if stepped else ""
    return f"Severity {finding.severity}: {wording.RELATIONS[lead.relation].name}, {opened} left open{why}"


def _side(name: str, side: Side, sources: dict[str, SourceSummary]) -> Iterator[str]:
    source = sources.get(side.source)
    held = one_line(wording.who(side.holder))
    known = wording.published(source.published, source.published_from) if source else "not in the list of sources"
    yield from _wrapped(f"{side.source}:{side.line} · {held} · {known}", _INDENT, first=f"  {name}  ")
    if source and source.copy_of:
        yield f"{_INDENT}{one_line(wording.copied(source.copy_of))}"
    before, marked, after = mark(side.text, side.value)
    yield from _wrapped(f"{before}[{marked}]{after}" if marked else before, _INDENT)
    if side.value != marked:
        yield from _wrapped(f"read as: {side.value}", _INDENT)
    yield f"{_INDENT}characters {side.start} to {side.end}, claim {one_line(side.claim)}"
    for again in side.also:
        yield from _wrapped(f"also {again.source}:{again.line}: {again.text}", _INDENT)


def _dimensions(item: Evidence) -> Iterator[str]:
    """Each dimension with the words that gave it, and how the two sides stand along it."""
    if not item.comparability:
        return
    yield "   About the same thing?"
    for row in item.comparability:
        standing = wording.standing(row.value, row.origin, row.a, row.b)
        name = wording.DIMENSIONS.get(row.dimension, row.dimension)
        a, b = (one_line(words) or wording.NOT_STATED for words in (row.a, row.b))
        yield from _wrapped(f"{name}: {standing} · a: {a} · b: {b}", _INDENT + "  ", first=_INDENT)


def _rules(item: Evidence) -> Iterator[str]:
    if not item.rules:
        return
    yield "   Rules that fired or forgave"
    for rule in item.rules:
        yield from _wrapped(f"{rule.rule}: {rule.effect}", _INDENT + "  ", first=_INDENT)


def _wrapped(words: str, indent: str, first: str | None = None) -> list[str]:
    start = indent if first is None else first
    return textwrap.wrap(
        one_line(words), _WIDTH, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False
    )
