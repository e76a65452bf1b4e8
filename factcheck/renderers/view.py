"""The view model: what the brief's template gets, a report already put into words, with nothing left to work out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Evidence, Finding, Report, SourceSummary
from factcheck.pairing import copies
from factcheck.pairing.copies import Origins
from factcheck.renderers import overview, wording
from factcheck.renderers.characters import PHRASE_LIMIT, SENTENCE_LIMIT, cut
from factcheck.renderers.quotations import Quotation, Reference, quotation, reference_of

_SAFE_ID = re.compile(r"[A-Za-z0-9_-]+")
_RUNNING_LIMIT = 70
_LIST_LIMIT = 200


@dataclass(frozen=True)
class Row:
    """One dimension of comparability, with the words of both sides."""

    name: str
    a: str
    b: str
    standing: str
    open: bool


@dataclass(frozen=True)
class Comparison:
    """One piece of evidence: the reason, both passages, what else belongs to it, and the rules that fired."""

    relation: wording.Relation
    because: str
    a: Quotation
    b: Quotation
    others: tuple[Quotation, ...]
    rows: tuple[Row, ...]
    questions: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Matter:
    """One finding. `left_out` counts evidence that is not printed here for want of room."""

    number: int
    anchor: str
    relation: wording.Relation
    severity: str
    checker: str
    title: str
    standing_behind: str
    comparisons: tuple[Comparison, ...]
    left_out: int


@dataclass(frozen=True)
class Article:
    """One source, as the list at the end shows it."""

    reference: Reference
    title: str
    publisher: str
    path: str
    known: str
    words: str
    sha256: str
    copied: str


@dataclass(frozen=True)
class Brief:
    """The whole brief. `differing` and `consistent` hold what is shown; `left_out` counts findings that are not."""

    title: str
    running: str
    as_of: str
    as_of_iso: str
    standfirst: str
    extent: str
    warnings: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]
    not_compared: str
    legend: tuple[wording.Relation, ...]
    differing: tuple[Matter, ...]
    consistent: tuple[Matter, ...]
    left_out: int
    articles: tuple[Article, ...]
    example: str
    faults: tuple[tuple[str, str, str], ...]
    ignored: tuple[str, ...]
    ignored_more: int
    method: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Room:
    """How much is shown: pieces of evidence in all, pieces a finding, consistent findings. None = everything."""

    evidence: int | None = None
    each: int | None = None
    consistent: int | None = None


def build(report: Report, room: Room = Room()) -> Brief:
    """The view of `report`, findings in the report's order, those that agree after those that do not."""
    sources = {source.id: (place, source) for place, source in enumerate(report.sources, start=1)}
    matters = [matter for matter in _matters(report.findings, sources) if matter.comparisons]
    differing = _fitting([matter for matter in matters if matter.relation is not wording.RELATIONS["agree"]], room)
    agreeing = [matter for matter in matters if matter.relation is wording.RELATIONS["agree"]][: room.consistent]
    title = cut(report.title, SENTENCE_LIMIT) or "Untitled story"
    return Brief(
        title=title,
        running=cut(title, _RUNNING_LIMIT),
        as_of=wording.day(report.as_of),
        as_of_iso=report.as_of.isoformat(),
        standfirst=cut(differing[0].comparisons[0].because, SENTENCE_LIMIT) if differing else "",
        extent=overview.extent(report),
        warnings=overview.warnings(report),
        counts=overview.counts(report),
        legend=tuple(wording.RELATIONS.values()),
        not_compared=wording.NOT_COMPARED,
        differing=differing,
        consistent=tuple(agreeing),
        left_out=len(matters) - len(differing) - len(agreeing),
        articles=tuple(_article(place, source, sources) for place, source in sources.values()),
        example=f"S{min(len(report.sources), 2) or 1}:8",
        faults=tuple(_fault(fault.source, fault.stage, fault.reason, sources) for fault in report.faults),
        ignored=tuple(cut(name, PHRASE_LIMIT) for name in report.coverage.ignored_files[:_LIST_LIMIT]),
        ignored_more=max(len(report.coverage.ignored_files) - _LIST_LIMIT, 0),
        method=overview.method(report),
    )


Sources = dict[str, tuple[int, SourceSummary]]


