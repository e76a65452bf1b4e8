"""Who is named: one key for every way a text names a body, person or state."""

from __future__ import annotations

import pytest

from factcheck.model import Entity
from factcheck.reading.names import names
from factcheck.reading.parse import Block, Paragraph, parse


def blocks(*paragraphs: str) -> list[Block]:
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Paragraph(start, start + len(paragraph)))
        start += len(paragraph) + 1
    return list(parse(text, spans))


def entities(*paragraphs: str) -> list[tuple[str, Entity]]:
    """(words, entity) of every mention."""
    parsed = blocks(*paragraphs)
    found = names.read(parsed)
    return [(block.doc[m.first : m.last].text, m.entity) for block in parsed for m in found.mentions(block)]


def key(words: str, *paragraphs: str) -> str | None:
    """The key of the last mention with these words."""
    return next((entity.key for text, entity in reversed(entities(*paragraphs)) if text == words), None)


@pytest.mark.parametrize(
    ("words", "expected", "text"),
    [
        ("US", "US", "The US raised its tariffs on steel."),
        ("U.S.", "US", "Imports fell after the U.S. raised its tariffs."),
        ("America", "US", "Nowhere in America did prices rise faster."),
        ("United States", "US", "He moved to the United States in 2003."),
        ("Norways", "NO", "Fishing is one of Norways oldest trades and Norway depends on it."),
        ("American", "US", "Two American tankers were held in the harbour."),
        ("Kenyan raids", None, "Kenyan raids on smugglers went on."),
        ("Kenyan", "KE", "Kenyan raids on smugglers went on."),
        ("Brazilians", "BR/people", "Most Brazilians voted early in the day."),
        ("Peruvian army", "PE/military", "The Peruvian army rescued forty people from the flood."),
        ("Peru's army", "PE/military", "Rescuers from Peru's army arrived by boat."),
        ("Perus army", "PE/military", "Rescuers from Perus army arrived in Peru by boat."),
        ("Chilean air force", "CL/air-force", "The Chilean air force flew in blankets."),
        ("Danish government", "DK/government", "The Danish government resigned."),
        ("Danish foreign ministry", "DK/foreign-ministry", "The Danish foreign ministry summoned the envoy."),
        ("Ministry of Health of Ghana", "GH/health-ministry", "The Ministry of Health of Ghana counted 12 cases."),
        ("government of Ghana", "GH/government", "The government of Ghana counted 12 cases."),
        ("Kremlin", "RU/government", "The Kremlin said it knew nothing of the plan."),
        ("WHO", "org/who", "The WHO declared the outbreak over."),
        ("WHO", None, "WHO IS TO PAY for the bridge is not known."),
        ("IS", None, "IT IS the custom in Ghana to wait."),
        ("Who", None, "Who pays for the bridge is not known."),
    ],
)
def test_states_and_their_arms(words: str, expected: str | None, text: str) -> None:
    assert key(words, text) == expected


@pytest.mark.parametrize(
    ("words", "expected", "text"),
    [
        ("Ottawa", "CA", "Ottawa has denied that it knew of the leak."),
        ("Ottawa", "CA:ottawa", "The match was played in Ottawa, the capital of Canada."),
        ("Lima", "PE", "Peru's rivals accused Lima of dumping fish."),
    ],
)
def test_capital_stands_for_its_state_where_it_acts(words: str, expected: str, text: str) -> None:
    assert key(words, text) == expected


@pytest.mark.parametrize(
    ("words", "led_by", "backed_by", "text"),
    [
        ("French-led coalition", "FR", None, "Ships of the French-led coalition freed the crew."),
        ("U.S.-led naval force", "US", None, "The U.S.-led naval force freed the crew."),
        ("coalition", "FR", None, "Ships of the French-led coalition freed the crew. Later the coalition left."),
        ("Turkish-backed rebels", None, "TR", "The Turkish-backed rebels held the bridge."),
        ("French-led rescue mission", "FR", None, "The French-led rescue mission ended on Friday."),
        ("French-led consortium", "FR", None, "The French-led consortium sold the mine."),
        ("consortium", "FR", None, "The French-led consortium sold the mine. Later the consortium left."),
    ],
)
def test_leaders_and_backers(words: str, led_by: str | None, backed_by: str | None, text: str) -> None:
    found = dict(entities(text))
    assert (found[words].led_by, found[words].backed_by) == (led_by, backed_by)


def test_one_mention_for_a_phrase() -> None:
    assert [words for words, _ in entities("Planes of the US-led coalition and the Russian navy met at sea.")] == [
        "US-led coalition",
        "Russian navy",
    ]


@pytest.mark.parametrize(
    ("words", "same_as", "text"),
    [
        (
            "CFRC",
            "Coastal Flood Relief Council",
            "The Coastal Flood Relief Council (CFRC) sent boats. CFRC needs more.",
        ),
        ("Wexcorp", "Wexcorp Holdings", "Wexcorp Holdings lost money last year. Analysts said Wexcorp would recover."),
        ("agency", "European Patents Agency", "The European Patents Agency moved. On Monday the agency reopened."),
    ],
)
def test_aliases_that_the_text_gives(words: str, same_as: str, text: str) -> None:
    found = dict(entities(text))
    assert found[words].key == found[same_as].key


def test_two_names_side_by_side_are_no_third() -> None:
    text = "Gita Lowe and Ana Barros spoke. Lowe smiled. Barros did not. The Lowe-Barros plan failed. Barros left."
    assert {entity.key for _, entity in entities(text)} == {"person/lowe", "person/barros"}


def test_two_agencies_leave_the_agency_unread() -> None:
    text = "The European Patents Agency and the Nordic Energy Agency disagree. On Monday the agency reopened."
    assert "agency" not in {words for words, _ in entities(text)}


