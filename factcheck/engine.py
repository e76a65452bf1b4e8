"""The stages joined: sources to claims, to pairs, to evidence, to findings, to a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck import __version__, drafts, findings, leaving_out, questions, scenes
from factcheck.checkers import Inspector, all_checkers
from factcheck.model import (
    RELATIONS,
    Claim,
    Comparability,
    Coverage,
    Evidence,
    Fault,
    Report,
    Source,
    SourceSummary,
    Tool,
)
from factcheck.pairing import comparability, copies, restatements, telling
from factcheck.pairing.figures.counterparts import Counterparts
from factcheck.pairing.restatements import Statement
from factcheck.reading import claims as reading
from factcheck.reading import parse
from factcheck.settings import DEFAULT, Settings

SCHEMA = "factcheck-report/1"

# What the parser and the lexicons know, by its codes in ISO 639.
LANGUAGE = ("en", "eng")

Found = tuple[str, Evidence]
Reading = tuple[list[Claim], list[Fault]]
Watch = Callable[[Sequence[Source], str], Iterable[Source]]


def _unwatched(sources: Sequence[Source], label: str) -> Iterable[Source]:
    return sources


def read(source: Source) -> tuple[Claim, ...]:
    """The claims of one source, in the order of their passages."""
    return reading.read(source)


def report(
    sources: Sequence[Source],
    *,
    title: str,
    titled: bool = True,
    as_of: date,
    faults: Sequence[Fault] = (),
    ignored: Sequence[str] = (),
    left_out: Sequence[str] = (),
    settings: Settings = DEFAULT,
    about: str | None = None,
    watch: Watch = _unwatched,
) -> Report:
    """The whole report over `sources`; `faults` and `ignored` are what the corpus could not read, or left aside;
    `left_out` says which files the settings kept from being read; `titled`: the title is more than a folder's name.

    `about`: the id of a source; only evidence in which it has a side counts. `watch` is handed the sources and what is
    done to them, and gives them back one by one: whoever waits may be told.
    """
    claims, problems = read_all(watch(sources, "reading"))
    claims = leaving_out.claims(claims, sources, settings)
    statements = gathered(claims, settings)
    paths = {source.id: source.path for source in sources}
    found, compared, skipped, more = _compare_all(claims, statements, settings, paths)
    if about is not None:
        found = _about(about, found, statements, settings)
    everything = (*faults, *problems, *more)
    origins = copies.find(sources, settings.groups, settings.independent)
    by_id = {claim.id: claim for claim in claims}
    gathered_findings = findings.gather(found, by_id, origins, dict(settings.severities))
    story = None
    if about is not None:
        own = next(source for source in sources if source.id == about)
        others = [source for source in sources if source.id != about]
        story = drafts.story(own, others, claims, statements, gathered_findings, settings)
    return Report(
        format=SCHEMA,
        title=title,
        titled=titled,
        as_of=as_of,
        status=("partial",) if everything else ("clean",),
        tool=Tool("factcheck", __version__),
        model=parse.identity(),
        sources=tuple(_summary(source, origins.copy_of.get(source.id)) for source in sources),
        findings=gathered_findings,
        coverage=Coverage(
            sources_read=len(sources) - len(problems),
            sources_not_read=len({fault.source for fault in (*faults, *problems) if fault.source}),
            ignored_files=tuple(ignored),
            claims=len(claims),
            pairs_compared=compared,
            pairs_skipped=skipped,
            left_out=(*left_out, *leaving_out.told(sources, settings)),
        ),
        faults=everything,
        questions=questions.of(gathered_findings, by_id),
        story=story,
    )


def _about(story: str, found: Sequence[Found], statements: Sequence[Statement], settings: Settings) -> list[Found]:
    """The evidence in which a story has a side, and what it is at odds with itself about."""
    kept = [(name, item) for name, item in found if story in {s.source for s in item.sides}]
    own = [item for item in statements if item.claim.passage.source == story]
    inside = drafts.within(own, [item for _, item in kept], settings)
    return [*kept, *((name, item) for name, item in inside if name not in settings.off)]


def compare(a: Source, b: Source, *, same_scene: bool = False, settings: Settings = DEFAULT) -> tuple[Found, ...]:
    """(checker id, evidence) between two texts, most serious first; `same_scene` takes an unknown dimension as the
    same.
    """
    claims = leaving_out.claims([*read(a), *read(b)], (a, b), settings)
    found, _, _, _ = _compare_all(claims, gathered(claims, settings), settings, same_scene=same_scene)
    across = [(checker, item) for checker, item in found if {item.a.source, item.b.source} == {a.id, b.id}]
    if same_scene:
        scene = tuple(pair for pair in scenes.compare(a, b) if pair[0] not in settings.off)
        across = scenes.settle(across, scene)
    return tuple(sorted(across, key=lambda pair: (RELATIONS.index(pair[1].relation), pair[0], pair[1].id)))


def read_all(sources: Iterable[Source]) -> Reading:
    """The claims of all sources, and a fault for each that is in another language or that the reading failed on."""
    claims: list[Claim] = []
    faults: list[Fault] = []
    for source in sources:
        if re.split("[-_]", source.language.lower())[0] not in LANGUAGE:
            faults.append(Fault(source.id, "reading", _foreign(source.language)))
            continue
        try:
            claims.extend(read(source))
        except Exception as error:  # one article that cannot be read must not lose the others
            faults.append(Fault(source.id, "reading", f"{type(error).__name__}: {error}"))
    return claims, faults


def _foreign(language: str) -> str:
    """Why a source in another language is not checked, and what to do if it is in English after all."""
    told = "not in English" if language == "und" else f"in “{language}”, not in English"
    return f'is {told}: listed, but not checked (if it is in English, give it `language = "en"` in corpus.toml)'


def gathered(claims: Sequence[Claim], settings: Settings) -> tuple[Statement, ...]:
    """Claims as they are paired: with only the words that tell something, and what a source repeats as one."""
    return restatements.gather(telling.keep(claims, settings))


def scoped(a: Claim, b: Claim, counterparts: Counterparts, settings: Settings) -> Comparability:
    """How two claims stand to each other, also by what the sources themselves tell apart."""
    scope = comparability.compare(a, b, settings)
    return comparability.two_counts(scope) if counterparts.told_apart(a, b) else scope


def _compare_all(
    every: Sequence[Claim],
    all_statements: Sequence[Statement],
    settings: Settings,
    paths: Mapping[str, str] | None = None,
    *,
    same_scene: bool = False,
) -> tuple[list[Found], int, int, list[Fault]]:
    """What the checkers find, how many pairs were compared and skipped, and what failed; `paths` are the sources'."""
    counterparts = Counterparts(all_statements)
    found: list[Found] = []
    faults: list[Fault] = []
    scopes: dict[tuple[str, str], Comparability] = {}
    skipped = 0
    for name, checker in all_checkers().items():
        if name in settings.off:
            continue
        asked = leaving_out.asked(name, settings, paths or {})
        claims = [claim for claim in every if asked is None or claim.passage.source in asked]
        statements = [one for one in all_statements if asked is None or one.claim.passage.source in asked]
        try:
            if isinstance(checker, Inspector):
                found.extend((name, item) for item in list(checker.inspect(claims, settings)))
                continue
            pairs, left = checker.pairs(statements, settings)
        except Exception as error:  # a checker that breaks is a fault; the others' findings go out
            faults.append(Fault(None, f"checker {name}", f"{type(error).__name__}: {error}"))
            continue
        skipped += left
        for a, b in pairs:
            key = a.claim.id, b.claim.id
            if key not in scopes:
                scope = scoped(a.claim, b.claim, counterparts, settings)
                scopes[key] = comparability.taken_as_same(scope) if same_scene else scope
            try:
                compared = list(checker.compare(a.claim, b.claim, scopes[key], settings))
            except Exception as error:
                faults.append(Fault(a.claim.passage.source, f"checker {name}", f"{type(error).__name__}: {error}"))
                continue
            found.extend((name, _with_restatements(item, a, b)) for item in compared)
    return found, len(scopes), skipped, list(dict.fromkeys(faults))  # one fault a checker and source, not one a pair


def _with_restatements(item: Evidence, a: Statement, b: Statement) -> Evidence:
    also = {a.claim.id: a.also, b.claim.id: b.also}
    return replace(item, a=replace(item.a, also=also[item.a.claim]), b=replace(item.b, also=also[item.b.claim]))


def _summary(source: Source, copy_of: str | None) -> SourceSummary:
    return SourceSummary(
        source.id,
        source.path,
        source.sha256,
        source.title,
        source.publisher,
        source.published,
        source.published_from,
        len(source.text.split()),
        copy_of,
    )
