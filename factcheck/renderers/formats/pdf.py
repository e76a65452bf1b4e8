"""The brief as PDF: the same page as the HTML, set by WeasyPrint with the bundled fonts and nothing from outside."""

from __future__ import annotations

import dataclasses
import sys

from factcheck.identity import sha256
from factcheck.model import Report
from factcheck.problems import PangoMissing
from factcheck.renderers import fonts, page, scripts, view
from factcheck.renderers.characters import has_right_to_left
from factcheck.renderers.choices import DEFAULT, Choices
from factcheck.renderers.formats import report_json
from factcheck.renderers.templates_folder import Templates

# WeasyPrint needs about 0.2 s and 2 MB a page. ROOM mostly fills fewer pages; where its findings are long ones it is
# cut down to these. The rest is in the HTML and the JSON.
MOST_PAGES = 100
ROOM = view.Room(
    matters=60,
    problems=80,
    consistent=80,
    sayings=60,
    speakers=60,
    questions=40,
    articles=100,
    faults=100,
    each=2,
    sentences=300,
)


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """Equal reports give equal bytes. Raises PangoMissing without Pango, RuntimeError if the page asks for a file."""
    try:
        # Importing WeasyPrint takes over half a second and loads Pango: only this format pays for it.
        from factcheck.renderers import typesetting
    except OSError as error:
        raise PangoMissing(sys.platform) from error
    templates = Templates(choices.templates)
    whole = report_json.render(report)
    carried = [typesetting.attachment("report.json", whole, "The report as data", report.as_of)]

    def _typeset(room: view.Room, most_pages: int | None) -> bytes:
        brief = view.build(report, room)
        paper = f"@media print{{@page{{size:{choices.paper}}}}}"
        sheet = page.stylesheet(templates) + paper
        markup = page.fill(brief, templates, page.Frame(sheet, attached=choices.attach))
        told = markup.replace(sheet, "")
        if fonts.lacking(told, sheet, templates):  # mostly not, and filling twice takes a twentieth of the whole
            sheet = page.stylesheet(templates) + scripts.declared(told, templates) + paper
            uncovered = fonts.uncovered(told, sheet, templates)
            markup = page.fill(brief, templates, page.Frame(sheet, uncovered=uncovered, attached=choices.attach))
        if templates.own is None:
            markup = _unisolated(markup)
        attached = carried if choices.attach else []
        return typesetting.typeset(markup, sha256(whole)[:32], templates, attached, most_pages)

    room = ROOM
    while True:
        try:
            return _typeset(room, MOST_PAGES)
        except typesetting.TooManyPages as long:
            less = _scaled(room, 0.95 * MOST_PAGES / long.pages)
        if less == room:
            return _typeset(room, None)
        room = less


def _unisolated(markup: str) -> str:
    """`markup` without `<bdi>` where no letter runs from right to left: there it changes nothing, but every one is a
    box to set, which is an eighth of the time.
    """
    return markup if has_right_to_left(markup) else markup.replace("<bdi>", "").replace("</bdi>", "")


def _scaled(room: view.Room, factor: float) -> view.Room:
    """`room` with `factor` of each number of it, one at least."""
    numbers = {name: value and max(1, int(value * factor)) for name, value in dataclasses.asdict(room).items()}
    return view.Room(**numbers)
