"""Settings from a file: every key is checked, the command line goes first, and `factcheck config` says whence."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
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
        ("[thresholds]\nclose = 0\n", "`thresholds.close` is 0, not a number above 0, 1 at most"),
        ("[thresholds]\nblock = 1.5\n", "`thresholds.block` is 1.5, not a whole number above 0"),
        ("[checkers]\nfigure = false\n", "unknown checker `figure`: perhaps figures?"),
        ("[checkers]\nfigures = 0\n", "`checkers.figures` is 0, not true or false"),
        ("[severity]\nfigures = 'grave'\n", '`severity.figures` is "grave", not one of high, medium, low'),
        ("[report]\nfail-on = []\n", "unknown key of [report] `fail-on`: perhaps fail_on?"),
        ("[report]\nfail_on = 'conflict'\n", '`report.fail_on` is "conflict", not a list of strings'),
        ("[reports]\n", "unknown section `reports`: perhaps report?"),
        ("report = 1\n", "`report` is no section"),
        ("[report\n", "is not TOML: Expected ']'"),
        ("[report]\nformat = ['html', 'pfd']\n", "unknown value of `report.format` `pfd`: perhaps pdf?"),
        ("[report]\nfail_on = ['conflicts']\n", "perhaps conflict?"),
        ("[report]\npaper = 'letter'\n", "perhaps Letter?"),
        ("[report]\ntitle = ''\n", '`report.title` is "", not a string'),
        ("[report]\ntemplate = 'nowhere'\n", "`report.template` names nowhere, which is no folder"),
        ("[thresholds]\nclose = 25\n", "is 25, not a number above 0, 1 at most"),
        ("[thresholds]\nclose = '0.1'\n", 'is "0.1", not a number'),
        ("[thresholds]\napart = inf\n", "not a number above 1"),
        ("[thresholds]\nblock = true\n", "`thresholds.block` is true, not a whole number"),
        ("[lexicons]\npacks = ['conflicts']\n", "perhaps conflict?"),
        ("[lexicons]\nown = ['nowhere']\n", "`lexicons.own` names nowhere, which is no folder"),
        ("[lexicons]\nown = ['corpus']\n", "names a pack that cannot be used: corpus: holds no .toml file"),
        ("[publishers]\ngroups = []\n", "unknown key of [publishers] `groups`: perhaps group?"),
        ("[publishers]\ngroup = ['A', 'B']\n", "not a list of tables, each [[publishers.group]]"),
        ("[[publishers.group]]\nmembers = ['A']\n", "[[publishers.group]] 1: `name` must be a name"),
        ("[[publishers.group]]\nname = 'N'\nmembers = 'A'\n", "`members` must be a list of publishers"),
        ("[[publishers.group]]\nname = 'N'\nmember = ['A']\n", "`member`: perhaps members?"),
        ("[publishers]\nindependent = ['A', 'B']\n", "not a list of rows, each a list of two publishers or more"),
        ("[publishers]\nindependent = [['A']]\n", "not a list of rows"),
        ("[ignore]\npassages = ['(']\n", "“(” is no regular expression"),
        ("[ignore]\npassages = ['x*']\n", "“x*” also fits where nothing stands"),
        ("[ignore]\nfiles = '*.txt'\n", '`ignore.files` is "*.txt", not a list of strings'),
        ("[ignore]\ncheckers = ['figures']\n", "not a table of lists"),
        ("[ignore.checkers]\nfigure = ['*']\n", "unknown checker `figure`: perhaps figures?"),
        ("[ignore.checkers]\nfigures = '*'\n", "`ignore.checkers.figures` is not a list of strings"),
    ],
)
def test_what_cannot_be_meant_is_one_line(folder: Path, text: str, wrong: str) -> None:
    (folder / "factcheck.toml").write_text(text, encoding="utf-8")
    result = report()
    assert result.exit_code == 2
    assert wrong in result.stderr
    assert result.stderr.startswith("factcheck: factcheck.toml")
    assert result.stderr.count("\n") == 1
    assert not (folder / "reports").exists()


def test_config_prints_what_is_in_force_and_can_be_read_again(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('[report]\ntitle = "A “flood”"\n[thresholds]\nblock = 7\n', encoding="utf-8")
    printed = run("config").stdout
    assert 'title = "A “flood”"  # factcheck.toml:2' in printed
    assert "block = 7  # factcheck.toml:4" in printed
    assert "close = 0.25  # default" in printed
    assert tomllib.loads(printed)["report"]["format"] == ["html", "pdf", "json"]
    (folder / "factcheck.toml").write_text(printed, encoding="utf-8")
    again = run("config").stdout
    assert again.count("# factcheck.toml:") == printed.count(" = ")
    assert "# default" not in again


GROUPS = """
[[publishers.group]]
name = "North"
members = ["Star", "Echo"]

[[publishers.group]]
name = "South"
members = ["Gazette", "{}"]

