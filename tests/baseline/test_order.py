"""The order of findings of which some are known."""

from __future__ import annotations

from dataclasses import replace

import sample

from factcheck.baseline import order


def test_new_comes_first_and_dismissed_last_of_what_differs_of_what_asks_for_care_and_of_what_agrees() -> None:
    one = sample.flood().findings[0]
    rows = [
        ("old agreement", "agree", None, None),
        ("new agreement", "agree", "new", None),
        ("new care", "tension", "new", None),
        ("dismissed", "conflict", "changed", "dismissed"),
        ("known", "conflict", "known", None),
        ("reopened", "dispute", "changed", "reopened"),
        ("new", "drift", "new", None),
    ]
    given = [replace(one, id=name, relation=relation, since=since, dismissed=dismissed)
             for name, relation, since, dismissed in rows]  # fmt: skip
    assert [finding.id for finding in order.ordered(given)] == [
        "new", "reopened", "known", "dismissed", "new care", "new agreement", "old agreement",
    ]  # fmt: skip
