"""Copies: what is largely one text is one source, told apart by runs of words; and how many voices there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck import engine, findings
from factcheck.model import Evidence, Holder, Side, Source
from factcheck.pairing import copies
from factcheck.pairing.copies import Origins

STORY = """\
Orchard valley asks for water

Growers of the Tarn valley asked the provincial council on Monday to open the second sluice before the pears fail.
Mirela Osk, who speaks for the growers, said that 340 orchards had gone without water since the first of June.
“We have carried buckets for three weeks and our trees are dropping their fruit,” she told the council.
The council’s engineer answered that the reservoir held less than a third of what it holds in other years.
"""
RETOLD = """\
No second sluice before August

The council of the province will decide in August whether orchards in the Tarn valley get more water this summer.
An engineer put the reservoir at under a third of its usual level and warned that the town comes first in a drought.
Farmers who came to the session carried boxes of pears that had fallen early, and left them on the steps outside.
They count 340 orchards without any water, and say that each day of waiting costs them a tenth of the harvest.
"""
CUT = STORY.rsplit("\n", 2)[0] + "\nThe session went on until the evening and will be taken up again next week.\n"


def source(name: str, text: str, day: int | None = None, independent_of: tuple[str, ...] = ()) -> Source:
    published = date(2023, 6, day) if day else None
    return Source(name, f"{name}.txt", "", name, text, published=published, independent_of=independent_of)


def side(name: str, holder: Holder | None = None) -> Side:
    return Side(name, 0, 1, 1, "", f"{name} {holder}", "", holder)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([source("a", STORY), source("b", RETOLD)], {}),
        ([source("a", STORY), source("b", CUT)], {"b": "a"}),
        ([source("a", STORY), source("b", STORY.upper())], {"b": "a"}),
        # The later is the copy, however the corpus is ordered; an article without a day keeps its place.
        ([source("a", STORY, 9), source("b", CUT, 8)], {"a": "b"}),
        ([source("a", STORY, 8), source("b", CUT)], {"b": "a"}),
        # Three of one text are copies of the first.
        ([source("a", STORY), source("b", CUT), source("c", STORY)], {"b": "a", "c": "a"}),
        # What the corpus declares independent is no copy, whichever of the two says so.
        ([source("a", STORY, None, ("b",)), source("b", CUT)], {}),
        ([source("a", STORY), source("b", CUT, None, ("a",))], {}),
        # A few sentences are soon alike.
        ([source("a", "The sluice stays shut until August."), source("b", "The sluice stays shut until August.")], {}),
        ([source("a", ""), source("b", "")], {}),
    ],
)
def test_copies(sources: list[Source], expected: dict[str, str]) -> None:
    assert copies.find(sources).copy_of == expected


OSK, ROLE = Holder("Mirela Osk", "speaker", "Tarn growers"), Holder("officials")


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ([side("a", OSK), side("b", Holder("Osk"))], ("Mirela Osk",)),
        ([side("a", OSK), side("b", Holder("Tarn growers"))], ("Mirela Osk",)),
        ([side("a", OSK), side("b", Holder("Ivo Rand"))], ("Mirela Osk", "Ivo Rand")),
        ([side("a", ROLE), side("b", ROLE)], ("officials",)),
        ([side("a"), side("b"), side("c")], ("a", "c")),
        ([side("a", OSK), side("c")], ("Mirela Osk", "c")),
    ],
)
def test_voices(sides: list[Side], expected: tuple[str, ...]) -> None:
    assert copies.voices(sides, Origins({"b": "a"})) == expected


def test_severity_is_a_step_down_between_copies_only() -> None:
    between = Evidence("", "conflict", "", side("a"), side("b"))
    assert findings.severity(between) == "high"
    assert findings.severity(between, Origins({"b": "a"})) == "medium"
    assert findings.severity(between, Origins({"b": "c", "a": "c"})) == "medium"
    assert findings.severity(replace(between, b=side("a")), Origins({"b": "a"})) == "high"
    one_speaker = Evidence("", "conflict", "", side("a", OSK), side("b", OSK))
    assert findings.severity(one_speaker) == "medium"
    assert findings.severity(one_speaker, Origins({}, frozenset({("a", "b")}))) == "high"


def test_a_report_names_the_copy_and_counts_its_voice_once() -> None:
    made = engine.report([source("a", STORY), source("b", CUT)], title="", as_of=date(2026, 1, 1))
    assert [item.copy_of for item in made.sources] == [None, "a"]
    agreeing = [item for item in made.findings if item.relation == "agree"]
    assert agreeing
    rules = [rule for item in agreeing for rule in item.evidence[0].rules if rule.rule.startswith("agreement.")]
    assert {rule.rule for rule in rules} == {"agreement.one-voice"}
    assert rules[0].effect.startswith("2 sources, but one voice, ")


def test_one_utterance_is_one_voice_whoever_is_credited_with_it() -> None:
    words = "“Nobody who loves this valley would leave a sluice shut in such a June.”"
    texts = [f"“We wait,” Arne Lund said.\n\n{words}\n", f"{words[:-2]},” said Mirela Osk, a grower.\n"]
    made = engine.report(
        [source(name, text) for name, text in zip("ab", texts, strict=True)], title="", as_of=date(2026, 1, 1)
    )
    (finding,) = made.findings
    rules = [rule for rule in finding.evidence[0].rules if rule.rule.startswith("agreement.")]
    assert [(rule.rule, rule.effect) for rule in rules] == [
        ("agreement.one-voice", "2 sources, but one voice, Arne Lund or Mirela Osk: told again, not confirmed")
    ]
