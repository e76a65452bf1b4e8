"""Two claims side by side: each dimension's value, from records made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factcheck.model import Claim, Entity, Event, Facet, Passage, Period, Quantity
from factcheck.pairing import comparability

PERU = Entity("PE", "Peru", "country")
CUSCO = Entity("PE:cusco", "Cusco", "place", ("PE",))
CHILE = Entity("CL", "Chile", "country")
ARMY = Entity("PE/military", "Peruvian army", "force", ("PE",))
LED = Entity("coalition/PE", "Peru-led coalition", "coalition", led_by="PE")


def claim(source: str = "a", **fields: object) -> Claim:
    base = Claim(
        id=source,
        passage=Passage(source, 0, 10, 1, "nine people died"),
        event=Event("kill", "died"),
        quantities=(Quantity(Decimal(9), Decimal(9), 0, 4, "nine"),),
        counted="people",
        counted_words="people",
        published=date(2024, 5, 16),
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def value(dimension: str, a: Claim, b: Claim) -> str:
    return comparability.values(comparability.compare(a, b))[dimension]


def where(*entities: Entity) -> Facet:
    return Facet(entities, "words", "stated")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("kill", "kill", "same"),
        ("kill", "harm", "inside"),
        ("harm", "kill", "contains"),
        ("kill", "wound", "different"),
        ("stumble", "kill", "unknown"),
    ],
)
def test_event(a: str, b: str, expected: str) -> None:
    assert value("event", claim(event=Event(a, a)), claim("b", event=Event(b, b))) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("civilian", "people", "inside"),
        ("people", "child", "contains"),
        ("civilian", "combatant", "different"),
        ("strike", "people", "different"),
        ("woman", "worker", "overlaps"),
    ],
)
def test_counted(a: str, b: str, expected: str) -> None:
    assert value("counted", claim(counted=a), claim("b", counted=b)) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (where(CUSCO), where(PERU), "inside"),
        (where(PERU, CHILE), where(PERU), "contains"),
        (where(PERU), where(CHILE), "different"),
        (where(CUSCO), Facet(), "unknown"),
    ],
)
def test_place(a: Facet, b: Facet, expected: str) -> None:
    assert value("place", claim(place=a), claim("b", place=b)) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (where(ARMY), where(PERU), "inside"),
        (where(PERU), where(LED), "leader"),
        (where(ARMY), where(LED), "leader"),
        (where(PERU), where(CHILE), "different"),
    ],
)
def test_agent(a: Facet, b: Facet, expected: str) -> None:
    assert value("agent", claim(agent=a), claim("b", agent=b)) == expected


MONDAY = Period(date(2024, 5, 13), date(2024, 5, 13), "day", "Monday")
THURSDAY = Period(date(2024, 5, 16), date(2024, 5, 16), "day", "Thursday")
LATE_MONDAY = replace(MONDAY, text="late Monday")
EARLY_TUESDAY = Period(date(2024, 5, 14), date(2024, 5, 14), "day", "early Tuesday")
MAY = Period(date(2024, 5, 1), date(2024, 5, 31), "month", "in May")
SINCE_2019 = Period(date(2019, 1, 1), None, "year", "since 2019")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (MONDAY, MONDAY, "same"),
        (MONDAY, THURSDAY, "different"),
        (LATE_MONDAY, EARLY_TUESDAY, "overlaps"),
        (MONDAY, MAY, "inside"),
        (SINCE_2019, MONDAY, "contains"),
        (MONDAY, None, "unknown"),
    ],
)
def test_period(a: Period, b: Period | None, expected: str) -> None:
    assert value("period", claim(period=a), claim("b", period=b)) == expected


def test_a_total_without_a_period_runs_to_the_day_of_its_article() -> None:
    total = claim(extent="total")
    assert value("period", total, claim("b", extent="total", period=SINCE_2019)) == "same"
    assert value("period", total, claim("b", period=MONDAY)) == "contains"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({"extent": "total"}, {"extent": "total"}, "same"),
        ({"extent": "total"}, {"extent": "incident"}, "contains"),
        ({"extent": "additional"}, {"extent": "incident"}, "different"),
        ({"lead": True}, {"lead": True}, "same"),
        ({"content": ("bridge", "ferry")}, {"content": ("bridge", "ferry", "rain")}, "same"),
        ({"content": ("bridge",)}, {"content": ("bridge", "rain")}, "unknown"),
    ],
)
def test_incident(a: dict[str, object], b: dict[str, object], expected: str) -> None:
    assert value("incident", claim(**a), claim("b", **b)) == expected  # type: ignore[arg-type]


def test_what_is_not_stated_is_said_to_be_not_stated() -> None:
    scope = comparability.compare(claim(), claim("b"))
    assert [item.dimension for item in scope.dimensions] == list(comparability.ORDER)
    assert all(
        item.a == "not stated" for item in scope.dimensions if item.value == "unknown" and item.dimension != "counted"
    )
