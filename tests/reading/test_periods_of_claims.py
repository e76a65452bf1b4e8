"""Which time a claim takes: that of its event, never that of the telling or of another event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.corpus import statement
from factcheck.model import Period
from factcheck.reading import claims

# A Thursday.
PUBLISHED = date(2018, 10, 18)


def period(text: str, event: str) -> Period | None:
    """The period of the first claim whose event has this class."""
    source = replace(statement("source", text), published=PUBLISHED)
    return next(claim.period for claim in claims.read(source) if claim.event and claim.event.cls == event)


@pytest.mark.parametrize(
    ("text", "event", "first", "last"),
    [
        ("Twelve people were killed on Monday, police said Tuesday.", "kill", "2018-10-15", "2018-10-15"),
        ("The tower, built in 1952, collapsed.", "build", "1952-01-01", "1952-12-31"),
        ("Monday's blast killed four workers.", "kill", "2018-10-15", "2018-10-15"),
        ("The 2012 drought killed 4,000 cattle.", "kill", "2012-01-01", "2012-12-31"),
        (
            "Nine miners, who had been missing since Friday, were rescued on Tuesday.",
            "rescue",
            "2018-10-16",
            "2018-10-16",
        ),
        ("A man accused of theft in 2014 was released on Monday.", "free", "2018-10-15", "2018-10-15"),
        ("Told on Monday of the leak, the minister resigned on Tuesday.", "resign", "2018-10-16", "2018-10-16"),
        ("Six people were killed on Monday and Tuesday.", "kill", "2018-10-15", "2018-10-16"),
        ("Six people were killed after a lorry overturned on Monday.", "kill", "2018-10-15", "2018-10-15"),
        ("More than 300 people have died since the outbreak began in May.", "kill", "2018-05-01", "None"),
    ],
)
def test_the_time_of_the_event(text: str, event: str, first: str, last: str) -> None:
    found = period(text, event)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Police said on Monday that 12 people were killed in the fire.", "kill"),
        ("Twelve people were killed in the fire, police said on Tuesday.", "kill"),
        ("Twelve people were killed in the fire, according to figures published on Tuesday.", "kill"),
        ("The tower, built in 1952, collapsed.", "collapse"),
        ("After winning the election in March, she resigned.", "resign"),
        ("She announced that she would run for mayor in 2022.", "announce"),
        ("Police arrested a rival of the 2016 champion.", "arrest"),
        ("Before the 2014 merger, the firm employed 900 people.", "employ"),
        ("The number of patients rose from 12 in May to 40 in June.", "rise"),
    ],
)
def test_a_time_of_something_else(text: str, event: str) -> None:
    assert period(text, event) is None
