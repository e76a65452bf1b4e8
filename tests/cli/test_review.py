"""`factcheck review` at a terminal of its own: what it shows, what each key does, and how it may be broken off."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.baseline import dismissals, saved
from factcheck.cli import main
from factcheck.renderers.formats import report_json

DAY = "2031-04-09"
PROMPT = ("[q]uit > ", "? says what > ")
STYLE = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]")


class Terminal:
    """`factcheck review` in a folder: what it prints, and keys to type."""

    def __init__(self, folder: Path, *arguments: object, columns: int = 80, rows: int = 24) -> None:
        self.child, self.screen = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.environ["TERM"] = "xterm"
            os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
            words = ["report.json", "--who", "Ann", "--as-of", DAY, *map(str, arguments)]
            os.execv(sys.executable, [sys.executable, "-m", "factcheck", "review", *words])
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int = 24) -> None:
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def until(self, words: str | tuple[str, ...]) -> str:
        """Everything printed up to and with `words`; fails when the program ends or falls silent without them."""
        said = ""
        while not any(word in said for word in ((words,) if isinstance(words, str) else words)):
            ready, _, _ = select.select([self.screen], [], [], 60)
            assert ready, f"no {words!r} after {said!r}"
            try:
                more = os.read(self.screen, 4096)
            except OSError:
                pytest.fail(f"it ended without {words!r}: {said!r}")
            said = STYLE.sub("", said + more.decode("utf-8", "replace")).replace("\r", "")
        return said

    def type(self, keys: str, words: str | tuple[str, ...] = PROMPT) -> str:
        """Type `keys`; what is printed until `words`."""
        os.write(self.screen, keys.encode())
        return self.until(words)

    def ended(self) -> int:
        """The exit code, once what is left has been read."""
        try:
            while os.read(self.screen, 4096):
                pass
        except OSError:
            pass
        os.close(self.screen)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


@pytest.fixture
def desk(two_tolls: Path) -> Path:
    """A folder with report.json of two findings, a conflict and one like it, beside the folder of their articles."""
    for path in sorted(two_tolls.iterdir()):
        said = path.read_text(encoding="utf-8")
        path.write_text(f"Rain fell for a week.\n\n{said}\nBoats were sent.\n", encoding="utf-8")
    made = CliRunner().invoke(main, ["report", str(two_tolls), "-o", str(two_tolls.parent), "--format", "json"])
    assert made.exit_code == 0, made.output
    file = two_tolls.parent / "report.json"
    report = saved.report(file)
    first = next(finding for finding in report.findings if finding.relation == "conflict")
    other = replace(first.evidence[0], id="another", because="Another reason.")
    second = replace(first, id="second", title="A second one", evidence=(other,))
    file.write_bytes(report_json.render(replace(report, findings=(first, second))))
    return two_tolls.parent


@pytest.fixture
def ids(desk: Path) -> tuple[str, str]:
    first, second = (finding.evidence[0].id for finding in saved.report(desk / "report.json").findings)
    return first, second


def decided(desk: Path) -> tuple[list[str], set[str]]:
    """Evidence dismissed and kept, as the file has it."""
    if not (desk / "baseline.json").exists():
        return [], set()
    known = dismissals.load(desk / "baseline.json")
    return [entry.evidence for entry in known.dismissals], set(known.kept)


def test_both_passages_stand_in_their_text(desk: Path) -> None:
    terminal = Terminal(desk)
    shown = terminal.until(PROMPT)
    assert "── 1 of 2 ─" in shown
    assert "Rain fell for a week. ¶" in shown
    assert "killed [14] people" in shown
    assert "killed [31] people" in shown
    assert shown.count("> The flood in Korrin killed") == 2
    assert "Boats were sent." in shown
    terminal.type("q", "2 left · baseline.json")
    assert terminal.ended() == 0


def test_a_dismissal_needs_a_reason_and_a_day_to_come(desk: Path, ids: tuple[str, str]) -> None:
    terminal = Terminal(desk)
    terminal.until(PROMPT)
    terminal.type("d", "why: ")
    assert "say why" in terminal.type(" \n", "why: ")
    terminal.type("two  towns\n", "for good): ")
    assert "'31 May' is not a day such as" in terminal.type("31 May\n", "for good): ")
    assert "2031-04-08 is past already" in terminal.type("2031-04-08\n", "for good): ")
    assert "2 of 2" in terminal.type("4w\n")
    # The reason and the time of the last dismissal are there to take.
    terminal.type("d", "why [two towns]: ")
    terminal.type("\n", "until [4w; never]: ")
    terminal.type("never\n", "2 dismissed, 0 left")
    assert terminal.ended() == 0
    entries = dismissals.load(desk / "baseline.json").dismissals
    assert {(entry.evidence, entry.who, entry.why, str(entry.until)) for entry in entries} == {
        (ids[0], "Ann", "two towns", "2031-05-07"),
        (ids[1], "Ann", "two towns", "None"),
    }
    again = Terminal(desk)
    assert "2 of 2 decided before" in again.until("0 left")
    assert again.ended() == 0


def test_keep_skip_back_undo_and_keys_typed_ahead(desk: Path, ids: tuple[str, str]) -> None:
    terminal = Terminal(desk)
    terminal.until(PROMPT)
    assert "nothing to undo" in terminal.type("u")
    assert "this is the first" in terminal.type("b")
    assert "2 of 2" in terminal.type("k")
    assert decided(desk) == ([], {ids[0]})
    assert "you kept this" in terminal.type("b")
    terminal.type("s")
    assert "A second one" in terminal.type("m")
    assert "1 of 2" in terminal.type("u")
    assert decided(desk) == ([], set())
    terminal.type("kk", "2 kept, 0 left")
    assert terminal.ended() == 0
    assert decided(desk) == ([], set(ids))


def test_an_arrow_is_no_answer_and_an_unknown_key_explains(desk: Path) -> None:
    terminal = Terminal(desk)
    terminal.until(PROMPT)
    for key in ("\x1b[D", "x", "7"):
        assert "quit (Ctrl-D too)" in terminal.type(key)
    terminal.type("\x04", "2 left")
    assert terminal.ended() == 0
    assert decided(desk) == ([], set())


def test_broken_off(desk: Path, ids: tuple[str, str]) -> None:
    """Ctrl-D at a question takes the dismissal back; Ctrl-C ends at once; a closed window loses nothing."""
    terminal = Terminal(desk)
    terminal.until(PROMPT)
    terminal.type("d", "why: ")
    assert "not dismissed" in terminal.type("\x04")
    terminal.type("k")
    terminal.type("d", "why: ")
    time.sleep(0.5)  # readline takes no interruption between its prompt and its first look for a key
    terminal.type("\x03", "factcheck: interrupted")
    assert terminal.ended() == 130
    assert decided(desk) == ([], {ids[0]})

    closed = Terminal(desk)
    assert "1 of 2 decided before" in closed.until(PROMPT)
    os.close(closed.screen)
    os.waitpid(closed.child, 0)
    assert decided(desk) == ([], {ids[0]})


def test_a_narrow_window_and_one_that_is_resized(desk: Path) -> None:
    terminal = Terminal(desk, columns=40)
    terminal.until(PROMPT)
    for columns in (40, 60, 20):
        terminal.resize(columns)
        shown = terminal.type("m").partition("──")[2]
        lines = shown.splitlines()
        assert columns - 15 < max(map(len, lines[:-1])) <= columns, shown
    terminal.type("q", "left")
    assert terminal.ended() == 0


def test_what_expired_and_what_is_new_is_told(desk: Path, ids: tuple[str, str]) -> None:
    report = saved.report(desk / "report.json")
    first, second = report.findings
    old = dismissals.of(first.evidence[0], who="Bo", why="a guess", on=report.as_of.replace(year=2030),
                        until=report.as_of.replace(year=2030))  # fmt: skip
    more = replace(second.evidence[0], id="later", because="A later reason.")
    findings = (first, replace(second, evidence=(*second.evidence, more)))
    (desk / "report.json").write_bytes(report_json.render(replace(report, findings=findings)))
    (desk / "baseline.json").write_bytes(dismissals.render(dismissals.Baseline().with_([old]).keeping([ids[1]])))
    terminal = Terminal(desk)
    assert "by Bo: a guess (until 2030-" in terminal.until(PROMPT)
    shown = terminal.type("s")
    assert "kept before" in shown
    assert "new since then: A–B, A later reason." in shown
    terminal.type("q", "left")
    assert terminal.ended() == 0


def test_a_text_that_is_gone_or_changed_leaves_the_passage_alone(desk: Path) -> None:
    (desk / "corpus" / "harbour.txt").unlink()
    (desk / "corpus" / "valley.txt").write_text("Other words.\n", encoding="utf-8")
    terminal = Terminal(desk)
    shown = " ".join(terminal.until(PROMPT).split())
    assert "the passage alone: harbour.txt was not found: name its folder with --corpus" in shown
    assert "the passage alone: valley.txt has changed since the report" in shown
    assert "> The flood in Korrin killed [14] people" in shown
    terminal.type("q", "left")
    assert terminal.ended() == 0


def test_two_at_one_file_lose_nothing_of_each_other(desk: Path, ids: tuple[str, str]) -> None:
    one, other = Terminal(desk), Terminal(desk)
    one.until(PROMPT)
    other.until(PROMPT)
    one.type("k")
    other.type("s")
    other.type("k", "2 kept, 0 left")
    assert decided(desk) == ([], set(ids))
    one.type("u")
    assert decided(desk) == ([], {ids[1]})
    one.type("q", "left")
    assert (one.ended(), other.ended()) == (0, 0)


def test_a_file_that_breaks_meanwhile_is_not_overwritten(desk: Path) -> None:
    terminal = Terminal(desk)
    terminal.until(PROMPT)
    (desk / "baseline.json").write_text("<<<<<<< ours\n", encoding="utf-8")
    terminal.type("k", "is no baseline to go by: not whole JSON (line 1, column 1")
    assert terminal.ended() == 2
    assert (desk / "baseline.json").read_text(encoding="utf-8") == "<<<<<<< ours\n"


def test_without_a_terminal(desk: Path) -> None:
    done = CliRunner().invoke(main, ["review", str(desk / "report.json")], input="k\nk\n", prog_name="factcheck")
    assert done.exit_code == 2
    assert done.stderr == (
        "factcheck: review needs a terminal to ask at: a script dismisses with `factcheck baseline update`\n"
    )
    assert json.loads((desk / "report.json").read_bytes())["findings"]


def test_what_could_not_be_written_is_not_counted(desk: Path) -> None:
    terminal = Terminal(desk, "--baseline", desk / "away" / "baseline.json")
    terminal.until(PROMPT)
    said = terminal.type("k", "cannot write to")
    assert "2 left" in said
    assert "kept" not in said
    assert terminal.ended() == 2


def test_a_low_window_holds_one_finding(desk: Path, ids: tuple[str, str]) -> None:
    """However much evidence has come since a decision: the reason stays on the screen."""
    report = saved.report(desk / "report.json")
    first = report.findings[0]
    more = tuple(replace(first.evidence[0], id=f"later-{n}", because="A later reason. " * 6) for n in range(9))
    finding = replace(first, evidence=(*first.evidence, *more))
    (desk / "report.json").write_bytes(report_json.render(replace(report, findings=(finding,))))
    (desk / "baseline.json").write_bytes(dismissals.render(dismissals.Baseline().keeping([ids[0]])))
    terminal = Terminal(desk, columns=60, rows=16)
    lines = terminal.until(PROMPT).strip().splitlines()
    assert len(lines) <= 16
    assert max(map(len, lines[:-1])) <= 60
    assert "new since then: 9 pieces of evidence (A–B)" in lines
    terminal.type("q", "left")
    assert terminal.ended() == 0