[publishers]
independent = [["Gazette", "{}"]]
"""


@pytest.mark.parametrize(
    ("member", "other", "line", "wrong"),
    [
        ("ECHO", "Star", 8, "“ECHO” is in two groups, North and South: leave it in one"),
        ("Herald", "herald", 11, "“Gazette” and “herald” are declared independent, and both are in the group South"),
    ],
)
def test_a_publisher_has_one_home(folder: Path, member: str, other: str, line: int, wrong: str) -> None:
    (folder / "factcheck.toml").write_text(GROUPS.format(member, other), encoding="utf-8")
    assert report().stderr.startswith(f"factcheck: factcheck.toml, line {line}: {wrong}")


def test_a_publisher_that_no_source_has_is_told_and_stops_nothing(folder: Path) -> None:
    (folder / "corpus" / "corpus.toml").write_text(
        '[[source]]\nfile = "harbour.txt"\npublisher = "Gazette"\n[[source]]\nfile = "valley.txt"\n', encoding="utf-8"
    )
    (folder / "factcheck.toml").write_text(GROUPS.format("Herald", "Gazete"), encoding="utf-8")
    result = report()
    assert result.exit_code == 0
    told = "“Star”, “Echo”, “Herald”, “Gazete” (perhaps “Gazette”?)"
    assert f"factcheck: factcheck.toml: [publishers] names whom no source has: {told}\n" in result.stderr
    assert "names whom" not in report("--quiet").stderr


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# a comment\n\n[thresholds]\nclose = 0.1\nblock = 0\n", 5),
        ("thresholds.close = 0.1\nthresholds.block = 0\n", 2),
        ("thresholds = { close = 0.1, block = 0 }\n", 1),
        (
            '[report]\ntitle = """\n[thresholds]\nblock = 1\n"""\nformat = [\n  "pdf",\n]\n[thresholds]\n"block" = 0\n',
            10,
        ),
        ("[thresholds]\r\nblock = 0\r\n", 2),
    ],
)
def test_an_error_names_the_line(folder: Path, text: str, line: int) -> None:
    (folder / "factcheck.toml").write_text(text, encoding="utf-8", newline="")
    assert report().stderr.startswith(f"factcheck: factcheck.toml, line {line}: `thresholds.block` is 0")


def test_factcheck_toml_goes_before_pyproject_toml(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.factcheck.thresholds]\nblock = 7\nclose = 0.1\n", encoding="utf-8")
    assert "block = 7  # pyproject.toml:2" in run("config").stdout
    (folder / "factcheck.toml").write_text("[thresholds]\nblock = 9\n", encoding="utf-8")
    printed = run("config").stdout
    assert printed.startswith("# [tool.factcheck] in pyproject.toml is not read: factcheck.toml goes before it\n")
    assert "block = 9  # factcheck.toml:2" in printed
    assert "close = 0.25  # default" in printed


@pytest.mark.parametrize("text", ["tool = 1\n", "[tool]\nfactcheck = 1\n", "[tool]\nruff = {}\n", ""])
def test_a_pyproject_that_settles_nothing(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    told = run("config")
    assert (told.exit_code, told.stderr.count("\n")) == ((2, 1) if "= 1" in text and "[" in text else (0, 0))
    named = run("config", "--config", "pyproject.toml")
    assert named.exit_code == 2
    assert named.stderr.startswith("factcheck: pyproject.toml")


def test_the_command_line_goes_first_and_config_says_so(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('[report]\ntitle = "A"\nfail_on = ["drift"]\n', encoding="utf-8")
    printed = run("config", "--", "--fail-on", "conflict", "--no-attach").stdout
    assert 'fail_on = ["conflict"]  # command line' in printed
    assert "attach = false  # command line" in printed
    assert 'title = "A"  # factcheck.toml:2' in printed
    assert run("config", "--", "--fail-on", "quarrel").exit_code == 2


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (("--config", "desk/other.toml"), ()),
        ((), ("--config", "desk/other.toml")),
        (("--config", "missing.toml"), ("--config", "desk/other.toml")),
    ],
)
def test_a_file_is_named_before_or_behind_the_command_and_its_paths_are_its_own(
    folder: Path, before: tuple[str, ...], behind: tuple[str, ...]
) -> None:
    (folder / "factcheck.toml").write_text("[nothing]\n", encoding="utf-8")
    (folder / "desk").mkdir()
    (folder / "desk" / "other.toml").write_text('[report]\noutput = "out"\n', encoding="utf-8")
    arguments = ("report", "corpus", "--format", "json", "--as-of", "2031-04-09")
    assert run(*before, *arguments, *behind).exit_code == 0
    assert found("desk/out") == [("figures", "high")]


def commands(group: click.Group, *above: str) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *above, name)
        else:
            yield (*above, name)


@pytest.mark.parametrize("command", list(commands(main)), ids=" ".join)
def test_every_command_takes_a_file_and_tells_a_bad_one(folder: Path, command: tuple[str, ...]) -> None:
    assert "--config FILE" in run(*command, "--help").stdout
    result = run(*command, "--config", "missing.toml")
    assert result.exit_code == 2
    assert result.stderr == (
        "factcheck: missing.toml: No such file or directory (docs/settings.md lists all settings)\n"
    )


def test_what_config_prints_of_every_section_can_be_read_again(folder: Path) -> None:
    text = GROUPS.format("Herald", "Gazete") + '[ignore]\nfiles = ["a\\\\*"]\ncheckers = { dates = ["b"] }\n'
    (folder / "factcheck.toml").write_text(text, encoding="utf-8")
    first = tomllib.loads(run("config").stdout)
    (folder / "factcheck.toml").write_text(run("config").stdout, encoding="utf-8")
    assert tomllib.loads(run("config").stdout) == first
    assert first["publishers"]["group"][1] == {"name": "South", "members": ["Gazette", "Herald"]}
    assert first["ignore"] == {"files": ["a\\*"], "passages": [], "checkers": {"dates": ["b"]}}


def test_the_page_of_settings_is_made_from_the_code() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "settings.md"
    assert run("config", "--format", "markdown").stdout == page.read_text(encoding="utf-8")


def test_the_example_on_the_page_is_sound(folder: Path) -> None:
    example = run("config", "--format", "markdown").stdout.split("## An example\n")[1].split("\n## ")[0]
    (folder / "our-words").mkdir()
    (folder / "our-words" / "cues.toml").write_text("", encoding="utf-8")
    (folder / "factcheck.toml").write_text("\n".join(line.strip() for line in example.splitlines()), encoding="utf-8")
    assert report().exit_code == 1
