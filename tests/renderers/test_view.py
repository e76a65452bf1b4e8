"""The view model: who says it, when and how that is known, what is open, and what is left out for want of room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sample

from factcheck.model import Dimension, Dismissal, Holder
from factcheck.renderers import view, wording
from factcheck.renderers.choices import Choices
from factcheck.renderers.formats import html
from factcheck.renderers.view import figures, statements
from factcheck.renderers.wording import position


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
        (Holder("A. Quist", "chemist", "Orme Institute"), "Orme Institute chemist"),
        (Holder("B. Lund", "mp", "the Centre"), "Centre MP"),
        (Holder("C. Rask", "mayor", "Town of Velm"), "mayor, Town of Velm"),
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
    matter = view.build(sample.flood()).matters[0]
    assert matter.scope is not None
    assert matter.scope.columns == ("Who did it", "When")
    told = {(line.value, line.voice): [cell.words for cell in line.cells] for line in matter.scope.lines}
    assert told["14", "Ilse Brandvold"] == ["not stated", "not stated"]
    assert told["at least 24", "S2 itself"] == ["not stated", "by Monday"]
    assert matter.scope.standings == ("open", "they overlap")
    assert matter.scope.same == "what happened (drowned; killed), what is counted (people) and where (Korrin)"


def test_advice_follows_from_what_is_open_and_from_the_words_of_a_figure() -> None:
    assert view.build(sample.flood()).matters[0].advice == (
        "Find out whose doing is meant: S2:8 has “the flood”; S1:4 does not say.",
        "Find out from which day to which day: S2:2 has “by Monday”; S3:12 has “since Monday”.",
        "Keep “at least”: “at least 24” in S2:2 is no exact number.",
        "Ask each side what its figure rests on, and which day it is of.",
    )


def test_questions_are_gathered_by_who_can_answer() -> None:
    asked = view.build(sample.flood()).questions
    assert [(one.whom, len(one.questions)) for one in asked] == [("Ilse Brandvold", 2), ("The Harbour Post", 1)]
    assert asked[1].questions[0].findings == ((2, "f-1b2c3d"), (4, "f-3d4e5f"))
    # What is not shown leaves no question behind.
    short = view.build(sample.flood(), view.Room(matters=1, problems=0)).questions
    assert [(one.whom, len(one.questions)) for one in short] == [("Ilse Brandvold", 1)]


def test_references_and_origins() -> None:
    matter = view.build(sample.flood()).matters[0]
    first = matter.passages[0]
    assert (first.reference.label, first.reference.anchor, first.reference.line) == ("S1:4", "source-1", "s1-4")
    assert [again.reference.label for again in first.also] == ["S1:19"]
    assert matter.passages[2].speaker == "In the article’s own voice"
    assert matter.heading.standing_behind == "3 sources, 4 origins"


def test_one_denial_is_not_told_again_with_each_charge() -> None:
    report = sample.flood()
    dispute = report.findings[1]
    lead = dispute.evidence[0]
    harbour = replace(lead.b, claim="c-other", value="the gate was left open", source="harbour", line=40)
    (matter,) = view.build(
        replace(report, findings=(replace(dispute, evidence=(lead, replace(lead, id="e9", b=harbour))),))
    ).matters
    assert matter.beside == "Orla Teig"
    assert [item.because for item in matter.further] == ["two fishermen: “the gate was left open”"]
    assert [reference.label for reference in matter.further[0].references] == ["S1:40"]


def test_statements_with_equal_cells_are_one_row() -> None:
    report = sample.flood()
    dispute = report.findings[1]
    places = Dimension("place", "inside", "the dam", "the valley", "stated")
    days = Dimension("period", "inside", "a night", "a week", "context")
    lead = replace(dispute.evidence[0], comparability=(places, days))
    third = replace(lead.b, claim="c-third", holder=Holder("a diver"), line=41)
    pairs = (lead, replace(lead, id="e9", b=third))
    (matter,) = view.build(replace(report, findings=(replace(dispute, evidence=pairs),))).matters
    assert matter.scope is not None
    assert matter.scope.columns == ("Where",)
    assert [line.voice for line in matter.scope.lines] == ["Orla Teig", "two fishermen and a diver"]


def test_a_finding_is_shown_in_full_or_as_a_row() -> None:
    brief = view.build(sample.flood())
    assert [matter.heading.relation.name for matter in brief.matters] == ["Conflict", "Dispute", "Quotation differs"]
    assert [problem.heading.title for problem in brief.problems] == ["An early estimate of the dead"]
    assert [agreement.origins for agreement in brief.consistent] == ["2 sources, 2 origins"]
    assert [matter.chart is None for matter in brief.matters] == [False, True, True]


def test_a_denied_or_quoted_figure_is_no_chart() -> None:
    conflict = sample.flood().findings[0]
    assert figures.is_about_figures(conflict)
    for relation in ("dispute", "drift"):
        assert not figures.is_about_figures(replace(conflict, relation=relation))
    same = replace(sample.TOLLS, b=replace(sample.TOLLS.b, value="14"))
    assert not figures.is_about_figures(replace(conflict, evidence=(same,)))
    percent = replace(sample.TOLLS, b=replace(sample.TOLLS.b, quantity=sample.amount(31, unit="%")))
    assert not figures.is_about_figures(replace(conflict, evidence=(percent,)))


def test_a_later_article_is_told_apart() -> None:
    report = sample.flood()
    harbour, valley, coast = report.sources
    dated = replace(valley, published=date(2031, 4, 12), published_from="dateline")
    matters = view.build(replace(report, sources=(harbour, dated, coast))).matters
    assert matters[0].later == "S2 is of 12 April 2031, 10 days after S1: it may tell of a later state of things."
    # A caption's day is the picture's, and a missing one tells nothing.
    assert [matter.later for matter in view.build(report).matters] == ["", "", ""]


def test_the_timeline_is_by_day_and_says_what_is_not_in_it() -> None:
    timeline = view.build(sample.flood()).timeline
    assert [(day.day, day.known) for day in timeline.days] == [
        ("not before 1 April 2031", "from a picture’s caption"), ("2 April 2031", "from the dateline"),
    ]  # fmt: skip
    assert timeline.undated == 3
    assert view.build(sample.undated()).timeline.days == ()


def test_speakers_are_joined_by_name_and_those_without_one_are_not() -> None:
    speakers = view.build(sample.flood()).speakers
    assert {speaker.name: [number for number, _ in speaker.findings] for speaker in speakers} == {
        "Vellmark Rescue Service": [1, 4], "Ilse Brandvold": [1, 3], "Orla Teig": [2], "two fishermen": [2],
    }  # fmt: skip


def test_two_speakers_called_the_same_are_told_apart_by_their_articles() -> None:
    report = sample.flood()
    dispute = report.findings[1]
    other = replace(dispute.evidence[0], id="e9", b=replace(dispute.evidence[0].b, source="valley", claim="c9"))
    made = view.build(replace(report, findings=(replace(dispute, evidence=(dispute.evidence[0], other)),)))
    assert [(one.name, one.position) for one in made.speakers if one.name == "two fishermen"] == [
        ("two fishermen", "in S1"), ("two fishermen", "in S2"),
    ]  # fmt: skip


def test_anchors_are_plain_and_never_twice() -> None:
    names = ("same", "same", 'x" onclick="y', "a b", "é", "")
    findings = [replace(sample.flood().findings[0], id=name) for name in names]
    brief = view.build(replace(sample.flood(), findings=tuple(findings)))
    anchors = [matter.heading.anchor for matter in brief.matters]
    assert anchors == ["f-same", "f-no-2", "f-no-3", "f-no-4", "f-no-5", "f-no-6"]


@pytest.mark.parametrize(
    ("room", "shown", "left_out"),
    [(view.Room(), (36, 12, 12), 0), (view.Room(matters=20), (20, 12, 12), 16),
     (view.Room(matters=1, problems=2, consistent=3), (1, 2, 3), 54)],
)  # fmt: skip
def test_what_there_is_no_room_for_is_counted(room: view.Room, shown: tuple[int, int, int], left_out: int) -> None:
    brief = view.build(sample.mixed(60), room)
    assert (len(brief.matters), len(brief.problems), len(brief.consistent)) == shown
    assert brief.left_out == left_out
    assert ("Conflicts", "12") in brief.front.counts


def test_what_else_has_no_room_is_counted() -> None:
    brief = view.build(sample.flood(), view.Room(articles=1, speakers=2))
    assert brief.more == (("speakers", 2), ("sources", 2))
    assert brief.listed == {"source-1"}


def test_full_texts_are_marked_where_findings_stand() -> None:
    report = sample.flood()
    side = report.findings[0].evidence[0].a
    text = f"A headline\n\n\n{side.text} And more.\n"
    start = text.index(side.text)
    moved = replace(report.findings[0].evidence[0], a=replace(side, start=start, end=start + len(side.text), also=()))
    finding = replace(report.findings[0], evidence=(moved,))
    brief = view.build(replace(report, findings=(finding,)), texts={"harbour": text})
    (shown,) = brief.texts
    assert [(line.number, line.anchor) for line in shown.lines] == [(1, "s1-1"), (4, "s1-4")]
    assert [(piece.text, piece.anchor) for piece in shown.lines[1].pieces] == [
        (side.text, "f-0a1b2c"), (" And more.", None),
    ]  # fmt: skip
    assert "".join(piece.text for line in shown.lines for piece in line.pieces) == text.replace("\n", "")


def test_a_passage_of_several_findings_names_them_all() -> None:
    report = sample.flood()
    first, second = report.findings[:2]
    side = first.evidence[0].a
    text = f"A headline\n\n\n{side.text} And more.\n"
    start = text.index(side.text)
    whole = replace(side, start=start, end=start + len(side.text), also=())
    inner = replace(whole, end=start + 9)
    found = (
        replace(first, evidence=(replace(first.evidence[0], a=whole),)),
        replace(second, evidence=(replace(second.evidence[0], a=whole, b=inner),)),
        replace(report.findings[2], evidence=(replace(report.findings[2].evidence[0], a=inner),)),
    )
    made = replace(report, findings=found)
    (shown,) = view.build(made, texts={"harbour": text}).texts
    marked = [(piece.text, piece.number, piece.also) for piece in shown.lines[1].pieces if piece.anchor]
    two, three = (2, "f-1b2c3d"), (3, "f-2c3d4e")
    assert marked == [(side.text[:9], 1, (two, three)), (side.text[9:], 1, (two,))]
    page = html.render(made, Choices(texts={"harbour": text})).decode("utf-8")
    assert '<a href="#f-1b2c3d"><span class="unseen"> finding </span>2</a></sup>' in page


def test_a_reader_is_warned_of_faults_and_of_other_weights() -> None:
    report = sample.flood()
    assert view.build(sample.empty()).front.warnings == ()
    assert len(view.build(replace(report, model=replace(report.model, verified=False))).front.warnings) == 2


def test_a_copy_is_named_in_the_list_of_sources_and_is_one_origin() -> None:
    report = sample.flood()
    harbour, valley, coast = report.sources
    brief = view.build(replace(report, sources=(harbour, valley, replace(coast, copy_of="harbour"))))
    assert [article.copied for article in brief.articles] == [
        "", "", "largely the same text as S1: the two count as one source",
    ]  # fmt: skip
    assert "1 largely the text of another" in brief.front.extent
    assert brief.consistent[0].origins == "2 sources, 1 origin"
    assert view.build(report).consistent[0].origins == "2 sources, 2 origins"


@pytest.mark.parametrize(
    ("a", "b", "only"),
    [
        ("“We pay for every house,” said Orr.", "“We pay for houses,” Orr told us.", ("every house,”", "houses,”")),
        ('destructive of trust," she told a paper.', 'Her "destructive to trust" went round', ("of", "to")),
        ("It was cold", "it was very cold!", ("", "very")),
        ('"It is cold," he said, "and wet."', '"It is cold and wet," he said.', ("", "")),
    ],
)  # fmt: skip
def test_two_versions_of_a_quotation_word_against_word(a: str, b: str, only: tuple[str, str]) -> None:
    parts = statements.differing(a, b)
    assert tuple(" ".join(part.text for part in side if part.style) for side in parts) == only
    assert tuple("".join(part.text for part in side) for side in parts) == (a, b)


def test_of_two_versions_the_words_that_a_rule_names_are_marked() -> None:
    parts = statements.differing("“It never rains,” he said.", "“It rains, and it pours.”", frozenset({"never"}))
    assert [part.text for side in parts for part in side if part.style] == ["never"]
    unnamed = statements.differing("“It never rains,” he said.", "“It rains, and it pours.”", frozenset({"snow"}))
    assert [part.text for side in unnamed for part in side if part.style] == ["never", "and it pours.”"]


def test_what_is_new_and_what_was_dismissed_is_marked() -> None:
    report = sample.flood()
    entry = Dismissal("e1", "conflict", "w", ("harbour",), "Ann", "two rivers", date(2031, 4, 1), date(2031, 5, 1))
    first = replace(report.findings[0], since="new", dismissed="dismissed", dismissals=(entry,))
    second = replace(report.findings[1], since="known", dismissed="expired")
    brief = view.build(replace(report, findings=(first, second)))
    assert [matter.heading.marks for matter in brief.matters] == [
        ("new since the last report", "dismissed: two rivers (Ann, until 1 May 2031)"),
        ("its dismissal has expired",),
    ]
    assert brief.front.extent.endswith("Findings: 1 new since the last report, 1 dismissed.")
    page_text = html.render(replace(report, findings=(first, second))).decode("utf-8")
    assert page_text.count("new since the last report</") == 2
