"""`factcheck draft`: comments by line, a brief in a folder of its own, and the archive's own quarrels left aside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

STORY = """Korrin after the flood

The flood in Korrin killed 20 people on Monday, the county said.

“We will pay for every house,” said mayor Ilse Brandvold.

Some 5,000 people marched through Lindau on Sunday.
"""
ARCHIVE = {
    "harbour.txt": "The flood in Korrin killed 14 people on Monday, the police said.\n",
    "valley.txt": "The flood in Korrin killed 31 people on Monday, the rescue service said.\n",
    "coast.txt": "“We will pay for every house,” said mayor Ilse Brandvold.\n",
}


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    for name, text in ARCHIVE.items():
        (tmp_path / "archive" / name).write_text(text, encoding="utf-8")
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return Path("story.txt")


def draft(story: Path, *more: str) -> Result:
    arguments = ["draft", str(story), "--against", "archive", "--as-of", "2031-04-09", *more]
    return CliRunner().invoke(main, arguments)


def test_each_claim_is_contradicted_told_again_or_not_known(story: Path) -> None:
    result = draft(story, "--format", "json")
    assert result.exit_code == 0, result.output
    said = [line.split(" ", 2)[:2] for line in result.stdout.splitlines()]
    assert said == [
        ["story.txt:3:", "conflict:"],
        ["story.txt:3:", "conflict:"],
        ["story.txt:5:", "agree:"],
        ["story.txt:7:", "not"],
    ]
    report = json.loads(Path("reports/draft-story/report.json").read_bytes())
    sides = [{item["a"]["source"], item["b"]["source"]} for f in report["findings"] for item in f["evidence"]]
    assert all("story" in pair for pair in sides)


def test_the_brief_goes_into_a_folder_of_its_own_and_over_no_other(story: Path) -> None:
    draft(story, "--format", "json")
    draft(story, "--format", "json")
    assert sorted(path.name for path in Path("reports").iterdir()) == ["draft-story", "draft-story-2"]
    draft(story, "--format", "json", "-o", "mine")
    draft(story, "--format", "json", "-o", "mine")
    assert sorted(path.name for path in Path().glob("mine*")) == ["mine"]


def test_a_draft_that_lies_in_the_archive_is_no_witness_to_itself(story: Path) -> None:
    Path("archive", "story.txt").write_text(STORY, encoding="utf-8")

    Path("archive", "other.txt").write_text(STORY.replace("Lindau", "Malm"), encoding="utf-8")
    again = draft(Path("archive", "story.txt"), "--format", "json", "-o", "out")
    sources = json.loads(Path("out/report.json").read_bytes())["sources"]
    assert [source["path"] for source in sources].count("story.txt") == 1
    assert again.exit_code == 0


def test_a_conflict_fails_where_asked_and_an_empty_archive_is_told(story: Path) -> None:
    assert draft(story, "--format", "json", "--fail-on", "conflict").exit_code == 1
    assert draft(story, "--format", "json", "--fail-on", "drift").exit_code == 0
    for path in Path("archive").iterdir():
        path.unlink()
    result = draft(story)
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1
