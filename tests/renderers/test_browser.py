"""brief.html as a reader's browser shows it: Chromium asks for nothing, complains of nothing, and a checker of
accessibility finds nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from factcheck.renderers import html

# Flags that keep the browser from looking for updates, so that a request it makes is one the page asked for.
QUIET = ("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
# Where pictures of the screens are kept, for whoever looks into a failure; git ignores it.
SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; its absence fails, since a page that no browser opened is not tested."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "the tests need Chromium: `make readers` installs it, or says how"
    with sync_playwright() as playwright:
        # In a container the tests run as root, for whom Chromium has no sandbox.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", *QUIET])
        yield browser
        browser.close()


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """brief.html of the flood."""
    path = tmp_path / "brief.html"
    path.write_bytes(html.render(sample.flood()))
    return path


@pytest.fixture
def page(browser: Browser, brief: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The flood's brief, opened; at the end nothing but the file was asked for, and nothing was complained of."""
    width, scheme = getattr(request, "param", (1280, "light"))
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda made: asked.append(made.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(brief.as_uri())
    yield page
    page.close()
    assert {url.partition("#")[0] for url in asked} == {brief.as_uri()}
    assert complaints == []


every_screen = pytest.mark.parametrize(
    "page",
    [(width, scheme) for width in WIDTHS for scheme in SCHEMES],
    indirect=True,
    ids=lambda screen: "-".join(map(str, screen)),
)


@every_screen
def test_accessible(page: Page) -> None:
    found = Axe().run(page)
    assert [(fault["id"], fault["nodes"][0]["target"]) for fault in found.response["violations"]] == []
    # An empty page has no fault either.
    assert len(found.response["passes"]) > 20


@every_screen
def test_nothing_runs_off_the_screen(page: Page, request: pytest.FixtureRequest) -> None:
    """The picture that is kept says more than a number, when one fails."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"{request.node.callspec.id}.png", full_page=True)
    wide, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= seen


def shown(page: Page) -> list[str]:
    """The relations of the findings that can be seen."""
    return page.eval_on_selector_all("[data-entry]:not([hidden])", "all => all.map(one => one.dataset.relation)")  # type: ignore[no-any-return]


def test_search_narrows_and_escape_shows_all_again(page: Page) -> None:
    everything = shown(page)
    page.keyboard.press("/")
    page.keyboard.type("gate dam")
    assert shown(page) == ["dispute"]
    assert page.text_content("#count") == f"1 of {len(everything)} findings"
    page.keyboard.press("Escape")
    assert shown(page) == everything
    assert page.input_value("#q") == ""


def test_filters_say_what_is_pressed(page: Page) -> None:
    everything = shown(page)
    page.click("[data-show=conflict]")
    assert set(shown(page)) == {"conflict"}
    pressed = page.eval_on_selector_all("[aria-pressed=true]", "all => all.map(one => one.dataset.show)")
    assert pressed == ["conflict"]
    page.click("[data-show=all]")
    assert shown(page) == everything


def test_j_and_k_go_from_finding_to_finding(page: Page) -> None:
    order = page.eval_on_selector_all("[data-entry]", "all => all.map(one => one.id)")
    for key, place in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == order[place]
        assert page.evaluate("location.hash") == f"#{order[place]}"


def test_the_theme_is_turned_over(page: Page) -> None:
    def ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = ground()
    page.click("#theme")
    dark = ground()
    assert dark != light
    page.click("#theme")
    assert ground() == light


def test_a_link_finds_what_is_filtered_away(page: Page) -> None:
    target = page.eval_on_selector("[data-relation=dispute][data-entry]", "one => one.id")
    page.click("[data-show=conflict]")
    page.evaluate("hash => { location.hash = hash }", target)
    page.wait_for_function("id => !document.getElementById(id).hidden", arg=target)


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
