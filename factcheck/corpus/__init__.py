"""Files to sources: what was named on the command line, as far as it can be read, and why the rest cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from factcheck import globs
from factcheck.corpus import contents
from factcheck.corpus.article import article, identifier, statement
from factcheck.corpus.listing import READABLE, Listing, listing, shown
from factcheck.corpus.manifest import FILE_NAME, Entry
from factcheck.corpus.text import NotText
from factcheck.model import Fault, Source
from factcheck.problems import BadManifest, ClashingIds

__all__ = ["Corpus", "load", "statement"]


@dataclass(frozen=True)
class Corpus:
    """Sources in the order of corpus.toml, else of their paths; faults name a file by its path in the corpus folder.

    `places`: where each of them lies, by that name.
    `titled`: somebody gave the title; false where it holds but a folder's name.
    `left_out`: the files that the settings keep from being read, with the pattern that does.
    """

    title: str
    sources: tuple[Source, ...]
    faults: tuple[Fault, ...]
    ignored: tuple[str, ...]
    places: Mapping[str, Path] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    titled: bool = True


def load(paths: Sequence[Path], ignore: Sequence[str] = ()) -> Corpus:
    """The corpus in folders and files. Raises PathMissing, UnreadableFolder, BadManifest or ClashingIds.

    A file meant as a source that cannot be read is a Fault, not an error. What a pattern of `ignore` fits, by its path
    below the folder, is not read; a file that was named itself is.
    """
    listings = sorted((listing(Path(path)) for path in paths), key=_outer_first)
    files = {
        found.folder / entry.file: (found, entry) for found in reversed(listings) for entry in reversed(found.entries)
    }
    for found in listings:
        _check_independence(found)
    named = {Path(path).resolve() for path in paths}
    left_out: list[str] = []
    for place, (_, entry) in list(files.items()):
        pattern = globs.first(shown(entry.file), ignore)
        if pattern is not None and place not in named:
            left_out.append(f"{shown(entry.file)}: not read (ignore.files, “{pattern}”)")
            del files[place]
    wanted = _prefixed([(found.folder, entry) for found, entry in reversed(files.values())])
    if len(listings) > 1:
        # However the parts were ordered on the command line, it is one corpus.
        wanted.sort(key=lambda file: file[2] + identifier(file[1]))
    read = [_source(folder, entry, prefix) for folder, entry, prefix in wanted]
    told = [found for found, _ in files.values()] or listings
    left = {found.folder / name: name for found in listings for name in found.ignored}
    return Corpus(
        title=", ".join(sorted({found.title for found in told})),
        sources=tuple(source for source in read if isinstance(source, Source)),
        faults=(
            *(fault for found in listings for fault in found.faults),
            *(fault for fault in read if isinstance(fault, Fault)),
        ),
        ignored=tuple(sorted(name for place, name in left.items() if place not in files)),
        places={prefix + shown(entry.file): folder / entry.file for folder, entry, prefix in wanted},
        left_out=tuple(sorted(left_out)),
        titled=all(found.titled for found in told),
    )


def _outer_first(found: Listing) -> tuple[tuple[str, ...], bool]:
    """Where two listings hold one file, the outer folder's counts, and the one that says more of it."""
    return found.folder.parts, all(entry == Entry(entry.file) for entry in found.entries)


def _prefixed(wanted: Sequence[tuple[Path, Entry]]) -> list[tuple[Path, Entry, str]]:
    """Each file with what stands before its id: its folder's name where a file of another folder has the same id.

    Raises ClashingIds where that does not tell them apart.
    """
    folders: dict[str, set[Path]] = {}
    for folder, entry in wanted:
        folders.setdefault(identifier(entry), set()).add(folder)
    prefixed: list[tuple[Path, Entry, str]] = []
    first: dict[str, Path] = {}
    for folder, entry in wanted:
        name = identifier(entry)
        prefix = f"{shown(folder.name)}/" if len(folders[name]) > 1 and entry.id is None else ""
        other = first.setdefault(prefix + name, folder / entry.file)
        if other != folder / entry.file:
            raise ClashingIds(prefix + name, shown(other), shown(folder / entry.file))
        prefixed.append((folder, entry, prefix))
    called = {(folder, identifier(entry)): prefix + identifier(entry) for folder, entry, prefix in prefixed}
    return [
        (
            folder,
            replace(entry, independent_of=tuple(called.get((folder, name), name) for name in entry.independent_of)),
            prefix,
        )
        for folder, entry, prefix in prefixed
    ]


def _check_independence(found: Listing) -> None:
    """Raises BadManifest where `independent_of` names what is no source of its corpus.toml."""
    known = [identifier(entry) for entry in found.entries]
    for number, entry in enumerate(found.entries, start=1):
        for name in entry.independent_of:
            if name not in known:
                wrong = f"key `independent_of` names {name!r}, which is no source here: known are {', '.join(known)}"
                raise BadManifest(found.folder / FILE_NAME, f"source {number} ({entry.file})", wrong)


def _source(folder: Path, entry: Entry, prefix: str) -> Source | Fault:
    """The source, or why there is none: nothing that one file holds may stop the others."""

    def fault(reason: str) -> Fault:
        return Fault(prefix + shown(entry.file), "corpus", reason)

    path = folder / entry.file
    suffix = PurePosixPath(entry.file).suffix.lower()
    if suffix not in READABLE:
        return fault(f"is in a format that cannot be read: {suffix or 'no extension'}; known are {', '.join(READABLE)}")
    try:
        return article(entry, contents.read(path), prefix)
    except FileNotFoundError:
        if path.is_symlink():
            return fault("is a link to a file that is not there")
        return fault("is not there: correct `file` in corpus.toml, or take the source out")
    except OSError as error:
        return fault(f"cannot be read: {error.strerror}")
    except NotText as error:
        return fault(str(error))
    except Exception as error:  # a text that the reading trips over is reported, and the rest goes on
        return replace(fault(f"could not be read: {type(error).__name__}: {error}"), stage="reading")