@pytest.mark.parametrize(
    ("words", "expected", "text"),
    [
        (
            "Okonjo",
            "person/okonjo",
            "Ruth Okonjo won the seat in the election. Mr Bell lost it. Okonjo thanked her voters.",
        ),
        ("Mbeki", "person/mbeki", "Police questioned Mr Mbeki on Tuesday."),
        ("Barros regime", "BO/government", "Bolivian President Luis Barros spoke. Critics of the Barros regime left."),
    ],
)
def test_persons(words: str, expected: str, text: str) -> None:
    assert key(words, text) == expected


@pytest.mark.parametrize(
    ("words", "same_as", "text"),
    [
        ("Robert Kennard", "Bob Kennard", "Robert Kennard spoke first. Bob Kennard then left."),
        ("J. K. Morton", "J.K. Morton", "J. K. Morton wrote the book. J.K. Morton lives in Leeds."),
        ("Ana R. Solberg", "Solberg", "Ana R. Solberg spoke. Ana Solberg waved. Solberg left."),
        ("Gita", "Gita Marlowe", "Gita Marlowe, 41, lost her house. Gita said that the water came at night."),
        ("Harbi", "Omar al-Harbi", "Omar al-Harbi spoke. Al-Harbi left. Mr. Harbi smiled."),
        ("Mohamed Abdulrahman", "Mohammed Abdelrahman", "Mohamed Abdulrahman spoke. Mohammed Abdelrahman then left."),
        ("Smith & Weller Ltd", "Smith and Weller", "Smith & Weller Ltd closed two shops. Smith and Weller was sorry."),
        ("Lifeboat Fund", "Harbour Trust", "The Harbour Trust (formerly the Lifeboat Fund) sent crews to sea."),
        ("Green Shield", "Farmers' Front", "The Farmers' Front, which calls itself Green Shield, blocked roads."),
        ("HRT", "Harbour Rescue Trust", "The Harbour Rescue Trust – or HRT – sent crews. Later HRT left."),
        ("Sara", "Southern Aid Agency", "It heard from Sara, short for the Southern Aid Agency. Sara had 40 boats."),
        ("Department of Labor", "Labor Department", "The Department of Labor spoke. The Labor Department ruled."),
        ("IS", "Daesh", "Men of IS, also known as Daesh, left the town. Daesh had held it for a year."),
    ],
)
def test_one_key_for_two_ways_to_name(words: str, same_as: str, text: str) -> None:
    found = dict(entities(text))
    assert found[words].key == found[same_as].key


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        ("Adam Smith", "Jane Smith", "Adam Smith and Jane Smith spoke. Smith left."),
        ("Carla Benning", "Carlo Benning", "Carla Benning sang. Carlo Benning played the piano."),
        ("Omar Hassan", "Omar Hussein", "Omar Hassan spoke. Omar Hussein did not."),
        ("Senate", "House of Representatives", "The US Senate agreed. In the US the House of Representatives refused."),
        ("Marlowe Museum", "Marlowe", "Gita Marlowe left. The Marlowe Museum closed. Marlowe was sad."),
    ],
)
def test_two_keys_for_two(one: str, other: str, text: str) -> None:
    found = {words.removeprefix("US "): entity for words, entity in entities(text)}
    assert found[one].key != found[other].key


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("Yannick", "person", "“We ran,” said Yannick, 19, who had come by bus."),
        ("Bhanu Tirole", "person", "“It shook,” said Bhanu Tirole, a farmer whose field lies beside the dam."),
        ("Amory", "person", "The health secretary, Lord Amory, said there would be more money."),
        ("Camila Oyarzun", "person", "The presiding judge, Camila Oyarzun, asked both towns for papers."),
        ("Green Shield", "organisation", "An organisation called Green Shield blocked roads."),
        ("Torbela", "place", "The river Torbela rose. By night the Torbela was in the streets."),
        ("Avenida Central", "place", "Crowds filled Avenida Central at dusk."),
        ("MV Santa Lucia", "thing", "The MV Santa Lucia sank off the coast with 40 people on board."),
        ("Kurdish", "people", "A Kurdish city in the mountains was shelled."),
        ("St Alban's Hospital", "organisation", "The ward at St Alban's Hospital was shut."),
        ("Kenyan Harbours", "organisation", "Kenyan Harbours said that the pier was safe."),
    ],
)
def test_kinds(words: str, kind: str, text: str) -> None:
    found = dict(entities(text))
    assert found[words].kind == kind


def test_bare_arm_of_a_state_belongs_to_the_one_state_of_the_story() -> None:
    told = "Chile holds elections in May. Chile's voters are tired, and Chilean parties are short of money."
    assert key("Senate", f"{told} The Senate met on Friday.") == "CL/senate"
    assert key("Senate", "The Senate met on Friday.") == "org/senate"
    abroad = "Two died in Lima, Peru. Peru's capital, Lima, was calm. The White House was shocked."
    assert key("Senate", f"{abroad} The Senate met on Friday.") == "org/senate"


def test_body_lies_in_the_town_that_its_name_begins_with() -> None:
    text = "A man was held in Leeds, England. Leeds City Council said it was sorry."
    assert "GB" in dict(entities(text))["Leeds City Council"].within


def test_at_finds_the_mention_over_a_token() -> None:
    (block,) = blocks("The Peruvian army left.")
    found = names.read([block])
    assert found.at(block, 2) == found.mentions(block)[0].entity
    assert found.at(block, 3) is None


def test_same_text_gives_same_mentions() -> None:
    text = "Ann Lowe of Wexcorp met the Danish government in Oslo, Norway."
    assert entities(text) == entities(text)
