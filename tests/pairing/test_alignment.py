"""Two renderings of one utterance: what counts as the same word, and what is left as a difference."""

from __future__ import annotations

import pytest

from factcheck.pairing.utterances import alignment


def told(a: str, b: str) -> list[tuple[str, str]]:
    """The differences of two renderings as pairs of words."""
    shared = alignment.align(alignment.words(a), alignment.words(b))
    assert shared is not None
    return [
        (" ".join(word.text for word in item.a), " ".join(word.text for word in item.b)) for item in shared.differences
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We won't close the mine.", "we will not close the mine"),
        ("The pilot's been told.", "The pilot has been told."),
        ("They organised a colour parade.", "They organized a color parade."),
        ("The F.A.A. cleared it.", "The FAA cleared it."),
        ("A world view without hope.", "A worldview without hope."),
        ("Gen. Ostrow signed it.", "General Ostrow signed it."),
        ("Well, you know, the roof fell in.", "The roof fell in."),
        ("The roof fell in ... and nobody was told.", "The roof fell in on Friday night and nobody was told."),
        ("It [the roof] fell in at noon.", "It fell in at noon."),
        ("The roof fell in.", "The roof fell in at noon, before anybody had been told of it."),
        ("50% of the roof fell in.", "50 percent of the roof fell in."),
        ("Mend the b***y roof.", "Mend the bl**dy roof."),
    ],
)
def test_the_same_words(a: str, b: str) -> None:
    assert told(a, b) == []
    assert told(b, a) == []


@pytest.mark.parametrize(
    ("a", "b", "differences"),
    [
        ("They wrecked his career.", "It wrecked his career.", [("They", "It")]),
        ("The roof was, in places, a danger.", "The roof was a danger.", [("in places", "")]),
        ("Nobody could believe what they saw.", "Nobody could believe what they heard.", [("saw", "heard")]),
        ("We will open twelve schools by May.", "We will open twenty schools by May.", [("twelve", "twenty")]),
        ("I was speaking of the farmer.", "I was speaking of the farmers.", [("farmer", "farmers")]),
    ],
)
def test_other_words(a: str, b: str, differences: list[tuple[str, str]]) -> None:
    assert told(a, b) == differences
    assert told(b, a) == [(other, one) for one, other in differences]


def test_utterances_without_a_common_word_have_no_alignment() -> None:
    assert alignment.align(alignment.words("The roof fell in."), alignment.words("Nobody asked us.")) is None


def test_how_much_is_the_same() -> None:
    shared = alignment.align(
        alignment.words("The old mill burned down on Friday."), alignment.words("The old barn burned down on Friday.")
    )
    assert shared is not None
    assert (shared.same, shared.telling, shared.strange, shared.density) == (6, 3, 1, 6 / 7)


def test_what_an_utterance_is_looked_up_by() -> None:
    assert alignment.shingles("The mill burned down.") == {"mill burned", "the mill burned", "mill burned down"}
    assert alignment.shingles("It is what it is.") == set()
