"""Findings: evidence of one matter gathered, how it is called, how many origins stand behind it, and what to ask."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import engine, evidence
from factcheck.model import Report, Source

DAY = date(2026, 1, 1)


def source(name: str, text: str, day: int = 4) -> Source:
    return Source(name, f"{name}.txt", "", name, f"{text}\n", f"The {name.title()}", date(2024, 6, day))


def report(*sources: Source) -> Report:
    return engine.report(sources, title="Tarn", as_of=DAY)


def titles(made: Report, checker: str, relation: str) -> list[str]:
    return [item.title for item in made.findings if (item.checker, item.relation) == (checker, relation)]


def fire(name: str, figure: object, holder: str = "the police", day: int = 4) -> Source:
    return source(name, f"The fire in Tarn in Norway on 3 June 2024 killed {figure} workers, {holder} said.", day)


def test_three_totals_of_one_count_are_one_finding() -> None:
    made = report(fire("post", 12), fire("mail", 31, "a hospital"), fire("echo", 54, "the union"))
    (finding,) = [item for item in made.findings if item.relation == "conflict"]
    assert finding.title == "Workers killed: 31 (the hospital), 54 (the union) and 12 (police)"
    assert finding.sources == ("mail", "echo", "post")
    assert sorted(finding.origins) == ["hospital", "police", "union"]


def test_each_pair_of_values_is_told_before_one_is_told_again() -> None:
    made = report(fire("post", 12), fire("mail", 31, "a hospital"), fire("echo", 12), fire("star", 54, "the union"))
    (finding,) = [item for item in made.findings if item.relation == "conflict"]
    told = [frozenset((item.a.value, item.b.value)) for item in finding.evidence if item.relation == "conflict"]
    assert len(set(told[:3])) == 3
    assert len(set(told)) == 3


def test_a_denial_with_several_accusers_is_one_finding() -> None:
    charge = "Tarn Oil dumped waste in the river Lune, {} said."
    made = report(
        source("post", charge.format("the fishermen's union")),
        source("mail", charge.format("the mayor")),
        source("echo", "Tarn Oil denied that it had dumped waste in the river Lune."),
    )
    assert titles(made, "denials", "dispute") == [
        "“Tarn Oil denied that it had dumped waste in the river Lune”; against the mayor and 1 more"
    ]
    asked = [(item.to, item.ask) for item in made.questions]
    assert (
        "The Mail",
        "“Tarn Oil dumped waste in the river Lune”, denied by Tarn Oil: what does it rest on?",
    ) in asked


def test_the_charge_that_is_denied_in_so_many_words_comes_first() -> None:
    made = report(
        source("echo", "Tarn Oil denied that it had dumped waste in the river Lune."),
        source("mail", "The mayor said Tarn Oil was responsible for the dead fish in the river Lune."),
        source("post", "The fishermen's union said Tarn Oil dumped waste in the river Lune."),
    )
    (finding,) = [item for item in made.findings if item.relation == "dispute"]
    assert finding.evidence[0].b.source == "post"


def test_a_denial_that_only_points_is_titled_by_what_it_answers() -> None:
    made = report(source("post", "The mayor said Tarn Oil dumped waste in the river Lune. Tarn Oil denied this."))
    assert titles(made, "denials", "dispute") == [
        "The mayor: “Tarn Oil dumped waste in the river Lune”; a denial by Tarn Oil"
    ]


def test_agreement_says_how_many_origins_stand_behind_it() -> None:
    made = report(fire("post", 31, "the police of Tarn"), fire("mail", 31, "the police of Tarn"))
    assert titles(made, "figures", "agree") == ["Workers killed: 31 (2 sources, 1 origin)"]
    assert made.questions == ()


def test_two_wordings_of_one_utterance() -> None:
    said = "“We will {} the bridge over the Lune until every cable has been tested,” said Ada Moll, the engineer."
    made = report(source("post", said.format("close")), source("mail", said.format("never open")))
    assert titles(made, "quotes", "drift") == [
        "Ada Moll: “We will close the bridge over the Lune until every cable has been …” (“close” against “never open”)"
    ]
    (question,) = made.questions
    assert question.to == "Ada Moll"
    assert question.ask.startswith("Which of these was said: “We will close the bridge")
    assert question.findings == (made.findings[0].id,)


def test_a_change_of_position_names_both_days() -> None:
    office = "Ada Moll, a spokeswoman for the Ministry of Housing"
    post = source("post", f"“We always compensate families for destroyed houses,” said {office}.", 4)
    mail = source(
        "mail", f"The Ministry of Housing did not compensate families for destroyed houses, {office}, said.", 9
    )
    made = report(post, mail)
    (finding,) = [item for item in made.findings if item.relation != "agree"]
    assert finding.title.endswith("(change of position, 4 June 2024 and 9 June 2024)")
    assert any("what changed between 4 June 2024 and 9 June 2024?" in item.ask for item in made.questions)


def test_copies_are_one_origin_and_said_to_be() -> None:
    story = " ".join(f"The {place} of Tarn was shut after the smoke came down." for place in PLACES)
    made = report(
        source("post", f"{story}\n\nThe fire in Tarn in Norway on 3 June 2024 killed 12 workers, the police said."),
        source("mail", f"{story}\n\nThe fire in Tarn in Norway on 3 June 2024 killed 31 workers, a hospital said."),
    )
    (finding,) = [item for item in made.findings if item.relation == "conflict"]
    assert [rule.rule for rule in finding.evidence[0].rules][-1] == "origin.one-text"
    assert finding.severity == "medium"


PLACES = (
    "school",
    "harbour",
    "station",
    "library",
    "market",
    "chapel",
    "swimming pool",
    "town hall",
    "brewery",
    "mill",
)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("regional health office", "the regional health office"),
        ("head of the works council", "the head of the works council"),
        ("Tarn hospital", "the Tarn hospital"),
        ("union", "the union"),
        # Names, many, and what has its own article or number.
        ("Ada Moll", "Ada Moll"),
        ("Ministry of Works", "Ministry of Works"),
        ("police", "police"),
        ("harbour officials", "harbour officials"),
        ("two people with knowledge of the sale", "two people with knowledge of the sale"),
        ("The growers' association", "the growers' association"),
        ("The Star", "The Star"),
        ("A harbour pilot, Ole Brand,", "a harbour pilot, Ole Brand"),
        ("12 residents", "12 residents"),
    ],
)
def test_a_holder_as_it_stands_in_a_sentence(name: str, called: str) -> None:
    assert evidence.called(name) == called


def test_who_counted_is_asked_of_the_outlet_that_credits_nobody() -> None:
    post = source("post", "The fire in Tarn in Norway on 3 June 2024 killed 12 workers.")
    made = report(post, fire("mail", 31, "the regional hospital"))
    asked = [(item.to, item.ask) for item in made.questions]
    assert ("The Post", "Workers killed, 12: who gives this figure?") in asked
    assert ("the regional hospital", "Workers killed, 31: what does it rest on, beside 12 of The Post?") in asked


def test_questions_are_asked_once() -> None:
    made = report(fire("post", 12), fire("mail", 31, "a hospital"), fire("echo", 54, "the union"))
    asked = [(item.to, item.ask) for item in made.questions]
    assert len(asked) == len(set(asked))
    known = {finding.id for finding in made.findings}
    assert all(set(item.findings) <= known for item in made.questions)


def test_an_article_without_a_publisher_is_named_by_how_its_headline_begins() -> None:
    text = "Tarn Oil dumped waste in the river Lune. Tarn Oil denied this.\n"
    headline = "Dead trout found along the whole of the river Lune"
    made = report(Source("post", "post.txt", "", headline, text, None, date(2024, 6, 4)))
    assert titles(made, "denials", "dispute") == [
        "The article “Dead trout found along the …”: “Tarn Oil dumped waste in the river Lune”; a denial by Tarn Oil"
    ]


def test_a_rule_names_no_word_where_one_side_has_none() -> None:
    said = "The pump in Tarn was{} working on the night of the flood, the {} said."
    made = report(source("post", said.format("", "mayor")), source("mail", said.format(" not", "engineers")))
    (finding,) = [item for item in made.findings if item.relation == "dispute"]
    assert [rule.effect for rule in finding.evidence[0].rules] == ["the clauses are the same but for “not”"]
