"""A draft's brief in a browser: the story line by line is accessible, and nothing of it runs off the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe

from factcheck.model import Note, Story, StorySentence
from factcheck.renderers.formats import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLOOD = sample.flood()
LEAD = FLOOD.findings[0]
NOTES = (
    Note(
        "finding", "twelve, and nineteen.", 4, LEAD.relation, LEAD.id, LEAD.evidence[0].id, sides=(LEAD.evidence[0].b,)
    ),
    Note("finding", "the headline has twelve.", 4, "tension", LEAD.id, LEAD.evidence[0].id, within=True),
    Note("figures", f"people: the archive gives {'9'} to {'12'}; " * 9, 4, sides=(LEAD.evidence[0].b,)),
    Note("quotation", "the words are told as reported speech.", 4),
    Note("unknown", "the archive has no figure like “4”.", 4),
)
STORY = Story(
    FLOOD.sources[0].id,
    (
        StorySentence(10, 60, 4, "A sentence of the story with much said of it.", "conflict", NOTES),
        StorySentence(70, 90, 6, "One with nothing.", "unknown"),
    ),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_story_line_by_line_is_accessible_and_fits(
    browser: Browser, tmp_path: Path, width: int, scheme: str
) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(html.render(replace(FLOOD, story=STORY)))
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    rows = page.locator("table.story tbody tr")
    assert rows.count() == len(STORY.sentences)
    assert rows.first.locator("p").count() == len(NOTES)
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
