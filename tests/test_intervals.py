"""The arithmetic of intervals: laws that hold for all amounts, and examples of how amounts stand to each other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import intervals
from factcheck.model import Quantity


def amount(low: object, high: object, **more: Any) -> Quantity:
    def number(value: object) -> Decimal | None:
        return None if value is None else Decimal(str(value))

    return Quantity(number(low), number(high), 0, 0, more.pop("text", ""), **more)


EXACT_400 = amount(400, 400, precision=Decimal(100))
AT_LEAST_400 = amount(400, None)
MORE_THAN_400 = amount(400, None, low_open=True)
UP_TO_400 = amount(0, 400, low_open=True)
UNDER_400 = amount(0, 400, low_open=True, high_open=True)
NEARLY_400 = amount(360, 400, high_open=True, approximate=True)
ABOUT_400 = amount(360, 440, approximate=True)
ABOUT_400_UP = amount(360, None, approximate=True)
JUST_OVER_400 = amount(400, 440, low_open=True, approximate=True)
FROM_700 = amount(700, 1200)


@st.composite
def amounts(draw: st.DrawFn) -> Quantity:
    low = draw(st.decimals(min_value=0, max_value=10**6, places=1))
    width = draw(st.decimals(min_value=0, max_value=10**6, places=1) | st.none())
    exact = width is not None and width == 0
    return Quantity(
        low,
        None if width is None else low + width,
        0,
        0,
        "",
        low_open=not exact and draw(st.booleans()),
        high_open=not exact and width is not None and draw(st.booleans()),
        precision=draw(st.sampled_from([Decimal(1), Decimal(10), Decimal(1000)])),
    )


@given(amounts(), amounts())
def test_meeting_is_mutual(a: Quantity, b: Quantity) -> None:
    assert intervals.meet(a, b) == intervals.meet(b, a)


@given(amounts(), amounts())
def test_two_amounts_meet_or_one_lies_below(a: Quantity, b: Quantity) -> None:
    assert [intervals.meet(a, b), intervals.below(a, b), intervals.below(b, a)].count(True) == 1


@given(amounts(), amounts())
def test_what_contains_meets(a: Quantity, b: Quantity) -> None:
    if intervals.contains(a, b):
        assert intervals.meet(a, b)


@given(amounts())
def test_an_amount_contains_itself_and_is_close_to_itself(a: Quantity) -> None:
    assert intervals.contains(a, a)
    assert intervals.close(a, a)
    assert intervals.ratio(a, a) == 1


@given(amounts(), amounts())
def test_the_ratio_is_one_or_more_and_mutual(a: Quantity, b: Quantity) -> None:
    assert intervals.ratio(a, b) == intervals.ratio(b, a) >= 1
    assert intervals.close(a, b) == intervals.close(b, a)


@given(amounts(), amounts())
def test_rounding_only_widens(a: Quantity, b: Quantity) -> None:
    wide_a, wide_b = intervals.rounded(a, b)
    assert intervals.contains(wide_a, a)
    assert intervals.contains(wide_b, b)


@pytest.mark.parametrize(
    ("quantity", "words", "stated"),
    [
        (EXACT_400, "400", 400),
        (AT_LEAST_400, "at least 400", 400),
        (MORE_THAN_400, "more than 400", 400),
        (UP_TO_400, "up to 400", 400),
        (UNDER_400, "fewer than 400", 400),
        (NEARLY_400, "nearly 400", 400),
        (ABOUT_400, "about 400", 400),
        (ABOUT_400_UP, "about 400 or more", 400),
        (JUST_OVER_400, "just over 400", 400),
        (FROM_700, "700 to 1,200", 950),
        (amount(0, 0), "none", 0),
        (amount(4_700_000_000, 4_700_000_000, unit="USD"), "$4.7 billion", 4_700_000_000),
        (amount(12, 12, unit="%"), "12 %", 12),
        (amount("33.3333", None, unit="%", share=(1, 3)), "at least a third", Decimal("33.3333")),
        (amount(30, 30, unit="mile"), "30 miles", 30),
        (amount(60, 60, unit="mile per hour"), "60 miles per hour", 60),
        (amount(1, 1, unit="day"), "1 day", 1),
        (amount(24, 120, vague=True, text="dozens of boats"), "dozens of boats", 72),
        (amount(12, None, low_open=True), "more than 12", 12),
        (amount(20, 20, unit="USD per hour"), "$20 per hour", 20),
        (amount(150, 150, unit="cubic metre per second"), "150 cubic metres per second", 150),
        (amount(38, 38, unit="degree Celsius"), "38 degrees Celsius", 38),
        (amount(-12, -12, unit="degree"), "-12 degrees", -12),
        (amount(-3_000_000, -3_000_000, unit="USD"), "-$3 million", -3_000_000),
        (amount(None, -20, high_open=True, unit="degree"), "less than -20 degrees", -20),
        (amount(-11, -9, approximate=True, unit="degree"), "about -10 degrees", -10),
    ],
)
def test_how_an_amount_is_shown(quantity: Quantity, words: str, stated: object) -> None:
    assert intervals.shown(quantity) == words
    assert round(intervals.stated_bound(quantity), 4) == stated


@pytest.mark.parametrize(
    ("a", "b", "meet", "close"),
    [
        (AT_LEAST_400, FROM_700, True, False),
        (AT_LEAST_400, amount(31, 31), False, False),
        (amount(31, None), amount(31, 31), True, True),
        (MORE_THAN_400, amount(400, 400), False, True),
        (UP_TO_400, amount(400, 400), True, True),
        (UNDER_400, amount(400, None), False, True),
        (amount(800, 800), FROM_700, True, True),
        (ABOUT_400, amount(420, 420), True, True),
        (NEARLY_400, amount(330, 330), False, True),
        (amount(-10, -10), amount(-11, -11), False, True),
        (amount(None, -20, high_open=True), amount(-25, -25), True, True),
    ],
)
def test_how_two_amounts_stand(a: Quantity, b: Quantity, meet: bool, close: bool) -> None:
    assert intervals.meet(a, b) is meet
    assert intervals.close(a, b) is close


def test_the_ratio_below_nought_is_that_above_it() -> None:
    assert intervals.ratio(amount(-10, -10), amount(-20, -20)) == 2


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (amount(8000, 8000, precision=Decimal(1000)), amount(7938, 7938), True),
        (amount(8000, 8000, precision=Decimal(1000)), amount(7300, 7300, precision=Decimal(100)), False),
        (amount(20, 20, precision=Decimal(10)), amount(22, 22), False),
        (amount(12, 12, unit="%"), amount("12.4", "12.4", unit="%", precision=Decimal("0.1")), True),
    ],
)
def test_a_round_number_beside_an_exact_one(a: Quantity, b: Quantity, meet: bool) -> None:
    assert intervals.meet(*intervals.rounded(a, b)) is meet
