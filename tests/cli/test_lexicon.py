"""`factcheck lexicon check`, and packs of one's own in a report: what cannot be merged is told by place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

# A verb that no lexicon has.
PACK = """
[[entry]]
id = "maroon"
sense = "to leave cut off by water"
words = ["maroon", "cut off by water", "leave stranded by water"]
verbs = ["maroon"]
"""


def check(folder: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["lexicon", "check", str(folder), *more])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "events.toml").write_text(PACK, encoding="utf-8")
    return folder


def test_a_sound_pack_is_silent(pack: Path) -> None:
    assert (check(pack).exit_code, check(pack).output) == (0, "")


@pytest.mark.parametrize(
    ("file", "text", "wrong"),
    [
        ("event.toml", PACK, "extends no lexicon: perhaps events?"),
        ("events.toml", PACK.replace("verbs", "verb"), "entry maroon: unknown key `verb`: perhaps verbs?"),
        ("events.toml", PACK.replace("sense", "# sense"), "entry maroon: `sense` is missing"),
        ("events.toml", PACK.replace('"maroon", "cut off by water", ', ""), "1 words: list at least 3"),
        ("events.toml", PACK.replace("[[entry]]", "[[entries]]"), "unknown table `entries`: perhaps entry?"),
        ("events.toml", PACK.replace("[[entry]]", "[entry]"), "`entry` is not [[a list of tables]]"),
        ("events.toml", PACK + PACK, "entry maroon: there is one of that name already"),
        ("events.toml", PACK + "x", "Expected '='"),
    ],
)
def test_what_cannot_be_merged_is_told_by_place(pack: Path, file: str, text: str, wrong: str) -> None:
    (pack / "events.toml").unlink()
    (pack / file).write_text(text, encoding="utf-8")
    result = check(pack)
    assert result.exit_code == 1
    assert wrong in result.output
    assert str(pack / file) in result.output


def test_clashes_are_shown_and_fail_nothing(pack: Path) -> None:
    (pack / "events.toml").write_text(PACK.replace('verbs = ["maroon"]', 'verbs = ["kill"]'), encoding="utf-8")
    result = check(pack)
    assert result.exit_code == 0
    assert "maroon: “kill” stands in kill too" in result.output


def test_what_a_pack_changes_over_a_corpus(pack: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    text = "The river rose on Monday.\n\nThe flood marooned 14 villagers in Korrin on Monday, the mayor said.\n"
    (corpus / "a.txt").write_text(text, encoding="utf-8")
    assert "nothing changed" in check(pack, "--over", str(corpus), "--as-of", "2031-04-09").output
    own = tmp_path / "factcheck.toml"
    own.write_text('[lexicons]\nown = ["words"]\n', encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "--config", str(own), "claims", str(corpus), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert '"class": "maroon"' in done.stdout
