"""The figures of a finding as charts: a dot-and-range plot grouped by scope, and the periods that they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup  # noqa: TC002 — a field's type is read at run time by who documents it

from factcheck import intervals
from factcheck.model import Evidence, Finding, Side
from factcheck.renderers import wording
from factcheck.renderers.characters import SENTENCE_LIMIT, cut
from factcheck.renderers.charts import dotplot, drawing, periods
from factcheck.renderers.view import scope
from factcheck.renderers.view.quotations import Sources, refer, voice

MOST_ROWS = 10  # of one picture, which no page break may split
MOST_PICTURES = 3
_UNITS = {"%": "per cent"}


@dataclass(frozen=True)
class Chart:
    """One plot, for paper and wide screens and for telephones; `caption` says what its marks mean."""

    title: str
    note: str
    wide: tuple[Markup, ...]
    narrow: tuple[Markup, ...]
    legend: tuple[tuple[Markup, str], ...]
    left_out: int


@dataclass(frozen=True)
class Periods:
    """The bars of the days covered."""

    picture: Markup


def is_about_figures(finding: Finding) -> bool:
    """Its leading evidence sets two different amounts of one unit side by side, and an axis can show them.

    Whoever denies or quotes a figure does so in words: these are set side by side instead.
    """
    lead = finding.evidence[0]
    a, b = lead.a.quantity, lead.b.quantity
    if a is None or b is None or finding.relation in ("dispute", "drift"):
        return False
    return a.unit == b.unit and lead.a.value != lead.b.value and all(map(dotplot.can_be_drawn, (a, b)))


def chart(finding: Finding, sources: Sources, name: str, most: int = MOST_ROWS * MOST_PICTURES) -> Chart:
    """The plot of a finding's figures, `name` the beginning of its ids; at most so many rows, the leading ones."""
    return _chart(finding, list(_rows(finding.evidence, sources)), name, most)


def brief_chart(finding: Finding, sources: Sources, name: str, most: int) -> Chart:
    """As `chart`, with each value of each voice once, whatever its scope, and without groups."""
    rows: dict[tuple[str, str], tuple[str, dotplot.Row]] = {}
    for _, row in _rows(finding.evidence, sources):
        rows.setdefault((row.label, row.words), ("", row))
    return _chart(finding, list(rows.values()), name, most)


def _chart(finding: Finding, rows: Sequence[tuple[str, dotplot.Row]], name: str, most: int) -> Chart:
    shown = sorted(rows[:most], key=lambda entry: min(intervals.stated(entry[1].amount)))
    extents = dict.fromkeys(extent for extent, _ in shown)
    groups = [
        dotplot.Group(
            (wording.EXTENTS.get(extent, "Whether a total or one incident: not stated") if len(extents) > 1 else ""),
            tuple(row for other, row in shown if other == extent),
        )
        for extent in extents
    ]
    pictures, axis = list(enumerate(_split(groups))), dotplot.fitting(groups)
    kinds = dict.fromkeys(row.kind for _, row in shown)
    return Chart(
        title=matter(finding),
        note=_note(shown, axis.logarithmic),
        wide=tuple(dotplot.draw(part, f"{name}-{number}w", False, axis) for number, part in pictures),
        narrow=tuple(dotplot.draw(part, f"{name}-{number}n", True, axis) for number, part in pictures),
        legend=tuple((drawing.key(kind), wording.KINDS[kind]) for kind in wording.KINDS if kind in kinds),
        left_out=len(rows) - len(shown),
    )


def covered(finding: Finding, sources: Sources, name: str) -> Periods | None:
    """The periods of the figures, where they can be told apart."""
    bars: dict[periods.Bar, None] = {}
    for side in scope.sides_of(finding.evidence):
        if side.period is not None and (side.period.first or side.period.last):
            _, source = sources.get(side.source, (0, None))
            # A caption's day is the picture's: the article may be later.
            told = source.published if source and source.published_from != "caption" else None
            label = cut(f"{side.value}, {voice(side, sources)}", 60)
            bars.setdefault(periods.Bar(label, wording.kind(side.holder), side.period, side.period.text, told))
    drawn = list(bars)[:MOST_ROWS]
    return Periods(periods.draw(drawn, name)) if periods.worth_drawing(drawn) else None


