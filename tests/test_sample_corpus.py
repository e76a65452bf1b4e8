"""The sample corpus from end to end: which statements must be set against each other, and the wording as snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from factcheck import corpus, engine
from factcheck.cli import main
from factcheck.model import RELATIONS, Claim, Report, Side

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
DAY = "2026-01-01"
SERIOUS = ("conflict", "dispute", "drift")

# A source by the digits that its file begins with, and words of it; then those of the other side, and the relation.
MUST_HOLD = [
    ("004", "119", "002", "at least 300 civilians", "conflict"),
    ("004", "119", "002", "600 to 1,000", "conflict"),
    ("002", "at least 300 civilians", "002", "600 to 1,000", "tension"),
    ("002", "at least 300 civilians", "004", "at least 300 civilians", "agree"),
    ("000", "Every time we do it we own up to it", "002", "Only a handful of deaths has been acknowledged", "conflict"),
    ("000", "Every time we do it we own up to it", "002", "it does not acknowledge them", "conflict"),
]

# Other incidents, actors, places or things, or a part beside its whole.
MUST_NOT_BE_SERIOUS = [
    ("002", "at least 3800", "002", "at least 300"),
    ("002", "at least 3800", "004", "at least 300"),
    ("002", "at least 3800", "004", "119"),
    ("004", "119", "004", "64 civilians"),
    ("004", "five civilians", "004", "A further 10"),
    ("002", "at least 300", "002", "some 250 or more"),
    ("004", "at least 300", "002", "some 250 or more"),
    ("002", "some 250 or more", "002", "more than 100"),
    ("000", "at least 73", "004", "119"),
    ("002", "450.000", "002", "at least 300"),
    ("002", "450.000", "004", "at least 300"),
    ("002", "20,000 civilians", "004", "eight others"),
    ("003", "nearly 5,000 airstrikes", "004", "just 11 airstrikes"),
    ("003", "more than a dozen", "003", "five sisters"),
    ("001", "About 275,000 people", "001", "estimated 8,000 fighters"),
]


@dataclass(frozen=True)
class Reading:
    """The report, and what it was made from: texts by source and claims by id."""

    report: Report
    texts: dict[str, str]
    claims: dict[str, Claim]

    def places(self, source: str, words: str) -> tuple[str, list[tuple[int, int]]]:
        """The id of the source that begins with `source`, and where `words` stand in it."""
        name = next(name for name in self.texts if name.startswith(source))
        text = self.texts[name]
        starts = [start for start in range(len(text)) if text.startswith(words, start)]
        assert starts, f"{source} does not say “{words}”"
        return name, [(start, start + len(words)) for start in starts]

    def says(self, side: Side, source: str, words: str) -> bool:
        """True if `words` are this side's figure, the clause of a side without one, or told again by it."""
        name, places = self.places(source, words)
        figures = self.claims[side.claim].quantities[:1]
        spans = [(item.start, item.end) for item in (*(figures or (side,)), *side.also)]
        return side.source == name and any(a < d and c < b for a, b in spans for c, d in places)

    def relations(self, a: tuple[str, str], b: tuple[str, str]) -> list[str]:
        """The relations of all evidence between two statements, the most serious first."""
        found = [
            item.relation
            for finding in self.report.findings
            for item in finding.evidence
            for one, other in ((item.a, item.b), (item.b, item.a))
            if self.says(one, *a) and self.says(other, *b)
        ]
        return sorted(found, key=RELATIONS.index)


@pytest.fixture(scope="module")
def reading() -> Reading:
    sources = corpus.load([SEEDS]).sources
    return Reading(
        report=engine.report(sources, title="", as_of=date.fromisoformat(DAY)),
        texts={source.id: source.text for source in sources},
        claims={claim.id: claim for source in sources for claim in engine.read(source)},
    )


@pytest.mark.parametrize(("source_a", "a", "source_b", "b", "relation"), MUST_HOLD)
def test_what_must_hold(reading: Reading, source_a: str, a: str, source_b: str, b: str, relation: str) -> None:
    found = reading.relations((source_a, a), (source_b, b))
    assert found, "nothing ties them together"
    assert found[0] == relation


@pytest.mark.parametrize(("source_a", "a", "source_b", "b"), MUST_NOT_BE_SERIOUS)
def test_what_must_not_be_serious(reading: Reading, source_a: str, a: str, source_b: str, b: str) -> None:
    reading.places(source_a, a)
    reading.places(source_b, b)
    assert [found for found in reading.relations((source_a, a), (source_b, b)) if found in SERIOUS] == []


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    """One run of the command with every format, and the folder that it wrote to."""
    folder = tmp_path_factory.mktemp("brief")
    formats = [word for name in ("html", "pdf", "json", "findings") for word in ("--format", name)]
    command = ["report", str(SEEDS), "-o", str(folder), "--as-of", DAY, *formats]
    return CliRunner().invoke(main, command, prog_name="factcheck"), folder


def test_everything_could_be_checked(written: tuple[Result, Path]) -> None:
    result, folder = written
    assert (result.exit_code, result.stdout) == (0, "")
    report = Report.from_json((folder / "report.json").read_text(encoding="utf-8"))
    assert (report.status, report.faults, report.coverage.sources_read) == (("clean",), (), 5)


def test_report_json(written: tuple[Result, Path], file_regression: FileRegressionFixture) -> None:
    text = (written[1] / "report.json").read_text(encoding="utf-8")
    file_regression.check(text, basename="report", extension=".json", encoding="utf-8", newline="\n")


def test_findings(written: tuple[Result, Path], file_regression: FileRegressionFixture) -> None:
    text = (written[1] / "findings.txt").read_text(encoding="utf-8")
    file_regression.check(text, basename="findings", encoding="utf-8", newline="\n")


def test_closing_line(written: tuple[Result, Path], file_regression: FileRegressionFixture) -> None:
    result, folder = written
    told = result.stderr.replace(str(folder), "reports")
    file_regression.check(told, basename="closing-line", encoding="utf-8", newline="\n")
