"""Where the brief's template, stylesheet and fonts lie: in the package (wheel), else beside it (editable install)."""

from __future__ import annotations

import functools
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def choose(package: Path) -> Path:
    """`package`/templates if it is there, else the folder `templates` beside `package`; else FileNotFoundError."""
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "brief.html.j2").is_file():
            return folder
    raise FileNotFoundError("the brief's templates are missing from this installation; install factcheck again")


@functools.cache
def folder() -> Path:
    """The folder of this installation."""
    return choose(PACKAGE)


@functools.cache
def text(name: str) -> str:
    """A template or stylesheet as text."""
    return (folder() / name).read_text(encoding="utf-8")


@functools.cache
def data(name: str) -> bytes:
    """A font as bytes; `name` is relative to the folder, as the stylesheet writes it."""
    return (folder() / name).read_bytes()
