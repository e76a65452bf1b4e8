"""Evidence: what every checker's finding says in the same way."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import evidence
from factcheck.model import Claim, Comparability, Holder, Passage

HEAD = Holder("Jule Adair", "head teacher", "Fenmoor School")


def claim(name: str, holder: Holder | None, day: int | None) -> Claim:
    published = date(2022, 11, day) if day else None
    return Claim(name, Passage(name, 0, 4, 1, name), name, outlet=name, holder=holder, published=published)


@pytest.mark.parametrize(
    ("relation", "a", "b", "marked"),
    [
        ("conflict", claim("a", HEAD, 9), claim("b", HEAD, 3), True),
        ("tension", claim("a", HEAD, 3), claim("b", HEAD, 9), True),
        # One day, a day that is not known, another speaker, nobody credited.
        ("conflict", claim("a", HEAD, 3), claim("b", HEAD, 3), False),
        ("conflict", claim("a", HEAD, None), claim("b", HEAD, 3), False),
        ("conflict", claim("a", HEAD, 3), claim("b", Holder("Ada Moll"), 9), False),
        ("conflict", claim("a", None, 3), claim("b", None, 9), False),
        # One utterance in other words, or told again, is no second position.
        ("drift", claim("a", HEAD, 3), claim("b", HEAD, 9), False),
        ("agree", claim("a", HEAD, 3), claim("b", HEAD, 9), False),
    ],
)
def test_one_speaker_at_odds_with_himself_across_days(relation: str, a: Claim, b: Claim, marked: bool) -> None:
    made = evidence.make("figures", relation, "Forty against ninety.", a, b, Comparability(()), ())
    said = (
        "; Jule Adair (Fenmoor School) is credited with both, in articles of 3 November 2022 and 9 November 2022: "
        "a change of position."
    )
    assert made.because == ("Forty against ninety" + said if marked else "Forty against ninety.")
    assert [rule.rule for rule in made.rules] == (["speaker.change-of-position"] if marked else [])


@pytest.mark.parametrize(
    ("affiliation", "said"),
    [("Danish", "Jule Adair"), ("Denmark", "Jule Adair (Denmark)"), (None, "Jule Adair")],
)
def test_an_adjective_of_a_nation_is_no_body(affiliation: str | None, said: str) -> None:
    assert evidence.who(claim("a", Holder("Jule Adair", "minister", affiliation), None)) == said


def test_a_total_is_told_before_its_figure() -> None:
    assert evidence.amount("12", "toll") == "a toll of 12"
    assert evidence.amount("12", "dead") == "12 dead"
    assert evidence.amount("12 %", "") == "12 %"