def _matters(findings: Iterable[Finding], sources: Sources) -> Iterator[Matter]:
    taken: dict[str, None] = {}
    origins = Origins({name: source.copy_of for name, (_, source) in sources.items() if source.copy_of})
    for number, finding in enumerate(findings, start=1):
        # An id from elsewhere goes into href and id attributes: plain and once, or replaced by the finding's number.
        plain = _SAFE_ID.fullmatch(finding.id) and finding.id not in taken
        anchor = f"f-{finding.id}" if plain else f"f-no-{number}"
        taken[finding.id] = None
        yield Matter(
            number=number,
            anchor=anchor,
            relation=wording.RELATIONS[finding.relation],
            severity=finding.severity,
            checker=cut(finding.checker, PHRASE_LIMIT),
            title=cut(finding.title, SENTENCE_LIMIT),
            standing_behind=_standing_behind(finding, origins),
            comparisons=tuple(_comparison(evidence, sources) for evidence in finding.evidence),
            left_out=0,
        )


def _fitting(matters: list[Matter], room: Room) -> tuple[Matter, ...]:
    """As many of `matters`, from the first, as there is room for; the evidence of each shortened to its share."""
    shown: list[Matter] = []
    used = 0
    for matter in matters:
        kept = matter.comparisons[: room.each]
        used += len(kept)
        if shown and room.evidence is not None and used > room.evidence:
            break
        shown.append(_shortened(matter, kept))
    return tuple(shown)


def _shortened(matter: Matter, kept: tuple[Comparison, ...]) -> Matter:
    left_out = len(matter.comparisons) - len(kept)
    return Matter(**{**vars(matter), "comparisons": kept, "left_out": left_out})


def _comparison(evidence: Evidence, sources: Sources) -> Comparison:
    rows = tuple(
        Row(
            name=cut(wording.DIMENSIONS.get(item.dimension, item.dimension.capitalize()), PHRASE_LIMIT),
            a=cut(item.a, PHRASE_LIMIT) or wording.NOT_STATED,
            b=cut(item.b, PHRASE_LIMIT) or wording.NOT_STATED,
            standing=wording.standing(cut(item.value, PHRASE_LIMIT), item.origin, item.a, item.b),
            open=item.value in wording.OPEN,
        )
        for item in evidence.comparability
    )
    asked = [item.dimension for item in evidence.comparability if item.value in wording.OPEN]
    return Comparison(
        relation=wording.RELATIONS[evidence.relation],
        because=cut(evidence.because, SENTENCE_LIMIT * 2),
        a=quotation(evidence.a, sources),
        b=quotation(evidence.b, sources),
        others=tuple(quotation(side, sources) for side in evidence.others),
        rows=rows,
        questions=tuple(wording.QUESTIONS[name] for name in asked if name in wording.QUESTIONS),
        rules=tuple((cut(rule.rule, PHRASE_LIMIT), cut(rule.effect, SENTENCE_LIMIT)) for rule in evidence.rules),
    )


def _standing_behind(finding: Finding, origins: Origins) -> str:
    """How many sources and voices stand behind a finding: five articles may repeat one agency, or be one text."""
    sides = [side for evidence in finding.evidence for side in (evidence.a, evidence.b, *evidence.others)]
    articles = {side.source for side in sides} | {passage.source for side in sides for passage in side.also}
    return wording.standing_behind(len(articles), len(copies.voices(sides, origins)))


def _article(place: int, source: SourceSummary, sources: Sources) -> Article:
    first = sources.get(source.copy_of) if source.copy_of else None
    return Article(
        reference=reference_of(place),
        title=cut(source.title, SENTENCE_LIMIT) or cut(source.path, PHRASE_LIMIT),
        publisher=cut(source.publisher or "publisher not stated", PHRASE_LIMIT),
        path=cut(source.path, SENTENCE_LIMIT),
        known=wording.dated(source.published, source.published_from),
        words=f"{source.words:,}",
        sha256=source.sha256,
        copied=wording.copied(reference_of(first[0]).label) if first else "",
    )


def _fault(source: str | None, stage: str, reason: str, sources: Sources) -> tuple[str, str, str]:
    known = sources.get(source) if source else None
    where = f"{reference_of(known[0]).label} {known[1].path}" if known else source or "the whole run"
    return cut(where, PHRASE_LIMIT), cut(stage, PHRASE_LIMIT), cut(reason, SENTENCE_LIMIT)
