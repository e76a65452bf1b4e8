"""What a run chooses about its formats, beside the report itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PAPERS = ("A4", "Letter")


@dataclass(frozen=True)
class Choices:
    """`texts`: the articles as read, by source id, for formats that show them whole; `paper`: one of PAPERS;
    `attach`: whether the PDF carries report.json; `templates`: a folder whose files win over the program's own.
    `places`: the path of an article or of a file with a fault, by its name in the report, as seen from the folder that
    the run stands in, which for a code host is the repository. `exit_code`: the run's, none where it is not known.
    `unmade`: what kept another format from being made, in words.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    paper: str = PAPERS[0]
    attach: bool = True
    templates: Path | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    exit_code: int | None = None
    unmade: tuple[str, ...] = ()

    def place(self, path: str) -> str:
        """`path`, a name of the report, as seen from the run's folder where that is known."""
        return self.places.get(path, path)


DEFAULT = Choices()
