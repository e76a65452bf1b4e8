"""`diff`, `baseline`, and `report --baseline --since`: what is known from before, from end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.baseline import dismissals
from factcheck.cli import main

DAY = "2031-04-09"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def report(corpus: Path, *more: object, fails: bool = False) -> Path:
    """report.json of a run that fails on conflicts; `fails` says whether it must."""
    out = corpus.parent / f"out{len(list(corpus.parent.glob('out*')))}"
    result = run("report", corpus, "-o", out, "--format", "json", "--as-of", DAY, "--fail-on", "conflict", *more)
    assert result.exit_code == int(fails), result.output
    return out / "report.json"


def test_dismiss_then_run_again_is_silent_until_it_expires(two_tolls: Path, tmp_path: Path) -> None:
    made = report(two_tolls, fails=True)
    kept = tmp_path / "baseline.json"
    options = ("--baseline", kept, "--who", "Ann", "--as-of", DAY)
    assert run("baseline", "update", made, "--why", "two towns", "--until", "2031-05-01", *options).exit_code == 0
    report(two_tolls, "--baseline", kept)
    report(two_tolls, "--baseline", kept, "--as-of", "2031-05-02", fails=True)
    shown = run("baseline", "show", "--baseline", kept, "--as-of", "2031-05-02").stdout
    assert shown.startswith("expired on 2031-05-01 · Ann: two towns · conflict: ")
    assert run("baseline", "prune", made, "--baseline", kept, "--as-of", "2031-05-02").exit_code == 0
    assert dismissals.load(kept).dismissals == ()


def test_a_new_article_reopens_a_finding_and_loses_no_dismissal(two_tolls: Path, tmp_path: Path) -> None:
    made = report(two_tolls, fails=True)
    kept = tmp_path / "baseline.json"
    run("baseline", "update", made, "--why", "two towns", "--baseline", kept, "--as-of", DAY)
    later = "The flood in Korrin killed 52 people on Monday, the ministry said.\n"
    (two_tolls / "coast.txt").write_text(later, encoding="utf-8")
    again = report(two_tolls, "--baseline", kept, "--since", made, fails=True)
    (finding,) = json.loads(again.read_bytes())["findings"]
    assert (finding["since"], finding["dismissed"]) == ("changed", "reopened")
    covered = {entry["evidence"] for entry in finding["dismissals"]}
    assert {"52", "14"} & {item["a"]["value"] for item in finding["evidence"] if item["id"] not in covered}
    assert covered == {entry.evidence for entry in dismissals.load(kept).dismissals}


def test_one_changed_figure_is_one_changed_finding(two_tolls: Path) -> None:
    old = report(two_tolls, fails=True)
    edit(two_tolls / "valley.txt", "31", "36")
    new = report(two_tolls, fails=True)
    result = run("diff", old, new, "--format", "json", "--exit-code")
    assert result.exit_code == 1
    assert [change["kind"] for change in json.loads(result.stdout)["findings"]] == ["changed"]


def test_moved_text_is_no_change(two_tolls: Path) -> None:
    old = report(two_tolls, fails=True)
    edit(two_tolls / "valley.txt", "The flood", "Water everywhere.\n\nThe flood")
    result = run("diff", old, report(two_tolls, fails=True), "--format", "json", "--exit-code")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["findings"] == []


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_diff_says_it_in_every_format(two_tolls: Path, form: str) -> None:
    old = report(two_tolls, fails=True)
    (two_tolls / "valley.txt").unlink()
    said = run("diff", old, report(two_tolls), "--format", form).stdout
    assert "14" in said
    assert "31" in said
    assert "valley.txt" in said


@pytest.mark.parametrize(
    ("name", "contents", "wrong"),
    [
        ("report", b'{"schema": "factcheck-report/9"}', "its `schema` is not factcheck-report/1"),
        ("report", b'{"schema": "factcheck-re', "is not whole JSON (line 1, column"),
        ("baseline", b'{"schema": "factcheck-baseline/2"}', "its `schema` is not factcheck-baseline/1"),
    ],
)
def test_a_bad_file_is_told_in_one_line_and_nothing_is_written(
    two_tolls: Path, tmp_path: Path, name: str, contents: bytes, wrong: str
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(contents)
    option = "--since" if name == "report" else "--baseline"
    result = run("report", two_tolls, "-o", tmp_path / "out", "--as-of", DAY, option, bad)
    assert result.exit_code == 2
    assert wrong in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()
    assert bad.read_bytes() == contents
