"""What comparing makes: how two claims stand to each other, evidence, findings, faults, and the report of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Optional

from dataclasses_json import DataClassJsonMixin, config

from factcheck.model.claims import Holder, Passage, Period, Quantity, day

# The words of `relation` and `severity`, from the most serious down.
RELATIONS = ("conflict", "dispute", "drift", "tension", "agree")
SEVERITIES = ("high", "medium", "low")
NOT_STATED = "not stated"  # the words of a side that leaves a dimension open


@dataclass(frozen=True)
class Dimension(DataClassJsonMixin):
    """How two claims stand to each other along one dimension.

    `value`: same, inside (a lies in b), contains (b lies in a), overlaps, leader, unknown or different; `a` and `b` are
    the words of the sides; `origin` is stated or context.
    """

    dimension: str
    value: str
    a: str
    b: str
    origin: str = field(default="stated", metadata=config(field_name="from"))


@dataclass(frozen=True)
class Comparability(DataClassJsonMixin):
    """One entry a dimension, in the fixed order of pairing/comparability.py."""

    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True)
class Side(DataClassJsonMixin):
    """One side of a finding as the report shows it: its passage, the value it gives, and who says so.

    `quantity` is the figure that `value` words, `period` the days that it is about; none where the claim tells none.
    """

    source: str
    start: int
    end: int
    line: int
    text: str
    claim: str
    value: str
    holder: Optional[Holder] = None
    also: tuple[Passage, ...] = ()
    quantity: Optional[Quantity] = None
    period: Optional[Period] = None


@dataclass(frozen=True)
class Rule(DataClassJsonMixin):
    """A rule that fired or forgave, and what it did."""

    rule: str
    effect: str


@dataclass(frozen=True)
class Evidence(DataClassJsonMixin):
    """A relation between two claims and the reason, one plain sentence that names both values."""

    id: str
    relation: str
    because: str
    a: Side
    b: Side
    others: tuple[Side, ...] = ()
    comparability: tuple[Dimension, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def sides(self) -> tuple[Side, ...]:
        """Every side, `a` first."""
        return (self.a, self.b, *self.others)


@dataclass(frozen=True)
class Dismissal(DataClassJsonMixin):
    """An editor's word that a piece of evidence is nothing to print: who, why, since and until when (none: for good).

    `relation`, `words` and `sources` are the evidence's, so that the file can be read without the report.
    """

    evidence: str
    relation: str
    words: str
    sources: tuple[str, ...]
    who: str
    why: str
    on: date = field(metadata=day())
    until: Optional[date] = field(default=None, metadata=day())


@dataclass(frozen=True)
class Finding(DataClassJsonMixin):
    """All evidence about one matter, most telling first. `relation` and `severity` are those of the first.

    `sources`: ids of the articles that its evidence stands in; `origins`: the independent speakers and articles behind
    them, each once: five papers that print one report are one origin, and so are five that quote one ministry.
    `since`: new, changed or known, beside the earlier report that a run was given; none without one.
    `dismissed`: dismissed, reopened (evidence came that no dismissal covers) or expired; none if nothing covers it.
    """

    id: str
    checker: str
    relation: str
    severity: str
    title: str
    evidence: tuple[Evidence, ...]
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    since: Optional[str] = None
    dismissed: Optional[str] = None
    dismissals: tuple[Dismissal, ...] = ()


@dataclass(frozen=True)
class Question(DataClassJsonMixin):
    """What to ask before printing, and whom: the one who is credited, else the outlet. `findings` names their ids."""

    to: str
    ask: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Fault(DataClassJsonMixin):
    """Something that could not be read or checked, and why."""

    source: Optional[str]
    stage: str
    reason: str


@dataclass(frozen=True)
class SourceSummary(DataClassJsonMixin):
    """A source as the report lists it: everything but its text, which `words` counts.

    `copy_of`: the id of the source whose text it largely is.
    """

    id: str
    path: str
    sha256: str
    title: str
    publisher: Optional[str]
    published: Optional[date] = field(metadata=day())
    published_from: Optional[str]
    words: int
    copy_of: Optional[str] = None


@dataclass(frozen=True)
class Coverage(DataClassJsonMixin):
    """What was looked at, in numbers. `left_out`: what the newsroom's settings leave out, a line of words each."""

    sources_read: int
    sources_not_read: int
    ignored_files: tuple[str, ...]
    claims: int
    pairs_compared: int
    pairs_skipped: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tool(DataClassJsonMixin):
    """Which factcheck made a report."""

    name: str
    version: str


@dataclass(frozen=True)
class LanguageModel(DataClassJsonMixin):
    """Which parser weights read the text; `verified` says whether their sha256 is the pinned one."""

    language: str
    data_version: str
    weights_sha256: str
    verified: bool


@dataclass(frozen=True)
class Note(DataClassJsonMixin):
    """One thing to say of a sentence. `kind`: finding (evidence of the report, named by `finding` and `evidence`),
    figures (all that the archive gives for a count, in order of day), quotation (where its words were first printed) or
    unknown (the archive has nothing comparable).

    `relation` is the evidence's, none for other kinds; `words` one sentence; `line` that of the claim in the story;
    `within`: both sides stand in the story itself; `sides` are the passages of the archive.
    """

    kind: str
    words: str
    line: int
    relation: Optional[str] = None
    finding: Optional[str] = None
    evidence: Optional[str] = None
    within: bool = False
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True)
class StorySentence(DataClassJsonMixin):
    """A sentence of the story that states something, and what is said of it, the most serious first.

    `standing`: the most serious relation of its findings, else figures (the archive has figures of that kind, and no
    finding), quotation (the archive prints its words in another form) or unknown.
    """

    start: int
    end: int
    line: int
    text: str
    standing: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Story(DataClassJsonMixin):
    """The story that a report was made for; `source` is its id."""

    source: str
    sentences: tuple[StorySentence, ...]


@dataclass(frozen=True)
class Report(DataClassJsonMixin):
    """What a run found; the whole of report.json. `as_of` is the only day that comes from outside the corpus.

    `questions` follow from what the findings leave open, each once, in the order of the findings. `story`: the draft
    that the report is about; none, and left out of the JSON, for the report of a corpus. `titled`: false where the
    title is a folder's name, which is none for a headline; left out of the JSON otherwise.
    """

    format: str = field(metadata=config(field_name="schema"))
    title: str
    as_of: date = field(metadata=day())
    status: tuple[str, ...]
    tool: Tool
    model: LanguageModel
    sources: tuple[SourceSummary, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    faults: tuple[Fault, ...]
    questions: tuple[Question, ...] = ()
    story: Optional[Story] = field(default=None, metadata=config(exclude=lambda value: value is None))
    titled: bool = field(default=True, metadata=config(exclude=bool))
