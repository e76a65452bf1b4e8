"""What reading makes: sources, passages, amounts, periods, names, events, and the claims that hold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Optional

from dataclasses_json import DataClassJsonMixin, config


def day() -> Any:
    """A field that holds a day or none; dataclasses-json writes dates only through an encoder."""
    return config(
        encoder=lambda value: None if value is None else value.isoformat(),
        decoder=lambda value: None if value is None else date.fromisoformat(value),
    )


@dataclass(frozen=True)
class Source(DataClassJsonMixin):
    """One article as read. `published_from` says how the day is known: manifest, metadata, dateline, caption, body; of
    a draft that names none, check: it is that of the check.

    `independent_of`: ids of sources that it is declared not to rest on, however alike they look.
    """

    id: str
    path: str
    sha256: str
    title: str
    text: str
    publisher: Optional[str] = None
    published: Optional[date] = field(default=None, metadata=day())
    published_from: Optional[str] = None
    url: Optional[str] = None
    language: str = "en"
    independent_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage(DataClassJsonMixin):
    """The clause or sentence that carries a statement. `line` counts from 1."""

    source: str
    start: int
    end: int
    line: int
    text: str


@dataclass(frozen=True)
class Quantity(DataClassJsonMixin):
    """An amount as an interval [low, high]; none = no end; `*_open` = the end itself is not included.

    `precision` is the last place that was written (700 -> 100, 4.6 million -> 100000, 713 -> 1). `vague` amounts come
    from words such as "dozens". `share` is (numerator, denominator); `of` the counted noun's lemma; `unit` a currency
    or measure. `additional` marks "a further", "another"; `part` marks "including", "of whom", "among them".
    """

    low: Optional[Decimal]
    high: Optional[Decimal]
    start: int
    end: int
    text: str
    low_open: bool = False
    high_open: bool = False
    precision: Decimal = Decimal(1)
    approximate: bool = False
    vague: bool = False
    share: Optional[tuple[int, int]] = None
    unit: Optional[str] = None
    of: Optional[str] = None
    share_of: Optional[str] = None
    additional: bool = False
    part: bool = False


@dataclass(frozen=True)
class Period(DataClassJsonMixin):
    """Days [first, last], both included; none = open. `grain`: day, week, month, season, year or span."""

    first: Optional[date] = field(default=None, metadata=day())
    last: Optional[date] = field(default=None, metadata=day())
    grain: str = "day"
    text: str = ""


@dataclass(frozen=True)
class Holder(DataClassJsonMixin):
    """Who a source credits with a statement; several who speak as one are one holder ("Oslo and Bergen").

    A claim without a holder is in the source's own voice.
    """

    name: str
    role: Optional[str] = None
    affiliation: Optional[str] = None


@dataclass(frozen=True)
class Entity(DataClassJsonMixin):
    """A person, body, state or place under one key, whatever the text calls it.

    `within`: keys of all that contains it (a village: its province and state; a command: its state). `led_by`: the key
    of the leader of a coalition that is named by its leader ("X-led forces"); `backed_by` likewise for "X-backed".
    """

    key: str
    name: str
    kind: str
    within: tuple[str, ...] = ()
    led_by: Optional[str] = None
    backed_by: Optional[str] = None


@dataclass(frozen=True)
class Facet(DataClassJsonMixin):
    """One dimension of what a claim is about: its entities, the words that say so, and how it is known.

    `how`: stated (in the clause), context (inherited; `words` then names from where) or unknown.
    """

    entities: tuple[Entity, ...] = ()
    words: str = ""
    how: str = "unknown"


@dataclass(frozen=True)
class Event(DataClassJsonMixin):
    """What happened: a class of lexicons/events.toml ("kill"), the word that says so, who did it to whom, and where."""

    cls: str = field(metadata=config(field_name="class"))
    trigger: str
    agent: Optional[str] = None
    patient: Optional[str] = None
    place: Optional[str] = None


@dataclass(frozen=True)
class Claim(DataClassJsonMixin):
    """One statement: who says it, what happened, how many of what, where, when, how firmly.

    `sentence` is where its sentence starts; `clause` is the part of the passage that makes the statement; `outlet`
    names the source. `counted`: a class of lexicons/counted.toml, else the noun with what narrows it. `extent`: total,
    incident, part, additional or unknown.
    `quantifier`: every, always, no, never, few, some, most, all. `guard`: the words of a condition that a universal
    depends on. `certainty`: asserted, hedged, alleged, denied, asked, wished, conditional, future or unreal.
    `relayed_by`: who passes the words on, innermost first. `cue`: the word that says so, as its lemma. `mode`: what
    kind of saying that is, a class of lexicons/cues.toml (say, claim, deny, confirm, demand …); none in the source's
    own voice. `lead`: stands in the headline or the first sentences.
    `topic`: event classes and nouns of what a universal or its counter-instance is about; `matter`: what a figure's
    event came about by, or was for. `content`: the content lemmas of the sentence, sorted, for telling incidents apart.
    `named`: the names that the sentence gives (for an identity: that its source gives). `kind`: statement; utterance:
    that these words were said, its `clause` then holds the quoted words of the sentence alone, with … for what stands
    between two quotations; denial: `event`, `agent` and `content` then tell what is denied, and `answers` is the
    sentence before that it answers; or identity: what a source says of a person's age and offices.
    `notes`: "contrast", "growth", "grown" (the later count), "rival" (a figure set beside the one before): how the
    sentence sets its statements beside others; "superlative": the clause sets something above or apart from all others
    ("the only", "the worst"). `confidence`: high, or low where the parse of the sentence looks broken; such a claim
    tells no agent, patient, quantifier, guard, topic or matter.
    """

    id: str
    passage: Passage
    sentence: int = 0
    clause: str = ""
    kind: str = "statement"
    outlet: str = ""
    quotation: bool = False
    holder: Optional[Holder] = None
    relayed_by: tuple[Holder, ...] = ()
    cue: Optional[str] = None
    mode: Optional[str] = None
    event: Optional[Event] = None
    quantities: tuple[Quantity, ...] = ()
    period: Optional[Period] = None
    quantifier: Optional[str] = None
    polarity: str = "positive"
    certainty: str = "asserted"
    agent: Facet = Facet()
    place: Facet = Facet()
    counted: Optional[str] = None
    counted_words: str = ""
    extent: str = "unknown"
    guard: Optional[str] = None
    headline: bool = False
    lead: bool = False
    period_how: str = "unknown"
    topic: tuple[str, ...] = ()
    matter: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    published: Optional[date] = field(default=None, metadata=day())
    notes: tuple[str, ...] = ()
    answers: Optional[Passage] = None
    named: tuple[str, ...] = ()
    confidence: str = "high"
