"""Nouns that are made from verbs, and what is counted where they name the event."""

from __future__ import annotations

import pytest

from factcheck.model import Source
from factcheck.reading import claims
from factcheck.reading.deverbal import verb_of


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("translation", "translate"),
        ("revocation", "revoke"),
        ("expulsion", "expel"),
        ("admission", "admit"),
        ("extension", "extend"),
        ("referral", "refer"),
        ("classification", "classify"),
        ("station", None),
        ("association", None),
        ("hospital", None),
        ("bridge", None),
    ],
)
def test_the_verb_of_a_noun(noun: str, verb: str | None) -> None:
    assert verb_of(noun) == verb


@pytest.mark.parametrize(
    ("sentence", "event", "counted"),
    [
        ("The prize led to the translation of 40 poems.", "translate", "poem"),
        ("The office recorded 40 poem translations.", "translate", "poem"),
        ("The board requested the translation of 40 novels.", "request", "novel"),
    ],
)
def test_a_deed_that_no_lexicon_lists(sentence: str, event: str, counted: str) -> None:
    source = Source(id="s", path="s.txt", sha256="", title="", text=f"Story of the day\n\n{sentence}")
    claim = next(item for item in claims.read(source) if item.quantities)
    assert (claim.event.cls if claim.event else None, claim.counted) == (event, counted)
