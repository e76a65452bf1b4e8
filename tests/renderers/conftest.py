"""Lets the tests of this folder import the invented report, sample.py, beside them, and opens it in a browser."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import sample

from factcheck.renderers.choices import Choices
from factcheck.renderers.formats import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Flags that keep the browser from looking for updates, so that a request it makes is one the page asked for.
QUIET = ("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; its absence fails, since a page that no browser opened is not tested."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "the tests need Chromium: `make readers` installs it, or says how"
    with sync_playwright() as playwright:
        # In a container the tests run as root, for whom Chromium has no sandbox.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", *QUIET])
        yield browser
        browser.close()


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """brief.html of the flood, with the text of one of its articles."""
    path = tmp_path / "brief.html"
    text = "Korrin\n\n\n" + " " + sample.TOLLS.a.text + "\nThe water fell on Wednesday." * 60
    path.write_bytes(html.render(sample.flood(), Choices(texts={"harbour": text})))
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
