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
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    paper: str = PAPERS[0]
    attach: bool = True
    templates: Path | None = None


DEFAULT = Choices()
