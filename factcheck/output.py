"""Writing what a run made into its folder, so that a reader never meets half a file or a mixture of two runs.

All files are written beside their places and flushed to disk before the first is renamed: a disk that fills up leaves
the earlier run as it was. manifest.json, which names and hashes them all, comes last. A run that is killed leaves whole
files, and the next run clears its remains away.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from factcheck.identity import sha256
from factcheck.problems import OutputLocked, UnwritableOutput

MANIFEST = "manifest.json"
DATE = "{date}"
SCHEMA = "factcheck-manifest/1"

_UNFINISHED = ".factcheck-unfinished"
_LOCK_FILE = ".factcheck-lock"
# While a run writes: files that no manifest names yet. A run that is killed leaves it, and the next one believes it.
_BEGUN = ".factcheck-begun"


def write(folder: Path, made: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write `made` (file name to contents) and the manifest; the paths written, manifest last. Call it inside `locked`.

    Files of earlier runs, also of one that was killed, that are not in `made` are removed; all else is left alone.
    Raises UnwritableOutput, and ValueError for a name with a path in it.
    """
    for name in made:
        if not _is_bare(name) or name == MANIFEST:
            raise ValueError(f"{name!r} cannot be the name of an output file")
    try:
        known, begun = _named(folder / MANIFEST), _named(folder / _BEGUN)
        earlier = dict.fromkeys((*known, *begun))
        _clear_unfinished(folder)
        ready = [_prepared(folder / name, contents) for name, contents in {**made, MANIFEST: manifest(made)}.items()]
        if unnamed := sorted({*made, *begun} - {*known}):
            files = [{"name": name} for name in unnamed]
            _replace(folder / _BEGUN, json.dumps({"schema": SCHEMA, "files": files}).encode())
        for name, unfinished in zip(made, ready, strict=False):
            unfinished.replace(folder / name)
        for name in earlier:
            if name not in made:
                (folder / name).unlink(missing_ok=True)
        ready[-1].replace(folder / MANIFEST)
        (folder / _BEGUN).unlink(missing_ok=True)
        _flush_folder(folder)
    except BaseException as error:
        with contextlib.suppress(OSError):
            _clear_unfinished(folder)
        if isinstance(error, OSError):
            raise UnwritableOutput(folder, error.strerror or str(error)) from error
        raise
    return tuple(folder / name for name in (*made, MANIFEST))


def dated(folder: Path, day: date) -> Path:
    """`folder` with {date} in its name as the day: reports/{date} is reports/2024-05-31."""
    return folder.with_name(folder.name.replace(DATE, day.isoformat()))


def keep(folder: Path, number: int) -> tuple[Path, ...]:
    """Of the folders that `folder`, with {date} in its name, was written as, keep the newest `number`; those removed.

    Only what an old run's manifest names is removed; a folder that holds anything else stays. Raises UnwritableOutput.
    """
    before, _, after = (re.escape(part) for part in folder.name.partition(DATE))
    name = re.compile(rf"{before}\d{{4}}-\d\d-\d\d{after}")
    runs = sorted((place for place in folder.parent.glob("*") if name.fullmatch(place.name)), reverse=True)
    old = [place for place in runs if (place / MANIFEST).is_file()][number:]
    try:
        for place in old:
            _clear_unfinished(place)
            for file in (*_named(place / _BEGUN), *_named(place / MANIFEST), MANIFEST, _BEGUN, _LOCK_FILE):
                (place / file).unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                place.rmdir()
    except OSError as error:
        raise UnwritableOutput(folder.parent, error.strerror or str(error)) from error
    return tuple(old)


def rewrite(path: Path, contents: bytes) -> None:
    """One file outside an output folder, whole or not at all; where a link leads. Raises UnwritableOutput."""
    try:
        _replace(path.resolve(), contents)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round
        raise UnwritableOutput(path, getattr(error, "strerror", None) or str(error)) from error


def manifest(made: Mapping[str, bytes]) -> bytes:
    """manifest.json: every file with its size in bytes and its sha256, by name."""
    files = [{"name": name, "bytes": len(made[name]), "sha256": sha256(made[name])} for name in sorted(made)]
    return (json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold `folder`, made if need be, against other runs. Raises OutputLocked at once if another one holds it.

    The lock ends with the process that holds it, however that ends: no stale lock is ever left to clear away.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _lock(folder)
    except BlockingIOError as error:
        raise OutputLocked(folder) from error
    except OSError as error:
        raise UnwritableOutput(folder, error.strerror or str(error)) from error
    try:
        yield
    finally:
        os.close(handle)


def _lock(folder: Path) -> int:
    """A handle that holds the lock: on the folder itself, or on a file in it where a file system locks no folders."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return handle
    except BlockingIOError:
        os.close(handle)
        raise
    except OSError:
        os.close(handle)
    handle = os.open(folder / _LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


def _replace(path: Path, contents: bytes) -> None:
    """Put `contents` at `path` whole or not at all; a link there is replaced, not followed."""
    unfinished = _prepared(path, contents)
    try:
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def _prepared(path: Path, contents: bytes) -> Path:
    """A file beside `path` that holds all of `contents`, on disk; none is left where it cannot be written."""
    unfinished = path.with_name(f".{path.name}{_UNFINISHED}")
    try:
        with unfinished.open("xb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    return unfinished


def _flush_folder(folder: Path) -> None:
    """Make the renames last through a power cut; not every file system can, and then there is nothing to do."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear_unfinished(folder: Path) -> None:
    for path in sorted(folder.glob(f".*{_UNFINISHED}")):
        path.unlink(missing_ok=True)


def _named(list_of_files: Path) -> tuple[str, ...]:
    """What a manifest names. It is a file like any other: a name that leads elsewhere is not believed."""
    try:
        known = json.loads(list_of_files.read_text(encoding="utf-8"))
        names = [entry["name"] for entry in known["files"]] if known["schema"] == SCHEMA else []
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return ()
    return tuple(name for name in names if isinstance(name, str) and _is_bare(name) and name != MANIFEST)


def _is_bare(name: str) -> bool:
    return name not in ("", ".", "..") and "\0" not in name and not {"/", "\\"} & set(name)
