"""What a shell completes after `factcheck`, and the script that makes it do so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from factcheck.checkers import all_checkers
from factcheck.cli import main
from factcheck.cli.completion import SHELLS, VARIABLE
from factcheck.model import RELATIONS


def completed(*words: str, incomplete: str = "") -> list[str]:
    shell = ShellComplete(main, {}, "factcheck", VARIABLE)
    return [item.value for item in shell.get_completions(list(words), incomplete)]


def test_commands_options_relations_formats_and_checkers() -> None:
    assert completed(incomplete="re") == ["report", "review"]
    assert "--fail-on" in completed("report", incomplete="--")
    assert completed("report", "--fail-on") == list(RELATIONS)
    assert completed("report", "--format", incomplete="s") == ["sarif"]
    assert completed("explain") == list(all_checkers())
    assert completed("explain", incomplete="a") == ["absolutes", "awareness"]
    assert completed("completion") == list(SHELLS)


def test_findings_of_the_report_that_is_named(tmp_path: Path, two_tolls: Path) -> None:
    arguments = ["report", str(two_tolls), "-o", str(tmp_path / "out"), "--format", "json"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    file = str(tmp_path / "out" / "report.json")
    (finding,) = completed("explain", "--report", file)
    assert completed("explain", "--report", file, incomplete=finding[:3]) == [finding]
    assert completed("explain", "--report", file, incomplete="x") == []
    explained = CliRunner().invoke(main, ["explain", "--report", file, finding])
    assert explained.exit_code == 0
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    assert completed("explain", "--report", str(tmp_path / "broken.json")) == []
    assert completed("explain", "--report", str(tmp_path / "nowhere.json")) == []


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_for_each_shell(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell], prog_name="factcheck")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert f"{VARIABLE}={shell}_complete" in result.stdout


def test_another_shell_is_a_slip() -> None:
    result = CliRunner().invoke(main, ["completion", "tcsh"], prog_name="factcheck")
    assert result.exit_code == 2
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish'" in result.stderr


def test_bash_completes(tmp_path: Path) -> None:
    """As an interactive bash calls it: the words typed, the place of the cursor, and the function that is set."""
    program = tmp_path / "factcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    typed = """
eval "$(factcheck completion bash)"
complete -p factcheck
COMP_WORDS=(factcheck explain ab) COMP_CWORD=2
_factcheck_completion factcheck ab explain
printf '%s\\n' "${COMPREPLY[@]}"
"""
    root = Path(__file__).resolve().parents[2]
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "PYTHONPATH": str(root), "HOME": str(tmp_path)}
    result = subprocess.run(
        ["bash", "--norc", "-c", typed], env=environment, capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
    assert result.stdout.splitlines() == ["complete -o nosort -F _factcheck_completion factcheck", "absolutes"]
