"""What the figures of many desks count: bodies and their size, parts of a whole, shares, figures without a noun."""

from __future__ import annotations

import pytest

from factcheck.model import Quantity, Source
from factcheck.reading import claims
from factcheck.reading.parse import Paragraph, parse
from factcheck.reading.quantities import quantities


def read(text: str) -> list[Quantity]:
    return [mention.quantity for block in parse(text, [Paragraph(0, len(text))]) for mention in quantities.read(block)]


def told(quantity: Quantity) -> str:
    """low-high noun or unit; + on top of another; < a part."""
    high = "…" if quantity.high is None else f"{quantity.high:f}"
    value = f"{quantity.low:f}" if quantity.low == quantity.high else f"{quantity.low}-{high}"
    marks = ("+" if quantity.additional else "") + ("<" if quantity.part else "")
    return f"{value} {quantity.of or quantity.unit or '?'}{marks}"


COUNTS = [
    # how many a body has
    ("A crowd of 5,000 cheered.", ["5000 crowd"]),
    ("A crowd of 5,000 fans cheered.", ["5000 fan"]),
    ("The 12-strong crew was saved.", ["12 crew"]),
    ("The town of 9,000 mourned.", ["9000 inhabitant"]),
    # parts
    ("Of the 40 guests, 12 were children.", ["40 guest", "12 child<"]),
    ("Of the 230 people on board, 12 died.", ["230 people", "12 people<"]),
    ("It was signed by 14 of the country's 16 governors.", ["14 governor<", "16 governor"]),
    ("Twelve of 40 samples were clean.", ["12 sample<", "40 sample"]),
    ("One of five patients died.", ["1 patient<", "5 patient"]),
    # without a noun
    ("Fifty-three were taken to hospital.", ["53 ?"]),
    ("Another 20 were hurt.", ["20 ?+"]),
    ("Five, including a baby, were saved.", ["5 ?"]),
    ("Organisers said 60,000 took part.", ["60000 ?"]),
    ("Tens of thousands took to the streets.", ["20000-100000 ?"]),
    ("Scores were hurt.", ["40-200 ?"]),
    ("It killed 12 and injured dozens.", ["12 ?", "24-120 ?"]),
    ("After lunch the two met again.", []),
    ("The blast killed 22 including guards.", ["22 ?"]),
    # votes
    ("It was carried by 52 votes to 48.", ["52 vote", "48 vote against"]),
    ("The judges split 5-4.", ["5 vote", "4 vote against"]),
    ("The fund lost 12-15 percent.", ["12-15 %"]),
    # neither counts nor amounts
    ("She has three times as many friends.", []),
    ("One child in four is absent.", []),
    ("One day he left.", []),
    ("He runs twice a week.", []),
    ("It was the third fire in less than a week.", []),
    ("Mother-of-two Ida Berg, 41, from Norwood, agreed.", []),
    ("A mother of three was killed.", []),
    ("There were 300 cases per 100,000 inhabitants.", []),
    ("Apartment 4C and seat 12F were empty.", []),
    ("Ms Berg is one of twelve judges.", ["12 judge"]),
    # measures
    ("She was jailed for a year.", ["1 year"]),
    ("She got another year in jail.", ["1 year+"]),
    ("A magnitude 6.8 earthquake struck.", ["6.8 magnitude"]),
    ("It measured 3.2 on the Richter scale.", ["3.2 magnitude"]),
    ("It hit 38C (100F) at noon.", ["38 degree Celsius", "100 degree Fahrenheit"]),
    ("She paid 5,000 pesos.", ["5000 peso"]),
    ("It beat more than the 3 metres forecast.", ["3 metre"]),
    ("Nearly all 40 boats sank.", ["36-40 boat"]),
    ("Children between the ages of 4 and 10 came.", ["4-10 year-old"]),
    ("Burned out cars and dozens of burned out lorries stood there.", ["24-120 lorry"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_what_a_figure_counts(text: str, expected: list[str]) -> None:
    assert [told(quantity) for quantity in read(text)] == expected


SHARES = [
    ("Two in three nurses agreed.", (2, 3), "nurse"),
    ("Three out of four pupils passed.", (3, 4), "pupil"),
    ("It needs a two-thirds majority.", (2, 3), None),
    ("More than half members stayed away.", (1, 2), None),
]


@pytest.mark.parametrize(("text", "share", "noun"), SHARES)
def test_a_share_is_told_in_many_ways(text: str, share: tuple[int, int], noun: str | None) -> None:
    assert [(q.share, q.share_of) for q in read(text)] == [(share, noun)]


def test_two_in_three_days_are_two() -> None:
    assert [told(quantity) for quantity in read("He caught two in three days.")] == ["3 day"]


JOINT = [
    ("The avalanche killed or injured 52.", "harm"),
    ("At least 52 people were killed or wounded.", "harm"),
    ("The crash left 52 people dead or injured.", "harm"),
    ("The crash left 52 people dead.", "kill"),
]


@pytest.mark.parametrize(("text", "cls"), JOINT)
def test_one_figure_of_two_harms_is_of_neither_alone(text: str, cls: str) -> None:
    found = claims.read(Source("a", "a.txt", "", "", text))
    assert [claim.event.cls for claim in found if claim.quantities and claim.event] == [cls]
