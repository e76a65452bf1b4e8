"""`factcheck report`: what is written where, the closing line, and each exit code of the table."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck import engine, output, renderers
from factcheck.cli import main
from factcheck.model import Coverage, Fault, Finding, LanguageModel, Report, Source, Tool
from factcheck.problems import BadTemplate, PangoMissing
from factcheck.renderers.formats import sarif
from factcheck.settings import DEFAULT, Settings

TEXT = "School to reopen\n\nThe school in Lindau will reopen on Monday, the district said.\n"


def made(sources: Sequence[Source], faults: Sequence[Fault], relations: Sequence[str], **known: Any) -> Report:
    return Report(
        format="factcheck-report/1",
        status=("partial" if faults else "clean",),
        tool=Tool("factcheck", "0"),
        model=LanguageModel("en", "", "", True),
        sources=(),
        findings=tuple(Finding(relation, "figures", relation, "high", "A school", ()) for relation in relations),
        coverage=Coverage(len(sources), len(faults), (), 0, 0, 0),
        faults=tuple(faults),
        **known,
    )


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles on which the engine finds one conflict and one agreement, and fast, plain formats."""

    def report(
        sources: Sequence[Source],
        *,
        title: str,
        titled: bool,
        as_of: date,
        faults: Sequence[Fault] = (),
        ignored: Sequence[str] = (),
        left_out: Sequence[str] = (),
        settings: Settings = DEFAULT,
    ) -> Report:
        return made(sources, faults, ("conflict", "agree"), title=title, titled=titled, as_of=as_of)

    monkeypatch.setattr(engine, "report", report)
    monkeypatch.setattr(
        renderers, "render", lambda name, report, choices: f"{name} {report.title} {report.as_of}".encode()
    )
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "school"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments)], prog_name="factcheck")


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_default_formats_and_folder(corpus: Path) -> None:
    result = run("school")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "1 conflict, 1 consistent · 2 sources · reports/brief.pdf\n"
    assert written(Path("reports")) == ["brief.html", "brief.pdf", "manifest.json", "report.json"]


@pytest.mark.parametrize(
    ("formats", "files", "opened"),
    [
        (["html"], ["brief.html"], "brief.html"),
        (["json", "html"], ["brief.html", "report.json"], "brief.html"),
        (["findings"], ["findings.txt"], "findings.txt"),
        (["pdf", "pdf", "json"], ["brief.pdf", "report.json"], "brief.pdf"),
    ],
)
def test_chosen_formats(corpus: Path, formats: list[str], files: list[str], opened: str) -> None:
    result = run(corpus, "-o", "out", *(word for name in formats for word in ("--format", name)))
    assert result.stderr.endswith(f" · out/{opened}\n")
    assert written(Path("out")) == sorted([*files, "manifest.json"])


@pytest.mark.parametrize(
    ("arguments", "paper", "attach", "own"),
    [([], "A4", True, None), (["--paper", "Letter", "--no-attach"], "Letter", False, None),
     (["--template", "ours"], "A4", True, Path("ours"))],
)  # fmt: skip
def test_choices(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], paper: str, attach: bool, own: Path | None
) -> None:
    chosen: list[renderers.Choices] = []
    monkeypatch.setattr(renderers, "render", lambda name, report, choices: chosen.append(choices) or b"")
    Path("ours").mkdir()
    run(corpus, "--format", "html", *arguments)
    places = {"a.txt": "school/a.txt", "b.txt": "school/b.txt"}
    assert chosen == [renderers.Choices({"a": TEXT, "b": TEXT}, paper, attach, own, places, exit_code=0)]


