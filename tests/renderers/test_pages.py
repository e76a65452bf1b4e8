"""Pages of brief.pdf, measured: how far down each is filled, what a break splits, what stands in the margins."""

from __future__ import annotations

import random
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import sample

from factcheck.model import Finding, Holder, Report
from factcheck.renderers.choices import Choices
from factcheck.renderers.formats import pdf

weasyprint = pytest.importorskip("weasyprint", exc_type=(OSError, ImportError))

MILLIMETRE = 72 / 25.4
# As brief.css sets them; the first page begins higher.
TOP, FIRST_TOP, FOOT, SIDE = 21 * MILLIMETRE, 14 * MILLIMETRE, 18 * MILLIMETRE, 19 * MILLIMETRE
LONG = "The water stood in the cellars of the lower town and no pump could be started before noon on Tuesday. " * 40


@dataclass(frozen=True)
class Made:
    """A PDF and, from the typesetter's own boxes, the rows and pictures of which each page has a part."""

    path: Path
    split: tuple[str, ...]


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


def make(report: Report, paper: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    laid: list[Any] = []
    write = weasyprint.document.Document.write_pdf

    def _noted(self: Any, *given: Any, **more: Any) -> Any:
        laid.append(self)
        return write(self, *given, **more)

    monkeypatch.setattr(weasyprint.document.Document, "write_pdf", _noted)
    path.write_bytes(pdf.render(report, Choices(paper=paper)))
    pages: dict[Any, set[int]] = defaultdict(set)
    repeated = {id(row) for box in boxes(laid[0]) if box[1].element_tag == "thead" for row in box[1].element}
    for number, box in boxes(laid[0]):
        whole = box.element_tag in ("tr", "svg") or (box.element is not None and box.element.get("class") == "pair")
        if whole and id(box.element) not in repeated:
            pages[box.element].add(number)
    return Made(path, tuple(element.tag for element, found in pages.items() if len(found) > 1))


def boxes(document: Any) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(document.pages, start=1):
        yield from ((number, box) for box in page._page_box.descendants())


def words(path: Path) -> list[tuple[float, float, list[Word]]]:
    """Of each page its width, its height and its words, as poppler places them."""
    drawn = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True).stdout
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>|[\x00-\x08]", "", drawn))
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        (
            float(page.attrib["width"]),
            float(page.attrib["height"]),
            [
                Word(word.text or "", *(float(word.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax")))
                for word in page.iter(f"{space}word")
            ],
        )
        for page in root.iter(f"{space}page")
    ]


def filled(path: Path) -> list[float]:
    """How far down each page but the last its words go, of the height between the margins."""
    parts = []
    for number, (_, height, found) in enumerate(words(path)[:-1]):
        top = TOP if number else FIRST_TOP
        lowest = max(word.bottom for word in found if word.bottom < height - FOOT)
        parts.append((lowest - top) / (height - FOOT - top))
    return parts


def strained(seed: int, number: int) -> Report:
    """Findings of all kinds and lengths as `seed` draws them: few figures and many, short passages and long."""
    draw = random.Random(seed)
    made = []
    for place in range(number):
        kind = draw.choice(sample.flood().findings)
        lead = replace(kind.evidence[0], id=f"e{place}")
        if kind.relation == "conflict":
            more = tuple(
                sample.side(
                    "coast", 40 + row, f"{row + 33} people slept in the hall.", str(row + 33),
                    Holder(sample.LONG_NAME if row % 3 else f"Warden {row}"), amount=sample.amount(row + 33),
                )
                for row in range(draw.choice((0, 1, 3, 8, 14, 26)))
            )  # fmt: skip
            evidence = (replace(lead, others=more),) * draw.choice((1, 1, 3))
        elif kind.relation == "dispute":
            long = [LONG[: draw.choice((70, 300, 599, 2000))] for _ in "ab"]
            again = (sample.side("valley", 70, LONG[:300], ""),) * draw.choice((0, 0, 1, 3))
            evidence = (replace(lead, a=replace(lead.a, text=long[0]), b=replace(lead.b, text=long[1]), others=again),)
        else:
            evidence = (lead,)
        made.append(replace(kind, id=f"f{place}", title=f"{kind.title} ({place})", evidence=evidence))

    def _rank(finding: Finding) -> int:
        return sample.RELATIONS.index(finding.relation)

    return replace(sample.flood(), findings=tuple(sorted(made, key=_rank)))


REPORTS = {
    "empty": sample.empty(),
    "one": sample.mixed(1),
    "flood": sample.flood(),
    "undated": sample.undated(),
    "extreme": sample.extreme(),
    "many figures": sample.many(3),
    **{f"strained {seed}, {number}": strained(seed, number) for seed, number in ((1, 2), (2, 4), (3, 7), (4, 12))},
    "twenty-five": sample.mixed(25),
}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", list(REPORTS))
def test_pages_are_filled_nothing_is_split_and_nothing_runs_over(
    name: str, paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(REPORTS[name], paper, tmp_path / "brief.pdf", monkeypatch)
    assert [(page, round(part, 2)) for page, part in enumerate(filled(made.path), start=1) if part < 0.5] == []
    assert made.split == ()
    outside = [
        (page, word.text)
        for page, (wide, _, found) in enumerate(words(made.path), start=1)
        for word in found
        if word.left < SIDE - 1 or word.right > wide - SIDE + 1
    ]
    assert outside == []


def test_a_split_row_and_a_short_page_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = "@media print{tr{break-inside:auto}td{line-height:9}.part{break-before:page}}"
    whole = pdf.page.stylesheet
    monkeypatch.setattr(pdf.page, "stylesheet", lambda templates: whole(templates) + rules)
    made = make(REPORTS["flood"], "A4", tmp_path / "brief.pdf", monkeypatch)
    assert "tr" in made.split
    assert min(filled(made.path)) < 0.5