def matter(finding: Finding) -> str:
    """What the figures count, as the finding's title has it: "Houses damaged" of "Houses damaged: 40 and 90"."""
    head, colon, tail = finding.title.rpartition(": ")
    return cut(head if colon and finding.evidence[0].a.value in tail else finding.title, SENTENCE_LIMIT)


def distinct(finding: Finding) -> list[Side]:
    """The figures that stand against one another as the leading ones do, each value of each voice once, the smallest
    first.
    """
    leading = [item for item in finding.evidence if item.relation == finding.relation]
    sides = [side for item in leading for side in (item.a, item.b) if side.quantity is not None]
    once = {(side.value, side.holder): side for side in reversed(sides)}
    return sorted(once.values(), key=_size)


def _size(side: Side) -> tuple[object, ...]:
    amount = side.quantity
    assert amount is not None
    low = amount.low if amount.low is not None else amount.high
    return (low, side.value, side.source, side.start)


def _rows(items: Sequence[Evidence], sources: Sources) -> Iterator[tuple[str, dotplot.Row]]:
    """Each figure once, with the words for its extent; what one voice says again is one row."""
    known = scope.words_of(items)
    unit = next((side.quantity.unit for item in items for side in (item.a,) if side.quantity), None)
    rows: dict[tuple[str, str, str, str], tuple[str, Side, list[str]]] = {}
    for side in scope.sides_of(items):
        if side.quantity is None or side.quantity.unit != unit or not dotplot.can_be_drawn(side.quantity):
            continue
        told = known.get(side.claim, {})
        extent = told.get("incident", "").partition(":")[0]
        around = " · ".join(told[name].partition(" (")[0] for name in ("place", "period") if name in told)
        key = (voice(side, sources), side.value, around, extent)
        rows.setdefault(key, (extent, side, []))[2].append(refer(side, sources).label)
    for (who, value, around, _), (extent, side, references) in rows.items():
        assert side.quantity is not None
        label = references[0] + ("" if len(references) == 1 else f" +{len(references) - 1}")
        yield extent, dotplot.Row(who, around, wording.kind(side.holder), side.quantity, value, label)


def _split(groups: Sequence[dotplot.Group]) -> Iterator[list[dotplot.Group]]:
    """Groups in pictures of no more than MOST_ROWS rows, so that each fits on a page."""
    picture: list[dotplot.Group] = []
    for group in groups:
        for start in range(0, len(group.rows), MOST_ROWS):
            part = dotplot.Group(group.heading, group.rows[start : start + MOST_ROWS])
            if picture and sum(len(one.rows) for one in [*picture, part]) > MOST_ROWS:
                yield picture
                picture = []
            picture.append(part)
    if picture:
        yield picture


def _note(rows: Sequence[tuple[str, dotplot.Row]], logarithmic: bool) -> str:
    """What an arrow and a bar mean, where there are any, the unit, and that an axis is logarithmic."""
    amounts = [row.amount for _, row in rows]
    said = ["As the articles give it."]
    unit = amounts[0].unit if amounts else None
    if unit:
        said[0] = f"In {_UNITS.get(unit, unit)}, as the articles give it."
    if any(amount.high is None or amount.low is None for amount in amounts):
        said.append("Arrow: no end is given on that side.")
    if any(amount.low is not None and amount.high is not None and amount.low != amount.high for amount in amounts):
        said.append("Bar: a range.")
    if logarithmic:
        said.append("The axis is logarithmic: each step is ten times the one before, or more.")
    return " ".join(said)
