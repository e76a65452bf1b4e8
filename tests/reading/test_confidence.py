"""What marks a parse that cannot be trusted, and that a claim then says less."""

from __future__ import annotations

import pytest

from factcheck.model import Source
from factcheck.reading import claims, confidence
from factcheck.reading.parse import language

MENU = "Home News Sport Weather Tide Tables Ferry Times Jobs Motors Homes Letters Puzzles Obituaries Archive Contact"
RUN_ON = " and".join(f" the keeper of lighthouse number {number} counted the gulls" for number in range(9))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The harbour was closed on Tuesday.", "high"),
        ("What a night!", "high"),
        (
            "The mayor, who had opposed the tunnel for years, voted for it after the engineers changed the route.",
            "high",
        ),
        (MENU, "low"),
        (f"On the first of March{RUN_ON}", "low"),
    ],
)
def test_confidence(sentence: str, expected: str) -> None:
    assert confidence.of(language()(sentence)[:]) == expected


def test_a_claim_of_a_broken_sentence_says_less() -> None:
    text = f"Gulls of the coast\n\nAll wardens of the Danish army arrested 12 poachers when{RUN_ON}."
    found = claims.read(Source(id="s", path="s.txt", sha256="", title="", text=text))
    broken = [claim for claim in found if claim.quantities and claim.quantities[0].low == 12]
    assert [(claim.confidence, claim.quantifier, claim.agent.entities) for claim in broken] == [("low", None, ())]
