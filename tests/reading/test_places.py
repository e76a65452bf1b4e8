"""Where: containment from the text itself, then from the tables; doubtful names stay without a country."""

from __future__ import annotations

import pytest

from factcheck.model import Entity
from factcheck.pairing.entities import agent_relation, contains, relation
from factcheck.reading.names.gazetteer import cities, consonants, countries, fold, nationals
from factcheck.reading.names.names import read
from factcheck.reading.parse import Paragraph, parse


def entities(text: str) -> list[tuple[str, Entity]]:
    """(words, entity) of every mention."""
    (block,) = parse(text, [Paragraph(0, len(text))])
    return [(block.doc[m.first : m.last].text, m.entity) for m in read([block]).mentions(block)]


@pytest.mark.parametrize(
    ("words", "expected", "within", "text"),
    [
        ("northern Spain", "ES/north", ("ES",), "Fires burned across northern Spain."),
        ("eastern Valencia", "ES:valencia/east", ("ES:valencia",), "Fires burned in eastern Valencia, Spain."),
        ("village of Torbela", "place/torbela", ("ES",), "The village of Torbela in Spain was flooded."),
        ("Torbela", "place/torbela", ("ES",), "Rain fell on Torbela, Spain. People left Torbela at dawn."),
        ("Leeds", "GB:leeds", ("GB/england", "GB"), "A factory in Leeds closed. British unions protested."),
        ("Maharashtra state", "IN/maharashtra", ("IN",), "Floods hit Maharashtra state in India."),
        ("Ohio", "US/ohio", ("US",), "Voters in Ohio went to the polls."),
        ("Scotland", "GB/scotland", ("GB",), "Doctors in Scotland went on strike."),
        ("London", "CA:london", ("CA",), "The fire in London, Ontario, spread."),
        ("Ontario", "CA/ontario", ("CA",), "The fire in Ontario spread."),
        ("Springfield", "US:springfield", ("US/illinois",), "A shop in Springfield, Illinois, burned."),
        ("Oklahoma", "US/oklahoma", ("US",), "Voters in Oklahoma went to the polls."),
        ("Frankfurt", "DE:frankfurt-am-main", ("DE",), "Bankers in Frankfurt, Germany, were glad."),
        ("Torbela", "place/torbela", ("ES",), "A barn in Torbela, about 20 km from Valencia, burned. Spain sent help."),
        ("Georgia", "US/georgia", ("US",), "Georgia voted. Officials in Atlanta, Georgia, counted ballots."),
        ("Madrid Street", "place/madrid-street", (), "A shop on Madrid Street burned. Spain and Madrid sent help."),
        ("Brussels", "BE:brussels", ("BE",), "Brussels proposed new rules for fishing."),
    ],
)
def test_places(words: str, expected: str, within: tuple[str, ...], text: str) -> None:
    found = dict(entities(text))
    assert found[words].key == expected
    assert set(within) <= set(found[words].within)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Nice", "Nice work was done by the nurses."),
        ("Reading", "Reading is taught in the first year."),
        ("Mobile", "Mobile phones were banned in schools."),
    ],
)
def test_common_words_are_no_places(words: str, text: str) -> None:
    assert words not in {said for said, _ in entities(text)}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("GE", "Tbilisi is the capital of Georgia. Georgian wine is sold in Georgia."),
        ("person/jordan", "Mr Jordan scored twice. Fans cheered Jordan."),
    ],
)
def test_ambiguous_names_need_evidence(expected: str, text: str) -> None:
    assert entities(text)[-1][1].key == expected


COUNTRY = Entity("ES", "Spain", "country")
NORTH = Entity("ES/north", "northern Spain", "region", ("ES",))
CITY = Entity("ES:valencia", "Valencia", "place", ("ES/valencia", "ES"))
SUBURB = Entity("place/torbela", "Torbela", "place", ("ES:valencia", "ES/valencia", "ES"))
VILLAGE = Entity("place/altamor", "Altamor", "place", ("ES",))
PROVINCIAL = Entity("place/riolar", "Riolar", "place", ("ES/valencia", "ES"))
OTHER = Entity("ES:bilbao", "Bilbao", "place", ("ES",))
ABROAD = Entity("PT:porto", "Porto", "place", ("PT",))
NOWHERE = Entity("place/lostwick", "Lostwick", "place")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([CITY], [CITY], "same"),
        ([CITY], [COUNTRY], "inside"),
        ([COUNTRY], [SUBURB], "contains"),
        ([COUNTRY, ABROAD], [COUNTRY], "contains"),
        ([COUNTRY, ABROAD], [CITY], "contains"),
        ([CITY, ABROAD], [CITY, OTHER], "overlaps"),
        ([CITY], [OTHER], "different"),
        ([SUBURB], [OTHER], "different"),
        ([CITY], [ABROAD], "different"),
        ([VILLAGE], [CITY], "unknown"),
        ([PROVINCIAL], [CITY], "unknown"),
        ([NORTH], [CITY], "unknown"),
        ([VILLAGE], [ABROAD], "different"),
        ([NOWHERE], [CITY], "unknown"),
        ([], [CITY], "unknown"),
    ],
)
def test_relation(a: list[Entity], b: list[Entity], expected: str) -> None:
    assert relation(a, b) == expected


FRANCE, CHAD = Entity("FR", "France", "country"), Entity("TD", "Chad", "country")
ARMY = Entity("FR/military", "French military", "force", ("FR",))
CABINET = Entity("FR/government", "French government", "government", ("FR",))
LED = Entity("coalition/FR", "French-led coalition", "coalition", led_by="FR")
BACKED = Entity("backed/FR/rebels", "French-backed rebels", "group", backed_by="FR")
CHARITY = Entity("org/harbour-aid-trust", "Harbour Aid Trust", "organisation")
SHORT, LETTERS = Entity("org/harbour", "Harbour", "organisation"), Entity("org/hat", "HAT", "organisation")
UNION = Entity("org/dockers-union", "Dockers Union", "organisation")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (ARMY, ARMY, "same"),
        (ARMY, FRANCE, "inside"),
        (FRANCE, ARMY, "contains"),
        (FRANCE, LED, "leader"),
        (LED, ARMY, "leader"),
        (LED, LED, "same"),
        (BACKED, FRANCE, "different"),
        (BACKED, ARMY, "different"),
        (ARMY, CABINET, "unknown"),
        (ARMY, CHAD, "different"),
        (CHAD, LED, "unknown"),
        (CHARITY, SHORT, "same"),
        (CHARITY, LETTERS, "same"),
        (CHARITY, UNION, "different"),
        (CHARITY, FRANCE, "different"),
    ],
)
def test_agent_relation(a: Entity, b: Entity, expected: str) -> None:
    assert agent_relation(a, b) == expected


def test_contains() -> None:
    assert contains(COUNTRY, SUBURB)
    assert contains(CITY, CITY)
    assert not contains(CITY, COUNTRY)


def test_tables() -> None:
    assert countries()["ivory coast"].key == "CI"
    assert nationals()["danes"].key == "DK"
    assert cities("new york")[0].entity.within == ("US/new-york", "US")
    assert fold("Al-Khārj") == fold("kharj")
    assert consonants("sankt peterborg") == consonants("sankt peterburg") != ""
