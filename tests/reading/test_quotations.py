"""Which marks belong together, in which style, and which quotations are one utterance."""

from __future__ import annotations

import pytest

from factcheck.reading import paragraphs
from factcheck.reading.attribution import quotations

# text, then (words with their marks, kind) of each quotation
MARKS = [
    ("The mayor said: “We will rebuild the school.”", [("“We will rebuild the school.”", "double")]),
    ('"It was close," the referee said.', [('"It was close,"', "double")]),
    ('"Go home," he said, "and stay there."', [('"Go home,"', "double"), ('"and stay there."', "double")]),
    ('The curly opens and a straight closes: “No deal today", she said.', [('“No deal today"', "double")]),
    ("„Wir bauen weiter“, said the board.", [("„Wir bauen weiter“", "german")]),
    ("The paper called it «une honte nationale».", [("«une honte nationale»", "french")]),
    ("He called it ‘a very bad night’ for the club.", [("‘a very bad night’", "single")]),
    ("She said 'the water came too fast' and left.", [("'the water came too fast'", "single")]),
    ("The workers' union and the clubs' owners met in the '90s.", []),
    ("It’s the firm’s third loss, and they’re worried.", []),
    ("The teachers' leader said 'we won't sign this deal' on Friday.", [("'we won't sign this deal'", "single")]),
    (
        "“He told me ‘never again’ and left,” she said.",
        [("“He told me ‘never again’ and left,”", "double"), ("‘never again’", "single")],
    ),
    (
        "'He told me \"never again\" and left,' she said.",
        [("'He told me \"never again\" and left,'", "single"), ('"never again"', "double")],
    ),
    ("A closing mark alone” opens nothing.", []),
    ('The plank was 6" wide and 4" deep, he said.', []),
]


def found_in(text: str) -> list[quotations.Quotation]:
    return quotations.find(text, paragraphs.split(text))


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks_are_paired(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[item.start : item.end], item.kind) for item in found_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "chains", "closed"),
    [
        ("“The river rose all night.\n“By dawn the bridge was gone,” she said.", [1, 1], [False, True]),
        ("“The river rose.\n\n“It fell.\n\n“It rose again,” she said.", [1, 1, 1], [False, False, True]),
        ("“The river rose,” she said.\n“It fell.”", [1, 2], [True, True]),
        ("“The river rose.\nThe council met.\n“It fell,” she said.", [1, 2], [False, True]),
    ],
)
def test_an_opening_mark_at_the_next_paragraph_goes_on(text: str, chains: list[int], closed: list[bool]) -> None:
    found = found_in(text)
    assert [item.chain for item in found] == chains
    assert [item.closed for item in found] == closed


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "She said: “The river rose all night.\nThe council met."
    assert [text[item.start : item.end] for item in found_in(text)] == ["“The river rose all night."]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("The so-called “reform” failed.", True),
        ("It was “not ready” for use.", True),
        ("“Go home,” she said.", False),
        ("“Never!” he said.", False),
        ("It “will not be ready in time”.", False),
        ("A “disaster,” he said.", True),
    ],
)
def test_fragments(text: str, fragment: bool) -> None:
    assert [item.fragment for item in found_in(text)] == [fragment]


def test_inner_range_leaves_the_marks_out() -> None:
    text = "She said: “Enough is enough.”"
    item = found_in(text)[0]
    assert text[item.inner_start : item.inner_end] == "Enough is enough."


def test_boilerplate_holds_no_quotations() -> None:
    text = "The board met for two hours on Friday to agree on a date.\n\nRead also: “Why it failed again”"
    assert found_in(text) == []
