"""The brief as one self-contained HTML file: no script, no request to anywhere, fonts inside."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.renderers import fonts, page, view


def render(report: Report) -> bytes:
    """UTF-8. The page is filled twice: its own text decides which characters the fonts must have."""
    brief = view.build(report)
    plain = page.fill(brief)
    return page.fill(brief, fonts.inlined(page.stylesheet(), plain), fonts.uncovered(plain)).encode("utf-8")
