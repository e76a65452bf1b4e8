"""The output folder: whole files, a manifest that is true, nothing left of an earlier run, one run at a time."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import output
from factcheck.problems import OutputLocked, UnwritableOutput

FIRST = {"brief.html": b"<p>one</p>", "report.json": b"{}\n"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_manifest_names_and_hashes_every_file(tmp_path: Path) -> None:
    written = output.write(tmp_path, FIRST)
    assert [path.name for path in written] == ["brief.html", "report.json", "manifest.json"]
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert manifest["schema"] == "factcheck-manifest/1"
    assert [entry["name"] for entry in manifest["files"]] == ["brief.html", "report.json"]
    for entry in manifest["files"]:
        contents = (tmp_path / entry["name"]).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(contents), hashlib.sha256(contents).hexdigest())


def test_equal_results_give_an_equal_manifest() -> None:
    assert output.manifest(FIRST) == output.manifest(dict(reversed(FIRST.items())))


@pytest.mark.parametrize(
    ("second", "left"),
    [
        ({"report.json": b"[]"}, ["manifest.json", "notes.txt", "report.json"]),
        ({"brief.pdf": b"%PDF"}, ["brief.pdf", "manifest.json", "notes.txt"]),
        ({}, ["manifest.json", "notes.txt"]),
    ],
)
def test_files_of_an_earlier_run_go_and_others_stay(tmp_path: Path, second: dict[str, bytes], left: list[str]) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    output.write(tmp_path, FIRST)
    output.write(tmp_path, second)
    assert names(tmp_path) == left


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "not json",
        "[]",
        "{}",
        '{"schema": "factcheck-manifest/1", "files": 3}',
        '{"schema": "of another tool", "files": [{"name": "kept.txt"}]}',
        '{"schema": "factcheck-manifest/1", "files": [{"name": "../kept.txt"}, {"name": ".."}, {"name": 7}]}',
        '{"schema": "factcheck-manifest/1", "files": [{"name": ""}, {"name": "manifest.json"}]}',
    ],
)  # fmt: skip
def test_a_manifest_that_is_not_ours_removes_nothing(tmp_path: Path, manifest: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for kept in (tmp_path / "kept.txt", folder / "kept.txt"):
        kept.write_text("kept")
    (folder / "manifest.json").write_text(manifest)
    output.write(folder, FIRST)
    assert (tmp_path / "kept.txt").exists()
    assert (folder / "kept.txt").exists()


@pytest.mark.parametrize("name", ["../x", "a/b", "..", "", "manifest.json", "a\\b"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        output.write(tmp_path, {name: b""})
    assert names(tmp_path) == []


@pytest.mark.parametrize("failing", range(5))
def test_a_disk_that_fills_up_leaves_the_earlier_run_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    output.write(tmp_path, FIRST)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    calls = iter(range(100))
    real = output.os.fsync

    def _fsync(handle: int) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(output.os, "fsync", _fsync)
    second = {"brief.html": b"<p>two</p>", "report.json": b"[2]", "brief.md": b"two"}
    with pytest.raises(UnwritableOutput, match="No space left"):
        output.write(tmp_path, second)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_remains_of_a_killed_run_are_cleared(tmp_path: Path) -> None:
    (tmp_path / ".brief.html.factcheck-unfinished").write_text("<p>ha")
    output.write(tmp_path, FIRST)
    assert names(tmp_path) == ["brief.html", "manifest.json", "report.json"]


KILLED = """
import os, sys
from pathlib import Path
from factcheck import output
left = int(sys.argv[2])
def dying(real):
    def call(*arguments):
        global left
        if not left:
            os._exit(9)
        left -= 1
        return real(*arguments)
    return call
output._prepared, Path.replace = dying(output._prepared), dying(Path.replace)
output.write(Path(sys.argv[1]), {"brief.html": b"late", "brief.md": b"late", "findings.csv": b"late"})
"""


@pytest.mark.parametrize("before", [{}, FIRST])
@pytest.mark.parametrize("written", range(10))
def test_files_of_a_run_that_was_killed_go_with_the_next(
    tmp_path: Path, before: dict[str, bytes], written: int
) -> None:
    (tmp_path / "mine.csv").write_text("kept")
    if before:
        output.write(tmp_path, before)
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(written)], check=False)
        assert done.returncode == 9
    output.write(tmp_path, {"report.json": b"[]"})
    assert names(tmp_path) == ["manifest.json", "mine.csv", "report.json"]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("kept")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "report.json").symlink_to(elsewhere)
    output.write(folder, FIRST)
    assert elsewhere.read_text() == "kept"
    assert (folder / "report.json").read_bytes() == b"{}\n"


HOLD = "import sys; from pathlib import Path; from factcheck import output\n" \
    "with output.locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"  # fmt: skip


def test_a_folder_has_one_run_at_a_time(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path / "out")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(OutputLocked) as refused, output.locked(tmp_path / "out"):
            pass
        assert refused.value.exit_code == 75
        other.kill()
    with output.locked(tmp_path / "out"):
        assert names(tmp_path / "out") == []


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableOutput), output.locked(tmp_path / "file" / "out"):
        pass
