"""Settings from a file: every key is checked, the command line goes first, and `factcheck config` says whence."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main


@pytest.fixture
def folder(two_tolls: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one stands in, with a corpus in it."""
    monkeypatch.chdir(two_tolls.parent)
    return two_tolls.parent


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def report(*more: str) -> Result:
    return run("report", "corpus", "--format", "json", "--as-of", "2031-04-09", *more)


def found(place: str = "reports") -> list[tuple[str, str]]:
    findings = json.loads(Path(place, "report.json").read_bytes())["findings"]
    return [(finding["checker"], finding["severity"]) for finding in findings]


@pytest.mark.parametrize("file", ["factcheck.toml", "pyproject.toml", "other.toml"])
def test_a_file_settles_what_the_command_line_does_not(folder: Path, file: str) -> None:
    head = "tool.factcheck." if file == "pyproject.toml" else ""
    text = f'[{head}report]\nfail_on = ["conflict"]\noutput = "out"\n[{head}severity]\nfigures = "low"\n'
    (folder / file).write_text(text, encoding="utf-8")
    named = ("--config", file) if file == "other.toml" else ()
    arguments = ("report", "corpus", "--format", "json", "--as-of", "2031-04-09")
    assert run(*named, *arguments).exit_code == 1
    assert found("out") == [("figures", "low")]
    assert run(*named, *arguments, "--fail-on", "drift", "-o", "elsewhere").exit_code == 0
    assert found("elsewhere") == [("figures", "low")]


def test_a_checker_is_left_out(folder: Path) -> None:
    assert report().exit_code == 0
    assert found() == [("figures", "high")]
    (folder / "factcheck.toml").write_text("[checkers]\nfigures = false\n", encoding="utf-8")
    assert report().exit_code == 0
    assert found() == []


def test_a_threshold(folder: Path) -> None:
    for name, toll, floor in (("valley.txt", "31", "at least 17"), ("harbour.txt", "14", "at least 14")):
        path = folder / "corpus" / name
        path.write_text(path.read_text(encoding="utf-8").replace(toll, floor), encoding="utf-8")
    relations = []
    for close in ("0.25", "0.05"):
        (folder / "factcheck.toml").write_text(f"[thresholds]\nclose = {close}\n", encoding="utf-8")
        report()
        findings = json.loads(Path("reports", "report.json").read_bytes())["findings"]
        relations.append([finding["relation"] for finding in findings])
    assert relations == [["agree"], ["tension"]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[thresholds]\nclsoe = 1\n", "unknown threshold `clsoe`: perhaps close?"),
        ("[thresholds]\nclose = 0\n", "`thresholds.close` is not a number above 0"),
        ("[thresholds]\nblock = 1.5\n", "`thresholds.block` is not a whole number above 0"),
        ("[checkers]\nfigure = false\n", "unknown checker `figure`: perhaps figures?"),
        ("[checkers]\nfigures = 0\n", "`checkers.figures` is not true or false"),
        ("[severity]\nfigures = 'grave'\n", "`severity.figures` is not one of high, medium, low"),
        ("[report]\nfail-on = []\n", "unknown key of [report] `fail-on`: perhaps fail_on?"),
        ("[report]\nfail_on = 'conflict'\n", "`report.fail_on` is not a list of strings"),
        ("[reports]\n", "unknown section `reports`: perhaps report?"),
        ("report = 1\n", "`report` is no section"),
        ("[report\n", "Expected ']'"),
    ],
)
def test_what_cannot_be_meant_is_one_line(folder: Path, text: str, wrong: str) -> None:
    (folder / "factcheck.toml").write_text(text, encoding="utf-8")
    result = report()
    assert result.exit_code == 2
    assert wrong in result.stderr
    assert result.stderr.startswith("factcheck: factcheck.toml: ")
    assert result.stderr.count("\n") == 1
    assert not (folder / "reports").exists()


def test_config_prints_what_is_in_force_and_can_be_read_again(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('[report]\ntitle = "A “flood”"\n[thresholds]\nblock = 7\n', encoding="utf-8")
    printed = run("config").stdout
    assert 'title = "A “flood”"  # factcheck.toml' in printed
    assert "block = 7  # factcheck.toml" in printed
    assert "close = 0.25  # default" in printed
    assert tomllib.loads(printed)["report"]["format"] == ["html", "pdf", "json"]
    (folder / "factcheck.toml").write_text(printed, encoding="utf-8")
    assert "default" not in run("config").stdout.replace("# baseline is not set", "")
