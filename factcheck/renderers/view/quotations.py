"""A side of a finding as the brief quotes it: its telling words marked, who says so, when and where."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Passage, Side, SourceSummary
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, QUOTATION_LIMIT, SENTENCE_LIMIT, count_without_width, cut, mark

# A mark over nearly the whole passage tells nothing apart.
_TELLING = 0.8
# The reference leads to the whole headline.
_ARTICLE = 60
_ID = 30

Sources = dict[str, tuple[int, SourceSummary]]


@dataclass(frozen=True)
class Reference:
    """S2:8 = source 2, line 8. `anchor`: the source's place in the list of sources, none if it is not listed.

    `line`: the line's place in the article's full text, for pages that show it; none for a whole source.
    """

    label: str
    anchor: str | None
    line: str | None = None


@dataclass(frozen=True)
class Part:
    """A piece of a quotation. `style`: empty, "mark" (the telling words) or "only" (words that the other lacks)."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Restatement:
    """Another place where the same source says the same."""

    reference: Reference
    text: str


@dataclass(frozen=True)
class Quotation:
    """A passage in parts, with all that a reader needs to weigh it.

    `speaker` and `position` (role, affiliation) as the article credits it, `kind` a key of wording.KINDS; `article` the
    publisher, else the headline; `known` its day and how that is known; `without_width` counts characters nobody sees;
    `words` those of a passage too long to be given whole, else 0.
    """

    parts: tuple[Part, ...]
    speaker: str
    position: str
    kind: str
    article: str
    known: str
    reference: Reference
    also: tuple[Restatement, ...]
    without_width: int
    words: int


def numbered(sources: tuple[SourceSummary, ...]) -> Sources:
    """Every source by its id, with its place in the list, counted from 1."""
    return {source.id: (place, source) for place, source in enumerate(sources, start=1)}


def reference_of(place: int, line: int | None = None) -> Reference:
    """The reference to the source at `place` in the list, counted from 1."""
    if line is None:
        return Reference(f"S{place}", f"source-{place}")
    return Reference(f"S{place}:{line}", f"source-{place}", f"s{place}-{line}")


def refer(side: Side | Passage, sources: Sources) -> Reference:
    """The reference to a passage; a source that the report does not list keeps its id, without a link."""
    if side.source not in sources:
        return Reference(f"{cut(side.source, _ID)}:{side.line}", None)
    return reference_of(sources[side.source][0], side.line)


def quotation(side: Side, sources: Sources) -> Quotation:
    """`side` put into words."""
    _, source = sources.get(side.source, (0, None))
    return Quotation(
        parts=marked(side),
        speaker=speaker(side),
        position=wording.position(side.holder),
        kind=wording.kind(side.holder),
        article=article(side, sources),
        known=wording.published(source.published, source.published_from) if source else "date not stated",
        reference=refer(side, sources),
        also=tuple(Restatement(refer(passage, sources), cut(passage.text, SENTENCE_LIMIT)) for passage in side.also),
        without_width=count_without_width(side.text),
        words=len(side.text.split()) if len(side.text) > QUOTATION_LIMIT else 0,
    )


def marked(side: Side) -> tuple[Part, ...]:
    """The passage with the words that give its value marked, unless they are nearly all of it."""
    value = side.value
    if side.quantity is not None and side.quantity.text in side.text:
        value = side.quantity.text
    before, found, after = mark(side.text, value)
    if len(found) > _TELLING * len(side.text):
        before, found, after = mark(side.text, "")
    parts = (Part(before), Part(found, "mark"), Part(after))
    return tuple(part for part in parts if part.text)


def speaker(side: Side) -> str:
    """Who is credited, or that it is the article itself."""
    return cut(side.holder.name, PHRASE_LIMIT) if side.holder else wording.OWN_VOICE


def article(side: Side, sources: Sources) -> str:
    """The article's publisher, else its headline, else its file."""
    _, source = sources.get(side.source, (0, None))
    return cut((source.publisher or source.title or source.path) if source else side.source, _ARTICLE)


def voice(side: Side, sources: Sources) -> str:
    """Who says it in one phrase, for a row of a chart or a table: "Jane Roe", or "S2 itself"."""
    if side.holder:
        return cut(side.holder.name, PHRASE_LIMIT)
    return f"{refer(side, sources).label.partition(':')[0]} itself"
