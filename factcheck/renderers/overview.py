"""What the brief says of the run as a whole: how much was read and found, what to be warned of, how it was made."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.renderers import wording
from factcheck.renderers.characters import SENTENCE_LIMIT, cut


def counts(report: Report) -> tuple[tuple[str, str], ...]:
    """Label and number for the front page: every relation that is looked for, then the sources."""
    found = [finding.relation for finding in report.findings]
    relations = []
    for name, relation in wording.RELATIONS.items():
        number = found.count(name)
        relations.append((relation.name if number == 1 else relation.many, f"{number:,}"))
    return (*relations, ("Sources read", f"{report.coverage.sources_read:,}"))


def extent(report: Report) -> str:
    """How much was read and compared, in one sentence."""
    coverage = report.coverage
    unread = {fault.source for fault in report.faults if fault.stage == "reading"}
    undated = sum(source.published is None and source.id not in unread for source in report.sources)
    read = wording.amount(coverage.sources_read, "article")
    dates = f", {undated:,} of them without a date" if undated and len(report.sources) > 1 else ""
    copied = sum(source.copy_of is not None for source in report.sources)
    dates += f", {copied:,} largely the text of another" if copied else ""
    compared = f"{wording.amount(coverage.claims, 'claim')} found, {wording.amount(coverage.pairs_compared, 'pair')}"
    return f"{read} read{dates}; {compared} of claims compared."


def warnings(report: Report) -> tuple[str, ...]:
    """What a reader must know before the first finding."""
    said = []
    if report.faults or report.coverage.sources_not_read:
        said.append("Something could not be read or checked: see “Not checked”.")
    if not report.model.verified:
        said.append("The parser’s weights are not the ones this version was tested with: readings may differ.")
    return tuple(said)


def method(report: Report) -> tuple[tuple[str, str], ...]:
    """Label and value of all that decides whether another run gives the same brief."""
    coverage, model = report.coverage, report.model
    checked = "as pinned by this version" if model.verified else "NOT the ones pinned by this version"
    checkers = tuple(dict.fromkeys(finding.checker for finding in report.findings))
    return (
        ("Made by", f"{report.tool.name} {report.tool.version}"),
        ("As of", wording.day(report.as_of)),
        ("Status of the run", cut(", ".join(report.status), SENTENCE_LIMIT) or wording.NOT_STATED),
        ("Sources", f"{coverage.sources_read:,} read, {coverage.sources_not_read:,} not read"),
        ("Claims", f"{coverage.claims:,}"),
        ("Pairs of claims", f"{coverage.pairs_compared:,} compared, {coverage.pairs_skipped:,} skipped"),
        ("Checkers with findings", cut(", ".join(checkers), SENTENCE_LIMIT) or "none"),
        ("Parser’s model", f"{model.language} {model.data_version}, weights {checked}"),
        ("Weights, sha256", model.weights_sha256),
    )
