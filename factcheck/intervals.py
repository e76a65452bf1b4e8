"""The arithmetic of amounts that comparing needs: do they meet, which is larger, how far apart is what was stated."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model import Quantity

# Settings. The spread of "nearly n" and "about n" undoes what reading/bounds.py did; `TOLERANCE` is MATCHING's quarter.
TOLERANCE = Decimal("0.25")
FLOOR = Decimal("1.2")  # how far a total may exceed what another gives as "at least"
NEARLY = Decimal("0.9")
BEYOND = Decimal("1.1")
# Small numbers are written exactly, however round; and no unmarked round number is looser than "about" it.
ROUND_FROM = Decimal(100)
LOOSEST = Decimal("0.1")

_MARKS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CAD": "C$", "AUD": "A$"}
_OVERS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PARTS = ("", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PLURALS = {
    "foot": "feet", "inch": "inches", "century": "centuries", "year-old": "years old", "month-old": "months old"
}  # fmt: skip
_LARGE = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def below(a: Quantity, b: Quantity) -> bool:
    """True if every value of `a` is smaller than every value of `b`."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def meet(a: Quantity, b: Quantity) -> bool:
    """True if some value lies in both."""
    return not below(a, b) and not below(b, a)


def contains(a: Quantity, b: Quantity) -> bool:
    """True if every value of `b` lies in `a`."""
    if a.low is not None and (b.low is None or b.low < a.low or (b.low == a.low and a.low_open and not b.low_open)):
        return False
    if a.high is None:
        return True
    return b.high is not None and (b.high < a.high or (b.high == a.high and (b.high_open or not a.high_open)))


def stated(q: Quantity) -> tuple[Decimal, ...]:
    """The numbers that the text states: one, or the two ends of a range; 400 for "about 400 or more"."""
    low, high = q.low, q.high
    if low is not None and q.approximate and not q.low_open:
        low = low / (NEARLY if low > 0 else BEYOND)
    if high is not None and q.approximate and not q.high_open:
        high = high / (BEYOND if high > 0 else NEARLY)
    if low is None or (q.low == 0 and q.low_open):
        return (high,) if high is not None else (Decimal(0),)
    if high is None or low == high or abs(low - high) < abs(low) / 10**9:
        # Dividing by the spread may leave a last digit; the open end, if there is one, is as it was written.
        return (high if high is not None and q.high_open else low,)
    return low, high


def stated_bound(q: Quantity, beside: Quantity | None = None) -> Decimal:
    """The number stated; of a range the end nearer to `beside`, or its middle where nothing stands beside it."""
    ends = stated(q)
    if beside is not None:
        return nearer(q, beside)[0]
    return ends[0] if len(ends) == 1 else (ends[0] + ends[1]) / 2


def nearer(a: Quantity, b: Quantity) -> tuple[Decimal, Decimal]:
    """The stated numbers of both that lie nearest to each other; a number inside a range stands for both."""
    ours, theirs = stated(a), stated(b)
    if len(theirs) == 2 and len(ours) == 1 and theirs[0] <= ours[0] <= theirs[1]:
        return ours[0], ours[0]
    if len(ours) == 2 and len(theirs) == 1 and ours[0] <= theirs[0] <= ours[1]:
        return theirs[0], theirs[0]
    return min(((x, y) for x in ours for y in theirs), key=lambda pair: (abs(pair[0] - pair[1]), pair))


def ratio(a: Quantity, b: Quantity) -> Decimal:
    """The factor between the nearer stated numbers, 1 or more; infinite where one of them is nought."""
    x, y = sorted(nearer(a, b))
    if y < 0:
        x, y = -y, -x  # both below nought: as if both were above it
    if x == y:
        return Decimal(1)
    return y / x if x > 0 else Decimal("Infinity")


def close(a: Quantity, b: Quantity, tolerance: Decimal = TOLERANCE) -> bool:
    """True if the nearer stated numbers, once rounded, differ by no more than this share of the larger."""
    wide_a, wide_b = rounded(a, b)
    if (wide_a, wide_b) != (a, b) and meet(wide_a, wide_b):
        return True
    x, y = nearer(a, b)
    return abs(x - y) <= tolerance * max(abs(x), abs(y))


