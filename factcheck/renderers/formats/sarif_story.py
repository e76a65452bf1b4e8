"""What SARIF tells of a draft beside its findings: the archive's figures, and quotations in other forms."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck import identity
from factcheck.model import Report, Side, StorySentence

RULES = {
    "draft.figures": "All figures that the archive gives for a count of the story, by day; which is right is not said.",
    "draft.quotation": "Words that the story quotes, and that the archive has as reported speech alone.",
}


@dataclass(frozen=True)
class Remark:
    """A note on a sentence of the story, which is `at`; `beside` are the archive's passages."""

    id: str
    kind: str
    words: str
    at: Side
    beside: tuple[Side, ...]

    @property
    def rule(self) -> str:
        """The id of its rule."""
        return f"draft.{self.kind}"


def notes(report: Report) -> list[Remark]:
    """Of the report of a draft, what is said of its sentences and is no finding, in order; of any other nothing."""
    if report.story is None:
        return []
    own = report.story.source
    found: dict[str, Remark] = {}
    for sentence in report.story.sentences:
        at = _place(own, sentence)
        for note in sentence.notes:
            if note.finding is None and f"draft.{note.kind}" in RULES:
                words = f"{note.kind}: {note.words}"
                name = identity.evidence_id(f"draft.{note.kind}", own, sentence.text, own, note.words)
                found.setdefault(name, Remark(name, note.kind, words, at, note.sides))
    return list(found.values())


def _place(own: str, sentence: StorySentence) -> Side:
    """The sentence as a passage of the story."""
    return Side(own, sentence.start, sentence.end, sentence.line, sentence.text, claim="", value="")
