"""Capitals of layout are read as what they would be elsewhere; acronyms and towns of datelines stay."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import engine
from factcheck.model import Source
from factcheck.reading import capitals

BODY = (
    "MARTHA QUILL, who ran a bakery in Odder, has been fined for selling old bread.",
    "Quill, 61, told the court that the mill was to blame; the bakery is shut.",
    "Officers of the RSPV told us that the Wanderers had been warned.",
)


@pytest.mark.parametrize(
    ("opening", "read"),
    [
        ("MARTHA QUILL, 61, said no.", "Martha Quill, 61, said no."),
        ("THE BAKERY was shut on Monday.", "The bakery was shut on Monday."),
        ("A WOMAN in her sixties has been fined.", "A woman in her sixties has been fined."),
        ("WANDERERS have been warned.", "Wanderers have been warned."),
        ("QUILL’S BAKERY is shut.", "Quill’s bakery is shut."),
        ("RSPV officers came at noon.", "RSPV officers came at noon."),
        ("US troops were there too.", "US troops were there too."),
        ("ODDER (Agency) - The mill is shut.", "ODDER (Agency) - The mill is shut."),
        ("ODDER, Jutland - The mill is shut.", "ODDER, Jutland - The mill is shut."),
        ("ZXQV has merged with a rival.", "ZXQV has merged with a rival."),
        ("UPDATE: The mill is shut.", "UPDATE: The mill is shut."),
        ("The mill DID sell old bread.", "The mill DID sell old bread."),
        ("I had no choice.", "I had no choice."),
    ],
)
def test_the_first_words_of_a_story(opening: str, read: str) -> None:
    assert capitals.lowered(opening, capitals.usage(BODY, "\n".join(BODY)), headline=False) == read


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("QUILL FINED OVER STALE BREAD", "Quill fined over stale bread"),
        ("RSPV CLOSES BAKERY AT ODDER", "RSPV closes bakery at Odder"),
        ("US BAKERY FINED", "US bakery fined"),
        ("Quill FINED over stale bread", "Quill FINED over stale bread"),
        ("BREAD ROW", "BREAD ROW"),
    ],
)
def test_a_headline_of_capitals(headline: str, read: str) -> None:
    body = (*BODY, "The fine was set at noon, over stale bread.")
    assert capitals.lowered(headline, capitals.usage(body, "\n".join(body)), headline=True) == read


def test_the_source_is_quoted_as_it_is_written() -> None:
    text = "Baker is fined\n\n" + "\n\n".join(BODY)
    source = Source("a", "a.txt", "", "Baker is fined", text, published=date(2024, 5, 16), published_from="manifest")
    claims = engine.read(source)
    assert all(text[claim.passage.start : claim.passage.end] == claim.passage.text for claim in claims)
    assert any(claim.passage.text.startswith("MARTHA QUILL") for claim in claims)
    ages = [(claim.agent.words, claim.quantities[0].text) for claim in claims if claim.kind == "identity"]
    assert ages == [("Martha Quill", "61")]