def is_low_floor(a: Quantity, b: Quantity) -> bool:
    """True if one is at least a number well below the other: "at least 30" beside 40 holds, and misleads."""
    floor, other = (a, b) if a.high is None else (b, a)
    plain = floor.high is None and not (floor.low_open or floor.approximate or floor.vague) and not other.vague
    return plain and other.high is not None and stated_bound(other) > stated_bound(floor) * FLOOR


def rounded(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Both, the one that is written less finely widened by half its last place: 8,000 beside 7,938 is [7500, 8500]."""
    if a.precision > b.precision:
        return _widened(a), b
    return (a, _widened(b)) if b.precision > a.precision else (a, b)


def _widened(q: Quantity) -> Quantity:
    if q.low is None or q.low != q.high or q.vague or q.low <= 0:
        return q
    half = (min(q.precision, Decimal(1)) if q.unit == "%" else q.precision) / 2
    if q.unit != "%" and q.precision > 1:
        if q.low < ROUND_FROM:
            return q
        half = min(half, q.low * LOOSEST)
    return replace(q, low=q.low - half, high=q.low + half)


def shown(q: Quantity) -> str:
    """The amount in words that a reader knows: at least 400, 70 to 90, about 400 or more, $4.7 billion."""
    if q.vague:
        return q.text
    if q.low == q.high == 0:
        return "none" if q.unit is None else _written(Decimal(0), q)
    ends = stated(q)
    if len(ends) == 2:
        span = f"{_number(ends[0], q)} to {_written(ends[1], q)}"
        return f"about {span}" if q.approximate else span
    number = _written(ends[0], q)
    if q.high is None:
        if q.approximate and not q.low_open:
            return f"about {number} or more"
        return f"{'more than' if q.low_open else 'at least'} {number}"
    if q.low is None or (q.low == 0 and q.low_open):
        return f"{'fewer than' if q.high_open and q.unit is None else 'less than' if q.high_open else 'up to'} {number}"
    if q.approximate:
        return f"{'nearly' if q.high_open else 'just over' if q.low_open else 'about'} {number}"
    return number


def _written(value: Decimal, q: Quantity) -> str:
    """A number with its unit, or a share as it was written."""
    if q.share is not None and q.share[1] not in (100, 1000, 10000):
        over, under = q.share
        if (over, under) == (1, 2):
            return _PARTS[2]
        named = under < len(_PARTS) and over < under
        return f"{_OVERS[over]} {_PARTS[under]}{'s' if over > 1 else ''}" if named else f"{over} in {under}"
    if q.unit is not None and " per " in q.unit and q.unit.split(" per ")[0].isupper():
        money, rest = q.unit.split(" per ")
        return f"{_written(value, replace(q, unit=money))} per {rest}"
    number = _number(value, q)
    if q.unit is None or q.unit in _MARKS:
        return number
    if q.unit == "%":
        return f"{number} %"
    if len(q.unit) == 3 and q.unit.isupper():
        return f"{q.unit} {number}"
    return f"{number} {q.unit if value == 1 and q.unit not in _PLURALS else _plural(q.unit)}"


def _plural(unit: str) -> str:
    if unit in _PLURALS:
        return _PLURALS[unit]
    head, per, rest = unit.partition(" per ")
    if head.startswith("degree "):
        return head.replace("degree ", "degrees ") + per + rest
    *front, last = head.split(" ")
    return " ".join([*front, _PLURALS.get(last, last + "s")]) + per + rest


def _number(value: Decimal, q: Quantity) -> str:
    """Thousands with commas, millions in words where that loses nothing, money with its mark."""
    mark = _MARKS.get(q.unit or "", "")
    if value < 0:
        return f"-{_number(-value, q)}"
    for size, word in _LARGE:
        if value >= size and (value / size * 1000) % 1 == 0:
            return f"{mark}{_trimmed(value / size)} {word}"
    return mark + _trimmed(value)


def _trimmed(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{round(value, 2):,f}".rstrip("0").rstrip(".")
