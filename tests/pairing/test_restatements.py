"""What a source repeats is one statement, however often it does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model import Claim, Event, Passage, Quantity
from factcheck.pairing import restatements


def _told(place: int, clause: str = "30 sheep drowned") -> Claim:
    start = place * 20
    return Claim(
        id=f"c{place}",
        passage=Passage("a", start, start + 16, place + 1, clause),
        clause=clause,
        event=Event("drown", "drowned"),
        quantities=(Quantity(Decimal(30), Decimal(30), start, start + 2, "30", of="sheep"),),
        counted="sheep",
        counted_words="sheep",
    )


def test_equal_lines_are_one_statement_with_all_their_passages() -> None:
    claims = [_told(place) for place in range(50)]
    (made,) = restatements.gather(claims)
    assert made.claim == claims[0]
    assert made.also == tuple(claim.passage for claim in claims[1:])
    assert made.told == tuple(claims)


def test_a_further_count_stays_apart_from_many_equal_ones() -> None:
    further = replace(_told(2, "a further 30 sheep drowned"), extent="additional")
    made = restatements.gather([_told(0), _told(1), further, _told(3)])
    assert [statement.claim.id for statement in made] == ["c0", "c2"]
    assert [len(statement.also) for statement in made] == [2, 0]


def test_statements_without_a_figure_are_not_gathered_even_under_one_id() -> None:
    bare = replace(_told(0), quantities=(), counted=None)
    assert len(restatements.gather([bare, bare])) == 2
