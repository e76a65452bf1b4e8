"""Who said what, when: the statements of all findings by the day of their article, as far as it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck import titles
from factcheck.model import Finding, Side
from factcheck.renderers import wording
from factcheck.renderers.characters import cut
from factcheck.renderers.view import figures, scope
from factcheck.renderers.view.findings import Heading
from factcheck.renderers.view.quotations import Reference, Sources, refer, voice

_WORDS = 110


@dataclass(frozen=True)
class Saying:
    """One statement: who says what, where, and the finding that it belongs to."""

    who: str
    words: str
    reference: Reference
    number: int
    anchor: str


@dataclass(frozen=True)
class Day:
    """One day of articles; `known` says how it is known, `iso` is the day for machines."""

    day: str
    iso: str
    known: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class Timeline:
    """The days in order; `undated` counts statements in articles whose day is not known."""

    days: tuple[Day, ...]
    undated: int


def timeline(found: Sequence[tuple[Heading, Finding]], sources: Sources, most: int | None = None) -> Timeline:
    """The statements of `found`, each once and no more than `most` of them."""
    by_day: dict[tuple[date, str], list[Saying]] = {}
    seen: set[tuple[str, str]] = set()
    undated = 0
    for heading, finding in found:
        for side in scope.sides_of(finding.evidence):
            key = (refer(side, sources).label, side.value)
            if key in seen:
                continue
            seen.add(key)
            _, source = sources.get(side.source, (0, None))
            if source is None or source.published is None:
                undated += 1
            elif most is None or len(seen) - undated <= most:
                when = source.published, source.published_from or ""
                by_day.setdefault(when, []).append(_saying(side, heading, finding, sources))
    return Timeline(tuple(_day(day, known, by_day[day, known]) for day, known in sorted(by_day)), undated)


def _saying(side: Side, heading: Heading, finding: Finding, sources: Sources) -> Saying:
    words = cut(titles.freed(" ".join(side.value.split())), _WORDS)
    if side.quantity is not None and figures.is_about_figures(finding):
        words = f"{words} ({cut(figures.matter(finding), _WORDS)})"
    return Saying(voice(side, sources), words, refer(side, sources), heading.number, heading.anchor)


def _day(day: date, known: str, sayings: Sequence[Saying]) -> Day:
    return Day(wording.bounded(day, known), day.isoformat(), wording.KNOWN_FROM.get(known, ""), tuple(sayings))
