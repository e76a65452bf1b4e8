"""`diff --format html` in a real browser: it asks for nothing, fits the screen, and is accessible, light and dark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe

from factcheck.baseline import changes, dismissals
from factcheck.model import Report
from factcheck.renderers.changes import Compared, html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLOOD = sample.flood()


def later() -> Report:
    """The flood a day on: one finding gone, one changed, one dismissed, one worded anew, a source less."""
    first, gate, promise, early, _ = FLOOD.findings
    entry = dismissals.of(gate.evidence[0], who="Ann", why="no", on=FLOOD.as_of)
    findings = (
        replace(first, severity="low"),
        replace(gate, dismissals=(entry,), dismissed="dismissed"),
        replace(promise, title="Other words"),
        replace(early, id="n", evidence=(replace(sample.HOLDS, id="n", because="W" * 300),), checker="dates"),
    )
    return replace(FLOOD, findings=findings, sources=FLOOD.sources[:2])


@pytest.mark.parametrize(("old", "new"), [(FLOOD, later()), (FLOOD, sample.hostile())], ids=["later", "hostile"])
def test_in_a_browser(browser: Browser, tmp_path: Path, old: Report, new: Report) -> None:
    file = tmp_path / "changes.html"
    file.write_text(html(Compared(old, new, changes.between(old, new))), encoding="utf-8", errors="replace")
    for width in (390, 1280):
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
            asked: list[str] = []
            page.on("request", lambda made, asked=asked: asked.append(made.url))  # type: ignore[misc]
            page.goto(file.as_uri())
            found = Axe().run(page).response
            assert [(fault["id"], fault["nodes"][0]["target"]) for fault in found["violations"]] == []
            assert len(found["passes"]) > 10
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            assert set(asked) == {file.as_uri()}
            page.close()


def test_every_kind_has_its_heading() -> None:
    told = html(Compared(FLOOD, later(), changes.between(FLOOD, later())))
    for heading in ("New (1)", "Changed (1)", "Gone (2)", "Dismissed (1)", "Worded anew (1)", "not checked (1)"):
        assert heading in told
