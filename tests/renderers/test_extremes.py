"""Reports that strain a page: a trillion beside three, long names and quotations, other scripts, no day."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest
import sample
from pypdf.generic import Destination

from factcheck.model import Report
from factcheck.renderers import scripts
from factcheck.renderers.characters import QUOTATION_LIMIT, right_to_left
from factcheck.renderers.formats import html, pdf

pytest.importorskip("weasyprint", exc_type=(OSError, ImportError))


def pages(report: Report) -> list[str]:
    """The words of each page of the PDF."""
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(report)))
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


@pytest.fixture(scope="module")
def extreme() -> str:
    return " ".join(pages(sample.extreme()))


@pytest.fixture(scope="module")
def page() -> str:
    return html.render(sample.extreme()).decode("utf-8")


def test_an_axis_from_three_to_a_trillion_is_said_to_be_logarithmic(extreme: str, page: str) -> None:
    for shown in (extreme, page):
        assert "The axis is logarithmic: each step is ten times the one before, or more." in shown
        assert "10 billion" in shown


def test_a_long_name_is_told_whole(extreme: str) -> None:
    # On the front page in the plot and in the list of findings, and again where it is told in full.
    assert extreme.count(sample.LONG_NAME) + extreme.replace(" ", "").count(sample.LONG_NAME.replace(" ", "")) > 4
    assert not re.search(r"Ministry for the Upkeep[^.]{0,40}…", extreme)


def test_a_quotation_of_4000_words_is_cut_and_that_is_told(extreme: str, page: str) -> None:
    for shown in (extreme, page):
        assert "Cut for length: the passage has 4,200 words." in shown
        assert shown.count("the old town hall") * len("the old town hall. ") < QUOTATION_LIMIT
    assert "Cut for length" not in html.render(sample.flood()).decode("utf-8")


def test_a_quotation_of_another_script_is_set_in_a_face_of_the_brief(extreme: str) -> None:
    assert "Characters that this document" not in extreme
    assert "三座桥梁" in extreme
    families = scripts.declared(sample.ARABIC + sample.HEBREW + sample.CHINESE)
    assert re.findall(r'family:"(.*?)"', families) == [family for family, _, _ in scripts.FACES]
    assert scripts.declared("14 people drowned — “naïve” ≥ 3") == ""


def test_characters_that_no_face_has_are_named() -> None:
    report = replace(sample.flood(), title="홍수 on the Arl")
    assert '<span class="hash">U+C218, U+D64D</span>' in html.render(report).decode("utf-8")


def test_a_quotation_from_the_right_is_set_from_the_right(page: str) -> None:
    assert page.count('<blockquote dir="rtl">') == 2


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (sample.ARABIC, True),
        (sample.HEBREW, True),
        (sample.CHINESE, False),
        ("“שלום", True),
        ("14 % ", False),
        ("", False),
    ],
)
def test_the_first_letter_decides_the_direction(text: str, answer: bool) -> None:
    assert right_to_left(text) == answer


def test_without_any_day_none_is_made_up(extreme: str) -> None:
    assert "No article’s day is known" in extreme
    assert "none of them with a date" in extreme
    assert not re.search(r"\b(None|undated|unknown date)\b", extreme)
    assert set(re.findall(r"\d{1,2} \w+ 20\d\d", extreme)) == {"9 April 2031"}


@pytest.mark.parametrize("report", [sample.mixed(5), sample.extreme()], ids=["five", "extreme"])
def test_the_contents_give_the_page_on_which_each_finding_stands(report: Report) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(report)))
    front = re.sub(r"\s+", " ", reader.pages[0].extract_text())
    given = [int(number) for number in re.findall(r"\bp\. (\d+)", front.partition("Also in this brief")[0])]
    parts = next(entry for entry in reader.outline if isinstance(entry, list))
    starts = [reader.get_destination_page_number(entry) + 1 for entry in parts if isinstance(entry, Destination)]
    assert given
    assert given[: len(parts)] == starts[: len(given)]


def test_of_no_finding_it_is_said_what_was_looked_for() -> None:
    shown = " ".join(pages(sample.empty()))
    assert "No source was read." in shown
    assert "This version compares" in shown
