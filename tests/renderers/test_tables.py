"""The findings as Markdown and as CSV: the same findings, nothing of theirs taken for markup or for a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
import sample

from factcheck.renderers.formats import findings_csv, markdown


def rows(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))


def test_csv_has_a_row_for_each_piece_of_evidence() -> None:
    table = rows(findings_csv.render(sample.flood()))
    assert [row["evidence"] for row in table] == ["e1", "e2", "e3", "e4", "e6", "e5"]
    first = table[0]
    assert (first["relation"], first["a_value"], first["b_value"]) == ("conflict", "14", "31")
    assert (first["a_source"], first["a_line"], first["a_published"]) == ("harbour", "4", "2031-04-02")
    assert (first["a_speaker"], table[1]["a_speaker"]) == ("Ilse Brandvold", "")
    assert first["rules"] == "figures.disjoint period.same"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_a_formula(text: str) -> None:
    finding = replace(sample.flood().findings[0], title=text)
    table = rows(findings_csv.render(replace(sample.flood(), findings=(finding,))))
    assert table[0]["title"] == f"'{text}"


def test_markdown_says_what_the_brief_says() -> None:
    text = markdown.render(sample.flood()).decode("utf-8")
    assert text.startswith("# People drowned: 14 or 31\n")
    for words in (
        "## 1. Conflict: People drowned: 14 and 31",
        "- S1:4: In Korrin **14** people drowned on Monday and Tuesday, the mayor said. (Ilse Brandvold, mayor, Town",
        "- Before you print: Find out whose doing is meant: S2:8 has “the flood”; S1:4 does not say.",
        "- The river’s highest level: 2.4 metres: 2 sources, 2 origins (S1:9, S3:3)",
        "- sub/broken.txt, corpus: not text: the first bytes are those of a picture",
    ):
        assert words in text


def test_markdown_obeys_nothing() -> None:
    text = markdown.render(sample.hostile()).decode("utf-8")
    assert "\\<script\\>" in text
    assert "<script>" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("report", [sample.empty(), sample.extreme(), sample.mixed(60)])
def test_any_report(report: sample.Report) -> None:
    assert markdown.render(report).endswith(b"\n")
    assert len(rows(findings_csv.render(report))) == sum(len(finding.evidence) for finding in report.findings)
