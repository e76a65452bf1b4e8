"""The findings as Markdown, for a message, a ticket or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Report
from factcheck.renderers import view
from factcheck.renderers.characters import one_line
from factcheck.renderers.choices import DEFAULT, Choices
from factcheck.renderers.view.draft import Draft
from factcheck.renderers.view.findings import Agreement, Heading, Matter, Problem
from factcheck.renderers.view.quotations import Quotation

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&])|^([-+>]|\d+[.)])(?=\s)")


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """UTF-8. Nothing from outside can be markup: what Markdown or HTML would read is escaped."""
    return ("\n".join(_lines(view.build(report))).rstrip() + "\n").encode("utf-8")


def _lines(brief: view.Brief) -> Iterator[str]:
    yield f"# {plain(brief.front.headline)}"
    yield ""
    yield f"{plain(brief.title)} · as of {brief.as_of}"
    yield ""
    yield plain(" ".join(brief.front.standfirst))
    yield ""
    yield plain(brief.front.extent)
    yield ""
    yield " · ".join(f"{label}: {number}" for label, number in brief.front.counts)
    for warning in brief.front.warnings:
        yield f"\n**Note.** {plain(warning)}"
    if brief.draft:
        yield from _draft(brief.draft)
    for matter in brief.matters:
        yield from _matter(matter)
    for problem in brief.problems:
        yield from _problem(problem)
    if brief.consistent:
        yield "\n## Consistent\n"
        yield from (_agreement(agreement) for agreement in brief.consistent)
    yield "\n## Sources\n"
    for article in brief.articles:
        yield f"- {article.reference.label}: {plain(article.title)} ({plain(article.path)}; {plain(article.known)})"
    if brief.faults or brief.left_out_by_settings:
        yield "\n## Not checked\n"
        yield from (f"- {plain(where)}, {plain(stage)}: {plain(reason)}" for where, stage, reason in brief.faults)
        yield from (f"- Left out by the settings: {plain(line)}" for line in brief.left_out_by_settings)
        if brief.left_out_more:
            yield f"- … and {brief.left_out_more} more"


def _draft(story: Draft) -> Iterator[str]:
    yield "\n## Your story, line by line\n"
    for sentence in story.sentences:
        yield f"- Line {sentence.line}: {plain(sentence.words)}"
        for remark in sentence.remarks:
            where = f" ({', '.join(reference.label for reference in remark.references)})" if remark.references else ""
            within = "within the story: " if remark.within else ""
            marks = "".join(f" **{plain(mark)}**" for mark in remark.marks)
            yield f"  - **{remark.relation.name}**: {within}{plain(remark.words)}{plain(where, strip=False)}{marks}"
        if not sentence.remarks:
            yield f"  - **{sentence.standing.name}**"


def _matter(matter: Matter) -> Iterator[str]:
    yield from _heading(matter.heading, matter.because)
    quoted = [matter.pair.a, matter.pair.b, *matter.pair.others] if matter.pair else matter.passages
    yield from map(_quoted, quoted)
    yield from (f"- {item.relation.name}: {plain(item.because)}" for item in matter.further)
    if matter.later:
        yield f"- Later development? {plain(matter.later)}"
    yield from (f"- Before you print: {plain(point)}" for point in matter.advice)


def _problem(problem: Problem) -> Iterator[str]:
    yield from _heading(problem.heading, problem.because)
    yield from map(_quoted, problem.sides)
    yield from (f"- To settle it: {plain(point)}" for point in problem.advice)


def _heading(heading: Heading, because: str) -> Iterator[str]:
    yield f"\n## {heading.number}. {heading.relation.name}: {plain(heading.title)}"
    yield ""
    marks = "".join(f"**{plain(mark)}** · " for mark in heading.marks)
    yield f"{marks}{plain(because)} ({heading.severity}; {plain(heading.checker)}; {heading.standing_behind})"
    yield ""


def _agreement(agreement: Agreement) -> str:
    references = ", ".join(plain(reference.label) for reference in agreement.references)
    return f"- {plain(agreement.heading.title)}: {agreement.origins} ({references})"


def _quoted(quotation: Quotation) -> str:
    words = "".join(
        f"**{plain(part.text.strip())}**{' ' * part.text.endswith(' ')}"
        if part.style
        else plain(part.text, strip=False)
        for part in quotation.parts
    )
    position = f", {plain(quotation.position)}" if quotation.position else ""
    who = f"{plain(quotation.speaker)}{position}; {plain(quotation.known)}"
    return f"- {plain(quotation.reference.label)}: {words.strip()} ({who})"


def plain(text: str, strip: bool = True) -> str:
    """`text` on one line as Markdown that shows it as it is."""
    shown = one_line(text)
    if not strip:
        shown = f"{' ' * text[:1].isspace()}{shown}{' ' * (text[-1:].isspace() and bool(shown))}"
    return _SPECIAL.sub(lambda found: f"\\{found.group()}", shown)
