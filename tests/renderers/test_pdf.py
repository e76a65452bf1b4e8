"""brief.pdf: the same words as the page, an outline, equal bytes from equal reports, and not one request."""

from __future__ import annotations

import builtins
import io
import logging
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
import sample

from factcheck.model import Report
from factcheck.problems import PangoMissing
from factcheck.renderers import typesetting, view
from factcheck.renderers.choices import Choices
from factcheck.renderers.formats import pdf, report_json

pytest.importorskip("weasyprint", exc_type=(OSError, ImportError))

REPOSITORY = Path(__file__).resolve().parents[2]


def read(report: Report) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.render(report)))


def words(reader: pypdf.PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def outline(entries: list[Any]) -> list[tuple[int, str]]:
    """(level, title) of every entry."""
    found = []
    for entry in entries:
        if isinstance(entry, list):
            found += [(level + 1, title) for level, title in outline(entry)]
        else:
            found.append((1, entry.title))
    return found


def titles(report: Report) -> list[str]:
    brief = view.build(report)
    return [entry.heading.title for entry in (*brief.matters, *brief.problems, *brief.consistent)]


@pytest.mark.parametrize("report", [sample.flood(), sample.undated(), sample.many(7), sample.empty()])
def test_the_outline_has_an_entry_for_every_finding(report: Report) -> None:
    entries = outline(read(report).outline)
    assert [title for level, title in entries if level == 2] == titles(report)
    assert [title for level, title in entries if level == 1][-3:] == ["Sources", "Not checked", "Method and limits"]


def test_words_numbers_and_metadata() -> None:
    reader = read(sample.flood())
    text = words(reader)
    for phrase in (
        "People drowned: 14 or 31",
        "People drowned: 14 and 31",
        "Ilse Brandvold",
        "not before 1 April 2031",
        "p. 2",
        "S2:8",
    ):
        assert phrase in text
    for number, page in enumerate(reader.pages, start=1):
        assert f"{number} / {len(reader.pages)}" in page.extract_text()
        assert "Rule-based comparison. It does not decide who is right." in page.extract_text()
    assert reader.metadata is not None
    assert reader.metadata.title == "Corpus brief: Flood on the Arl"
    assert str(reader.metadata["/CreationDate"]).startswith("D:20310409")


@pytest.mark.parametrize("report", [sample.flood(), sample.extreme()], ids=["flood", "extreme"])
def test_only_bundled_fonts_are_used(report: Report) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in read(report).pages
        for font in page["/Resources"]["/Font"].get_object().values()
    }
    assert fonts
    assert all(font.partition("+")[2].startswith("Brief-") for font in fonts), fonts


@pytest.mark.parametrize("report", [sample.flood(), sample.empty(), sample.hostile()])
def test_the_typesetter_has_nothing_to_say_and_asks_for_nothing(
    report: Report, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.renderers import typesetting

    asked: list[str] = []
    fetch = typesetting.BundledOnly.fetch

    def _noted(self: Any, url: str, headers: Any = None) -> Any:
        asked.append(url)
        return fetch(self, url, headers)

    monkeypatch.setattr(typesetting.BundledOnly, "fetch", _noted)
    with caplog.at_level(logging.DEBUG, logger="weasyprint"):
        pdf.render(report)
    assert [record.getMessage() for record in caplog.records if record.name == "weasyprint"] == []
    assert all(url.startswith("https://factcheck.invalid/fonts/IBMPlex") for url in asked)


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='http://evil.example/a.png'>",
        "<img src='file:///etc/hostname'>",
        "<img src='data:image/png;base64,AAAA'>",
        "<img src='fonts/../brief.css'>",
        "<link rel=stylesheet href='https://evil.example/b.css'>",
        "<style>@import url(//evil.example/c.css)</style>",
    ],
)
def test_a_page_that_asks_for_anything_else_is_refused(markup: str) -> None:
    from factcheck.renderers import typesetting

    with pytest.raises(RuntimeError, match="none of its own files"):
        typesetting.typeset(f"<!doctype html><html><body>{markup}</body></html>", "0" * 32)


def test_hostile_text_is_shown() -> None:
    text = words(read(sample.hostile())).replace(" ", "")
    assert "<script>alert(1)</script>{{7*7}}" in text
    assert "[U+202E]gnp.exe[U+202C]" in text


RENDER = "import sys; sys.path.insert(0, sys.argv[1]); import sample; " \
    "from factcheck.renderers.formats import pdf, html; " \
    "sys.stdout.buffer.write(pdf.render(sample.flood()) + html.render(sample.flood()))"  # fmt: skip


def test_equal_reports_give_equal_bytes() -> None:
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "999999999"},
    ]
    command = [sys.executable, "-c", RENDER, str(Path(__file__).parent)]
    path = {"PYTHONPATH": str(REPOSITORY)}
    first, second = (subprocess.check_output(command, env={**os.environ, **path, **one}) for one in surroundings)
    assert first == second


def test_without_pango_the_problem_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def _without_pango(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **named)

    monkeypatch.delitem(sys.modules, "factcheck.renderers.typesetting", raising=False)
    monkeypatch.delattr("factcheck.renderers.typesetting", raising=False)
    monkeypatch.setattr(builtins, "__import__", _without_pango)
    with pytest.raises(PangoMissing, match="pango"):
        pdf.render(sample.empty())


def test_five_hundred_findings_are_cut_to_what_can_be_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "ROOM", view.Room(matters=9, problems=2, consistent=1))
    reader = read(sample.mixed(500))
    assert len(reader.pages) < 20
    assert "488 more findings are not printed here for want of room" in words(reader)
    assert len([1 for level, _ in outline(reader.outline) if level == 2]) == 12


def test_of_long_findings_fewer_are_printed_and_the_front_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 8)
    monkeypatch.setattr(pdf, "ROOM", view.Room(matters=14, articles=2))
    reader = read(sample.many(40))
    assert 4 < len(reader.pages) <= 8
    printed = len([1 for level, _ in outline(reader.outline) if level == 2])
    front = re.sub(r"\s+", " ", reader.pages[0].extract_text())
    assert 1 < printed < 14
    assert f"{40 - printed} more findings are not printed here for want of room" in front


def test_a_report_that_cannot_be_shortened_is_printed_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    monkeypatch.setattr(pdf, "ROOM", view.Room(matters=2))
    assert len(read(sample.many(3)).pages) > 1


def test_the_report_is_attached_unless_it_shall_not_be() -> None:
    report = sample.flood()
    assert read(report).attachments == {"report.json": [report_json.render(report)]}
    without = pypdf.PdfReader(io.BytesIO(pdf.render(report, Choices(attach=False))))
    assert dict(without.attachments) == {}
    assert "The file report.json beside this one" in words(without)


def test_it_is_tagged_and_in_english() -> None:
    root = read(sample.flood()).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "en"


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper(paper: str, size: tuple[int, int]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(sample.flood(), Choices(paper=paper))))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {size}


@pytest.mark.parametrize(("title", "isolates"), [("Rain", 0), ("Rain, \u05d2\u05e9\u05dd", 1)])
def test_names_are_isolated_only_where_letters_run_from_right_to_left(
    title: str, isolates: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(typesetting, "typeset", lambda markup, *_: seen.append(markup) or b"")
    pdf.render(replace(sample.flood(), title=title))
    assert [min(text.count("<bdi>"), 1) for text in seen] == [isolates]
    assert seen[0].count("<bdi>") == seen[0].count("</bdi>")
    assert title in seen[0]
