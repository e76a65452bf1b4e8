"""Every amount that a text writes is an interval, counted noun or not; and what is written otherwise is none."""

from __future__ import annotations

import pytest

from factcheck.reading.parse import Paragraph, parse
from factcheck.reading.quantities import written
from factcheck.reading.quantities.bounds import Interval


def read(text: str) -> list[tuple[str, str]]:
    """The words of each amount, and its interval: round brackets leave their end out, … is no end."""
    spans = [span for block in parse(text, [Paragraph(0, len(text))]) for span in written.amounts(block)]
    return [(text[start:end], interval(found)) for start, end, found in spans]


def interval(found: Interval) -> str:
    low = "…" if found.low is None else f"{round(found.low, 4).normalize():f}"
    high = "…" if found.high is None else f"{round(found.high, 4).normalize():f}"
    opening = "(" if found.low_open or found.low is None else "["
    return f"{opening}{low}, {high}{')' if found.high_open or found.high is None else ']'}"


WRITTEN = [
    # below nought
    ("It was minus 7 in the valley.", "minus 7", "[-7, -7]"),
    ("Output changed by -0.4 percent.", "-0.4 percent", "[-0.4, -0.4]"),
    ("The night brought -11C.", "-11C", "[-11, -11]"),
    ("The balance was -$3m.", "-$3m", "[-3000000, -3000000]"),
    ("It ranged from -10 to -4 degrees.", "ranged from -10 to -4 degrees", "[-10, -4]"),
    ("It stayed below minus 20 degrees.", "below minus 20 degrees", "(…, -20)"),
    ("It stayed below 5 degrees.", "below 5 degrees", "(…, 5)"),
    # in words
    ("She counted two hundred and fifty thousand.", "two hundred and fifty thousand", "[250000, 250000]"),
    ("She counted two hundred and three thousand.", "two hundred and three thousand", "[203000, 203000]"),
    ("It cost three lakh crore.", "three lakh crore", "[3000000000000, 3000000000000]"),
    ("It grew two point five percent.", "two point five percent", "[2.5, 2.5]"),
    ("It grew nought point nought four percent.", "nought point nought four percent", "[0.04, 0.04]"),
    ("They need twelve hundred.", "twelve hundred", "[1200, 1200]"),
    ("Quarter million are without power.", "Quarter million", "[250000, 250000]"),
    # with parts
    ("The road is 2 1/4 miles long.", "2 1/4 miles", "[2.25, 2.25]"),
    ("The road is 2½ miles long.", "2½ miles", "[2.5, 2.5]"),
    ("He waited three and a half hours.", "three and a half hours", "[3.5, 3.5]"),
    ("It took five and two thirds years.", "five and two thirds years", "[5.6667, 5.6667]"),
    ("It cost nine million and a half.", "nine million and a half", "[9500000, 9500000]"),
    ("It is a quarter of a mile off.", "a quarter of a mile", "[0.25, 0.25]"),
    ("It took three quarters of an hour.", "three quarters of an hour", "[0.75, 0.75]"),
    ("It was cut by a quarter of a percentage point.", "a quarter of a percentage point", "[0.25, 0.25]"),
    ("It slipped 0.25 point.", "0.25 point", "[0.25, 0.25]"),
    # separators
    ("The town has 1 250 300 people.", "1 250 300", "[1250300, 1250300]"),
    ("The town has 40 000 people.", "40 000", "[40000, 40000]"),
    ("The town has 12,34,567 people.", "12,34,567", "[1234567, 1234567]"),
    ("Traders sold 10 bln shares.", "10 bln", "[10000000000, 10000000000]"),
    # one of a unit
    ("It will last a week.", "a week", "[1, 1]"),
    ("It lasted a month and a half.", "a month and a half", "[1.5, 1.5]"),
    ("It takes an hour or two.", "an hour or two", "[1, 2]"),
    ("It took nearly a year.", "nearly a year", "[0.9, 1)"),
    ("Wait another fortnight.", "another fortnight", "[1, 1]"),
    ("The drive takes 3h.", "3h", "[3, 3]"),
    # bounds on both sides
    ("It must be more than 5 but fewer than 10.", "more than 5 but fewer than 10", "(5, 10)"),
    ("Take at most 100 and at least 20.", "at most 100 and at least 20", "[20, 100]"),
    ("It is equal to or less than 30.", "equal to or less than 30", "(0, 30]"),
    ("Everybody who is over thirty years old came.", "over thirty years old", "(30, …)"),
    ("Villages of 20 and above count.", "20 and above", "[20, …)"),
    # rates
    ("She earns $15 an hour.", "$15 an hour", "[15, 15]"),
    ("The £2.3bn-a-year scheme goes.", "£2.3bn-a-year", "[2300000000, 2300000000]"),
    ("It let out 40 litres per second.", "40 litres per second", "[40, 40]"),
    ("It cost £40m a year ago.", "£40m", "[40000000, 40000000]"),
    ("He drove at 90 km per hour.", "90 km per hour", "[90, 90]"),
    ("The mast is 400m high.", "400m", "[400, 400]"),
    ("The man is in his 60s.", "60s", "[60, 69]"),
    ("The man is in his mid-30s.", "30s", "[30, 39]"),
]


@pytest.mark.parametrize(("text", "words", "bounds"), WRITTEN)
def test_an_amount_is_read_as_it_is_written(text: str, words: str, bounds: str) -> None:
    assert read(text) == [(words, bounds)]


SEVERAL = [
    ("She leads by 48 to 44 percent.", ["[48, 48]", "[44, 44]"]),
    ("It fell from 5.2 to 3.1 percent.", ["[5.2, 5.2]", "[3.1, 3.1]"]),
    ("More than 40 and less than 10 cannot both hold.", ["(40, …)", "(0, 10)"]),
    ("He paid three hundred and four hundred.", ["[300, 300]", "[400, 400]"]),
]


@pytest.mark.parametrize(("text", "bounds"), SEVERAL)
def test_amounts_that_stand_side_by_side_stay_apart(text: str, bounds: list[str]) -> None:
    assert [found for _, found in read(text)] == bounds


NONE = [
    "The Boeing 737 left gate 12.",
    "The shop is open 24/7 since 9/11.",
    "It runs on Windows 10.",
    "Take the I-95 or Route 66.",
    "Article 50 and section 3 apply.",
    "The 4x4 stood at No. 10.",
    "Call 555-1234-99 after 7.30pm.",
    "The northern half of the island is dry.",
    "She won the 400m hurdles.",
    "The 1980-81 season was short.",
]


@pytest.mark.parametrize("text", NONE)
def test_names_and_dates_are_no_amounts(text: str) -> None:
    assert read(text) == []
