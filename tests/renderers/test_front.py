"""The front page: a headline made from the findings, and a story without one."""

from __future__ import annotations

from dataclasses import replace

import sample

from factcheck.renderers import view, wording
from factcheck.renderers.formats import html


def test_the_headline_has_the_matter_and_the_numbers_that_clash() -> None:
    front = view.build(sample.flood()).front
    assert front.headline == "People drowned: 14 or 31"
    assert front.standfirst == (
        "The mayor counts 14 dead in Korrin, the rescue service 31 in the same two days.",
        "The articles leave open whose doing is meant.",
    )


def test_the_front_has_a_chart_where_none_follows_at_once() -> None:
    report = sample.flood()
    drawn = {
        len(kept): view.build(replace(report, findings=kept)).front.chart is not None
        for kept in (report.findings, report.findings[:1], report.findings[3:])
    }
    assert drawn == {5: True, 1: False, 2: True}


def test_without_a_finding_the_headline_is_the_story() -> None:
    front = view.build(sample.empty()).front
    assert front.headline == "Flood on the Arl"
    assert front.standfirst[0].startswith("No finding.")
    agreeing = replace(sample.flood(), findings=sample.flood().findings[-1:])
    quiet = view.build(agreeing).front
    assert quiet.headline == "Flood on the Arl: nothing at odds found in 3 articles"
    assert quiet.standfirst == (
        "No statement was found at odds with another.", "One matter is told alike: agreement is no proof.",
    )  # fmt: skip
    alone = replace(agreeing.findings[0], origins=("the river board",))
    twice = replace(agreeing, findings=(alone, replace(alone, id="5f6071")))
    assert view.build(twice).front.standfirst[1].startswith("2 matters are told alike, all of them by one origin alone")


def test_a_story_without_a_finding_shows_what_was_checked_once() -> None:
    nothing = replace(sample.flood(), findings=(), questions=())
    text = html.render(nothing).decode("utf-8")
    assert "What was checked" in text
    assert "Findings, in order of weight" not in text
    assert text.count(wording.COMPARED) == 1
    assert view.build(nothing).legend == ()


def test_a_headline_is_no_quotation() -> None:
    report = sample.flood()
    said = {
        finding.relation: view.build(replace(report, findings=(finding,))).front.headline
        for finding in report.findings[1:3]
    }
    assert said == {
        "dispute": "Flood on the Arl: Orla Teig and two fishermen at odds",
        "drift": "Flood on the Arl: Ilse Brandvold quoted in two ways",
    }
    quoted = replace(
        report.findings[1], relation="tension", checker="awareness", title="Ann: “we knew”; Bo: “we did not know”"
    )
    assert view.build(replace(report, findings=(quoted,))).front.headline == "Flood on the Arl: who knew of it?"
    row = view.build(replace(report, findings=(quoted,))).problems[0]
    assert row.heading.title == row.heading.between


def test_a_folders_name_is_no_headline() -> None:
    report = replace(sample.flood(), titled=False)
    said = [
        view.build(replace(report, findings=(finding,))).front.headline
        for finding in (report.findings[1], report.findings[-1])
    ]
    assert said == ["Orla Teig and two fishermen at odds", "Nothing at odds found in 3 articles"]
    assert view.build(report).title == "Flood on the Arl"


def test_an_article_at_odds_is_named() -> None:
    report = sample.flood()
    finding = report.findings[1]

    def headline(source: str) -> str:
        own = replace(finding.evidence[0], b=replace(finding.evidence[0].b, source=source, holder=None))
        return view.build(replace(report, findings=(replace(finding, evidence=(own,)),))).front.headline

    assert headline("harbour") == "Flood on the Arl: Orla Teig and The Harbour Post at odds"
    assert headline("valley") == "Flood on the Arl: Orla Teig and the article S2 at odds"
