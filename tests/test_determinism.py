"""The same articles give the same bytes, whatever the hash seed, time zone, locale, or way of naming the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent

ARTICLES = {
    "courier.txt": """Karsund ferry inquiry promised

9 May 2024

The sinking of the ferry Hilma in Karsund in Norway on 6 May 2024 killed 48 people, the coast guard said.

“Every time a ship is lost we publish a report,” said Marit Solvang, a spokeswoman for the Maritime Authority. “We are
open about it.”
""",
    "herald.txt": """Ferry sinks off Karsund

9 May 2024

The sinking of the ferry Hilma in Karsund in Norway on 6 May 2024 killed 31 people, the mayor said.

About 120 people were on board – 90 of them students – said Odd Håkonsen, who owns the ferry.
""",
    "post.txt": """“No report”: relatives accuse the authority

9 May 2024

The sinking of the ferry Hilma in Karsund in Norway on 6 May 2024 killed at least 48 people, rescue workers said.

The Maritime Authority has published only a handful of reports since 2019, a union said.
""",
}

FORMATS = ("html", "pdf", "json", "findings")
FILES = ("brief.html", "brief.pdf", "findings.txt", "report.json", "manifest.json")

# How the folder is named, and what of its surroundings a run might depend on.
RUNS = {
    "relative": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    "absolute": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    "slash": {"PYTHONHASHSEED": "4294967295", "TZ": "Pacific/Pago_Pago", "LC_ALL": "en_US.UTF-8"},
}
# Half an hour before midnight: in two of the time zones it is another day.
EPOCH = "1767223800"


def start(name: str, folder: Path) -> subprocess.Popen[str]:
    """A run of `factcheck report` over the story in `folder`, which writes beside it."""
    named = {"relative": "ferry", "absolute": str(folder / "ferry"), "slash": "./ferry/"}[name]
    formats = [word for wanted in FORMATS for word in ("--format", wanted)]
    command = [sys.executable, "-m", "factcheck", "report", named, "-o", f"out-{name}", *formats]
    known = {**os.environ, **RUNS[name], "PYTHONPATH": str(REPOSITORY), "SOURCE_DATE_EPOCH": EPOCH}
    return subprocess.Popen(command, cwd=folder, env=known, stderr=subprocess.PIPE, encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """What each run wrote, by file."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "ferry").mkdir()
    for name, text in ARTICLES.items():
        (folder / "ferry" / name).write_text(text, encoding="utf-8")
    running = {name: start(name, folder) for name in RUNS}
    for name, process in running.items():
        _, told = process.communicate(timeout=120)
        assert process.returncode == 0, f"{name}: {told}"
    return {name: {file.name: file.read_bytes() for file in (folder / f"out-{name}").iterdir()} for name in RUNS}


@pytest.mark.parametrize("file", FILES)
def test_equal_bytes(made: dict[str, dict[str, bytes]], file: str) -> None:
    first, *others = RUNS
    assert [name for name in others if made[name][file] != made[first][file]] == []


def test_there_is_something_to_compare(made: dict[str, dict[str, bytes]]) -> None:
    for files in made.values():
        assert set(FILES) == set(files)
        found = files["findings.txt"].decode("utf-8").splitlines()
        relations = [line.partition("\t")[0] for line in found]
        assert {"conflict", "agree"} <= set(relations) <= {"conflict", "tension", "agree"}
