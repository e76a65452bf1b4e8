"""The view model: what the brief's templates get, a report already put into words, with nothing left to work out.

One file a part of the brief, each a few documented dataclasses; docs/templates.md lists them for who writes templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from factcheck.model import Report
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, SENTENCE_LIMIT, cut
from factcheck.renderers.view import findings, questions, sources, speakers, timeline
from factcheck.renderers.view.draft import Draft, draft
from factcheck.renderers.view.findings import Agreement, Matter, Problem
from factcheck.renderers.view.front import Front, front
from factcheck.renderers.view.method import method
from factcheck.renderers.view.questions import Asked
from factcheck.renderers.view.quotations import numbered
from factcheck.renderers.view.sources import Article, FullText
from factcheck.renderers.view.speakers import Speaker
from factcheck.renderers.view.timeline import Timeline

_RUNNING_LIMIT = 70
_LIST_LIMIT = 200
_LINE_LIMIT = 400  # characters of what the settings leave out, with the files' names


@dataclass(frozen=True)
class Brief:
    """The whole brief.

    `matters` are findings in full, `problems` those that take care, as rows, `consistent` those that agree; `left_out`
    counts findings that are not shown, `more` what else is not: (what, how many). `contents` are (anchor, name) of the
    parts after the findings, `kinds` the relations shown: (id, relation, number). `texts` are full texts, if known.
    Links may lead to the anchors in `shown` (findings), `listed` (articles) and `places` (lines of full texts).
    `legend` are the relations found. `faults` are (where, stage, reason), `method` (label, value). `draft` is the
    unpublished story, if it is of one.
    """

    title: str
    running: str
    as_of: str
    as_of_iso: str
    front: Front
    draft: Draft | None
    matters: tuple[Matter, ...]
    problems: tuple[Problem, ...]
    consistent: tuple[Agreement, ...]
    left_out: int
    contents: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, wording.Relation, int], ...]
    questions: tuple[Asked, ...]
    timeline: Timeline
    speakers: tuple[Speaker, ...]
    articles: tuple[Article, ...]
    more: tuple[tuple[str, int], ...]
    texts: tuple[FullText, ...]
    shown: frozenset[str]
    listed: frozenset[str]
    places: frozenset[str]
    legend: tuple[wording.Relation, ...]
    compared: str
    not_compared: str
    faults: tuple[tuple[str, str, str], ...]
    ignored: tuple[str, ...]
    ignored_more: int
    left_out_by_settings: tuple[str, ...]
    left_out_more: int
    method: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Room:
    """How many of each are shown, and of questions to one and statements of one at most `each`; none = all of them."""

    matters: int | None = None
    problems: int | None = None
    consistent: int | None = None
    sayings: int | None = None
    speakers: int | None = None
    questions: int | None = None
    articles: int | None = None
    faults: int | None = None
    each: int | None = None
    sentences: int | None = None


def build(report: Report, room: Room = Room(), texts: Mapping[str, str] | None = None) -> Brief:
    """The view of `report`, findings in the report's order; `texts` are the articles as read, by source id."""
    known = numbered(report.sources)
    found = list(findings.headings(report, known))
    full = [entry for entry in found if entry[1].relation in ("conflict", "dispute", "drift")]
    careful = [entry for entry in found if entry[1].relation == "tension"]
    agreeing = [entry for entry in found if entry[1].relation == "agree"]
    shown = [*full[: room.matters], *careful[: room.problems], *agreeing[: room.consistent]]
    present = {finding.relation for _, finding in found}
    title = cut(report.title, SENTENCE_LIMIT) or "Untitled story"
    ledger = speakers.ledger(shown, known, room.each)
    asked = questions.gather(report, {finding.id: heading for heading, finding in shown}, room.each)
    marked = sources.texts(found, known, texts or {})
    articles = tuple(
        sources.article(place, source, known, source.id in (texts or {}))
        for place, source in list(known.values())[: room.articles]
    )
    told = timeline.timeline([entry for entry in shown if entry[1].relation != "agree"], known, room.sayings)
    story = draft(report, {finding.id: heading for heading, finding in found}, known, room.sentences)
    return Brief(
        title=title,
        running=cut(title, _RUNNING_LIMIT),
        as_of=wording.day(report.as_of),
        as_of_iso=report.as_of.isoformat(),
        front=_led_by(story, front(report, found, known, title)),
        draft=story,
        matters=tuple(findings.matter(*entry, known) for entry in full[: room.matters]),
        problems=tuple(findings.problem(*entry, known) for entry in careful[: room.problems]),
        consistent=tuple(findings.agreement(*entry, known) for entry in agreeing[: room.consistent]),
        left_out=len(found) - len(shown),
        contents=tuple(_contents(story is not None, bool(asked), bool(full or careful), bool(ledger))),
        kinds=tuple(
            (name, relation, number)
            for name, relation in wording.RELATIONS.items()
            if (number := sum(entry[1].relation == name for entry in shown))
        ),
        questions=asked[: room.questions],
        timeline=told,
        speakers=ledger[: room.speakers],
        articles=articles,
        more=_more(room, len(ledger), len(asked), len(known), len(report.faults)),
        texts=marked,
        shown=frozenset(heading.anchor for heading, _ in shown),
        listed=frozenset(article.reference.anchor or "" for article in articles),
        places=frozenset(line.anchor for text in marked for line in text.lines),
        legend=tuple(relation for name, relation in wording.RELATIONS.items() if name in present),
        compared=wording.COMPARED,
        not_compared=wording.NOT_COMPARED,
        faults=tuple(sources.fault(item, known) for item in report.faults[: room.faults]),
        ignored=tuple(cut(name, PHRASE_LIMIT) for name in report.coverage.ignored_files[:_LIST_LIMIT]),
        ignored_more=max(len(report.coverage.ignored_files) - _LIST_LIMIT, 0),
        left_out_by_settings=tuple(cut(line, _LINE_LIMIT) for line in report.coverage.left_out[:_LIST_LIMIT]),
        left_out_more=max(len(report.coverage.left_out) - _LIST_LIMIT, 0),
        method=method(report),
    )


def _led_by(story: Draft | None, made: Front) -> Front:
    """The front page, with the story's own headline and how it stands where the report is of one."""
    if story is None:
        return made
    return replace(made, headline=story.title, standfirst=(story.outcome, *made.standfirst))


def _contents(story: bool, asked: bool, timed: bool, speaking: bool) -> Iterator[tuple[str, str]]:
    if story:
        yield "story", "your story, line by line"
    if asked:
        yield "questions", "questions to put"
    if timed:
        yield "timeline", "who said what, when"
    if speaking:
        yield "speakers", "speakers"
    yield "sources", "sources"
    yield "not-checked", "what was not checked"
    yield "method", "method and limits"


def _more(room: Room, speaking: int, asked: int, listed: int, faults: int) -> tuple[tuple[str, int], ...]:
    """What has no room, in numbers."""
    kept = {
        "speakers": (speaking, room.speakers),
        "addressees": (asked, room.questions),
        "sources": (listed, room.articles),
        "faults": (faults, room.faults),
    }
    return tuple((name, number - most) for name, (number, most) in kept.items() if most is not None and number > most)
