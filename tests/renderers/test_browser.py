"""brief.html as a reader's browser shows it: Chromium asks for nothing, complains of nothing, and a checker of
accessibility finds nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe

from factcheck.model import Report
from factcheck.renderers.formats import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Where pictures of the screens are kept, for whoever looks into a failure; git ignores it.
SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")


every_screen = pytest.mark.parametrize(
    "page",
    [(width, scheme) for width in WIDTHS for scheme in SCHEMES],
    indirect=True,
    ids=lambda screen: "-".join(map(str, screen)),
)


@every_screen
def test_accessible(page: Page) -> None:
    """As it opens; with an article unfolded and nothing that matches; and with the list of keys over it."""
    for do in ("", "document.querySelector('details').open = true; document.getElementById('help').click()"):
        page.evaluate(do)
        found = Axe().run(page)
        assert [(fault["id"], fault["nodes"][0]["target"]) for fault in found.response["violations"]] == []
        # An empty page has no fault either.
        assert len(found.response["passes"]) > 15
        page.evaluate("document.getElementById('keys').close()")
    page.fill("#q", "nothing of the kind")
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []


@every_screen
def test_nothing_runs_off_the_screen(page: Page, request: pytest.FixtureRequest) -> None:
    """The picture that is kept says more than a number, when one fails."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"{request.node.callspec.id}.png", full_page=True)
    for width in (page.viewport_size["width"], 800, 640, 320):  # type: ignore[index]
        page.set_viewport_size({"width": width, "height": 900})
        wide, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide <= seen, width


@pytest.mark.parametrize(
    "strained", [sample.extreme(), sample.hostile(), sample.empty()], ids=["extreme", "hostile", "empty"]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_what_strains_a_page_stays_on_the_screen(
    browser: Browser, tmp_path: Path, strained: Report, width: int
) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(html.render(strained))
    page = browser.new_page(viewport={"width": width, "height": 900})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"strained-{width}-{len(strained.findings)}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width
    assert complaints == []


def test_what_is_written_from_right_to_left_is_set_so(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(html.render(sample.extreme()))
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    quotation = page.locator("blockquote bdi", has_text=sample.ARABIC[:12]).first
    assert quotation.evaluate("one => [getComputedStyle(one).direction, getComputedStyle(one).display]") == [
        "rtl",
        "block",
    ]
    page.close()


def roles(page: Page) -> Counter[str]:
    """How often each role of a table stands in what the browser tells a screen reader."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
    return Counter({role: told[role] for role in ("table", "row", "columnheader", "rowheader", "cell")})


def test_tables_stay_tables_on_a_narrow_screen(page: Page) -> None:
    """There their rows are set one below another, and nothing but what is compared side by side has to be scrolled."""
    wide = roles(page)
    assert min(wide.values()) > 0
    page.set_viewport_size({"width": 390, "height": 900})
    assert roles(page) == wide
    scrolled = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    assert page.eval_on_selector_all(".wide:not(.matrix)", scrolled) == 0


@every_screen
def test_the_tab_key_stops_at_a_box_only_where_it_scrolls(page: Page) -> None:
    boxes = page.eval_on_selector_all(
        ".wide, .picture", "all => all.map(one => [one.scrollWidth > one.clientWidth, one.tabIndex === 0])"
    )
    assert all(scrolls == stops for scrolls, stops in boxes)
    assert len(boxes) > 3


def test_forced_colours_still_tell_what_is_pressed(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    grounds = page.eval_on_selector_all("[data-show]", "all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert grounds[0] not in grounds[1:]


def test_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    lost = page.eval_on_selector_all(
        "a[href^='#']",
        "all => all.map(one => decodeURIComponent(one.hash.slice(1))).filter(id => id && !document.getElementById(id))",
    )
    assert lost == []


def test_all_is_there_without_javascript(browser: Browser, brief: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(brief.as_uri())
    titles = [page.locator(f"text={finding.title}").count() for finding in sample.flood().findings]
    assert all(titles), titles
    assert not page.locator("#bar").is_visible()
    context.close()
