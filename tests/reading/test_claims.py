"""Sentences to claims: which event a figure belongs to, who does it, where, when, and how firmly."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Claim, Source
from factcheck.reading import claims


def read(*paragraphs: str) -> tuple[Claim, ...]:
    text = "\n\n".join(("Story of the day", *paragraphs))
    return claims.read(Source(id="s", path="s.txt", sha256="", title="", text=text, published=date(2024, 5, 16)))


def with_figure(found: tuple[Claim, ...], number: int) -> Claim:
    return next(claim for claim in found if claim.quantities and claim.quantities[0].low == number)


@pytest.mark.parametrize(
    ("sentence", "number", "event", "counted"),
    [
        ("The mudslide killed 17 villagers.", 17, "kill", "civilian"),
        ("Seventeen miners were killed when the shaft collapsed.", 17, "kill", "worker"),
        ("The blast left 14 people dead.", 14, "kill", "people"),
        ("The epidemic led to the deaths of 230 patients.", 230, "kill", "patient"),
        ("Twelve passengers lost their lives in the crash.", 12, "kill", "passenger"),
        ("Six pupils died and nine teachers were injured.", 6, "kill", "child"),
        ("Six pupils died and nine teachers were injured.", 9, "wound", "teacher"),
        ("Police arrested 48 demonstrators.", 48, "arrest", "protester"),
        ("The march ended in 48 arrests.", 48, "arrest", "held"),
        ("The merger led to 48 miner dismissals.", 48, "dismiss", "worker"),
        ("The dike breach drowned 48 farmers.", 48, "kill", "farmer"),
        ("The storm destroyed 310 houses.", 310, "destroy", "home"),
        ("Guards caught 31 smugglers, two of whom were freed on bail.", 31, "catch", "smuggler"),
        ("Guards caught 31 smugglers, two of whom were freed on bail.", 2, "free", "smuggler"),
        ("The bus carried 40 pupils, of whom 12 were hurt.", 12, "harm", "child"),
        ("A tug rescued 14 of the 20 sailors.", 14, "rescue", "crew"),
        ("A tug rescued 14 of the 20 sailors.", 20, None, "crew"),
        ("About 4,000 residents have fled their homes, and 85 are missing.", 85, "missing", "somebody"),
    ],
)
def test_event_and_class_of_a_figure(sentence: str, number: int, event: str, counted: str) -> None:
    found = read(sentence)
    claim = next(
        item for item in found if item.quantities and number in (item.quantities[0].low, item.quantities[0].high)
    )
    assert (claim.event.cls if claim.event else None, claim.counted) == (event, counted)


@pytest.mark.parametrize(
    ("sentence", "agent", "how"),
    [
        ("French forces killed 20 fighters in Mali.", "FR", "stated"),
        ("Twenty fighters were killed in a French raid in Mali.", "FR", "stated"),
        ("Twenty fighters were killed by the French army in Mali.", "FR", "stated"),
        ("Twenty fighters died of cholera in Mali.", None, "unknown"),
        ("A French flood release drowned 20 villagers in Mali.", "FR", "stated"),
    ],
)
def test_agent(sentence: str, agent: str | None, how: str) -> None:
    claim = with_figure(read(sentence), 20)
    keys = {key for entity in claim.agent.entities for key in (entity.key, *entity.within)}
    assert agent in keys if agent else not keys
    assert claim.agent.how == how


def test_a_body_that_reports_a_toll_is_not_its_cause() -> None:
    claim = with_figure(read("The Ministry of Health of Kenya said 20 people died of cholera in Nairobi."), 20)
    assert not claim.agent.entities
    assert claim.holder is not None


@pytest.mark.parametrize(
    ("paragraphs", "number", "place", "how"),
    [
        (["Flooding killed eight people in Lagos."], 8, "Lagos", "stated"),
        (["Flooding hit Lagos on Monday.", "Eight people were killed."], 8, "Lagos", "context"),
        (["Eight people were killed."], 8, "", "unknown"),
    ],
)
def test_place(paragraphs: list[str], number: int, place: str, how: str) -> None:
    claim = with_figure(read(*paragraphs), number)
    assert place in claim.place.words
    assert claim.place.how == how


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("The fire killed 30 people on Monday.", date(2024, 5, 13), date(2024, 5, 13)),
        ("Accidents have killed 30 people since 2019.", date(2019, 1, 1), None),
        ("Officials said on Tuesday that 30 people had drowned on Monday.", date(2024, 5, 13), date(2024, 5, 13)),
    ],
)
def test_period(sentence: str, first: date, last: date | None) -> None:
    claim = with_figure(read(sentence), 30)
    assert claim.period is not None
    assert (claim.period.first, claim.period.last) == (first, last)


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    claim = with_figure(read("Officials said on Tuesday that the strike had cost 30 jobs."), 30)
    assert claim.period is None or claim.period_how != "stated"


@pytest.mark.parametrize(
    ("sentence", "trigger", "quantifier", "polarity", "certainty"),
    [
        ("We always compensate passengers.", "compensate", "always", "positive", "asserted"),
        ("Every time a part fails, we investigate it.", "investigate", "every", "positive", "asserted"),
        ("When a part fails, we investigate it.", "investigate", "every", "positive", "asserted"),
        ("The ministry never published the figures.", "published", "never", "positive", "asserted"),
        ("No complaints were investigated.", "investigated", "no", "positive", "asserted"),
        ("Only a few complaints were investigated.", "investigated", "few", "positive", "asserted"),
        ("The ministry did not investigate the complaints.", "investigate", None, "negative", "asserted"),
        ("The ministry failed to investigate the complaints.", "investigate", None, "negative", "asserted"),
        ("The ministry should investigate the complaints.", "investigate", None, "positive", "wished"),
        ("The ministry may investigate the complaints.", "investigate", None, "positive", "hedged"),
        ("The ministry will investigate the complaints.", "investigate", None, "positive", "future"),
    ],
)
def test_stance(sentence: str, trigger: str, quantifier: str | None, polarity: str, certainty: str) -> None:
    claim = next(item for item in read(sentence) if item.event is not None and item.event.trigger == trigger)
    assert (claim.quantifier, claim.polarity, claim.certainty) == (quantifier, polarity, certainty)


def test_guard_is_the_condition_in_its_words() -> None:
    found = read("When a complaint is found credible, we investigate it fully.")
    guards = [claim.guard for claim in found if claim.event is not None and claim.event.cls == "inquire"]
    assert guards == ["When a complaint is found credible"]


def test_a_pronoun_points_at_the_event_before_it() -> None:
    found = read("The dam failure killed nine workers, and the company has not acknowledged it.")
    claim = next(item for item in found if item.event is not None and item.event.cls == "acknowledge")
    assert "event:harm" in claim.topic


def test_deaths_count_whom_the_text_counted_before() -> None:
    found = read("Heat killed 40 miners in Chile.", "Unions put the number of deaths at 70.")
    assert with_figure(found, 70).counted == with_figure(found, 40).counted


@pytest.mark.parametrize(
    ("sentence", "trigger", "agent", "patient"),
    [
        ("The farm ignored dozens of warnings.", "ignored", "farm", "warnings"),
        ("None of the divers was hurt.", "hurt", None, "divers"),
        ("Two Dutch grocers have withdrawn the cheese.", "withdrawn", "Dutch grocers", "cheese"),
        ("Oakham's director, Lena Vogt, closed the mill.", "closed", "Lena Vogt", "mill"),
        ("The petition was signed by parents.", "signed", "parents", "petition"),
        ("The pier will be rebuilt by the end of June.", "rebuilt", None, "pier"),
        ("The report accused the army of killing 12 villagers.", "killing", "army", "villagers"),
        ("Police stopped the crowd from entering the hall.", "entering", "crowd", "hall"),
        ("The bus carried 40 pupils.", "carried", "bus", "pupils"),
    ],
)
def test_who_does_it_to_whom(sentence: str, trigger: str, agent: str | None, patient: str) -> None:
    event = next(claim.event for claim in read(sentence) if claim.event and claim.event.trigger == trigger)
    assert (event.agent, event.patient) == (agent, patient)
