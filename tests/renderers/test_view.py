"""The view model: who says it, when and how that is known, what is open, and what is left out for want of room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sample

from factcheck.model import Holder
from factcheck.renderers import view, wording
from factcheck.renderers.quotations import position


@pytest.mark.parametrize(
    ("day", "known_from", "said"),
    [
        (date(2031, 4, 2), "dateline", "2 April 2031, from the dateline"),
        (date(2031, 4, 2), "manifest", "2 April 2031, as listed with the corpus"),
        (date(2031, 4, 2), "caption", "not before 2 April 2031, from a picture’s caption"),
        (date(2031, 12, 31), None, "31 December 2031"),
        (None, None, "date not stated"),
    ],
)
def test_published(day: date | None, known_from: str | None, said: str) -> None:
    assert wording.published(day, known_from) == said
    # The list of sources also says what follows where the day is not known.
    assert wording.dated(day, known_from) == (said if day else "day not known: relative dates left open")


@pytest.mark.parametrize(
    ("holder", "said"),
    [
        (None, ""),
        (Holder("A. Quist"), ""),
        (Holder("A. Quist", "chemist", "Orme Institute"), "chemist, Orme Institute"),
        (Holder("police in Velm", None, "police"), ""),
    ],
)
def test_position(holder: Holder | None, said: str) -> None:
    assert position(holder) == said


@pytest.mark.parametrize(
    ("value", "origin", "a", "b", "said"),
    [
        ("same", "stated", "x", "y", "the same"),
        ("same", "context", "x", "y", "the same (from context)"),
        ("unknown", "stated", "", "y", "open: stated on one side only"),
        ("unknown", "stated", "", "", "open: stated on neither side"),
        ("unknown", "stated", "not stated", "", "open: stated on neither side"),
        ("unknown", "stated", "x", "y", "open"),
        ("leader", "stated", "x", "y", "one leads the other"),
    ],
)
def test_standing(value: str, origin: str, a: str, b: str, said: str) -> None:
    assert wording.standing(value, origin, a, b) == said


def test_every_relation_has_its_word() -> None:
    assert [relation.name for relation in wording.RELATIONS.values()] == [
        "Conflict", "Dispute", "Quotation differs", "Take care", "Consistent",
    ]  # fmt: skip


def test_unknown_is_said_out_loud_and_asked_about() -> None:
    comparison = view.build(sample.flood()).differing[0].comparisons[0]
    row = comparison.rows[-1]
    assert (row.name, row.a, row.b, row.open) == ("Who did it", "not stated", "the flood", True)
    assert comparison.questions == ("whose doing is meant",)


def test_references_and_origins() -> None:
    matter = view.build(sample.flood()).differing[0]
    first = matter.comparisons[0]
    assert (first.a.reference.label, first.a.reference.anchor) == ("S1:4", "source-1")
    assert [again.reference.label for again in first.a.also] == ["S1:19"]
    assert matter.comparisons[1].a.speaker == "In the article’s own voice"
    assert matter.standing_behind == "3 sources, 4 origins"


def test_order_is_the_reports_with_consistent_findings_last() -> None:
    report = sample.flood()
    brief = view.build(replace(report, findings=report.findings[::-1]))
    names = [matter.relation.name for matter in brief.differing]
    assert names == ["Take care", "Quotation differs", "Dispute", "Conflict"]
    assert [matter.number for matter in brief.consistent] == [1]


def test_anchors_are_plain_and_never_twice() -> None:
    names = ("same", "same", 'x" onclick="y', "a b", "é", "")
    findings = [replace(sample.flood().findings[0], id=name) for name in names]
    brief = view.build(replace(sample.flood(), findings=tuple(findings)))
    anchors = [matter.anchor for matter in brief.differing]
    assert anchors == ["f-same", "f-no-2", "f-no-3", "f-no-4", "f-no-5", "f-no-6"]


@pytest.mark.parametrize(
    ("room", "shown", "each", "left_out"),
    [(view.Room(), 60, 2, 0), (view.Room(evidence=20), 10, 2, 50), (view.Room(evidence=20, each=1), 20, 1, 40),
     (view.Room(evidence=0), 1, 2, 59)],
)  # fmt: skip
def test_what_there_is_no_room_for_is_counted(room: view.Room, shown: int, each: int, left_out: int) -> None:
    brief = view.build(sample.many(60), room)
    assert len(brief.differing) == shown
    assert all(len(matter.comparisons) == each and matter.left_out == 2 - each for matter in brief.differing)
    assert brief.left_out == left_out
    assert ("Conflicts", "60") in brief.counts


def test_a_reader_is_warned_of_faults_and_of_other_weights() -> None:
    report = sample.flood()
    assert view.build(sample.empty()).warnings == ()
    assert len(view.build(replace(report, model=replace(report.model, verified=False))).warnings) == 2


def test_a_copy_is_named_in_the_list_of_sources_and_is_one_origin() -> None:
    report = sample.flood()
    harbour, valley, coast = report.sources
    brief = view.build(replace(report, sources=(harbour, valley, replace(coast, copy_of="harbour"))))
    assert [article.copied for article in brief.articles] == [
        "", "", "largely the same text as S1: the two count as one source",
    ]  # fmt: skip
    assert "1 largely the text of another" in brief.extent
    assert brief.consistent[0].standing_behind == "2 sources, 1 origin"
    assert view.build(report).consistent[0].standing_behind == "2 sources, 2 origins"
