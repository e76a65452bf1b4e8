"""`diff`, `baseline`, `review`, and `report --baseline --since`: what is known from before, from end to end."""

from __future__ import annotations

import json
import os
import pty
import select
import sys
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


class Terminal:
    """`factcheck review` on a terminal of its own: what it prints, and keys to type."""

    def __init__(self, *arguments: object) -> None:
        self.child, self.screen = pty.fork()
        if self.child == 0:
            os.execv(sys.executable, [sys.executable, "-m", "factcheck", "review", *map(str, arguments)])

    def until(self, words: str) -> str:
        """Everything printed up to and with `words`; fails when the program ends or falls silent without them."""
        said = ""
        while words not in said:
            ready, _, _ = select.select([self.screen], [], [], 60)
            assert ready, f"no {words!r} after {said!r}"
            try:
                said += os.read(self.screen, 4096).decode("utf-8", "replace")
            except OSError:
                pytest.fail(f"it ended without {words!r}: {said!r}")
        return said

    def type(self, line: str) -> None:
        os.write(self.screen, f"{line}\n".encode())

    def ended(self) -> int:
        """The exit code, once what is left has been read."""
        try:
            while os.read(self.screen, 4096):
                pass
        except OSError:
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def test_review_at_a_terminal(two_tolls: Path, tmp_path: Path) -> None:
    made = report(two_tolls, fails=True)
    kept = tmp_path / "baseline.json"
    options = (made, "--baseline", kept, "--who", "Ann", "--as-of", DAY)

    first = Terminal(*options)
    assert "1 of 1" in first.until("> ")
    first.type("d")
    first.until("why: ")
    first.type("")
    first.until("why: ")
    first.type("two  towns")
    first.until("for good): ")
    first.type("31 May")
    first.until("is not a day such as")
    first.type("2031-05-31")
    assert "1 looked at, 0 left" in first.until("left")
    assert first.ended() == 0
    assert [(entry.why, str(entry.until)) for entry in dismissals.load(kept).dismissals] == [
        ("two towns", "2031-05-31")
    ]
    report(two_tolls, "--baseline", kept)

    nothing = Terminal(*options)
    assert "0 looked at, 0 left" in nothing.until("left")
    assert nothing.ended() == 0


def test_review_is_undone_quit_and_taken_up_again(two_tolls: Path, tmp_path: Path) -> None:
    made = report(two_tolls, fails=True)
    kept = tmp_path / "baseline.json"

    def review(keys: str) -> str:
        arguments = ["review", str(made), "--baseline", str(kept), "--as-of", DAY]
        return CliRunner().invoke(main, arguments, input="".join(f"{key}\n" for key in keys)).output

    assert "nothing to undo" in review("uq")
    assert not kept.exists()
    assert "1 looked at, 0 left" in review("s")
    assert not kept.exists()
    assert "0 looked at, 1 left" in review("q")
    assert "1 looked at, 0 left" in review("k")
    assert "0 looked at, 0 left" in review("k")
    assert dismissals.load(kept).kept
