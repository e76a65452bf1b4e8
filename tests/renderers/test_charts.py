"""The charts: an axis that tells amounts apart, labels that do not run into one another, and every number in words."""

from __future__ import annotations

import itertools
import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from sample import LONG_NAME, amount

from factcheck import intervals
from factcheck.model import Period, Quantity
from factcheck.renderers.charts import dotplot, metrics, periods, scale


def row(given: Quantity, label: str = "Harbour master", kind: str = "named") -> dotplot.Row:
    return dotplot.Row(label, "Korrin · since May", kind, given, intervals.shown(given), "S3:17")


@pytest.mark.parametrize(
    ("values", "ticks", "logarithmic"),
    [
        ((119, 300, 600, 1000), "0 200 400 600 800 1,000", False),
        ((3, 4), "0 1 2 3 4", False),
        ((7,), "0 2 4 6 8", False),
        ((0,), "0 0.2", False),
        ((-5, 10), "-5 0 5 10", False),
        ((3, 1000), "1 10 100 1,000", True),
        ((3, 10**12), "1 100 10,000 1 million 100 million 10 billion 1 trillion", True),
        ((0, 3, 10**6), "0 1 10 100 1,000 10,000 100,000 1 million", True),
    ],
)
def test_the_axis(values: tuple[int, ...], ticks: str, logarithmic: bool) -> None:
    made = scale.fitting(Decimal(value) for value in values)
    assert " ".join(scale.label(tick) for tick in made.ticks) == ticks
    assert made.logarithmic == logarithmic
    places = [made.place(Decimal(value)) for value in values]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)


def test_nought_stands_apart_on_a_logarithmic_axis() -> None:
    made = scale.fitting([Decimal(0), Decimal(1), Decimal(1000)])
    assert (made.place(Decimal(0)), made.place(Decimal(1)), made.place(Decimal(1000))) == (0.0, 0.1, 1.0)


AMOUNTS = {
    "a number": (amount(40), {"rect": 1, "line": 0}),
    "a range": (amount(40, 90, "40 to 90"), {"rect": 0, "line": 1}),
    "at least": (amount(40, None, "at least 40"), {"rect": 1, "path": 1, "line": 1}),
    "up to": (amount(None, 40, "up to 40"), {"rect": 1, "path": 1, "line": 1}),
}


@pytest.mark.parametrize("name", list(AMOUNTS))
def test_marks(name: str) -> None:
    given, marks = AMOUNTS[name]
    made = dotplot.draw([dotplot.Group("", (row(given), row(amount(60), kind="own")))], "p")
    tags = re.findall(r'<(\w+) (?:class="[fs]-named")', made)
    assert {tag: tags.count(tag) for tag in marks} == marks
    assert "<circle" in made


@pytest.mark.parametrize("narrow", [False, True])
def test_labels_stay_inside_and_apart(narrow: bool) -> None:
    given = [amount(3), amount(10**12), amount(5 * 10**11, 10**12, "a range"), amount(10**12, None, "over")]
    rows = tuple(row(one, LONG_NAME) for one in given)
    made = ElementTree.fromstring(dotplot.draw([dotplot.Group(LONG_NAME * 3, rows)], "p", narrow))
    wide = float(made.attrib["viewBox"].split()[2])
    spans: dict[str, list[tuple[float, float]]] = {}
    for text in made.iter("text"):
        face = {"Brief Mono": metrics.MONO}.get(text.get("font-family", ""), metrics.SANS)
        face = metrics.BOLD if text.get("font-weight") else face
        length = metrics.width(text.text or "", float(text.get("font-size", 13)), face)
        x = float(text.attrib["x"])
        start = {"end": x - length, "middle": x - length / 2}.get(text.get("text-anchor", ""), x)
        spans.setdefault(text.attrib["y"], []).append((start, start + length))
    for line in spans.values():
        line.sort()
        assert line[0][0] >= -1
        assert line[-1][1] <= wide + 1
        assert all(after[0] >= before[1] for before, after in itertools.pairwise(line))


def test_a_name_of_eighty_letters_stands_whole_on_two_lines_and_its_row_is_higher() -> None:
    heights = []
    for label in ("Warden", LONG_NAME):
        made = ElementTree.fromstring(dotplot.draw([dotplot.Group("", (row(amount(3), label),))], "p"))
        assert label in " ".join(text.text or "" for text in made.iter("text"))
        heights.append(float(made.attrib["viewBox"].split()[3]))
    assert heights[1] == heights[0] + 15


def test_the_title_states_the_numbers() -> None:
    made = dotplot.draw([dotplot.Group("Totals", (row(amount(3)), row(amount(10**12, None, "over"))))], "p")
    assert '<title id="p">Harbour master, Korrin · since May: 3. ' in made
    assert "at least 1 trillion. Logarithmic axis.</title>" in made


def test_what_comes_from_outside_is_escaped() -> None:
    bad = row(amount(3), "<script>alert(1)</script>\u202e")
    made = dotplot.draw([dotplot.Group("<b>", (bad, bad))], "p")
    assert "<script" not in made
    assert "<b>" not in made
    assert "\u202e" not in made
    ElementTree.fromstring(made)


def test_a_picture_is_small_and_its_coordinates_short() -> None:
    made = dotplot.draw([dotplot.Group("", tuple(row(amount(number)) for number in (3, 41, 77)))], "p")
    assert len(made) < 3500
    assert re.findall(r"\d\.\d{2,}", made) == []


MAY = Period(date(2031, 5, 1), date(2031, 5, 31), "month", "in May")
SINCE = Period(date(2029, 1, 1), None, "year", "since 2029")


def test_periods_are_told_in_words_too() -> None:
    bars = [periods.Bar("14, the mayor", "named", MAY, "in May"), periods.Bar("31", "own", SINCE, "since 2029")]
    assert periods.worth_drawing(bars)
    made = periods.draw(bars, "d")
    assert "14, the mayor: in May, from 1 May 2031 to 31 May 2031." in made
    assert "31: since 2029, from 1 January 2029 with no end told." in made
    assert "stroke-dasharray" in made
    ElementTree.fromstring(made)


def test_a_period_without_an_end_goes_on_to_the_day_of_the_article() -> None:
    bars = [periods.Bar("31", "own", SINCE, "since 2029", date(2031, 6, 3)), periods.Bar("14", "own", MAY, "in May")]
    made = periods.draw(bars, "d")
    assert "31: since 2029, from 1 January 2029 to the day of the article, 3 June 2031." in made
    assert "stroke-dasharray" not in made
    early = periods.Bar("31", "own", SINCE, "since 2029", date(2028, 1, 1))
    assert early.last is None


def test_parts_of_a_plot_share_an_axis() -> None:
    parts = [[dotplot.Group("", (row(amount(40)),))], [dotplot.Group("", (row(amount(9000)),))]]
    axis = dotplot.fitting([group for part in parts for group in part])
    assert all("10,000" in dotplot.draw(part, "p", axis=axis) for part in parts)


@pytest.mark.parametrize("given", [(), (MAY,), (MAY, MAY), (SINCE, SINCE)])
def test_one_period_is_not_drawn(given: tuple[Period, ...]) -> None:
    assert not periods.worth_drawing([periods.Bar("x", "own", period, "") for period in given])
