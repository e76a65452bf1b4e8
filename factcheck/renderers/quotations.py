"""A side of a finding as the brief quotes it: the passage with its value marked, who says so, when and where."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Holder, Side, SourceSummary
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, SENTENCE_LIMIT, count_without_width, cut, mark


@dataclass(frozen=True)
class Reference:
    """S2:8 = source 2, line 8; `anchor` is the source's place in the list of sources, none if it is not listed."""

    label: str
    anchor: str | None


@dataclass(frozen=True)
class Restatement:
    """Another place where the same source says the same."""

    reference: Reference
    text: str


@dataclass(frozen=True)
class Quotation:
    """A passage in three parts, the middle one marked, with all that a reader needs to weigh it."""

    before: str
    marked: str
    after: str
    speaker: str
    position: str
    article: str
    known: str
    reference: Reference
    also: tuple[Restatement, ...]
    without_width: int


def reference_of(place: int, line: int | None = None) -> Reference:
    """The reference to the source at `place` in the list, counted from 1."""
    return Reference(f"S{place}" if line is None else f"S{place}:{line}", f"source-{place}")


def quotation(side: Side, sources: dict[str, tuple[int, SourceSummary]]) -> Quotation:
    """`side` put into words; a source that the report does not list keeps its id, without a link."""
    before, marked, after = mark(side.text, side.value)
    _, source = sources.get(side.source, (0, None))
    return Quotation(
        before=before,
        marked=marked,
        after=after,
        speaker=cut(side.holder.name, PHRASE_LIMIT) if side.holder else wording.OWN_VOICE,
        position=position(side.holder),
        article=cut((source.publisher or source.title or source.path) if source else side.source, PHRASE_LIMIT),
        known=wording.published(source.published, source.published_from) if source else "date not stated",
        reference=_refer(side.source, side.line, sources),
        also=tuple(
            Restatement(_refer(passage.source, passage.line, sources), cut(passage.text, SENTENCE_LIMIT))
            for passage in side.also
        ),
        without_width=count_without_width(side.text),
    )


def position(holder: Holder | None) -> str:
    """Role and affiliation, as far as they are known and not already in the name."""
    if holder is None:
        return ""
    parts = [part for part in (holder.role, holder.affiliation) if part and part not in holder.name]
    return cut(", ".join(parts), PHRASE_LIMIT)


def _refer(source: str, line: int, sources: dict[str, tuple[int, SourceSummary]]) -> Reference:
    if source not in sources:
        return Reference(f"{cut(source, PHRASE_LIMIT)}:{line}", None)
    return reference_of(sources[source][0], line)
