"""What holds for every command: help without delay, one line for every slip, and the exit codes of the table."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factcheck import __version__
from factcheck.checkers import all_checkers
from factcheck.cli import main


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "No such command 'nonsense' (see `factcheck --help`)"),
        (["--nonsense"], "No such option"),
        (["report"], "Missing argument 'CORPUS...' (see `factcheck report --help`)"),
        (["report", "nowhere"], "nowhere does not exist: give a folder of articles, or a text file"),
        (["report", ".", "--format", "doc"], "'doc' is not one of 'html', 'pdf', 'json', 'findings'"),
        (["report", ".", "--fail-on", "lie"], "'lie' is not one of 'conflict', 'dispute', 'drift', 'tension', 'agree'"),
        (["report", ".", "--as-of", "31/01/2024"], "'31/01/2024' is not a day such as 2024-05-31"),
        (["claims", "nowhere"], "nowhere does not exist"),
        (["claims", ".", "--format", "xml"], "'xml' is not one of 'table', 'jsonl', 'csv'"),
        (["compare"], "give two statements A and B"),
        (["compare", "one"], "give two statements A and B"),
        (["compare", "one", "two", "three"], "give two statements A and B"),
        (["compare", "one", "two", "--jsonl"], "give two statements A and B"),
        (["compare", "one", "  "], "a statement is empty"),
    ],
)
def test_slips_are_one_line_and_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, arguments, prog_name="factcheck")
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.startswith("factcheck: ")
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_version() -> None:
    """What decides a result: the digests are those of files, so that two machines can be compared."""
    told = CliRunner().invoke(main, ["--version"], prog_name="factcheck").output.splitlines()
    assert told[0] == f"factcheck {__version__}"
    fields = dict(line.split(maxsplit=1) for line in told[1:])
    assert fields["report.json"] == "factcheck-report/1"
    assert re.fullmatch(r"en-core-web-sm\S* 3\.8\.0", fields["model"])
    assert all(re.fullmatch(r"[0-9a-f]{12}", fields[part]) for part in ("reading", "pairing", "lexicons"))
    checkers = [line.split()[1:] for line in told if line.startswith("checker ")]
    assert [name for name, _ in checkers] == list(all_checkers())
    assert len({version for _, version in checkers}) == len(checkers)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["report", "--help"], ["compare", "--help"]])
def test_help_loads_neither_parser_nor_typesetter(arguments: list[str]) -> None:
    program = f"""
import sys
from factcheck.cli import main
try:
    main({arguments!r})
finally:
    print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert {"spacy", "thinc", "numpy", "weasyprint", "jinja2"}.isdisjoint(loaded.splitlines()[-1].split())


ARTICLE = "Bridge closed\n\nThe bridge at Osterby was closed on Monday, the council said.\n"


def started(*arguments: str, **streams: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "factcheck", *arguments], text=True, check=False, **streams)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["claims", "a.txt"], ["compare", "One.", "Two."]])
def test_a_full_disk_is_one_line(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        done = started(*arguments, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "factcheck: standard input or output failed (No space left on device): choose a file or pipe that works\n"
    )


def test_a_closed_output_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    shell = ["sh", "-c", 'exec "$0" -m factcheck claims a.txt >&-', sys.executable]
    done = subprocess.run(shell, stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_interruption_while_the_program_is_loaded() -> None:
    program = """
import sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "factcheck.cli":
            raise KeyboardInterrupt

from factcheck import __main__
sys.meta_path.insert(0, Interrupting())
__main__.run()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "factcheck: interrupted\n")


def test_a_reader_that_goes_away_is_no_error() -> None:
    program = "from factcheck.cli import main\n"
    program += "import click\n"
    program += (
        "main.add_command(click.Command('much', callback=lambda: [print('a line') for _ in range(99999)] and 0))\n"
    )
    program += "main(['much'])"
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    assert (running.wait(30), running.stderr.read()) == (0, b"")
    running.stderr.close()


@pytest.mark.parametrize(
    ("sent", "code", "told"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_interrupted_and_terminated(sent: signal.Signals, code: int, told: str) -> None:
    program = "import click, signal, time\n"
    # A job in the background inherits interrupts as ignored; a person's terminal does not.
    program += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program += "from factcheck.cli import main\n"
    program += (
        "main.add_command(click.Command('wait', callback=lambda: (print('ready', flush=True), time.sleep(30))))\n"
    )
    program += "main(['wait'])"
    running = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    running.stdout.readline()
    os.kill(running.pid, sent)
    _, error = running.communicate(timeout=30)
    assert (running.returncode, error) == (code, f"factcheck: {told}\n")
