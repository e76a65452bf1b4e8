"""Findings as the brief shows them: in full those that conflict, smaller problems as rows, what agrees as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Evidence, Finding, Passage, Report, Side
from factcheck.pairing import copies, speakers
from factcheck.pairing.copies import Origins
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, SENTENCE_LIMIT, cut
from factcheck.renderers.view import advice, figures, scope, statements
from factcheck.renderers.view.quotations import Quotation, Reference, Sources, quotation, refer, voice

_SAFE_ID = re.compile(r"[A-Za-z0-9_-]+")
# A statement found at odds with many others has as many pieces of evidence; the first say what there is to say.
MOST_COMPARISONS = 5
MOST_PASSAGES = 8
_SHORT = 140  # a title in the list on the front page
_VALUE = 200


@dataclass(frozen=True)
class Heading:
    """What every finding has: its number and place on the page, relation, checker, title, who stands behind it.

    `relation_id` is the relation's name in report.json, by which a page filters; `short` the title for a list; `marks`
    say what is new since an earlier report, and what was dismissed.
    """

    number: int
    anchor: str
    relation: wording.Relation
    relation_id: str
    severity: str
    checker: str
    title: str
    short: str
    between: str
    standing_behind: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """A further piece of evidence: its relation, its reason, and where its sides stand."""

    relation: wording.Relation
    because: str
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Matter:
    """A finding in full. Either `chart` (figures, with `passages`) or `pair` (statements) is there.

    `further`: the evidence after the first; `left_out` counts what is not shown of it; `beside` is whose denial
    all of it is compared with, where it is only one. `rules` are (name, effect).
    """

    heading: Heading
    because: str
    chart: figures.Chart | None
    periods: figures.Periods | None
    pair: statements.Pair | None
    passages: tuple[Quotation, ...]
    scope: scope.Scope | None
    later: str
    further: tuple[Comparison, ...]
    left_out: int
    beside: str
    advice: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Problem:
    """A smaller problem: what kind it is, what the articles say, and what settles it."""

    heading: Heading
    kind: str
    because: str
    sides: tuple[Quotation, ...]
    more: int
    advice: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """What is consistent: the statement, what was compared, where, and how many origins stand behind it."""

    heading: Heading
    because: str
    origins: str
    references: tuple[Reference, ...]


def headings(report: Report, sources: Sources) -> Iterator[tuple[Heading, Finding]]:
    """Every finding with its heading, in the report's order. One without evidence has nothing to show."""
    taken: set[str] = set()
    origins = Origins({source.id: source.copy_of for source in report.sources if source.copy_of})
    for number, finding in enumerate(report.findings, start=1):
        # An id from elsewhere goes into href and id attributes: plain and once, or replaced by the finding's number.
        plain = _SAFE_ID.fullmatch(finding.id) and finding.id not in taken
        taken.add(finding.id)
        if not finding.evidence:
            continue
        lead = finding.evidence[0]
        yield (
            Heading(
                number=number,
                anchor=f"f-{finding.id}" if plain else f"f-no-{number}",
                relation=wording.RELATIONS[finding.relation],
                relation_id=finding.relation,
                severity=finding.severity,
                checker=cut(finding.checker, PHRASE_LIMIT),
                title=cut(finding.title, SENTENCE_LIMIT),
                short=cut(finding.title, _SHORT),
                between=wording.listed(_voices(lead, sources)),
                standing_behind=_standing_behind(finding, origins),
                marks=tuple(cut(mark, PHRASE_LIMIT) for mark in wording.marks(finding)),
            ),
            finding,
        )


def _voices(item: Evidence, sources: Sources) -> list[str]:
    """Whose the two sides are; one speaker under two names is told once, by the longer one."""
    told = list(dict.fromkeys(_named(side, sources) for side in (item.a, item.b)))
    if item.a.holder and item.b.holder and speakers.surely_one(item.a.holder, item.b.holder):
        return [max(told, key=len)]
    return told


def _named(side: Side, sources: Sources) -> str:
    said = voice(side, sources)
    return said if side.holder else f"the article itself ({said.partition(' ')[0]})"


