"""`factcheck explain` and `factcheck checkers`: what is asked and why, and how a finding came about."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.checkers import all_checkers
from factcheck.cli import main
from factcheck.model import (
    Coverage,
    Dimension,
    Evidence,
    Finding,
    Holder,
    LanguageModel,
    Passage,
    Question,
    Report,
    Rule,
    Side,
    SourceSummary,
    Tool,
)
from factcheck.renderers import documentation
from factcheck.renderers.formats import report_json

DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "checkers.md"

WARDEN = Holder("Pia Loom", "warden", "Heath Park")
CLOSED = Side("gazette", 40, 78, 5, "The park lost 90 oaks, Pia Loom said.", "c1", "90", WARDEN,
              (Passage("gazette", 0, 20, 1, "Ninety oaks are gone"),))  # fmt: skip
COUNTED = Side("mirror", 12, 60, 3, "Thirty oaks fell in the \x1b[31mpark.", "c2", "30")
LOSS = Evidence(
    "feed0001aaaa",
    "conflict",
    "90 oaks lost according to Pia Loom, but 30 according to mirror itself.",
    CLOSED,
    COUNTED,
    comparability=(
        Dimension("place", "same", "Heath Park", "Heath Park", "context"),
        Dimension("period", "unknown", "on Sunday", ""),
    ),
    rules=(
        Rule("figures.clash", "the figures do not meet"),
        Rule("origin.one-text", "both articles are largely one text: a step down in severity"),
    ),
)
AGREED = replace(LOSS, relation="agree")
STORM = Report(
    format="factcheck-report/1",
    title="Storm in the park",
    as_of=date(2030, 2, 3),
    status=("clean",),
    tool=Tool("factcheck", "0.1.0"),
    model=LanguageModel("en", "3.8.0", "ab" * 32, True),
    sources=(
        SourceSummary("gazette", "gazette.txt", "1f" * 32, "Ninety oaks", None, date(2030, 2, 1), "dateline", 90),
        SourceSummary("mirror", "mirror.txt", "2e" * 32, "Oaks fall", None, None, None, 80, "gazette"),
    ),
    findings=(
        Finding("feed0001aaaa", "figures", "conflict", "low", "Oaks lost: 90 and 30", (LOSS,),
                ("gazette", "mirror"), ("Pia Loom", "mirror")),
        Finding("feed0002bbbb", "figures", "agree", "low", "Oaks lost: 90 twice",
                (replace(AGREED, id="feed0002bbbb"), replace(AGREED, id="beef0003cccc"))),
    ),
    coverage=Coverage(2, 0, (), 12, 8, 0),
    faults=(),
    questions=(
        Question("Pia Loom", "Oaks lost, 90: what does it rest on, beside 30 of mirror?", ("feed0001aaaa",)),
        Question("mirror", "Oaks lost, 30: who gives this figure?", ("feed0002bbbb",)),
    ),
)  # fmt: skip

REASONING = """\
Oaks lost: 90 and 30
conflict · figures · severity low · feed0001aaaa
Severity low: Conflict, when left open; both articles are largely one text: a step down in severity
Behind it: 2 sources, 2 origins (Pia Loom; mirror)

