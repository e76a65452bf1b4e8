"""The story that is not out yet, line by line: what the archive and the story itself say of each of its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Note, Report, Story, StorySentence
from factcheck.renderers import wording
from factcheck.renderers.characters import SENTENCE_LIMIT, cut
from factcheck.renderers.view.findings import Heading
from factcheck.renderers.view.quotations import Reference, Sources, refer, reference_of
from factcheck.renderers.wording import Relation

# What is said of a sentence that is no finding, in the form of a relation.
STANDINGS: dict[str, Relation] = {
    "figures": Relation("Figures", "with figures alone", "plain", "the archive has figures of that kind"),
    "quotation": Relation("Quotation", "quoted in another form", "plain", "the archive has the words in another form"),
    "unknown": Relation("Not known", "not known", "plain", "the archive has nothing that the rules tie to it"),
}
_COUNTED: dict[str, str] = {
    "conflict": "in conflict",
    "dispute": "disputed",
    "drift": "with a quotation that differs",
    "tension": "to take care with",
    "agree": "told again",
    "figures": "beside other figures",
    "quotation": "printed as reported speech",
    "unknown": "tied to nothing in the archive",
}
_MOST = 6


@dataclass(frozen=True)
class Remark:
    """One thing said of a sentence: its kind, in the form of a relation, the words, and where the archive has it.

    `within`: the story is at odds with itself. `finding` is the anchor of the finding, empty for what is none, `number`
    its number; `marks` say what is new, and what was dismissed.
    """

    relation: Relation
    words: str
    within: bool
    references: tuple[Reference, ...]
    finding: str
    number: int
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence of the story with its place in it. `standing` is that of the most serious remark."""

    reference: Reference
    line: int
    words: str
    standing: Relation
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Draft:
    """The story: how many sentences stand how, in words, and all sentences in order; `left_out` counts those that have
    no room.
    """

    title: str
    outcome: str
    sentences: tuple[Sentence, ...]
    left_out: int


def draft(report: Report, headings: Mapping[str, Heading], sources: Sources, room: int | None = None) -> Draft | None:
    """The story of `report` put into words, `headings` by the ids of findings; none for the report of a corpus."""
    if report.story is None:
        return None
    place, source = sources[report.story.source]
    told = report.story.sentences
    return Draft(
        cut(source.title, SENTENCE_LIMIT),
        outcome(report.story),
        tuple(_sentence(sentence, place, headings, sources) for sentence in told[:room]),
        len(told) - len(told[:room]),
    )


def outcome(story: Story) -> str:
    """How many sentences stand how, the most serious first: "12 sentences read: 1 in conflict, 3 told again"."""
    counts = Counter(sentence.standing for sentence in story.sentences)
    said = [f"{counts[standing]} {words}" for standing, words in _COUNTED.items() if counts[standing]]
    read = wording.amount(len(story.sentences), "sentence")
    return f"{read} of the story read: {', '.join(said)}." if said else "No statement was read in the story."


def _sentence(sentence: StorySentence, place: int, headings: Mapping[str, Heading], sources: Sources) -> Sentence:
    return Sentence(
        reference_of(place, sentence.line),
        sentence.line,
        cut(sentence.text, SENTENCE_LIMIT),
        _relation(sentence.standing),
        tuple(_remark(note, headings, sources) for note in sentence.notes),
    )


def _remark(note: Note, headings: Mapping[str, Heading], sources: Sources) -> Remark:
    heading = headings.get(note.finding) if note.finding else None
    return Remark(
        _relation(note.relation or note.kind),
        cut(f"{note.words[:1].upper()}{note.words[1:]}", SENTENCE_LIMIT * 2),
        note.within,
        tuple(dict.fromkeys(refer(side, sources) for side in note.sides))[:_MOST],
        heading.anchor if heading else "",
        heading.number if heading else 0,
        heading.marks if heading else (),
    )


def _relation(standing: str) -> Relation:
    return wording.RELATIONS.get(standing) or STANDINGS[standing]
