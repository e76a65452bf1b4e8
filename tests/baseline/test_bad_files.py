"""A report or baseline that cannot be gone by: one line that names the place, and the file stays as it is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sample
from click.testing import CliRunner

from factcheck.baseline import dismissals, saved
from factcheck.cli import main
from factcheck.problems import BadBaseline, NotAReport
from factcheck.renderers.formats import report_json

REPORT = report_json.render(sample.flood())


def edited(change: Callable[[Any], object]) -> bytes:
    whole = json.loads(REPORT)
    change(whole)
    return json.dumps(whole).encode()


def put(*way: Any, value: Any) -> bytes:
    """The report with another value at `way`."""

    def change(whole: Any) -> None:
        for step in way[:-1]:
            whole = whole[step]
        whole[way[-1]] = value

    return edited(change)


FIRST = ("findings", 0, "evidence", 0)


@pytest.mark.parametrize(
    ("contents", "wrong"),
    [
        (b"", "it is empty"),
        (b" \r\n", "it is empty"),
        (REPORT[:-200], "is not whole JSON (line "),
        (b"\xff\xfe" + REPORT, "byte 1, in line 1, is not UTF-8"),
        (b"[]", "its `schema` is not factcheck-report/1"),
        (b"[" * 100_000, "is nested too deeply"),
        (put("schema", value="factcheck-report/2"), "its `schema` is not factcheck-report/1"),
        (edited(lambda whole: whole.pop("findings")), "findings is missing"),
        (edited(lambda whole: whole["coverage"].pop("claims")), "coverage.claims is missing"),
        (put("title", value=3), "title is 3, not a text"),
        (put("findings", value={}), "findings is an object, not a list"),
        (put("as_of", value="April"), 'as_of is "April", not a day'),
        (put(*FIRST, "a", "start", value="9"), 'findings[0].evidence[0].a.start is "9", not a whole number'),
        (put(*FIRST, "a", "start", value=True), "findings[0].evidence[0].a.start is true, not a whole number"),
        (put(*FIRST, "a", "quantity", "low", value="many"), 'quantity.low is "many", not a number'),
        (put(*FIRST, "a", "quantity", "low", value="1e999999"), 'quantity.low is "1e999999", not a number'),
        (put(*FIRST, "relation", value="lie"), 'findings[0].evidence[0].relation is "lie", not one of conflict'),
        (put("findings", 1, "severity", value=None), "findings[1].severity is null, not a text"),
        (put("findings", 2, "evidence", value=[]), "findings[2].evidence is empty"),
        (put("findings", 1, "id", value="0a1b2c"), "findings[1].id is '0a1b2c', which findings[0] has"),
        (put("sources", 2, "id", value="valley"), "sources[2].id is 'valley', which sources[1] has"),
        (REPORT.replace(b'"status"', b'"title": "Twice", "status"', 1), "key 'title' stands twice"),
        (put("coverage", "claims", value=float("nan")), "NaN is no number"),
    ],
)  # fmt: skip
def test_a_report_that_is_none(tmp_path: Path, contents: bytes, wrong: str) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(contents)
    with pytest.raises(NotAReport) as told:
        saved.report(path)
    assert wrong in str(told.value)
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nowhere(path: Path) -> None:
    path.symlink_to("nowhere.json")


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_giant(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


PLACES = pytest.mark.parametrize(
    ("make", "wrong"),
    [
        (a_folder, "Is a directory"),
        (a_loop, "Too many levels of symbolic links"),
        (a_link_to_nowhere, "No such file or directory"),
        (a_pipe, "it is no plain file"),
        (a_giant, "it is larger than 100 MB"),
    ],
)


@PLACES
def test_a_place_that_holds_no_file(tmp_path: Path, make: Callable[[Path], None], wrong: str) -> None:
    path = tmp_path / "x.json"
    make(path)
    with pytest.raises(NotAReport, match=wrong):
        saved.report(path)
    with pytest.raises(BadBaseline, match=wrong):
        dismissals.load_or_begin(path)


@PLACES
def test_it_is_not_written_over(tmp_path: Path, make: Callable[[Path], None], wrong: str) -> None:
    report, path = tmp_path / "report.json", tmp_path / "x.json"
    report.write_bytes(REPORT)
    make(path)
    before = path.lstat()
    words = ["baseline", "update", str(report), "--baseline", str(path), "--why", "no", "--who", "Ann"]
    result = CliRunner().invoke(main, words, prog_name="factcheck")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert wrong in result.stderr
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As any user but root meets it."""

    def refused(*arguments: object) -> int:
        raise PermissionError(13, os.strerror(13))

    path = tmp_path / "x.json"
    path.write_bytes(REPORT)
    monkeypatch.setattr("factcheck.baseline.saved.os.open", refused)
    with pytest.raises(NotAReport, match="Permission denied"):
        saved.report(path)
    with pytest.raises(BadBaseline, match="Permission denied"):
        dismissals.load_or_begin(path)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"keep": []}, "unknown key 'keep'"),
        ({"kept": [1]}, "`kept` is no list of evidence ids"),
        ({"dismissals": {}}, "`dismissals` is not a list"),
        ({"dismissals": ["e1"]}, "entry 1: is no object"),
    ],
)
def test_a_baseline_edited_by_hand(tmp_path: Path, more: dict[str, Any], wrong: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps({"schema": dismissals.SCHEMA, "dismissals": [], **more}), encoding="utf-8")
    with pytest.raises(BadBaseline, match=wrong):
        dismissals.load(path)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--why", " "], "say why, in a few words"),
        (["--why", "no", "--who", " "], "nobody is named who decides: give --who NAME"),
        (["--why", "no", "--until", "2031-04-08"], "--until 2031-04-08 is past already"),
    ],
)
def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, words: list[str], told: str) -> None:
    report, path = tmp_path / "report.json", tmp_path / "baseline.json"
    report.write_bytes(REPORT)
    result = CliRunner().invoke(
        main, ["baseline", "update", str(report), "--baseline", str(path), "--as-of", "2031-04-09", *words]
    )
    assert result.exit_code == 2
    assert told in result.stderr
    assert not path.exists()


def test_update_twice_writes_the_same_bytes_and_renews_what_expired(tmp_path: Path) -> None:
    report, path = tmp_path / "report.json", tmp_path / "baseline.json"
    report.write_bytes(REPORT)

    def update(day: str, *more: str) -> bytes:
        words = ["baseline", "update", str(report), "--baseline", str(path), "--why", "no", "--who", "Ann"]
        assert CliRunner().invoke(main, [*words, "--as-of", day, *more]).exit_code == 0
        return path.read_bytes()

    first = update("2031-04-09", "--until", "2031-04-30")
    assert update("2031-04-10", "--until", "2031-05-30") == first
    update("2031-05-01", "--until", "2031-05-31")
    assert {str(entry.until) for entry in dismissals.load(path).dismissals} == {"2031-05-31"}


def test_a_baseline_that_is_a_link_stays_one(tmp_path: Path) -> None:
    report, path, shared = tmp_path / "report.json", tmp_path / "baseline.json", tmp_path / "shared.json"
    report.write_bytes(REPORT)
    shared.write_bytes(dismissals.render(dismissals.Baseline()))
    path.symlink_to(shared)
    words = ["baseline", "update", str(report), "--baseline", str(path), "--why", "no", "--who", "Ann"]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert path.is_symlink()
    assert dismissals.load(shared).dismissals
