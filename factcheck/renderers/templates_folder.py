"""Where the brief's templates, stylesheet, script and fonts lie: a newsroom's own folder first, then the program's."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def choose(package: Path) -> Path:
    """`package`/templates if it is there, else the folder `templates` beside `package`; else FileNotFoundError.

    A wheel has the first, an editable install only the second.
    """
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "brief.html.j2").is_file():
            return folder
    raise FileNotFoundError("the brief's templates are missing from this installation; install factcheck again")


@functools.cache
def folder() -> Path:
    """The folder of this installation."""
    return choose(PACKAGE)


@functools.cache
def data(name: str) -> bytes:
    """A file of this installation's folder, by its name there."""
    return (folder() / name).read_bytes()


@dataclass(frozen=True)
class Templates:
    """The files of a brief: those of `own`, where it has them, else this installation's."""

    own: Path | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where to look, in order."""
        return (self.own, folder()) if self.own else (folder(),)

    def data(self, name: str) -> bytes:
        """A file by its name below the folder; FileNotFoundError if neither folder has it."""
        for place in self.folders:
            if (place / name).is_file():
                return (place / name).read_bytes()
        raise FileNotFoundError(f"no {name} among the templates")

    def text(self, name: str) -> str:
        """A stylesheet or script as text."""
        return self.data(name).decode("utf-8")

    def fonts(self) -> tuple[str, ...]:
        """The names of all fonts, as a stylesheet writes them."""
        found = {path.name for place in self.folders for path in (place / "fonts").glob("*.ttf")}
        return tuple(f"fonts/{name}" for name in sorted(found))


BUNDLED = Templates()