1. conflict: 90 oaks lost according to Pia Loom, but 30 according to mirror itself.
   id feed0001aaaa
  a  gazette:5 · Pia Loom, Heath Park warden · 1 February 2030, from the dateline
     The park lost [90] oaks, Pia Loom said.
     characters 40 to 78, claim c1
     also gazette:1: Ninety oaks are gone
  b  mirror:3 · In the article’s own voice · date not stated
     largely the same text as gazette: the two count as one source
     Thirty oaks fell in the [31mpark.
     read as: 30
     characters 12 to 60, claim c2
   About the same thing?
     Where: the same (from context) · a: Heath Park · b: Heath Park
     When: open: stated on one side only · a: on Sunday · b: not stated
   Rules that fired or forgave
     figures.clash: the figures do not meet
     origin.one-text: both articles are largely one text: a step down in severity

Questions to put
   Pia Loom: Oaks lost, 90: what does it rest on, beside 30 of mirror?
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.json").write_bytes(report_json.render(STORM))
    return lambda *arguments: CliRunner().invoke(main, arguments, prog_name="factcheck")


def test_a_finding_is_explained_from_its_report_alone(run: Callable[..., Result]) -> None:
    result = run("explain", "feed0001aaaa", "--report", "report.json")
    assert (result.exit_code, result.stdout) == (0, REASONING)


@pytest.mark.parametrize(
    ("name", "title"), [("feed0001", "90 and 30"), ("feed0002bbbb", "90 twice"), ("beef", "90 twice")]
)
def test_a_finding_goes_by_its_beginning_or_by_its_evidence(run: Callable[..., Result], name: str, title: str) -> None:
    assert run("explain", name, "--report", "report.json").stdout.startswith(f"Oaks lost: {title}\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("explain",), "Missing argument 'CHECKER|FINDING-ID' (see `factcheck explain --help`)"),
        (("explain", "figure"), "no checker is called 'figure': perhaps figures?"),
        (("explain", "0123456789abcdef"), "for a finding, name its report with --report"),
        (("explain", "feed0001aaab", "--report", "report.json"), "'feed0001aaab': perhaps feed0001aaaa?"),
        (("explain", "feed", "--report", "report.json"), "report.json has no one finding 'feed'"),
        (("explain", "x", "--report", "nowhere"), "nowhere is no report: No such file or directory"),
        (("explain", "x", "--report", "text"), "text is no report: is not whole JSON"),
        (("explain", "x", "--report", "other.json"), "other.json is no report: its `schema` is not factcheck-report/1"),
        (("explain", "x", "--report", "broken.json"), "broken.json is no report: title is missing"),
        (("explain", "x", "--report", "empty.json"), "empty.json has no one finding 'x': it has no findings"),
    ],
)
def test_slips_are_one_line_and_exit_2(
    run: Callable[..., Result], tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "text").write_text("no JSON", encoding="utf-8")
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"schema": "factcheck-report/1", "findings": 3}', encoding="utf-8")
    (tmp_path / "empty.json").write_bytes(report_json.render(replace(STORM, findings=())))
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert result.stderr.startswith("factcheck: ")
    assert result.stderr.count("\n") == 1


def test_a_report_of_a_version_that_knew_neither_copies_nor_questions_is_read(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    data = json.loads((tmp_path / "report.json").read_bytes())
    for source in data["sources"]:
        del source["copy_of"]
    for finding in data["findings"]:
        del finding["sources"], finding["origins"]
    del data["questions"]
    (tmp_path / "report.json").write_text(json.dumps(data), encoding="utf-8")
    assert run("explain", "feed0001", "--report", "report.json").exit_code == 0


@pytest.mark.parametrize("name", all_checkers())
def test_a_checker_is_explained_with_examples(run: Callable[..., Result], name: str) -> None:
    told = documentation.of(name, all_checkers()[name])
    assert told.why, "the docstring's second paragraph says why an editor should care"
    assert told.forgives.startswith("It forgives")
    assert {example.relation for example in told.examples} > {"none"}
    said = run("explain", name).stdout
    assert said.startswith(f"{name}: {told.finds}\n")
    assert all(example.name in said for example in told.examples)


def test_the_list_of_checkers(run: Callable[..., Result]) -> None:
    lines = run("checkers").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(all_checkers())
    assert all(line.endswith((".", "?")) for line in lines)


def test_the_documentation_of_the_checkers_is_current(run: Callable[..., Result]) -> None:
    made = run("checkers", "--format", "markdown").stdout
    assert DOCUMENTED.read_text(encoding="utf-8") == made, "run `make docs`"
