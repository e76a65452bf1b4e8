"""What a terminal shows of a run: findings by severity in colour, a bar on long work; and nothing of it elsewhere."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import summary

FINDING = "high    conflict  "


def command(corpus: Path, *more: str) -> list[str]:
    out = str(corpus.parent / "out")
    return [sys.executable, "-m", "factcheck", "report", str(corpus), "-o", out, "--format", "json", *more]


def on_a_terminal(arguments: list[str], **environment: str) -> str:
    """All that the program prints to a terminal of its own."""
    child, screen = pty.fork()
    if child == 0:
        os.execve(arguments[0], arguments, {**os.environ, **environment})
    said = b""
    try:
        while chunk := os.read(screen, 4096):
            said += chunk
    except OSError:  # how a terminal says that nobody writes to it any more
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return said.decode("utf-8")


def test_a_terminal_shows_findings_in_colour(two_tolls: Path) -> None:
    said = on_a_terminal(command(two_tolls), NO_COLOR="", TERM="xterm")
    assert "\x1b[31mhigh  \x1b[0m  conflict" in said
    assert "harbour:1 valley:1" in said
    assert "1 conflict · 2 sources" in said


def test_no_color_and_quiet(two_tolls: Path) -> None:
    plain = on_a_terminal(command(two_tolls), NO_COLOR="1")
    assert FINDING in plain
    assert "\x1b[3" not in plain
    assert on_a_terminal(command(two_tolls, "--quiet"), NO_COLOR="1") == ""


def test_where_nobody_watches_only_the_last_line_is_said(two_tolls: Path) -> None:
    done = subprocess.run(command(two_tolls), capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    told = subprocess.run(command(two_tolls, "--verbose"), capture_output=True, text=True, check=True).stderr
    assert told.startswith(FINDING)
    assert "\x1b" not in told


class Screen(io.StringIO):
    """A terminal as a stream."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("patience", "shown"), [(-1.0, True), (3600.0, False)])
def test_long_work_has_a_bar(monkeypatch: pytest.MonkeyPatch, patience: float, shown: bool) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(summary, "PATIENCE", patience)
    assert list(summary.watched("abcd", "reading")) == [*"abcd"]
    assert ("reading" in screen.getvalue()) == shown
    assert ("100%" in screen.getvalue()) == shown
