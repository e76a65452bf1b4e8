"""The line that ends a run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.cli.closing import closing_line, page_count, unread
from factcheck.model import Coverage, Fault, Finding, LanguageModel, Report, Tool

BRIEF = Path("out/brief.pdf")


def report(relations: str = "", sources: int = 5, unread: int = 0, faults: int = 0) -> Report:
    findings = tuple(
        Finding(str(number), "figures", relation, "high", "", ()) for number, relation in enumerate(relations.split())
    )
    return Report(
        format="factcheck-report/1",
        title="A dam",
        as_of=date(2026, 1, 1),
        status=(),
        tool=Tool("factcheck", "0"),
        model=LanguageModel("en", "", "", True),
        sources=(),
        findings=findings,
        coverage=Coverage(sources, unread, (), 0, 0, 0),
        faults=(Fault(None, "corpus", "is empty"),) * faults,
    )


@pytest.mark.parametrize(
    ("made", "opened", "pages", "line"),
    [
        (report(), BRIEF, 1, "no findings · 5 sources · out/brief.pdf (1 page)"),
        (report("conflict"), BRIEF, 4, "1 conflict · 5 sources · out/brief.pdf (4 pages)"),
        (
            report("agree conflict tension conflict tension conflict"),
            BRIEF,
            4,
            "3 conflicts, 2 to take care, 1 consistent · 5 sources · out/brief.pdf (4 pages)",
        ),
        (
            report("drift dispute"),
            BRIEF,
            2,
            "1 dispute, 1 quotation that differs · 5 sources · out/brief.pdf (2 pages)",
        ),
        (report("drift drift"), BRIEF, None, "2 quotations that differ · 5 sources · out/brief.pdf"),
        (report(sources=1), Path("out/report.json"), None, "no findings · 1 source · out/report.json"),
        (report(), None, None, "no findings · 5 sources"),
    ],
)
def test_closing_line(made: Report, opened: Path | None, pages: int | None, line: str) -> None:
    assert closing_line(made, opened, pages) == line


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (report(), []),
        (report(unread=1, faults=1), ["1 source not checked"]),
        (report(unread=2, faults=3), ["2 sources not checked", "1 check not made"]),
    ],
)
def test_unread(made: Report, said: list[str]) -> None:
    assert unread(made) == said


def test_what_else_happened_comes_last() -> None:
    line = closing_line(replace(report("agree")), BRIEF, 2, ["1 source not checked"])
    assert line == "1 consistent · 5 sources · out/brief.pdf (2 pages) · 1 source not checked"


def test_page_count() -> None:
    from weasyprint import HTML

    html = "<p style='break-after: page'>one</p>" * 12 + "<p>last</p>"
    assert page_count(HTML(string=html).write_pdf()) == 13
    assert page_count(HTML(string=html).write_pdf(uncompressed_pdf=True)) == 13
    assert page_count(b"no PDF") is None
