"""Folders and files to a corpus: what counts as a source, under which id, and what is left aside or cannot be read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from factcheck import corpus, output
from factcheck.problems import BadManifest, ClashingIds, PathMissing, UnreadableFolder

ARTICLE = "Bridge closed after storm\n\nThe bridge at Osterby was closed on Monday, the council said.\n"


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def ids(loaded: corpus.Corpus) -> list[str]:
    return [source.id for source in loaded.sources]


@pytest.mark.parametrize(
    ("files", "sources", "ignored"),
    [
        (["b.txt", "a.txt"], ["a", "b"], []),
        (["a.text", "b.TXT"], ["a", "b"], []),
        (["a.txt", "gold.yaml", "picture.jpg", "README.md"], ["a"], ["README.md", "gold.yaml", "picture.jpg"]),
        (["a.txt", "deep/er/a.txt", "deep/x.png"], ["a", "deep/er/a"], ["deep/x.png"]),
        (["a.txt", ".hidden.txt", ".git/b.txt", ".note"], ["a"], []),
        (["v1.2.txt"], ["v1.2"], []),
    ],
)
def test_a_folder_without_manifest(tmp_path: Path, files: list[str], sources: list[str], ignored: list[str]) -> None:
    loaded = corpus.load([lay(tmp_path, dict.fromkeys(files, ARTICLE))])
    assert ids(loaded) == sources
    assert list(loaded.ignored) == ignored
    assert loaded.faults == ()


def test_a_source_as_read(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode()
    source = corpus.load([lay(tmp_path / "Osterby bridge", {"deep/a.txt": data})]).sources[0]
    assert (source.id, source.path) == ("deep/a", "deep/a.txt")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.text == ARTICLE.replace("\n", "\r\n")
    assert source.title == "Bridge closed after storm"
    assert (source.publisher, source.published, source.published_from) == (None, None, None)


def test_the_day_that_the_text_gives(tmp_path: Path) -> None:
    text = "Bridge closed after storm\n\nPublished: 3 May 2021\n\nThe bridge was closed, the council said.\n"
    source = corpus.load([lay(tmp_path, {"a.txt": text})]).sources[0]
    assert (source.published, source.published_from) == (date(2021, 5, 3), "dateline")


def test_the_manifest_decides(tmp_path: Path) -> None:
    told = """
        title = "A bridge"
        [[source]]
        file = "second.txt"
        id = "council paper"
        publisher = "Osterby Post"
        published = 2021-05-04
        title = "Own title"
        [[source]]
        file = "first.md"
        """
    loaded = corpus.load(
        [lay(tmp_path, {"corpus.toml": told, "first.md": ARTICLE, "second.txt": ARTICLE, "third.txt": ARTICLE})]
    )
    assert loaded.title == "A bridge"
    assert ids(loaded) == ["council paper", "first"]
    first = loaded.sources[0]
    assert (first.title, first.publisher) == ("Own title", "Osterby Post")
    assert (first.published, first.published_from) == (date(2021, 5, 4), "manifest")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b"\n \n", "is empty but for white space"),
        ("picture.txt", b"\x89PNG\x00\x00", "is no text but binary data"),
        ("page.html", b"<p>Hello</p>", "is in a format that cannot be read: .html; known are .txt, .text, .md"),
        ("article", b"Hello", "is in a format that cannot be read: no extension; known are .txt, .text, .md"),
        ("absent.txt", None, "is not there: correct `file` in corpus.toml, or take the source out"),
    ],
)
def test_faults(tmp_path: Path, name: str, content: bytes | None, reason: str) -> None:
    told = f'[[source]]\nfile = "good.txt"\n[[source]]\nfile = "{name}"\n'
    lay(tmp_path, {"corpus.toml": told, "good.txt": ARTICLE, **({} if content is None else {name: content})})
    loaded = corpus.load([tmp_path])
    assert ids(loaded) == ["good"]
    assert [(fault.source, fault.stage, fault.reason) for fault in loaded.faults] == [(name, "corpus", reason)]


FRENCH = (
    "Le pont est fermé depuis lundi, a dit le maire. Les travaux doivent commencer dans deux semaines, mais le conseil "
    "n'a pas encore voté le budget, et les habitants de la rive gauche font un long détour pour aller à l'école.\n"
)


@pytest.mark.parametrize(
    ("told", "text", "language"),
    [
        ("", ARTICLE, "en"),
        ("", FRENCH, "und"),
        ('language = "de"', ARTICLE, "de"),
        ('language = "en-GB"', FRENCH, "en-GB"),
    ],
)
def test_the_language_is_what_corpus_toml_says_else_what_the_text_shows(
    tmp_path: Path, told: str, text: str, language: str
) -> None:
    told = f'[[source]]\nfile = "a.txt"\n{told}\n'
    loaded = corpus.load([lay(tmp_path, {"corpus.toml": told, "a.txt": text})])
    assert [source.language for source in loaded.sources] == [language]
    assert loaded.faults == ()


def test_a_broken_link_is_a_fault(tmp_path: Path) -> None:
    lay(tmp_path, {"good.txt": ARTICLE})
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert [(fault.source, fault.reason) for fault in corpus.load([tmp_path]).faults] == [
        ("gone.txt", "is a link to a file that is not there"),
        ("loop.txt", "cannot be read: Too many levels of symbolic links"),
    ]


def test_linked_folders_are_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": ARTICLE})
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    loaded = corpus.load([tmp_path])
    assert (ids(loaded), loaded.ignored) == (["a"], ("round",))


def test_however_the_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay(tmp_path / "story", {"a.txt": ARTICLE, "sub/b.txt": ARTICLE, "note.yaml": "x"})
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    wanted = corpus.load([folder])
    for name in ("story", "./story/", "story/../story", "link", str(tmp_path / "link")):
        assert corpus.load([Path(name)]) == wanted
    monkeypatch.chdir(folder)
    assert corpus.load([Path()]) == wanted


def test_its_manifest_names_the_folder(tmp_path: Path) -> None:
    lay(tmp_path, {"corpus.toml": '[[source]]\nfile = "a.txt"', "a.txt": ARTICLE, "b.txt": ARTICLE})
    assert corpus.load([tmp_path / "corpus.toml"]) == corpus.load([tmp_path])


@pytest.mark.parametrize(
    ("title", "titled"), [(None, False), ("2031-04 flood", False), ("2031 04 Flood", False), ("The Arl flood", True)]
)
def test_whether_somebody_gave_the_title(tmp_path: Path, title: str | None, titled: bool) -> None:
    told = f'title = "{title}"\n' if title else ""
    listed = {"corpus.toml": f'{told}[[source]]\nfile = "a.txt"'} if title else {}
    folder = lay(tmp_path / "2031-04_flood", {**listed, "a.txt": ARTICLE})
    assert corpus.load([folder]).titled is titled


def test_single_files_and_several_folders(tmp_path: Path) -> None:
    one = lay(tmp_path / "one", {"a.txt": ARTICLE, "x.txt": ARTICLE})
    two = lay(tmp_path / "two", {"b.txt": ARTICLE, "z.md": ARTICLE})
    loaded = corpus.load([two, one / "a.txt"])
    assert ids(loaded) == ["a", "b"]
    assert loaded.title == "one, two"
    assert corpus.load([one / "a.txt", two]) == loaded
    assert ids(corpus.load([two / "z.md", two])) == ["b", "z"]
    assert corpus.load([two / "z.md", two]).ignored == ()


def test_each_file_once(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": ARTICLE, "sub/b.txt": ARTICLE})
    assert ids(corpus.load([tmp_path / "sub", tmp_path, tmp_path / "a.txt"])) == ["a", "sub/b"]


def test_what_the_manifest_says_counts_however_the_file_is_named(tmp_path: Path) -> None:
    lay(tmp_path, {"corpus.toml": '[[source]]\nfile = "a.txt"\npublisher = "P"\nid = "p"', "a.txt": ARTICLE})
    assert ids(corpus.load([tmp_path / "a.txt", tmp_path])) == ["p"]


def test_clashing_ids(tmp_path: Path) -> None:
    with pytest.raises(ClashingIds, match=r"a\.text and \S+a\.txt would both be source 'a'"):
        corpus.load([lay(tmp_path, {"a.txt": ARTICLE, "a.text": ARTICLE})])


def test_one_name_in_two_folders(tmp_path: Path) -> None:
    """Each is known by its folder too, in whatever order they are named; the others keep their ids."""
    one = lay(tmp_path / "herald", {"a.txt": ARTICLE, "b.txt": ARTICLE, "bad.txt": b""})
    two = lay(tmp_path / "post", {"a.txt": ARTICLE, "bad.txt": b""})
    loaded = corpus.load([one, two])
    assert [(source.id, source.path) for source in loaded.sources] == [
        ("b", "b.txt"),
        ("herald/a", "herald/a.txt"),
        ("post/a", "post/a.txt"),
    ]
    assert [fault.source for fault in loaded.faults] == ["herald/bad.txt", "post/bad.txt"]
    assert corpus.load([two, one]) == loaded


def test_one_name_in_two_folders_of_one_name(tmp_path: Path) -> None:
    folders = [lay(tmp_path / side / "texts", {"a.txt": ARTICLE}) for side in ("left", "right")]
    with pytest.raises(ClashingIds, match=r"left/texts/a\.txt and \S+right/texts/a\.txt would both be"):
        corpus.load(folders)


def test_one_id_given_twice(tmp_path: Path) -> None:
    told = '[[source]]\nfile = "a.txt"\nid = "x"\n'
    folders = [lay(tmp_path / side, {"a.txt": ARTICLE, "corpus.toml": told}) for side in ("left", "right")]
    with pytest.raises(ClashingIds, match="would both be source 'x'"):
        corpus.load(folders)


def test_missing_path(tmp_path: Path) -> None:
    with pytest.raises(PathMissing, match="nowhere does not exist"):
        corpus.load([tmp_path / "nowhere"])


def pipe(path: Path) -> None:
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.symlink_to(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [pipe, loop, device])
def test_a_path_that_is_neither_folder_nor_file(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "odd")
    with pytest.raises(UnreadableFolder, match="odd cannot be looked into"):
        corpus.load([tmp_path / "odd"])


def test_a_corpus_toml_that_leads_nowhere_is_not_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": ARTICLE})
    (tmp_path / "corpus.toml").symlink_to(tmp_path / "nowhere.toml")
    with pytest.raises(BadManifest, match="cannot be read"):
        corpus.load([tmp_path])


def test_bad_manifest(tmp_path: Path) -> None:
    with pytest.raises(BadManifest):
        corpus.load([lay(tmp_path, {"corpus.toml": "x = 1", "a.txt": ARTICLE})])


def test_what_a_run_left_in_the_folder_is_no_source(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": ARTICLE})
    before = corpus.load([tmp_path])
    for folder in (tmp_path / "reports", tmp_path):
        with output.locked(folder):
            output.write(folder, {"findings.txt": b"none\n", "brief.html": b"<p>"})
    assert corpus.load([tmp_path]) == before


def test_a_text_that_the_reading_trips_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.reading import paragraphs

    def trip(text: str, _: object) -> str:
        raise RecursionError(text)

    lay(tmp_path, {"bad.txt": "trip\n"})
    monkeypatch.setattr(paragraphs, "title", trip)
    loaded = corpus.load([tmp_path])
    assert [(fault.source, fault.stage) for fault in loaded.faults] == [("bad.txt", "reading")]


def test_the_sample_corpus_is_whole() -> None:
    folder = Path(__file__).resolve().parents[2] / "seeds"
    loaded = corpus.load([folder])
    assert sorted(source.path for source in loaded.sources) == sorted(path.name for path in folder.glob("*.txt"))
    assert loaded.faults == ()


INDEPENDENT = '[[source]]\nfile = "herald.txt"\nindependent_of = ["{}"]\n[[source]]\nfile = "wire.txt"\n'


def test_independent_of_names_sources_by_their_ids(tmp_path: Path) -> None:
    files = {"herald.txt": "Ferries stay in port.", "wire.txt": "Ferries sail again."}
    first = lay(tmp_path / "first", files | {"corpus.toml": INDEPENDENT.format("wire")})
    assert corpus.load([first]).sources[0].independent_of == ("wire",)
    second = lay(tmp_path / "second", files)
    assert corpus.load([first, second]).sources[0].independent_of == ("first/wire",)


def test_independent_of_names_no_stranger(tmp_path: Path) -> None:
    folder = lay(tmp_path, {"herald.txt": "Ferries stay in port.", "corpus.toml": INDEPENDENT.format("post")})
    with pytest.raises(BadManifest) as error:
        corpus.load([folder])
    told = "corpus.toml, source 1 (herald.txt): key `independent_of` names 'post', which is no source here: known are"
    assert told in str(error.value)
