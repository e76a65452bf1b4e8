"""Figures on one axis: a mark for a number, a bar for a range, an arrow for "at least" and "up to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from factcheck import intervals
from factcheck.model import Quantity
from factcheck.renderers.charts import drawing, metrics, scale

_ROW, _ROW_NARROW, _LINE, _HEAD = 32, 56, 15, 26
_TOP = 8
_SMALLER = 11.5  # a label on two lines: 80 letters have room


@dataclass(frozen=True)
class Row:
    """One figure: who gives it (`kind`: named, unnamed or own), of what scope, its amount, its words and its lines."""

    label: str
    scope: str
    kind: str
    amount: Quantity
    words: str
    reference: str


@dataclass(frozen=True)
class Group:
    """Rows of one scope under its heading; an empty heading is not shown."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class _Frame:
    """Where things stand: the picture's width, the ends of the axis, and whether labels stand above their marks."""

    wide: float
    left: float
    right: float
    above: bool


_PAGE = _Frame(800, 262, 640, False)
_PHONE = _Frame(360, 8, 262, True)


def draw(groups: Sequence[Group], name: str, narrow: bool = False, axis: scale.Scale | None = None) -> Markup:
    """The plot with the id `name` for its title; `narrow` is for telephones, with the labels above their marks.

    `axis` is that of the whole where these groups are a part of it.
    """
    frame = _PHONE if narrow else _PAGE
    axis = axis or fitting(groups)
    y: float = _TOP
    body = Markup()
    for group in groups:
        if group.heading:
            heading = metrics.fitted(group.heading, frame.wide, 13, metrics.BOLD)
            body += drawing.text(0, y + 18, heading, bold=True)
            y += _HEAD
        for row in group.rows:
            body += _row(row, y, axis, frame)
            y += _ROW_NARROW if narrow else _ROW + _LINE * (len(_label(row, frame)) - 1)
    grid = _grid(axis, y + 4, frame)
    style = "chart narrow-c" if narrow else "chart wide-c"
    return drawing.picture(grid + body, frame.wide, y + 26, described(groups, axis.logarithmic), name, style)


def described(groups: Sequence[Group], logarithmic: bool) -> str:
    """All that the plot shows, in words."""
    said = [
        f"{', '.join(filter(None, (row.label, row.scope)))}: {row.words}." for group in groups for row in group.rows
    ]
    return " ".join([*said, *(["Logarithmic axis."] if logarithmic else [])])


def fitting(groups: Sequence[Group]) -> scale.Scale:
    """The axis for all figures; of a logarithmic one a caption must tell."""
    return scale.fitting(value for group in groups for row in group.rows for value in intervals.stated(row.amount))


def can_be_drawn(amount: Quantity) -> bool:
    """An amount of a size that an axis can show."""
    return all(abs(value) <= scale.LARGEST for value in intervals.stated(amount))


def _label(row: Row, frame: _Frame) -> tuple[str, ...]:
    """Who gives the figure, left of its marks, in one line or two smaller ones."""
    room = frame.left - 20
    return (row.label,) if metrics.width(row.label, 13) <= room else metrics.wrapped(row.label, room, _SMALLER)


def _row(row: Row, y: float, axis: scale.Scale, frame: _Frame) -> Markup:
    reference = metrics.fitted(row.reference, 110, 11, metrics.MONO)
    taken = metrics.width(reference, 11, metrics.MONO)
    if frame.above:
        center = y + 40
        room = frame.wide - taken - 12
        label = metrics.fitted(row.label, room, 13)
        beside = room - metrics.width(label, 13) - 10
        scope = metrics.fitted(row.scope, beside, 11) if row.scope and beside > 40 else ""
        body = drawing.text(0, y + 20, label)
        body += drawing.text(metrics.width(label, 13) + 10, y + 20, scope, "soft", 11) if scope else Markup()
    else:
        scope = metrics.fitted(row.scope, frame.left - 20, 11)
        lines = _label(row, frame)
        further = _LINE * (len(lines) - 1)
        center = y + (_ROW + further) / 2
        first_line = center - further / 2 + (-1.5 if scope else 4.5)
        body = Markup()
        for place, line in enumerate(lines):
            body += drawing.text(0, first_line + _LINE * place, line, size=_SMALLER if further else 13)
        body += drawing.text(0, first_line + further + 13.5, scope, "soft", 11) if scope else Markup()
    body += drawing.text(frame.wide, y + 20 if frame.above else center + 4.5, reference, "soft", 11, "end", mono=True)
    marks, first, last = _marks(row, center, axis, frame)
    limit = frame.wide - (0 if frame.above else taken + 10)
    return body + marks + _value(row.words, first, last, center, limit, 0 if frame.above else frame.left)


def _marks(row: Row, y: float, axis: scale.Scale, frame: _Frame) -> tuple[Markup, float, float]:
    """The marks of a figure, and where they begin and end."""
    ends = [frame.left + axis.place(value) * (frame.right - frame.left) for value in intervals.stated(row.amount)]
    first, last = min(ends), max(ends)
    if len(ends) == 2:
        last = max(last, first + 4)
        return drawing.line(first, y, last, y, row.kind, 8), first, last
    if row.amount.high is None:
        return drawing.arrow(first, y, row.kind) + drawing.mark(first, y, row.kind), first - 7, last + 42
    if row.amount.low is None or (row.amount.low == 0 and row.amount.low_open):
        body = drawing.mark(first, y, row.kind)
        if first - frame.left > 44:
            return drawing.arrow(first, y, row.kind, -1) + body, first - 42, last + 7
        return body, first - 7, last + 7
    return drawing.mark(first, y, row.kind), first - 7, last + 7


def _value(words: str, first: float, last: float, y: float, limit: float, left: float) -> Markup:
    """The figure in words, right of its marks, else left of them, else cut."""
    wide = metrics.width(words, 15, metrics.BOLD)
    if last + 8 + wide > limit and first - 8 - wide >= left:
        return drawing.text(first - 8, y + 5, words, size=15, anchor="end", bold=True)
    fitted = metrics.fitted(words, limit - last - 8, 15, metrics.BOLD)
    return drawing.text(last + 8, y + 5, fitted, size=15, bold=True)


def _grid(axis: scale.Scale, y: float, frame: _Frame) -> Markup:
    """The axis, its lines and the ticks that have room."""
    body, taken = Markup(), -1.0
    for tick in axis.ticks:
        x = frame.left + axis.place(tick) * (frame.right - frame.left)
        words = scale.label(tick)
        half = metrics.width(words, 11.5) / 2
        body += drawing.line(x, _TOP, x, y, "rule")
        at_edge = x - half < 0
        start, end = (x, x + 2 * half) if at_edge else (x - half, x + half)
        if start > taken + 6 or taken < 0:
            body += drawing.text(x, y + 16, words, "soft", 11.5, "" if at_edge else "middle")
            taken = end
    return body + drawing.line(frame.left, y, frame.right, y, "axis")
