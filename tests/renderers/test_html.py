"""brief.html: one file that asks for nothing, says everything, and shows what articles hold without obeying it."""

from __future__ import annotations

import base64
import hashlib
import io
import itertools
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import sample
from fontTools.ttLib import TTFont

from factcheck.model import Report
from factcheck.renderers import html, templates_folder

VOID = {"meta", "br", "link", "img", "input", "hr"}
NEVER = re.compile(r"\b(false|lie|lies|debunked?)\b", re.IGNORECASE)


class Page(HTMLParser):
    """Collects tags, attributes and text, and notes a tag that is closed out of turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def page(report: Report) -> Page:
    return Page(html.render(report).decode("utf-8"))


REPORTS = {
    "flood": sample.flood(), "empty": sample.empty(), "undated": sample.undated(),
    "hostile": sample.hostile(), "500": sample.many(500), "one": sample.many(1),
}  # fmt: skip


@pytest.fixture(params=list(REPORTS), scope="module")
def made(request: pytest.FixtureRequest) -> Page:
    return page(REPORTS[request.param])


def test_nothing_is_asked_for(made: Page) -> None:
    tags = {tag for tag, _ in made.tags}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "form", "svg", "base"}
    assert made.values("src") == []
    assert made.values("style") == []
    assert not [name for _, attributes in made.tags for name in attributes if name.startswith("on")]


def test_every_link_leads_to_a_place_on_the_page(made: Page) -> None:
    places = made.values("id")
    assert len(places) == len(set(places))
    assert {link[0] for link in made.values("href")} == {"#"}
    assert {link[1:] for link in made.values("href")} <= set(places)
    assert set(made.values("aria-labelledby")) <= set(places)


def test_headings_go_down_one_step_at_a_time(made: Page) -> None:
    levels = [int(tag[1]) for tag, _ in made.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_policy_admits_this_stylesheet_only() -> None:
    text = html.render(sample.flood()).decode("utf-8")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode("utf-8")).digest()).decode("ascii")
    policy = next(attributes["content"] for _, attributes in Page(text).tags if "http-equiv" in attributes)
    assert policy is not None
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:;")
    assert set(re.findall(r"url\((\w+:)", style[1])) == {"data:"}
    assert "@import" not in style[1]


def test_the_fonts_inside_do_not_carry_the_reserved_name() -> None:
    fonts = re.findall(r"data:font/woff2;base64,([\w+/=]+)", html.render(sample.flood()).decode("utf-8"))
    assert len(fonts) == 5
    for font in fonts:
        names = {name.nameID: name.toUnicode() for name in TTFont(io.BytesIO(base64.b64decode(font)))["name"].names}
        assert names.keys() == {0, 1, 2, 3, 4, 6, 13, 14}
        assert [name for number, name in names.items() if number not in (0, 13, 14) and "Plex" in name] == []


@pytest.mark.parametrize(
    "words",
    [
        "Flood on the Arl",
        "As of 9 April 2031",
        "The mayor counts 14 dead in Korrin, the rescue service 31 in the same two days.",
        "Ilse Brandvold, mayor, Town of Korrin",
        "In the article’s own voice",
        "2 April 2031, from the dateline",
        "not before 1 April 2031, from a picture’s caption",
        "date not stated",
        "not stated",
        "Also S1:19: The figure of 14 stood again in the last line.",
        "Of these, 12 were found upstream.",
        "figures.disjoint (the two intervals do not meet)",
        "sub/coast.txt",
        "3d3d3d3d",
        "not text: the first bytes are those of a picture",
        "photo.jpg",
        "factcheck 0.1.0",
        "en 3.8.0, weights as pinned by this version",
        "Rule-based comparison. It does not decide who is right.",
    ],
)
def test_the_flood_says(words: str) -> None:
    assert words in page(sample.flood()).text()


def test_the_words_of_the_brief() -> None:
    text = page(sample.flood()).text()
    assert all(word in text for word in ("Conflict", "Dispute", "Quotation differs", "Take care", "Consistent"))
    assert not NEVER.search(text)


def test_nothing_found_is_said() -> None:
    text = page(sample.empty()).text()
    assert "No finding." in text
    assert "No source was read." in text


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    made = page(sample.hostile())
    assert "<script>alert(1)</script> {{ 7*7 }} {% raw %} <img src=file:///etc/passwd>" in made.text()
    assert "[U+202E]gnp.exe[U+202C]" in made.text()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x7f-\x9f\ud800-\udfff]", made.text())
    assert "W" * 601 not in made.text()


def test_size_is_moderate() -> None:
    assert len(html.render(sample.flood())) < 200_000


def test_the_templates_are_the_packages_own_or_the_folder_beside(tmp_path: Path) -> None:
    beside, inside = tmp_path / "templates", tmp_path / "factcheck" / "templates"
    with pytest.raises(FileNotFoundError):
        templates_folder.choose(tmp_path / "factcheck")
    for folder in (beside, inside):
        folder.mkdir(parents=True)
        (folder / "brief.html.j2").write_text("")
        assert templates_folder.choose(tmp_path / "factcheck") == folder
