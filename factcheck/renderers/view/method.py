"""How the brief was made: everything that decides whether another run gives the same."""

from __future__ import annotations

from collections import Counter

from factcheck.model import Report
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, SENTENCE_LIMIT, cut


def method(report: Report) -> tuple[tuple[str, str], ...]:
    """(label, value) rows; the first names the program."""
    coverage, model = report.coverage, report.model
    checked = "as pinned by this version" if model.verified else "NOT the ones pinned by this version"
    hits = Counter(cut(finding.checker, PHRASE_LIMIT) for finding in report.findings)
    checkers = ", ".join(f"{name} {number:,}" for name, number in sorted(hits.items()))
    return (
        ("Made by", f"{report.tool.name} {report.tool.version}"),
        ("As of", wording.day(report.as_of)),
        ("Status of the run", cut(", ".join(report.status), SENTENCE_LIMIT) or wording.NOT_STATED),
        ("Sources", f"{coverage.sources_read:,} read, {coverage.sources_not_read:,} not read"),
        ("Claims", f"{coverage.claims:,}"),
        ("Pairs of claims", f"{coverage.pairs_compared:,} compared, {coverage.pairs_skipped:,} skipped"),
        ("Findings by checker", cut(checkers, SENTENCE_LIMIT) or "none"),
        ("Parser’s model", f"{model.language} {model.data_version}, weights {checked}"),
        ("Weights, sha256", model.weights_sha256),
    )
