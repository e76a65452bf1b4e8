"""Who is who: names, roles and affiliations as the press gives them."""

from __future__ import annotations

import pytest

from factcheck.reading import paragraphs
from factcheck.reading.attribution import people
from factcheck.reading.parse import parse


def read(text: str) -> people.People:
    return people.read(list(parse(text, paragraphs.split(text))), text)


ROLES = [
    (
        "Ruritania Health Ministry spokesman Peter Hall said the clinic was open.",
        "Peter Hall",
        "spokesman",
        "Ruritania Health Ministry",
    ),
    (
        "Maria Jensen, a spokeswoman for the Harbour Authority, said the port was open.",
        "Maria Jensen",
        "spokeswoman",
        "Harbour Authority",
    ),
    ("Norway's finance minister, Maria Jensen, said taxes would fall.", "Maria Jensen", "finance minister", "Norway"),
    (
        "On Saturday Norwegian Finance Minister Maria Jensen said taxes would fall.",
        "Maria Jensen",
        "finance minister",
        "Norwegian",
    ),
    ("Maria Jensen, the chief fire officer, said the hall was safe.", "Maria Jensen", "chief fire officer", None),
    ("Foreign Minister Maria Jensen said talks would go on.", "Maria Jensen", "foreign minister", None),
    (
        "Peter Hall, chief executive of Norland Steel, said prices rose.",
        "Peter Hall",
        "chief executive",
        "Norland Steel",
    ),
    ("Peter Hall, Oxfam's director for Kenya, said wells were dry.", "Peter Hall", "director", "Oxfam"),
    (
        "Peter Hall, deputy director of research at Norland University, said ice was thin.",
        "Peter Hall",
        "deputy director",
        "Norland University",
    ),
    ("Peter Hall, 47, head of the Coastal Union, said the strike was over.", "Peter Hall", "head", "Coastal Union"),
    ("Former Texas Gov. Peter Hall said he would run.", "Peter Hall", "former governor", "Texas"),
    ("Retired coal tycoon Peter Hall said he would run.", "Peter Hall", "tycoon", None),
    (
        "Maria Jensen, a deputy national security adviser, said talks would go on.",
        "Maria Jensen",
        "deputy national security adviser",
        None,
    ),
    ("Maria Jensen, who was president of Norland, said talks would go on.", "Maria Jensen", "president", "Norland"),
    (
        "Peter Hall, chief of staff to Maria Jensen and a friend of Ann Poe, said talks would go on.",
        "Peter Hall",
        "chief of staff",
        "Maria Jensen",
    ),
    ("Gov. Maria Jensen and Hadley Mayor Peter Hall said they would run.", "Peter Hall", "mayor", "Hadley"),
    (
        "Peter Hall director of the Norland Observatory told reporters the quake was small.",
        "Peter Hall",
        "director",
        "Norland Observatory",
    ),
]


@pytest.mark.parametrize(("text", "name", "role", "body"), ROLES)
def test_roles(text: str, name: str, role: str, body: str | None) -> None:
    found = {person.name: person.roles for person in read(text).persons}
    assert (role, body) in found[name]


STORY = (
    "Maria Jensen, the mayor of Hadley, met Colonel Peter van Dalen on Monday. Mr van Dalen said the dam would hold. "
    "Ms Jensen said she was not so sure. Jensen left early."
)


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Jensen", "Maria Jensen"),
        ("Ms Jensen", "Maria Jensen"),
        ("Mayor Maria Jensen’s", "Maria Jensen"),
        ("van Dalen", "Peter van Dalen"),
        ("Mr van Dalen", "Peter van Dalen"),
        ("Colonel van Dalen", "Peter van Dalen"),
        ("Hadley", None),
        ("Orr", None),
    ],
)
def test_short_names_find_the_full_one(called: str, name: str | None) -> None:
    person = read(STORY).find(called)
    assert (person.name if person else None) == name


@pytest.mark.parametrize(("called", "gender"), [("Jensen", "f"), ("van Dalen", "m")])
def test_gender_comes_from_titles(called: str, gender: str) -> None:
    person = read(STORY).find(called)
    assert person is not None
    assert person.gender == gender


def test_the_only_bearer_of_a_role() -> None:
    found = read(STORY)
    person = found.bearing("mayor")
    assert person is not None
    assert person.name == "Maria Jensen"
    assert found.bearing("president") is None


def test_two_bearers_of_a_role_are_nobody() -> None:
    text = "Senator Maria Jensen voted yes. Senator Peter Hall voted no. The senator would not say why."
    assert read(text).bearing("senator") is None


def test_a_shared_surname_belongs_to_the_one_introduced_first() -> None:
    text = (
        "Peter Hall resigned on Friday. His sister, Maria Hall, stays on the board, and Hall said he wished her well."
    )
    person = read(text).find("Hall")
    assert person is not None
    assert person.name == "Peter Hall"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Former Senator Conrad M. Hall III said he would run.", ["Conrad M. Hall III"]),
        ("President Jensen spoke. On Friday Jensen left the hall.", ["Jensen"]),
        ("Mr Hall spoke on Friday. His son, Peter Hall Jr., was away.", ["Hall", "Peter Hall Jr."]),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    assert [person.name for person in read(text).persons] == names


def test_a_plural_is_no_office_of_one_person() -> None:
    (person,) = read("Maria Jensen, advisers say, will run. Mrs Jensen left early.").persons
    assert person.roles == ()


def test_the_office_alone_means_whom_the_story_is_about() -> None:
    text = (
        "President Maria Jensen spoke. Ms Jensen left. Ms Jensen came back. Ms Jensen sang. "
        "Peter Hall, president of the Coastal Union, heard her."
    )
    person = read(text).bearing("president")
    assert person is not None
    assert person.name == "Maria Jensen"