def test_sarif_tells_of_a_format_that_could_not_be_made(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the order in which the formats are named."""

    def render(name: str, report: Report, choices: renderers.Choices) -> bytes:
        if name == "html":
            raise BadTemplate("ours", "no such thing")
        return sarif.render(report, choices)

    monkeypatch.setattr(renderers, "render", render)
    assert run(corpus, "-o", "out", "--format", "sarif", "--format", "html").exit_code == 3
    (invocation,) = json.loads(Path("out/report.sarif").read_text(encoding="utf-8"))["runs"][0]["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (3, False)
    (note,) = invocation["toolExecutionNotifications"]
    assert "the templates in ours do not work" in note["message"]["text"]


def test_a_template_folder_that_is_not_there(corpus: Path) -> None:
    assert run(corpus, "--template", "nowhere").exit_code == 2


def test_a_template_that_does_not_work(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderers, "render", failing(BadTemplate("ours", "no such thing")))
    result = run(corpus)
    assert result.exit_code == 3
    assert "the templates in ours do not work (no such thing)" in result.stderr


def test_what_an_earlier_run_made_goes(corpus: Path) -> None:
    run(corpus, "-o", "out", "--format", "html", "--format", "findings")
    Path("out/mine.txt").write_text("keep")
    run(corpus, "-o", "out", "--format", "json")
    assert written(Path("out")) == ["manifest.json", "mine.txt", "report.json"]


@pytest.mark.parametrize(
    ("arguments", "told", "title"),
    [([], "", "school"), ([], 'title = "Told"\n', "Told"), (["--title", "Said"], 'title = "Told"\n', "Said")],
)
def test_title(corpus: Path, arguments: list[str], told: str, title: str) -> None:
    if told:
        (corpus / "corpus.toml").write_text(told + '[[source]]\nfile = "a.txt"\n')
    run(corpus, "--format", "html", *arguments)
    assert Path("reports/brief.html").read_text().startswith(f"html {title} 2")


@pytest.mark.parametrize(
    ("arguments", "epoch", "day"),
    [
        (["--as-of", "2031-03-04"], "0", "2031-03-04"),
        ([], "86399", "1970-01-01"),
        ([], "86400", "1970-01-02"),
        ([], "", datetime.now().astimezone().date().isoformat()),
    ],
)
def test_day(corpus: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], epoch: str, day: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    run(corpus, "--format", "html", *arguments)
    assert Path("reports/brief.html").read_text().endswith(day)


def test_a_bad_epoch(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run(corpus)
    assert result.exit_code == 2
    assert result.stderr == "factcheck: SOURCE_DATE_EPOCH is 'yesterday': give seconds since 1970\n"


EMPTY = "empty.txt"


@pytest.mark.parametrize(
    ("arguments", "with_fault", "code"),
    [
        ([], False, 0),
        (["--fail-on", "conflict"], False, 1),
        (["--fail-on", "agree"], False, 1),
        (["--fail-on", "dispute"], False, 0),
        (["--fail-on", "dispute", "--fail-on", "conflict"], False, 1),
        ([], True, 3),
        (["--fail-on", "conflict"], True, 1),
        (["--fail-on", "dispute"], True, 3),
        (["--fail-on", "conflict", "--strict"], True, 3),
        (["--fail-on", "conflict", "--strict"], False, 1),
        (["--strict"], False, 0),
    ],
)
def test_exit_codes(corpus: Path, arguments: list[str], with_fault: bool, code: int) -> None:
    if with_fault:
        (corpus / EMPTY).touch()
    result = run(corpus, "--format", "json", *arguments)
    assert result.exit_code == code
    assert (f"factcheck: not checked: {EMPTY}: is empty\n" in result.stderr) == with_fault
    assert result.stderr.endswith(f" · reports/report.json{' · 1 source not checked' * with_fault}\n")


def nothing_to_read(corpus: Path) -> None:
    for path in corpus.iterdir():
        path.write_bytes(b"")


def nothing_there(corpus: Path) -> None:
    for path in corpus.iterdir():
        path.unlink()


@pytest.mark.parametrize("spoil", [nothing_to_read, nothing_there])
def test_nothing_to_check_leaves_an_earlier_brief_whole(corpus: Path, spoil: Callable[[Path], None]) -> None:
    run(corpus)
    before = {path: path.read_bytes() for path in Path("reports").iterdir()}
    spoil(corpus)
    result = run(corpus, "--format", "json")
    assert result.exit_code == 4
    assert result.stderr.startswith(f"factcheck: nothing to check in {corpus}: ")
    assert result.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in Path("reports").iterdir()} == before


def test_nothing_that_the_reading_gets_through(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = made((), [Fault("a", "reading", "is knotted")], (), title="", as_of=date(2026, 1, 1))
    monkeypatch.setattr(engine, "report", lambda *sources, **more: known)
    result = run(corpus)
    assert result.exit_code == 4
    assert "(a: is knotted)" in result.stderr


def test_a_folder_that_another_run_holds(corpus: Path) -> None:
    with output.locked(Path("reports")):
        result = run(corpus)
    assert result.exit_code == 75
    assert result.stderr.startswith("factcheck: another run is writing to reports: ")
    assert written(Path("reports")) == []


def test_what_is_wrong_with_the_corpus_comes_before_a_held_folder(corpus: Path) -> None:
    with output.locked(Path("reports")):
        assert run("nowhere").exit_code == 2


def test_a_held_folder_comes_before_a_corpus_in_which_nothing_can_be_read(corpus: Path) -> None:
    nothing_to_read(corpus)
    with output.locked(Path("reports")):
        assert run(corpus, "--fail-on", "conflict", "--strict").exit_code == 75


def test_an_output_that_is_a_file(corpus: Path) -> None:
    Path("out").touch()
    result = run(corpus, "-o", "out")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def failing(problem: Exception) -> Callable[[str, Report, renderers.Choices], bytes]:
    def render(name: str, report: Report, choices: renderers.Choices) -> bytes:
        if name == "pdf":
            raise problem
        return name.encode()

    return render


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (PangoMissing("linux"), "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        (PangoMissing("darwin"), "brew install pango"),
        (RuntimeError("a loop"), "no brief.pdf (RuntimeError: a loop)"),
    ],
)
def test_a_format_that_cannot_be_made(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception, told: str
) -> None:
    monkeypatch.setattr(renderers, "render", failing(problem))
    result = run(corpus)
    assert result.exit_code == 3
    assert told in result.stderr
    assert result.stderr.endswith(" · 2 sources · reports/brief.html · 1 of 3 formats not made\n")
    assert written(Path("reports")) == ["brief.html", "manifest.json", "report.json"]
    assert run(corpus, "--fail-on", "conflict").exit_code == 1
    assert run(corpus, "--fail-on", "conflict", "--strict").exit_code == 3


def test_no_format_that_can_be_made_leaves_an_earlier_brief_whole(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(corpus, "--format", "html")
    monkeypatch.setattr(renderers, "render", failing(PangoMissing("linux")))
    assert run(corpus, "--format", "pdf").exit_code == 3
    assert written(Path("reports")) == ["brief.html", "manifest.json"]


def test_json_counts_what_the_manifest_names(corpus: Path) -> None:
    run(corpus, "--format", "json")
    manifest = json.loads(Path("reports/manifest.json").read_bytes())
    assert [file["name"] for file in manifest["files"]] == ["report.json"]


def test_a_report_inside_the_corpus_is_not_read_as_an_article(corpus: Path) -> None:
    for _ in range(2):
        result = run(corpus, "-o", corpus / "out", "--format", "findings")
        assert " · 2 sources · " in result.stderr
