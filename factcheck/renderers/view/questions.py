"""Questions to put, and to whom: those of the report, gathered under who can answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Report
from factcheck.renderers.characters import PHRASE_LIMIT, cut
from factcheck.renderers.view.findings import Heading

_LONG = 320


@dataclass(frozen=True)
class Question:
    """What to ask, and the findings that it would settle: (number, anchor), as far as they are shown."""

    asked: str
    findings: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Asked:
    """Everything to ask one speaker, or one outlet. `left_out` counts what is not shown."""

    whom: str
    questions: tuple[Question, ...]
    left_out: int


def gather(report: Report, headings: Mapping[str, Heading], each: int | None = None) -> tuple[Asked, ...]:
    """The questions in the report's order, at most `each` to one; `headings` are those of the findings shown, by the
    finding's id.
    """
    whom: dict[str, list[Question]] = {}
    for question in report.questions:
        known = [headings[name] for name in question.findings if name in headings]
        if known:
            places = tuple((heading.number, heading.anchor) for heading in known)
            whom.setdefault(question.to, []).append(Question(cut(question.ask, _LONG), places))
    return tuple(
        Asked(cut(name, PHRASE_LIMIT), tuple(asked[:each]), len(asked[each:]) if each else 0)
        for name, asked in whom.items()
    )
