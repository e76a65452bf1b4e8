"""One file's bytes, and what is known of it, to a Source: its text, its title and its day."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from factcheck import identity
from factcheck.corpus import language, text
from factcheck.corpus.listing import shown
from factcheck.corpus.manifest import Entry
from factcheck.model import Source


def identifier(entry: Entry) -> str:
    """The id of an entry's source: the one it is given, else its path without extension.

    Composed, since one file system gives back composed letters and another single ones for the same name.
    """
    return entry.id or unicodedata.normalize("NFC", shown(str(PurePosixPath(entry.file).with_suffix(""))))


def article(entry: Entry, data: bytes, prefix: str = "") -> Source:
    """The Source that `data` holds, with `prefix` before its id and its path. Raises NotText."""
    characters = text.decode(data)
    read = _front(characters)
    day, origin = (entry.published, "manifest") if entry.published else (read.day, read.origin)
    return Source(
        id=prefix + identifier(entry),
        path=prefix + shown(entry.file),
        sha256=identity.sha256(data),
        title=entry.title or read.title or shown(PurePosixPath(entry.file).name),
        text=characters,
        publisher=entry.publisher or None,
        published=day,
        published_from=origin,
        url=entry.url or None,
        language=entry.language or language.of(characters),
        independent_of=entry.independent_of,
    )


def statement(name: str, words: str) -> Source:
    """A Source of `words` that come from no file; lone surrogates, which no encoding can write, are replaced."""
    characters = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    read = _front(characters)
    return Source(
        id=name,
        path=name,
        sha256=identity.sha256(characters.encode("utf-8")),
        title=read.title or name,
        text=characters,
        # What the sentence of a finding calls it where nobody else is credited.
        publisher=f"statement {name.upper()}",
        published=read.day,
        published_from=read.origin,
    )


@dataclass(frozen=True)
class _Front:
    """What a text says of itself at its top: its title, its day, and where the day stands."""

    title: str
    day: date | None
    origin: str | None


def _front(characters: str) -> _Front:
    from factcheck.reading import paragraphs, publication

    blocks = paragraphs.split(characters)
    found = publication.find(characters, blocks)
    title = " ".join(paragraphs.title(characters, blocks).split())
    return _Front(title, found.day, found.origin if found.day else None)
