"""brief.html: one file that asks for nothing, says everything, and shows what articles hold without obeying it."""

from __future__ import annotations

import base64
import hashlib
import io
import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import sample
from fontTools.ttLib import TTFont

from factcheck.model import Report
from factcheck.renderers import fonts, templates_folder
from factcheck.renderers.choices import Choices
from factcheck.renderers.formats import html

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
        if self.open[-1:] not in (["style"], ["script"]):
            self.words.append(data)

    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def page(report: Report) -> Page:
    return Page(html.render(report).decode("utf-8"))


REPORTS = {
    "flood": sample.flood(), "empty": sample.empty(), "undated": sample.undated(), "extreme": sample.extreme(),
    "mixed": sample.mixed(60), "hostile": sample.hostile(), "500": sample.many(500), "one": sample.many(1),
}  # fmt: skip


@pytest.fixture(params=list(REPORTS), scope="module")
def made(request: pytest.FixtureRequest) -> Page:
    return page(REPORTS[request.param])


def test_nothing_is_asked_for(made: Page) -> None:
    tags = [tag for tag, _ in made.tags]
    assert not set(tags) & {"img", "link", "iframe", "object", "embed", "base", "image", "use", "foreignObject"}
    assert tags.count("script") == 1
    assert made.values("src") == []
    assert made.values("style") == []
    assert made.values("action") == []
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


def test_the_policy_admits_this_stylesheet_and_script_only() -> None:
    text = html.render(sample.flood()).decode("utf-8")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode("utf-8")).digest()).decode("ascii")
    policy = next(attributes["content"] for _, attributes in Page(text).tags if "http-equiv" in attributes)
    assert policy is not None
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)
    assert script is not None
    scripted = base64.b64encode(hashlib.sha256(script[1].encode("utf-8")).digest()).decode("ascii")
    assert policy.startswith(
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'sha256-{scripted}'; font-src data:;"
    )
    assert set(re.findall(r"url\((\w+:)", style[1])) == {"data:"}
    assert "@import" not in style[1]


def test_the_fonts_inside_do_not_carry_the_reserved_name() -> None:
    fonts = re.findall(r"data:font/woff2;base64,([\w+/=]+)", html.render(sample.flood()).decode("utf-8"))
    assert len(fonts) == 5
    for font in fonts:
        names = {name.nameID: name.toUnicode() for name in TTFont(io.BytesIO(base64.b64decode(font)))["name"].names}
        assert names.keys() == {0, 1, 2, 3, 4, 6, 13, 14}
        assert [name for number, name in names.items() if number not in (0, 13, 14) and "Plex" in name] == []


def test_the_ready_faces_are_those_that_would_be_made() -> None:
    faces = fonts._FACE.findall(templates_folder.BUNDLED.text("brief.css"))
    for family, file in faces:
        ready = TTFont(io.BytesIO(templates_folder.data(fonts.ready(file)))).getBestCmap()
        whole = TTFont(io.BytesIO(templates_folder.data(file))).getBestCmap()
        assert ready.keys() == whole.keys() & fonts.LATIN, family


def test_what_the_ready_faces_lack_is_cut_from_the_whole_ones() -> None:
    report = replace(sample.flood(), title="Паводок на Арле")
    text = html.render(report).decode("utf-8")
    found = [base64.b64decode(font) for font in re.findall(r"data:font/woff2;base64,([\w+/=]+)", text)]
    assert any(ord("П") in TTFont(io.BytesIO(font)).getBestCmap() for font in found)


@pytest.mark.parametrize(
    "words",
    [
        "Flood on the Arl",
        "As of 9 April 2031",
        "The mayor counts 14 dead in Korrin, the rescue service 31 in the same two days.",
        "Ilse Brandvold, mayor, Town of Korrin",
        "Coast Radio itself, date not stated",
        "2 April 2031, from the dateline",
        "not before 1 April 2031, from a picture’s caption",
        "date not stated",
        "not stated",
        "again S1:19",
        "Of these, 12 were found upstream.",
        "Keep “at least”: “at least 24” in S2:2 is no exact number.",
        "Ilse Brandvold, Korrin: 14. S2 itself, by Monday: at least 24.",
        "Consistent: 2 sources, 2 origins",
        "Questions to put, and to whom",
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


def test_references_lead_into_the_full_text_where_it_is_known() -> None:
    side = sample.TOLLS.a
    text = "\n" * 3 + "0123456789" + side.text
    whole = Page(html.render(sample.flood(), Choices(texts={"harbour": text})).decode("utf-8"))
    assert "#s1-4" in whole.values("href")
    assert "s1-4" in whole.values("id")
    assert "#source-2" in whole.values("href")
    assert {link[1:] for link in whole.values("href")} <= set(whole.values("id"))


def test_a_script_finds_what_it_filters() -> None:
    made = page(sample.mixed(10))
    entries = [attributes for _, attributes in made.tags if "data-entry" in attributes]
    assert len(entries) == 10
    assert {entry["data-relation"] for entry in entries} == set(sample.RELATIONS)
    assert all(entry["id"] for entry in entries)
    buttons = [attributes for tag, attributes in made.tags if "data-show" in attributes]
    assert [button["data-show"] for button in buttons] == ["all", *sample.RELATIONS]
    assert all(button["aria-pressed"] for button in buttons)


def test_every_picture_says_its_numbers(made: Page) -> None:
    pictures = [attributes for tag, attributes in made.tags if tag == "svg" and "role" in attributes]
    titles = {attributes.get("id") for tag, attributes in made.tags if tag == "title"}
    assert {picture["aria-labelledby"] for picture in pictures} <= titles


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
