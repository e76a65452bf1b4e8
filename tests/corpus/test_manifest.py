"""corpus.toml: what it may say, and how each slip is told."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus import manifest
from factcheck.corpus.manifest import Entry
from factcheck.problems import BadManifest


def read(folder: Path, text: str) -> manifest.Manifest:
    path = folder / "corpus.toml"
    path.write_text(text, encoding="utf-8")
    return manifest.read(path)


def test_everything_a_source_may_say(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
        title = "Ferry strike"
        [[source]]
        file = "north/herald.txt"
        id = "herald"
        publisher = "The Northern Herald"
        published = 2024-02-29
        title = "Ferries stay in port"
        url = "https://herald.example/1"
        language = "en-GB"
        independent_of = ["wire"]
        [[source]]
        file = "./wire.txt"
        """,
    )
    assert found.title == "Ferry strike"
    assert found.entries == (
        Entry(
            file="north/herald.txt",
            id="herald",
            publisher="The Northern Herald",
            published=date(2024, 2, 29),
            title="Ferries stay in port",
            url="https://herald.example/1",
            language="en-GB",
            independent_of=("wire",),
        ),
        Entry(file="wire.txt"),
    )


ONE = '[[source]]\nfile = "a.txt"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = ", "corpus.toml: is not TOML"),
        ("", "corpus.toml: has no [[source]]"),
        ("title = 3\n" + ONE, "corpus.toml: key `title` must be a string"),
        ("titel = 'x'\n" + ONE, "corpus.toml: unknown key `titel`: known are title, source"),
        ('source = "a.txt"', "corpus.toml: key `source` must be a list of [[source]] tables"),
        (ONE + "[[source]]\nid = 'b'", "corpus.toml, source 2: key `file` is missing"),
        ("[[source]]\nfile = 7", "corpus.toml, source 1: key `file` must be a string"),
        ("[[source]]\nfile = ''", "corpus.toml, source 1: key `file` must be a string"),
        (ONE + "published = '2024-02-29'", "source 1 (a.txt): key `published` must be a day"),
        (ONE + "published = 2024-02-29T10:00:00Z", "source 1 (a.txt): key `published` must be a day"),
        (ONE + "published = 2024-02-30", "corpus.toml, line 3: key `published` must be a day such as 2024-05-31"),
        (ONE + "published = 2023-14-01  # May?\n", "line 3: key `published` must be a day such as 2024-05-31"),
        (ONE + "published = 3 May 2023", "without quotation marks, not 3 May 2023"),
        (ONE + "publisher = 3 May 2023", "corpus.toml: is not TOML"),
        (ONE + "language = 'English'", 'source 1 (a.txt): key `language` must be a code such as "en"'),
        (ONE + "publisher = ['x']", "source 1 (a.txt): key `publisher` must be a string"),
        (ONE + "independent_of = 'x'", "source 1 (a.txt): key `independent_of` must be a list of strings"),
        (ONE + "pubished = 2024-02-29", "source 1 (a.txt): unknown key `pubished`: known are file, id"),
        ("[[source]]\nfile = '../a.txt'", "source 1 (../a.txt): key `file` must name a file below"),
        ("[[source]]\nfile = '/etc/a.txt'", "key `file` must name a file below"),
        (ONE + "[[source]]\nfile = './a.txt'", "source 2 (a.txt): key `file` names the same file as source 1"),
    ],
)
def test_slips(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadManifest) as error:
        read(tmp_path, text)
    assert told in str(error.value)
    assert "\n" not in str(error.value)
    assert error.value.exit_code == 2


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "corpus.toml")
    with pytest.raises(BadManifest, match=r"corpus\.toml: is a pipe, not a file"):
        manifest.read(tmp_path / "corpus.toml")


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_bytes(b'title = "caf\xe9"')
    with pytest.raises(BadManifest, match="is not UTF-8"):
        manifest.read(tmp_path / "corpus.toml")
