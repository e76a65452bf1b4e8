"""What a step of GitHub Actions shows: annotations beside the lines of the articles, and a summary of the step.

Annotations are workflow commands on standard output, one a finding, at the passage that leads; GitHub shows ten of a
kind. The rest is counted, and stands in the summary, which is the brief in Markdown as far as it fits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.model import Finding, Report, Side
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, QUOTATION_LIMIT, cut, one_line
from factcheck.renderers.choices import DEFAULT, Choices
from factcheck.renderers.formats import markdown

MOST = 10  # annotations of a kind that a step shows
SUMMARY_LIMIT = 1024 * 1024  # bytes; a longer summary is refused whole
LEVELS = {"high": "error", "medium": "warning", "low": "notice"}


def commands(report: Report, choices: Choices = DEFAULT) -> Iterator[str]:
    """The commands, most serious first; what is dismissed and what agrees is not there."""
    found = [item for item in report.findings if item.relation != "agree" and item.dismissed != "dismissed"]
    room = Counter(dict.fromkeys(LEVELS.values(), MOST))
    if report.faults:
        room["warning"] -= 1
        yield _command("warning", _faults(report), title="Not checked")
    room["notice"] -= 1  # for what is left over
    left: Counter[str] = Counter()
    for finding in found:
        level = LEVELS[finding.severity]
        if not room[level]:
            left[finding.relation] += 1
            continue
        room[level] -= 1
        yield _annotation(finding, level, report, choices)
    if left:
        told = ", ".join(
            f"{wording.RELATIONS[name].name.lower()} {left[name]}" for name in wording.RELATIONS if left[name]
        )
        words = f"A step shows {MOST} of a kind. Not shown here: {told}. The summary of the step goes on."
        yield _command("notice", words, title=f"{left.total()} more of {len(found)} findings")


def summary(report: Report, choices: Choices = DEFAULT, room: int = SUMMARY_LIMIT) -> bytes:
    """The brief in Markdown in at most `room` bytes: whole sections, and how many were left out."""
    whole = markdown.render(report, choices)
    if len(whole) <= room:
        return whole
    parts = re.split(rb"(?m)^(?=## )", whole)
    kept: list[bytes] = []
    for part in parts:
        if sum(map(len, kept)) + len(part) + len(_left_out(len(parts))) > room:
            break
        kept.append(part)
    return b"".join([*kept, _left_out(len(parts) - len(kept))]) if kept else b""


def _left_out(number: int) -> bytes:
    return f"\n**Note.** {number} more sections did not fit into this summary: the brief has them all.\n".encode()


def _annotation(finding: Finding, level: str, report: Report, choices: Choices) -> str:
    lead = finding.evidence[0]
    new = f"{(finding.since or '').capitalize()}: " if finding.since in ("new", "changed") else ""
    words = [lead.because, *wording.dismissal(finding)]
    for side in lead.sides[:4]:
        words.append(f"{_path(side, report, choices)}:{side.line}: “{cut(one_line(side.text), QUOTATION_LIMIT)}”")
    return _command(
        level,
        "\n".join(map(one_line, words)),
        file=_path(lead.a, report, choices),
        line=str(lead.a.line),
        title=f"{new}{wording.RELATIONS[finding.relation].name}: {cut(one_line(finding.title), PHRASE_LIMIT)}",
    )


def _path(side: Side, report: Report, choices: Choices) -> str:
    path = next((source.path for source in report.sources if source.id == side.source), side.source)
    return choices.place(path)


def _faults(report: Report) -> str:
    told = [one_line(f"{fault.source or fault.stage}: {fault.reason}") for fault in report.faults]
    more = [f"… and {len(told) - MOST} more"] if len(told) > MOST else []
    return "\n".join([*told[:MOST], *more])


def _command(level: str, words: str, **properties: str) -> str:
    """`::level file=…,line=…,title=…::words`; nothing that an article holds ends it early."""
    told = ",".join(f"{name}={_property(one_line(value))}" for name, value in properties.items())
    return f"::{level} {told}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
