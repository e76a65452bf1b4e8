"""What the sides of a finding count, where and when: one table for all of them, instead of one for each pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck import evidence
from factcheck.model import NOT_STATED, Dimension, Evidence, Side
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, cut
from factcheck.renderers.view.quotations import Reference, Sources, refer, voice

_MOST_ROWS = 12
_MOST_VOICES = 3


@dataclass(frozen=True)
class Cell:
    """The words of one side along one dimension; `open` where it is not stated."""

    words: str
    open: bool


@dataclass(frozen=True)
class Line:
    """One side: its value, who gives it, its cells in the order of the columns, and where it stands."""

    value: str
    voice: str
    cells: tuple[Cell, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Scope:
    """`columns` are the dimensions along which the sides are not known to be the same, `standings` how they compare
    there; `same` names the others. `left_out` counts sides that are not shown.
    """

    columns: tuple[str, ...]
    standings: tuple[str, ...]
    lines: tuple[Line, ...]
    same: str
    left_out: int


def sides_of(items: Sequence[Evidence]) -> list[Side]:
    """Every side of the evidence, each claim once, those of the leading evidence first."""
    sides: dict[object, Side] = {}
    for item in items:
        for side in item.sides:
            sides.setdefault(side.claim or (side.source, side.start, side.end), side)
    return list(sides.values())


def words_of(items: Sequence[Evidence]) -> dict[str, dict[str, str]]:
    """claim -> dimension -> the words of that claim, as the first evidence that states them has them."""
    known: dict[str, dict[str, str]] = {}
    for item in items:
        for dimension in item.comparability:
            for claim, words in ((item.a.claim, dimension.a), (item.b.claim, dimension.b)):
                told = known.setdefault(claim, {})
                if words and words != NOT_STATED:
                    told.setdefault(dimension.dimension, words)
    return known


def scope(items: Sequence[Evidence], sources: Sources, figures: bool = True) -> Scope | None:
    """The table of a finding; none where nothing was compared. Of statements the sides with the same cells are one row,
    and what only the context says, and nothing leaves open, is no column.
    """
    dimensions: dict[str, list[Dimension]] = {}
    for item in items:
        for dimension in item.comparability:
            dimensions.setdefault(dimension.dimension, []).append(dimension)
    if not dimensions:
        return None
    differing = [name for name, found in dimensions.items() if any(_differs(one) for one in found)]
    columns = [name for name in differing if figures or any(_is_told(one) for one in dimensions[name])]
    known, sides = words_of(items), sides_of(items)
    lines: dict[tuple[str, str, tuple[Cell, ...]], list[Side]] = {}
    for side in sides:
        told = known.get(side.claim)
        if told is None:
            continue
        cells = tuple(_cell(told.get(name)) for name in columns)
        key = (side.value, voice(side, sources), cells) if figures else ("", "", cells)
        lines.setdefault(key, []).append(side)
    built = [
        Line(
            cut(value, 60),
            who or _joined([voice(side, sources) for side in group]),
            cells,
            tuple(dict.fromkeys(refer(side, sources) for side in group)),
        )
        for (value, who, cells), group in lines.items()
    ]
    return Scope(
        columns=tuple(named(name) for name in columns),
        standings=tuple(_standing(dimensions[name]) for name in columns),
        lines=tuple(built[:_MOST_ROWS]) if columns else (),
        same=_same(dimensions, differing),
        left_out=max(len(built) - _MOST_ROWS, 0) if columns else 0,
    )


def _is_told(item: Dimension) -> bool:
    """Along it the sides are not the same, and the texts say so or leave it open."""
    return _differs(item) and (item.origin != "context" or evidence.is_open(item))


def _joined(voices: Sequence[str]) -> str:
    """Several voices as the heading of one row."""
    once = list(dict.fromkeys(voices))
    more = [f"{len(once) - _MOST_VOICES} more"] if len(once) > _MOST_VOICES else []
    return wording.listed([*once[:_MOST_VOICES], *more])


def named(dimension: str) -> str:
    """A dimension as the heading of a column."""
    return cut(wording.DIMENSIONS.get(dimension, dimension.capitalize()), PHRASE_LIMIT)


def _differs(item: Dimension) -> bool:
    """Along it the sides are not known to be the same, and at least one side says something."""
    silent = {item.a, item.b} <= {"", NOT_STATED}
    return item.value != "same" and (not silent or evidence.is_open(item))


def _cell(words: str | None) -> Cell:
    return Cell(cut(words, PHRASE_LIMIT), False) if words else Cell(wording.NOT_STATED, True)


def _standing(found: Sequence[Dimension]) -> str:
    """How the sides compare along one dimension, where all the evidence says the same of it."""
    values = {wording.BETWEEN.get(item.value, cut(item.value, PHRASE_LIMIT)) for item in found if _differs(item)}
    return values.pop() if len(values) == 1 else "not all alike"


def _same(dimensions: dict[str, list[Dimension]], differing: Sequence[str]) -> str:
    """The dimensions along which the sides are the same, with their words."""
    said = []
    for name, found in dimensions.items():
        words = dict.fromkeys(
            cut(part, 60) for item in found for part in (item.a, item.b) if part and part != NOT_STATED
        )
        if name not in differing and words:
            said.append(f"{named(name).lower()} ({'; '.join(list(words)[:3])})")
    return wording.listed(said)