def matter(heading: Heading, finding: Finding, sources: Sources) -> Matter:
    """A finding in full."""
    lead, *rest = finding.evidence
    drawn = figures.is_about_figures(finding)
    sides = scope.sides_of(finding.evidence)
    one = bool(rest) and _is_of_one_denial(lead, rest)
    further = _further(lead, rest, sources, one)
    return Matter(
        heading=heading,
        because=cut(lead.because, SENTENCE_LIMIT * 2),
        chart=figures.chart(finding, sources, f"{heading.anchor}-plot") if drawn else None,
        periods=figures.covered(finding, sources, f"{heading.anchor}-days") if drawn else None,
        pair=None if drawn else statements.pair(lead, sources),
        passages=tuple(quotation(side, sources) for side in sides[:MOST_PASSAGES]) if drawn else (),
        scope=scope.scope(finding.evidence, sources, figures=drawn),
        later=advice.later(lead, sources),
        further=further[:MOST_COMPARISONS],
        left_out=max(len(further) - MOST_COMPARISONS, 0),
        beside=voice(lead.a, sources) if one else "",
        advice=advice.advice(finding, sources),
        rules=tuple(
            dict.fromkeys(
                (cut(rule.rule, PHRASE_LIMIT), cut(rule.effect, SENTENCE_LIMIT))
                for item in finding.evidence[:MOST_COMPARISONS]
                for rule in item.rules
            )
        ),
    )


def problem(heading: Heading, finding: Finding, sources: Sources) -> Problem:
    """A finding as a row of the smaller problems."""
    lead = finding.evidence[0]
    sides = tuple(quotation(side, sources) for side in lead.sides)
    # Quotations in a title stand in full beside it.
    named = replace(heading, title=heading.between) if "“" in heading.title else heading
    return Problem(
        named,
        wording.PROBLEMS.get(finding.checker, ""),
        cut(lead.because, SENTENCE_LIMIT * 2),
        sides[:4],
        len(finding.evidence) - 1,
        advice.advice(finding, sources)[:3],
    )


def agreement(heading: Heading, finding: Finding, sources: Sources) -> Agreement:
    """A finding as a row of what is consistent."""
    title = heading.title.removesuffix(f" ({heading.standing_behind})")
    reason, colon, quoted = finding.evidence[0].because.partition(": “")
    told = bool(colon) and quoted.rstrip("”. ") in title  # the statement itself stands beside it
    return Agreement(
        replace(heading, title=title),
        f"{reason}." if told else cut(finding.evidence[0].because, SENTENCE_LIMIT),
        heading.standing_behind,
        tuple(dict.fromkeys(refer(passage, sources) for passage in passages_of(finding)))[:MOST_PASSAGES],
    )


def passages_of(finding: Finding) -> Iterator[Side | Passage]:
    """Every passage of a finding, restatements among them."""
    for item in finding.evidence:
        for side in item.sides:
            yield side
            yield from side.also


def _is_of_one_denial(lead: Evidence, rest: Sequence[Evidence]) -> bool:
    return lead.relation == "dispute" and all(item.a.claim == lead.a.claim for item in rest)


def _further(lead: Evidence, rest: Sequence[Evidence], sources: Sources, one: bool) -> tuple[Comparison, ...]:
    """The evidence after the first, each pair of values once. Where all of it is about `one` denial, that is not
    told again.
    """
    told = {frozenset((lead.a.value, lead.b.value))}
    kept = []
    for item in rest:
        values = frozenset((item.a.value, item.b.value))
        if values in told:
            continue
        told.add(values)
        kept.append(
            Comparison(
                wording.RELATIONS[item.relation],
                _beside(item.b, sources) if one else cut(item.because, SENTENCE_LIMIT * 2),
                tuple(
                    dict.fromkeys(refer(side, sources) for side in (*(() if one else (item.a,)), item.b, *item.others))
                ),
            )
        )
    return tuple(kept)


def _beside(side: Side, sources: Sources) -> str:
    """Who says what, for a list under what it stands beside."""
    position = wording.position(side.holder)
    who = f"{voice(side, sources)}, {position}" if position else voice(side, sources)
    return f"{who}: “{cut(side.text if side.quantity else side.value, _VALUE)}”"


def _standing_behind(finding: Finding, origins: Origins) -> str:
    """How many sources and origins stand behind a finding, as it says, or by its sides where an older report does not:
    five articles may repeat one agency, or be one text.
    """
    sides = [side for evidence in finding.evidence for side in evidence.sides]
    articles = finding.sources or {passage.source for passage in passages_of(finding)}
    return wording.standing_behind(len(articles), len(finding.origins or copies.voices(sides, origins)))
