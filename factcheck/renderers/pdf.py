"""The brief as PDF: the same page as the HTML, set by WeasyPrint with the bundled fonts and nothing from outside."""

from __future__ import annotations

import sys

from factcheck.identity import sha256
from factcheck.model import Report
from factcheck.problems import PangoMissing
from factcheck.renderers import fonts, page, report_json, view

# WeasyPrint needs about 0.2 s and 2 MB a page. This is some 100 pages; the rest is in the HTML and the JSON.
ROOM = view.Room(evidence=150, each=4, consistent=200)


def render(report: Report) -> bytes:
    """Equal reports give equal bytes. Raises PangoMissing without Pango, RuntimeError if the page asks for a file."""
    try:
        # Importing WeasyPrint takes over half a second and loads Pango: only this format pays for it.
        from factcheck.renderers import typesetting
    except OSError as error:
        raise PangoMissing(sys.platform) from error
    brief = view.build(report, ROOM)
    markup = page.fill(brief, page.stylesheet(), fonts.uncovered(page.fill(brief)))
    return typesetting.typeset(markup, sha256(report_json.render(report))[:32])
