"""How the flood's brief is worded, drawn and laid out: snapshots, one a file, to be read when they change."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pypdf
import pytest
import sample

from factcheck.model import Report
from factcheck.renderers import page, view
from factcheck.renderers.choices import Choices
from factcheck.renderers.formats import markdown
from factcheck.renderers.view import figures

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture


def kept(regression: FileRegressionFixture, text: str, name: str, extension: str = ".txt") -> None:
    regression.check(text, basename=name, extension=extension, encoding="utf-8", newline="\n")


def test_page(file_regression: FileRegressionFixture) -> None:
    text = page.fill(view.build(sample.flood()), frame=page.Frame(screen=True))
    kept(file_regression, re.sub(r"\n{2,}", "\n", text), "page", ".html")


def test_markdown(file_regression: FileRegressionFixture) -> None:
    kept(file_regression, markdown.render(sample.flood()).decode("utf-8"), "markdown", ".md")


@pytest.mark.parametrize(("name", "report"), [("plots-flood", sample.flood()), ("plots-extreme", sample.extreme())])
def test_plots(name: str, report: Report, file_regression: FileRegressionFixture) -> None:
    made = figures.chart(report.findings[0], view.numbered(report.sources), "plot")
    kept(file_regression, "\n".join([*made.wide, *made.narrow]).replace("><", ">\n<"), name, ".svg")


def test_paper(file_regression: FileRegressionFixture) -> None:
    """Words a page, outline, links and attachments: what a reader of the PDF has, the same on every system."""
    pdf = pytest.importorskip("factcheck.renderers.formats.pdf")
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(sample.flood(), Choices(paper="A4"))))
    lines = [f"{key} {value}" for key, value in sorted((reader.metadata or {}).items())]
    for number, sheet in enumerate(reader.pages, start=1):
        links = [note for note in sheet.get("/Annots", []) if note.get_object()["/Subtype"] == "/Link"]
        lines += ["", f"page {number}, {len(links)} links", re.sub(r"[ \t]+", " ", sheet.extract_text())]
    lines += ["", "outline", *_outline(reader.outline), "", "attached", *reader.attachments]
    kept(file_regression, "\n".join(line.rstrip() for line in lines) + "\n", "paper")


def _outline(entries: list[object], depth: int = 0) -> list[str]:
    found: list[str] = []
    for entry in entries:
        found += _outline(entry, depth + 1) if isinstance(entry, list) else [f"{'  ' * depth}{entry.title}"]  # type: ignore[attr-defined]
    return found
