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


def test_at_finds_the_mention_over_a_token() -> None:
    (block,) = blocks("The Peruvian army left.")
    found = names.read([block])
    assert found.at(block, 2) == found.mentions(block)[0].entity
    assert found.at(block, 3) is None


def test_same_text_gives_same_mentions() -> None:
    text = "Ann Lowe of Wexcorp met the Danish government in Oslo, Norway."
    assert entities(text) == entities(text)
