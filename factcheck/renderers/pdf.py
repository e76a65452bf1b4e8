"""The brief as PDF: the same page as the HTML, set by WeasyPrint with the bundled fonts and nothing from outside."""

from __future__ import annotations

import sys

from factcheck.identity import sha256
from factcheck.model import Report
from factcheck.problems import PangoMissing
from factcheck.renderers import fonts, page, report_json, view
from factcheck.renderers.choices import DEFAULT, Choices
from factcheck.renderers.templates_folder import Templates

# WeasyPrint needs about 0.2 s and 2 MB a page. This is some 100 pages; the rest is in the HTML and the JSON.
ROOM = view.Room(
    matters=60, problems=80, consistent=80, sayings=60, speakers=60, questions=40, articles=100, faults=100, each=2
)


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """Equal reports give equal bytes. Raises PangoMissing without Pango, RuntimeError if the page asks for a file."""
    try:
        # Importing WeasyPrint takes over half a second and loads Pango: only this format pays for it.
        from factcheck.renderers import typesetting
    except OSError as error:
        raise PangoMissing(sys.platform) from error
    brief = view.build(report, ROOM)
    templates = Templates(choices.templates)
    uncovered = fonts.uncovered(page.fill(brief, templates), templates)
    sheet = f"{page.stylesheet(templates)}@media print{{@page{{size:{choices.paper}}}}}"
    markup = page.fill(brief, templates, page.Frame(sheet, uncovered=uncovered, attached=choices.attach))
    whole = report_json.render(report)
    carried = [typesetting.attachment("report.json", whole, "The report as data", report.as_of)]
    return typesetting.typeset(markup, sha256(whole)[:32], templates, carried if choices.attach else [])
