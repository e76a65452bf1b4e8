"""The front page: headline and standfirst made of the leading finding, counts, the lead chart, warnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck import evidence
from factcheck.model import Finding, Report, Side
from factcheck.pairing import speakers
from factcheck.renderers import wording
from factcheck.renderers.characters import cut
from factcheck.renderers.view import figures
from factcheck.renderers.view.findings import Heading
from factcheck.renderers.view.quotations import Sources, refer

_CHART_ROWS = 6
_HEADLINE = 150
_STANDFIRST = 270  # three lines on paper
_MOST_VALUES = 4


@dataclass(frozen=True)
class Front:
    """`standfirst` has up to three sentences; `counts` are (label, number); `lead` is the leading finding's anchor,
    empty where nothing is at odds.
    """

    headline: str
    standfirst: tuple[str, ...]
    extent: str
    warnings: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]
    chart: figures.Chart | None
    lead: str
    example: str


def front(report: Report, found: Sequence[tuple[Heading, Finding]], sources: Sources, title: str) -> Front:
    """The front page of `report`, whose findings are `found`."""
    at_odds = [(heading, finding) for heading, finding in found if finding.relation != "agree"]
    lead = _leading(at_odds)
    # A finding alone follows at once with a chart of its own, unless it is only a row.
    own = len(at_odds) == 1 and at_odds[0][1].relation != "tension"
    story = title if report.titled else ""
    drawn = not own and lead is not None and figures.is_about_figures(lead[1])
    return Front(
        headline=_headline(story, lead[1], sources) if lead else _quiet(story, title, report.coverage.sources_read),
        standfirst=_standfirst(lead, [heading for heading, _ in found], report.coverage.sources_read),
        extent=extent(report),
        warnings=warnings(report),
        counts=counts(report),
        chart=figures.brief_chart(lead[1], sources, "lead-plot", _CHART_ROWS) if lead and drawn else None,
        lead=lead[0].anchor if lead else "",
        example=f"S{min(len(report.sources), 2) or 1}",
    )


def _leading(found: Sequence[tuple[Heading, Finding]]) -> tuple[Heading, Finding] | None:
    """The first finding, or the first of equal weight whose figures can be drawn: numbers tell a story soonest."""
    if not found:
        return None
    first = found[0][1]
    equal = [entry for entry in found if (entry[1].relation, entry[1].severity) == (first.relation, first.severity)]
    return next((entry for entry in equal if figures.is_about_figures(entry[1])), found[0])


def _headline(story: str, finding: Finding, sources: Sources) -> str:
    """The matter and the numbers that stand against one another; of statements the story and who is at odds with whom,
    since a headline of two quotations is read by nobody; else the finding's title. `story`: its title, if it has one.
    """
    # No line ends inside a value.
    values = list(dict.fromkeys(side.value.replace(" ", "\N{NO-BREAK SPACE}") for side in figures.distinct(finding)))
    if figures.is_about_figures(finding) and 1 < len(values) <= _MOST_VALUES:
        return cut(f"{figures.matter(finding)}: {', '.join(values[:-1])} or {values[-1]}", _HEADLINE)
    rivals = _rivals(finding, sources)
    if finding.relation in ("conflict", "dispute") and rivals:
        return _of(story, f"{rivals} at odds")
    if finding.relation == "drift":
        return _of(story, _quoted(finding))
    kind = wording.PROBLEMS.get(finding.checker)
    if "“" in finding.title and kind:
        return _of(story, f"{kind[0].lower()}{kind[1:]}")
    return cut(finding.title, _HEADLINE)


def _of(story: str, news: str) -> str:
    """The news of a story; of one without a title the news alone."""
    return cut(f"{story}: {news}" if story else f"{news[:1].upper()}{news[1:]}", _HEADLINE)


def _quoted(finding: Finding) -> str:
    """What is amiss with a quotation: two wordings, or two speakers of one."""
    lead = finding.evidence[0]
    if any(rule.rule == "quotes.other-speaker" for rule in lead.rules):
        return "one quotation credited to two speakers"
    names = [evidence.called(side.holder.name) for side in (lead.a, lead.b) if side.holder]
    return f"{max(names, key=len)} quoted in two ways" if names else "one quotation given in two ways"


def _rivals(finding: Finding, sources: Sources) -> str | None:
    """Who is at odds with whom; none for one speaker, or one article, at odds with itself."""
    lead = finding.evidence[0]
    a, b = lead.a.holder, lead.b.holder
    if a is None and b is None and lead.a.source == lead.b.source:
        return None
    if a is not None and b is not None and speakers.surely_one(a, b):
        return None
    names = [evidence.called(side.holder.name) if side.holder else _paper(side, sources) for side in (lead.a, lead.b)]
    return wording.listed(names) if len(set(names)) > 1 else "two articles"


def _paper(side: Side, sources: Sources) -> str:
    """Who publishes an article; where that is not known its place in the list, which the foot of the page explains."""
    _, source = sources.get(side.source, (0, None))
    label = refer(side, sources).label.partition(":")[0]
    return (source.publisher if source else None) or f"the article {label}"


def _quiet(story: str, title: str, read: int) -> str:
    """The headline of a story in which nothing is at odds: a bare title would read as its news."""
    return _of(story, f"nothing at odds found in {wording.amount(read, 'article')}") if read else title


def _standfirst(lead: tuple[Heading, Finding] | None, agreeing: Sequence[Heading], read: int) -> tuple[str, ...]:
    if lead is None and agreeing:
        return ("No statement was found at odds with another.", _alike(agreeing))
    if lead is None and not read:
        return ("No finding.", "No article could be read: nothing was checked.")
    if lead is None:
        return ("No finding. The rules tied no two statements together.", "That does not mean that all of it is right.")
    item = lead[1].evidence[0]
    said = [cut(item.because, _STANDFIRST)]
    missing = dict.fromkeys(
        wording.QUESTIONS[dimension.dimension]
        for dimension in item.comparability
        if evidence.is_open(dimension) and dimension.dimension in wording.QUESTIONS
    )
    if missing:
        said.append(f"The articles leave open {wording.listed(tuple(missing))}.")
    return tuple(said)


def _alike(agreeing: Sequence[Heading]) -> str:
    """How much is told alike, and how much of it by one origin alone."""
    alone = sum(heading.standing_behind.endswith(", 1 origin") for heading in agreeing)
    if len(agreeing) == 1:
        return f"One matter is told alike{', by one origin alone' if alone else ''}: agreement is no proof."
    which = f", {'all' if alone == len(agreeing) else f'{alone:,}'} of them by one origin alone" if alone else ""
    return f"{len(agreeing):,} matters are told alike{which}: agreement is no proof."


def counts(report: Report) -> tuple[tuple[str, str], ...]:
    """Label and number: every relation that is looked for, then the sources."""
    found = [finding.relation for finding in report.findings]
    relations = []
    for name, relation in wording.RELATIONS.items():
        number = found.count(name)
        relations.append((relation.name if number == 1 else relation.many, f"{number:,}"))
    read = report.coverage.sources_read
    return (*relations, ("Source read" if read == 1 else "Sources read", f"{read:,}"))


def extent(report: Report) -> str:
    """How much was read and compared, and what is known of the findings."""
    coverage = report.coverage
    unread = {fault.source for fault in report.faults if fault.stage == "reading"}
    undated = sum(source.published is None and source.id not in unread for source in report.sources)
    read = wording.amount(coverage.sources_read, "article")
    some = f", {undated:,} of them without a date" if undated < coverage.sources_read else ", none of them with a date"
    dates = some if undated and len(report.sources) > 1 else ""
    copied = sum(source.copy_of is not None for source in report.sources)
    dates += f", {copied:,} largely the text of another" if copied else ""
    compared = f"{wording.amount(coverage.claims, 'claim')} found, {wording.amount(coverage.pairs_compared, 'pair')}"
    return f"{read} read{dates}; {compared} of claims compared.{_known(report)}"


def _known(report: Report) -> str:
    """How many findings are new and how many dismissed, where the run was told of an earlier one."""
    since = [finding.since for finding in report.findings if finding.since]
    said = [f"{since.count('new') or 'none'} new since the last report"] if since else []
    said += [f"{since.count('changed'):,} changed"] if "changed" in since else []
    dismissed = sum(finding.dismissed == "dismissed" for finding in report.findings)
    said += [f"{dismissed:,} dismissed"] if dismissed else []
    return f" Findings: {', '.join(said)}." if said else ""


def warnings(report: Report) -> tuple[str, ...]:
    """What a reader must know before the first finding."""
    said = []
    if report.faults or report.coverage.sources_not_read:
        said.append("Something could not be read or checked: see “Not checked”.")
    if not report.model.verified:
        said.append("The parser’s weights are not the ones this version was tested with: readings may differ.")
    return tuple(said)
