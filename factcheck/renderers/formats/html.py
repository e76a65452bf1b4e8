"""The brief as one self-contained HTML file: no request to anywhere, fonts and script inside."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.renderers import fonts, page, view
from factcheck.renderers.choices import DEFAULT, Choices
from factcheck.renderers.templates_folder import Templates


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """UTF-8. The page is filled twice: its own text decides which characters the fonts must have."""
    brief = view.build(report, texts=choices.texts)
    templates = Templates(choices.templates)
    plain = page.fill(brief, templates, page.Frame(screen=True))
    sheet = page.stylesheet(templates)
    frame = page.Frame(
        stylesheet=fonts.inlined(sheet, plain, templates),
        script=page.script(templates),
        uncovered=fonts.uncovered(plain, sheet, templates),
        screen=True,
    )
    return page.fill(brief, templates, frame).encode("utf-8")
