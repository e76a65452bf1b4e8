"""How a run ends that is interrupted or terminated early or late: one line, and the signal's code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

# Sends itself `sent` when `module` is about to be imported, inside code made of a string, and goes on.
PROGRAM = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)

class Sender:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            exec("os.kill(os.getpid(), {sent})\\nfor _ in range(1000): pass")

sys.meta_path.insert(0, Sender())
from factcheck.__main__ import run
sys.argv = ["factcheck", *{words!r}]
run()
"""


def ended(sent: int, module: str, *words: str) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.format(sent=int(sent), module=module, words=words)
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=here)


@pytest.mark.parametrize(
    ("sent", "code", "told"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
@pytest.mark.parametrize("module", ["factcheck.cli", "factcheck.cli.summary", "factcheck.engine"])
def test_an_early_signal_is_one_line_and_its_code(
    sent: int, code: int, told: str, module: str, two_tolls: Path, tmp_path: Path
) -> None:
    run = ended(sent, module, "report", str(two_tolls), "-o", str(tmp_path / "out"), "--format", "json")
    assert (run.returncode, run.stderr) == (code, f"factcheck: {told}\n")
    assert not (tmp_path / "out" / "report.json").exists()


def test_who_ignores_interruptions_is_not_interrupted() -> None:
    program = PROGRAM.replace("signal.default_int_handler", "signal.SIG_IGN")
    program = program.format(sent=int(signal.SIGINT), module="factcheck.cli", words=("checkers",))
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=here)
    assert (run.returncode, run.stderr) == (0, "")
