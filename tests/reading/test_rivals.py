"""A figure beside the one before it: what it counts, who gives it, and when it stays alone."""

from __future__ import annotations

import pytest

from factcheck.model import Claim, Source
from factcheck.reading import claims, rivals


def figures(text: str) -> list[Claim]:
    source = Source(id="a", path="a.txt", sha256="", title="", text=text)
    return [claim for claim in claims.read(source) if claim.quantities]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("About 900 people marched in Porto, the organisers said. The police counted 400.", "police"),
        ("The mayor said 40 hikers had been rescued. The mountain service put it at 26.", "mountain service"),
        ("The mayor said 40 hikers had been rescued. A climbers' club has given a figure of 26.", "climbers' club"),
        ("The ministry said 12 miners had died. The miners' union insists on 19.", "miners' union"),
    ],
)
def test_a_rival_figure_has_the_matter_of_the_one_before(text: str, voice: str) -> None:
    first, rival = figures(text)
    assert rivals.NOTE in rival.notes
    assert (rival.counted, rival.event) == (first.counted, first.event)
    assert rival.holder is not None
    assert rival.holder.name == voice


@pytest.mark.parametrize(
    "text",
    [
        "The museum drew 40,000 visitors. The zoo announced 60,000.",
        "Texas reported 300 cases of measles. Ohio counted 120.",
        "Police said 30 were hurt and 25 were arrested in Hull. The union claims 60.",
        "The mayor said 40 hikers had been rescued. A week later the service put it at 52.",
        "A total of 60 flats burned. Officials said there were 40 in the north.",
    ],
)
def test_a_figure_of_its_own_is_no_rival(text: str) -> None:
    assert not any(rivals.NOTE in claim.notes for claim in figures(text))
