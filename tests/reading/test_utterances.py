"""What was said word for word becomes a claim of its own: the quoted words alone, and who said them."""

from __future__ import annotations

import pytest

from factcheck.corpus import statement
from factcheck.model import Claim
from factcheck.reading import claims


def utterances(text: str) -> list[Claim]:
    return [claim for claim in claims.read(statement("source", text)) if claim.kind == "utterance"]


@pytest.mark.parametrize(
    ("text", "holder", "words"),
    [
        ("“The ferry was full,” said Nora Lind.", "Nora Lind", "The ferry was full,"),
        ("Nora Lind said the ferry “was full to the rails”.", "Nora Lind", "was full to the rails"),
        ("“The ferry,” Nora Lind said, “was full.”", "Nora Lind", "The ferry, … was full."),
        ("Nora Lind wrote: “No bicycles on the upper deck.”", "Nora Lind", "No bicycles on the upper deck."),
    ],
)
def test_the_quoted_words_of_a_sentence(text: str, holder: str, words: str) -> None:
    (claim,) = utterances(text)
    assert claim.holder is not None
    assert (claim.holder.name, claim.clause, claim.quotation) == (holder, words, True)
    assert text[claim.passage.start : claim.passage.end] == claim.passage.text


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was full, said Nora Lind.",
        "The crew called it “routine”.",
        "Nora Lind’s ferry was full.",
    ],
)
def test_no_utterance_without_quoted_words(text: str) -> None:
    assert utterances(text) == []


def test_a_long_sentence_is_cut_to_its_quotation() -> None:
    text = f"“The ferry was full,” said Nora Lind, {'who waited on the quay for an hour, ' * 12}and left."
    (claim,) = utterances(text)
    assert claim.passage.text == "The ferry was full,"


def test_what_stands_inside_a_quotation_is_part_of_it() -> None:
    (claim,) = utterances("“My captain told me: ‘Take no more on board’,” said Nora Lind.")
    assert claim.clause == "My captain told me: ‘Take no more on board’,"


def test_a_programme_is_not_what_was_said_on_it() -> None:
    (claim,) = utterances("“The ferry was full that night,” Nora Lind told the radio’s “Morning Hour” programme.")
    assert claim.clause == "The ferry was full that night,"


def test_a_short_sentence_is_told_alone_and_with_the_next_of_its_quotation() -> None:
    alone, together, last = utterances("Nora Lind said: “We were full. Nobody could swim.”")
    assert (alone.clause, last.clause) == ("We were full.", "Nobody could swim.")
    assert together.clause == "We were full. Nobody could swim."
