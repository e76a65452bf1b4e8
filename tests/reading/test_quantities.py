"""Amounts read from sentences: the interval, what is counted, and where a number counts nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Quantity
from factcheck.reading.parse import Paragraph, parse
from factcheck.reading.quantities import quantities


def read(text: str) -> list[Quantity]:
    found = [mention.quantity for block in parse(text, [Paragraph(0, len(text))]) for mention in quantities.read(block)]
    assert all(text[quantity.start : quantity.end] == quantity.text for quantity in found if quantity.high != 0)
    return found


def interval(quantity: Quantity) -> str:
    """[40, …), (0, 20], [360, 400): round brackets leave their end out."""
    high = "…" if quantity.high is None else f"{quantity.high:f}"
    close = ")" if quantity.high_open or quantity.high is None else "]"
    return f"{'(' if quantity.low_open else '['}{quantity.low:f}, {high}{close}"


INTERVALS = [
    ("At least 40 villagers fled the flood.", "At least 40 villagers", "[40, …)", "villager"),
    ("Some 120 or more nurses walked out.", "Some 120 or more nurses", "[108, …)", "nurse"),
    ("The firm sold more than 900 tractors.", "more than 900 tractors", "(900, …)", "tractor"),
    ("Up to 70 shops may close.", "Up to 70 shops", "(0, 70]", "shop"),
    ("As many as 15 players are out.", "As many as 15 players", "(0, 15]", "player"),
    ("No more than 6 guests may meet.", "No more than 6 guests", "(0, 6]", "guest"),
    ("No fewer than 6 judges agreed.", "No fewer than 6 judges", "[6, …)", "judge"),
    ("Fewer than 50 homes have power.", "Fewer than 50 homes", "(0, 50)", "home"),
    ("Nearly 400 patients were moved.", "Nearly 400 patients", "[360, 400)", "patient"),
    ("Just over 200 schools reopened.", "Just over 200 schools", "(200, 220]", "school"),
    ("About 30 boats were moored there.", "About 30 boats", "[27, 33]", "boat"),
    ("An estimated 2,000 runners came.", "An estimated 2,000 runners", "[1800, 2200]", "runner"),
    ("They found 20 to 35 graves.", "20 to 35 graves", "[20, 35]", "grave"),
    ("They found 20 to 35+ graves.", "20 to 35+ graves", "[20, …)", "grave"),
    ("Between 5,000 and 7,000 fans sang.", "Between 5,000 and 7,000 fans", "[5000, 7000]", "fan"),
    ("The clinic has 60+ beds.", "60+ beds", "[60, …)", "bed"),
    ("The plant needs 7,000-plus workers.", "7,000-plus workers", "[7000, …)", "worker"),
    ("Police fined 40 drivers or more.", "40 drivers or more", "[40, …)", "driver"),
    ("More than a dozen of complaints arrived.", "More than a dozen of complaints", "(12, …)", "complaint"),
    ("Half a dozen ministers resigned.", "Half a dozen ministers", "[6, 6]", "minister"),
    ("Twenty-five cows drowned.", "Twenty-five cows", "[25, 25]", "cow"),
    ("One hundred and three women voted.", "One hundred and three women", "[103, 103]", "woman"),
    ("Half a million people lost power.", "Half a million people", "[500000, 500000]", "people"),
    ("320.000 voters stayed at home.", "320.000 voters", "[320000, 320000]", "voter"),
    ("The city lost 1,234 trees.", "1,234 trees", "[1234, 1234]", "tree"),
    ("5m people watched the final.", "5m people", "[5000000, 5000000]", "people"),
    ("Dozens of farmers protested.", "Dozens of farmers", "[24, 120)", "farmer"),
    ("Hundreds of thousands of fans came.", "Hundreds of thousands of fans", "[200000, 2000000)", "fan"),
    ("Several hundred pupils fell ill.", "Several hundred pupils", "[300, 1200]", "pupil"),
    ("Only a handful of complaints was heard.", "a handful of complaints", "[2, 10]", "complaint"),
    ("The committee praised 19 innocent elderly residents.", "19 innocent elderly residents", "[19, 19]", "resident"),
    ("The crash left nine dead.", "nine dead", "[9, 9]", "dead"),
    ("The crash left 70 injured.", "70 injured", "[70, 70]", "injured"),
    ("Police want to question 12 suspects.", "12 suspects", "[12, 12]", "suspect"),
    ("A total of 1500 people applied.", "1500 people", "[1500, 1500]", "people"),
    ("He asked for information about two schemes.", "two schemes", "[2, 2]", "scheme"),
]


@pytest.mark.parametrize(("text", "phrase", "bounds", "noun"), INTERVALS)
def test_a_count_is_an_interval_of_a_noun(text: str, phrase: str, bounds: str, noun: str) -> None:
    assert [(q.text, interval(q), q.of) for q in read(text)] == [(phrase, bounds, noun)]


MEASURES = [
    ("The bridge cost beyond $3.4 billion.", "(3400000000, …)", "USD"),
    ("She paid £5m for it.", "[5000000, 5000000]", "GBP"),
    ("The fund lost $2-3bn.", "[2000000000, 3000000000]", "USD"),
    ("It raised 20 million euros.", "[20000000, 20000000]", "EUR"),
    ("It will earn €45m to €50m a year.", "[45000000, 50000000]", "EUR per year"),
    ("The mill lost 9 million francs.", "[9000000, 9000000]", "franc"),
    ("Turnout was 61.5 percent.", "[61.5, 61.5]", "%"),
    ("Prices grew 10 to 15 per cent.", "[10, 15]", "%"),
    ("Support fell by 4 percentage points.", "[4, 4]", "percentage point"),
    ("The fire is 30 miles away.", "[30, 30]", "mile"),
    ("They imposed a 24-hour curfew.", "[24, 24]", "hour"),
    ("Talks went on over three days.", "[3, …)", "day"),
    ("Costs fall over a 75-year period.", "[75, 75]", "year"),
    ("A 9-year-old girl won the race.", "[9, 9]", "year-old"),
    ("The swimmer, aged 17, broke the record.", "[17, 17]", "year-old"),
]


@pytest.mark.parametrize(("text", "bounds", "unit"), MEASURES)
def test_a_measure_has_a_unit(text: str, bounds: str, unit: str) -> None:
    assert [(interval(q), q.unit) for q in read(text)] == [(bounds, unit)]


SHARES = [
    ("One in five children has asthma.", (1, 5), "child", "child"),
    ("Two out of three voters stayed away.", (2, 3), "voter", "voter"),
    ("A third of the pupils were absent.", (1, 3), "pupil", "pupil"),
    ("Half of the passengers were tourists.", (1, 2), "tourist", "passenger"),
    ("More than half the members left.", (1, 2), "member", "member"),
    ("12 percent of the patients relapsed.", (12, 100), "patient", "patient"),
]


@pytest.mark.parametrize(("text", "share", "noun", "whole"), SHARES)
def test_a_share_says_of_what(text: str, share: tuple[int, int], noun: str, whole: str) -> None:
    assert [(q.share, q.of, q.share_of, q.unit) for q in read(text)] == [(share, noun, whole, "%")]


SEVERAL = [
    ("About 90 of the estimated 800 sailors came.", [("[81, 99]", "sailor"), ("[720, 880]", "sailor")]),
    ("Officials put the number of deaths from the flu at 60 to 100.", [("[60, 100]", "death")]),
    ("The death toll rose to 86.", [("[86, 86]", "death")]),
    ("It brought the total number of burglary victims in the county to 19.", [("[19, 19]", "victim")]),
    ("The quake struck, killing 12 and injuring 30.", [("[12, 12]", None), ("[30, 30]", None)]),
    ("Tests rose from 330 to 470.", []),
    ("Profits rose 12 percent to 80 million francs.", [("[12, 12]", None), ("[80000000, 80000000]", None)]),
    ("Turnout rose from 5 percent to 12 percent.", [("[5, 5]", None), ("[12, 12]", None)]),
    (
        "It ran nearly 500 trains - 265 in Norland and 228 in Sudland.",
        [("[450, 500)", "train"), ("[265, 265]", "train"), ("[228, 228]", "train")],
    ),
    ("Senators voted 56-43 for it.", [("[56, 56]", "vote"), ("[43, 43]", "vote against")]),
    ("Rovers beat United 3-1.", [("[3, 3]", "score"), ("[1, 1]", "score against")]),
    ("No injuries were reported.", [("[0, 0]", "injury")]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_the_sentence_tells_what_is_counted(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(interval(q), q.of) for q in read(text)] == expected


ROLES = [
    ("A further 20 farmers were hurt.", True, False),
    ("Another 12 people were hurt.", True, False),
    ("10 more people were hurt.", True, False),
    ("Eight others were hurt.", True, False),
    ("The victims, including 11 children, were taken away.", False, True),
    ("The miners, of whom 12 were trapped, called home.", False, True),
    ("The crowd, 30 of them children, went home.", False, True),
    ("The 12 farmers were hurt.", False, False),
    ("She asked about the 12 farmers.", False, False),
]


@pytest.mark.parametrize(("text", "additional", "part"), ROLES)
def test_on_top_of_another_or_a_part_of_it(text: str, additional: bool, part: bool) -> None:
    assert [(q.additional, q.part) for q in read(text)] == [(additional, part)]


def test_a_list_after_including_is_parts_throughout() -> None:
    amounts = read("The fire killed nine people including a man, three women and two children.")
    assert [(q.of, q.part) for q in amounts] == [("people", False), ("woman", True), ("child", True)]


def test_the_last_place_written_is_kept() -> None:
    amounts = read("There were 400 goats, 127 pigs and $4.7 million.")
    assert [q.precision for q in amounts] == [Decimal(100), Decimal(1), Decimal(100_000)]


NOTHING = [
    "The F-16 was grounded.",
    "Article 5 was invoked.",
    "It happened on July 2, 2015.",
    "The 1980-81 season was cancelled.",
    "The plant opened in 2014.",
    "Call 555-1234 for help.",
    "He told Channel 4 so.",
    "Leaders of the Group of 7 and the G7 met.",
    "Flight 370 vanished on Day 3.",
    "Trains stop at 10:30 p.m.",
    "Doors open at 10 p.m.",
    "No one was there.",
    "One of the players left.",
    "They trust one another.",
    "She is the one who called.",
    "He finished third on the 15th floor.",
    "See http://example.com/2000/12 for it.",
    "Maria Lund, 35, was arrested.",
    "A five-member panel ruled.",
    "Version 2.0.1 is out.",
    "He won a third term.",
    "Two weeks ago she resigned.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_count_nothing(text: str) -> None:
    assert read(text) == []


def test_a_dash_after_a_dateline_is_no_range() -> None:
    text = "LENN, 16 May 2024 - At least 12 people died in the flood."
    (block,) = parse(text, [Paragraph(0, len(text))])
    assert [(mention.quantity.low, mention.quantity.high) for mention in quantities.read(block)] == [(12, None)]
