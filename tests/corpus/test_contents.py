"""Files that are no articles: none of them may keep a run waiting, fill the memory, or pass for a text."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck import corpus
from factcheck.corpus import contents
from factcheck.corpus.text import NotText


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def unix_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket has little room
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2 << 30)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (folder, "is a folder, not a file"),
        (pipe, "is a pipe, not a file"),
        (unix_socket, "is a socket, not a file"),
        (endless, "is a device, not a file"),
        (sparse, "is larger than 2 MB, which no article is: give each article a file of its own"),
    ],
)
def test_what_is_no_article(make: Callable[[Path], None], reason: str, tmp_path: Path) -> None:
    make(tmp_path / "a.txt")
    with pytest.raises(NotText, match=f"^{reason}$"):
        contents.read(tmp_path / "a.txt")


@pytest.mark.parametrize(("size", "fits"), [(contents.LARGEST, True), (contents.LARGEST + 1, False)])
def test_the_largest_file(size: int, fits: bool, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * size)
    if fits:
        assert len(contents.read(tmp_path / "a.txt")) == size
    else:
        with pytest.raises(NotText, match="larger"):
            contents.read(tmp_path / "a.txt")


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The first line", encoding="utf-8")
    fstat = os.fstat

    def written_meanwhile(handle: int) -> os.stat_result:
        found = fstat(handle)
        with path.open("a", encoding="utf-8") as file:
            file.write(", and more")
        return found

    monkeypatch.setattr(os, "fstat", written_meanwhile)
    with pytest.raises(NotText, match=r"^changed while it was read"):
        contents.read(path)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that every user may enter, which those of a test are not."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture
def as_somebody() -> Iterator[None]:
    """Root may read everything: what is forbidden shows only to another user."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


def test_a_file_that_may_not_be_read(open_to_all: Path, request: pytest.FixtureRequest) -> None:
    (open_to_all / "open.txt").write_text("The bridge is closed, the council said.\n", encoding="utf-8")
    (open_to_all / "secret.txt").write_text("The bridge is open, the mayor said.\n", encoding="utf-8")
    (open_to_all / "secret.txt").chmod(0)
    (open_to_all / "locked").mkdir(mode=0)
    corpus.load([open_to_all])  # what is loaded when it is first needed
    request.getfixturevalue("as_somebody")
    loaded = corpus.load([open_to_all])
    assert [source.id for source in loaded.sources] == ["open"]
    assert [(fault.source, fault.reason) for fault in loaded.faults] == [
        ("locked", "cannot be looked into: Permission denied"),
        ("secret.txt", "cannot be read: Permission denied"),
    ]
