"""`report --format github`, as a step of GitHub Actions runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.renderers.formats import github


@pytest.fixture
def summary(tmp_path: Path, two_tolls: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return tmp_path / "summary.md"


def run(*more: str) -> Result:
    return CliRunner().invoke(main, ["report", "corpus", *more], prog_name="factcheck")


def test_annotations_to_standard_output_and_the_brief_to_the_summary(summary: Path) -> None:
    summary.write_text("# of an earlier command\n", encoding="utf-8")
    result = run("--format", "github")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert line.startswith("::error file=corpus/harbour.txt,line=1,title=Conflict%3A ")
    assert "1 conflict" in result.stderr
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("# of an earlier command\n# ")
    assert "## 1. Conflict: " in told


def test_files_of_an_earlier_run_stay_and_other_formats_are_written(summary: Path, tmp_path: Path) -> None:
    run("--format", "json")
    run("--format", "github")
    assert (tmp_path / "reports" / "report.json").exists()
    result = run("--format", "github", "--format", "junit")
    assert result.stdout.startswith("::error ")
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["junit.xml", "manifest.json"]


def test_outside_of_github_there_is_no_summary(summary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert run("--format", "github").stdout.startswith("::error ")
    assert not summary.exists()


def test_the_limit_is_that_of_the_step(summary: Path) -> None:
    summary.write_bytes(b" " * (github.SUMMARY_LIMIT - 300))
    assert run("--format", "github").exit_code == 0
    assert summary.stat().st_size <= github.SUMMARY_LIMIT


def test_a_summary_that_cannot_be_written_is_one_line(summary: Path) -> None:
    summary.mkdir()
    result = run("--format", "github")
    assert result.exit_code == 2
    assert f"factcheck: cannot write to {summary} (Is a directory)" in result.stderr.splitlines()[-1]


def test_articles_that_lie_elsewhere_keep_their_names_in_the_corpus(
    summary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    result = CliRunner().invoke(main, ["report", str(tmp_path / "corpus"), "--format", "github"], prog_name="factcheck")
    assert result.stdout.startswith("::error file=harbour.txt,line=1,")
