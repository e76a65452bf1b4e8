"""What keeps an id, and what changes it."""

from __future__ import annotations

import pytest

from factcheck import identity

A = ("herald", "At least 40 people were hurt, the mayor said.")
B = ("post", "The mayor put the number of injured at 12.")


@pytest.mark.parametrize(
    "words",
    [
        "AT LEAST 40 people were hurt, the mayor said.",
        "At least  40\npeople were hurt , the mayor said",
        "At least 40 people were hurt – the mayor said.",
        "\u201cAt least 40 people were hurt,\u201d the mayor said.",
    ],
)
def test_type_setting_keeps_ids(words: str) -> None:
    assert identity.claim_id("herald", words, 0) == identity.claim_id(*A, 0)
    assert identity.evidence_id("figures", "herald", words, *B) == identity.evidence_id("figures", *A, *B)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (identity.claim_id(*A, 0), identity.claim_id(*A, 1)),
        (identity.claim_id(*A, 0), identity.claim_id("post", A[1], 0)),
        (identity.claim_id(*A, 0), identity.claim_id("herald", "At least 41 people were hurt, the mayor said.", 0)),
        (identity.evidence_id("figures", *A, *B), identity.evidence_id("quantifiers", *A, *B)),
        (identity.evidence_id("x", "ab", "c d", "e", "f"), identity.evidence_id("x", "a", "b c d", "e", "f")),
    ],
)
def test_what_changes_ids(first: str, second: str) -> None:
    assert first != second


def test_sides_may_change_places() -> None:
    assert identity.evidence_id("figures", *A, *B) == identity.evidence_id("figures", *B, *A)


def test_the_recipe_does_not_drift() -> None:
    # Ids are kept by newsrooms in baselines: a change here must come with a new RECIPE.
    assert identity.RECIPE == 1
    assert identity.claim_id("a", "One bus", 0) == "d4b319ab70dedff0"
    assert identity.evidence_id("figures", "a", "One bus", "b", "Two buses") == "9925ba807e5eae96"
    assert identity.finding_id("abc") == "abc"
    assert identity.sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
