"""The sources as the brief lists them, and their full texts with every passage of a finding marked in place."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Fault, Finding, SourceSummary
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, SENTENCE_LIMIT, cut
from factcheck.renderers.view.findings import Heading, passages_of
from factcheck.renderers.view.quotations import Reference, Sources, reference_of


@dataclass(frozen=True)
class Article:
    """One source, as the list at the end shows it; `text` is the anchor of its full text, empty if not shown."""

    reference: Reference
    title: str
    publisher: str
    path: str
    known: str
    words: str
    sha256: str
    copied: str
    text: str


@dataclass(frozen=True)
class Piece:
    """A piece of a line. `anchor` is the finding whose passage it is, with its relation for the colour; else none.
    `also` are the further findings whose passages end with it, (number, anchor).
    """

    text: str
    anchor: str | None = None
    tone: str = ""
    number: int = 0
    also: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class TextLine:
    """One line of an article's file; `anchor` is what references lead to."""

    number: int
    anchor: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FullText:
    """An article as read. Lines without a letter are left out; the numbers are those of the file."""

    anchor: str
    reference: Reference
    title: str
    lines: tuple[TextLine, ...]


def article(place: int, source: SourceSummary, sources: Sources, has_text: bool) -> Article:
    """A source put into words."""
    first = sources.get(source.copy_of) if source.copy_of else None
    return Article(
        reference=reference_of(place),
        title=cut(source.title, SENTENCE_LIMIT) or cut(source.path, PHRASE_LIMIT),
        publisher=cut(source.publisher or "publisher not stated", PHRASE_LIMIT),
        path=cut(source.path, SENTENCE_LIMIT),
        known=wording.dated(source.published, source.published_from),
        words=f"{source.words:,}",
        sha256=source.sha256,
        copied=wording.copied(reference_of(first[0]).label) if first else "",
        text=text_anchor(place) if has_text else "",
    )


def text_anchor(place: int) -> str:
    """The place on the page of an article's full text."""
    return f"text-{place}"


def fault(item: Fault, sources: Sources) -> tuple[str, str, str]:
    """Where, at which stage, and why something could not be read or checked."""
    known = sources.get(item.source) if item.source else None
    where = f"{reference_of(known[0]).label} {known[1].path}" if known else item.source or "the whole run"
    return cut(where, PHRASE_LIMIT), cut(item.stage, PHRASE_LIMIT), cut(item.reason, SENTENCE_LIMIT)


Span = tuple[int, int, Heading]


def texts(found: Iterable[tuple[Heading, Finding]], sources: Sources, known: Mapping[str, str]) -> tuple[FullText, ...]:
    """The articles whose text is `known`, by source id, with the passages of the findings marked."""
    spans: dict[str, list[Span]] = {}
    for heading, finding in found:
        for passage in passages_of(finding):
            spans.setdefault(passage.source, []).append((passage.start, passage.end, heading))
    return tuple(
        FullText(
            text_anchor(place),
            reference_of(place),
            cut(source.title, SENTENCE_LIMIT) or cut(source.path, PHRASE_LIMIT),
            tuple(_lines(place, known[name], spans.get(name, []))),
        )
        for name, (place, source) in sources.items()
        if name in known
    )


def _lines(place: int, text: str, spans: Sequence[Span]) -> Iterator[TextLine]:
    """Lines end as in `Passage.line`: at a line feed. Where passages overlap the more serious finding has the mark."""
    edges = sorted({edge for start, end, _ in spans for edge in (start, end)})
    begin = 0
    for number, line in enumerate(text.split("\n"), start=1):
        end = begin + len(line)
        if line.strip():
            inside = edges[bisect.bisect_right(edges, begin) : bisect.bisect_left(edges, end)]
            cuts = [begin, *inside, end]
            near = [span for span in spans if span[0] < end and span[1] > begin]
            pieces = tuple(_piece(text[a:b], a, b, end, near) for a, b in itertools.pairwise(cuts))
            yield TextLine(number, f"s{place}-{number}", pieces)
        begin = end + 1


def _piece(text: str, start: int, end: int, line: int, spans: Sequence[Span]) -> Piece:
    """A piece of a line that ends at `line`: there a passage ends too that goes on in the next."""
    over = [heading for first, last, heading in spans if first <= start and end <= last]
    if not over:
        return Piece(text)
    first = min(over, key=lambda heading: heading.number)
    ending = [heading for begin, last, heading in spans if begin <= start and end == min(last, line)]
    also = sorted({(heading.number, heading.anchor) for heading in ending if heading.anchor != first.anchor})
    return Piece(text, first.anchor, first.relation.tone, first.number, tuple(also))
