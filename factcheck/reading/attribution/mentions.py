"""Names that may be persons': what the parser calls a name, and capitalised words after a title or role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading.attribution import roles
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "al",
        "el",
        "bin",
        "ibn",
        "la",
        "le",
        "du",
        "dos",
        "ter",
        "abu",
        "-",
    ]
)
_PLACING = frozenset(["in", "near", "at", "into", "around", "outside", "across", "towards", "inside"])
_NAME_LABELS = frozenset(["PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "WORK_OF_ART", "PRODUCT", "EVENT"])


@dataclass(frozen=True)
class Mention:
    block: int
    start: int  # tokens of the block
    end: int
    name: str
    label: str
    title: str | None  # the courtesy title or role right before it
    headline: bool
    placed: bool  # stands where places stand: "near Port Ellis"
    subject: bool


def find(blocks: Sequence[Block]) -> Iterator[Mention]:
    for number, block in enumerate(blocks):
        doc = block.doc
        headline = block.paragraph.kind == "headline"
        taken = [False] * len(doc)
        for ent in doc.ents:
            if ent.label_ in _NAME_LABELS:
                yield from _named(number, doc, ent.start, ent.end, ent.label_, headline, taken)
        for start, end in _titled(doc):
            if not any(taken[start:end]):
                yield from _named(number, doc, start, end, "", headline, taken)


def _named(
    number: int, doc: Doc, start: int, end: int, label: str, headline: bool, taken: list[bool]
) -> Iterator[Mention]:
    """The name in tokens [start, end): roles and titles cut off its front, possessives off its end."""
    while end > start and (doc[end - 1].text in ("'s", "'", ",") or doc[end - 1].is_punct):
        end -= 1
    while start < end - 1 and doc[start].lower_ in ("the", "a"):
        start += 1
    front = roles.role_before_name(doc, start, end)
    start = front
    if (
        doc[start].lower_ in PARTICLES
        and start > 0
        and doc[start - 1].pos_ == "PROPN"
        and not roles.kind(doc[start - 1].lower_)
    ):
        start -= 1  # the parser left the given name outside
    if start >= end or (not doc[start].text[:1].isupper() and doc[start].lower_ not in PARTICLES):
        return
    title = roles.title_at(doc, start)
    if any(token.is_punct and token.text != "-" for token in doc[start:end]):
        return
    for place in range(start, end):
        taken[place] = True
    placed = start > 0 and doc[start - 1].lower_ in _PLACING
    subject = doc[start:end].root.dep_ in ("nsubj", "nsubjpass")
    yield Mention(number, start, end, _spell(doc[start:end]), label, title, headline, placed, subject)


def _spell(span: Span) -> str:
    return " ".join(span.text.split()).replace(" - ", "-")


def _titled(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words right after a courtesy title or a role, whatever the parser calls them."""
    for token in doc:
        if roles.kind(token.lower_) in ("courtesy", "role", "voice") and token.i + 1 < len(doc):
            end = token.i + 1
            while end < len(doc) and (
                (doc[end].text[:1].isupper() and (doc[end].is_alpha or len(doc[end].text) == 2))
                or (doc[end].lower_ in PARTICLES and end + 1 < len(doc) and doc[end + 1].text[:1].isupper())
            ):
                end += 1
            courtesy = roles.kind(token.lower_) == "courtesy"
            if end > token.i + 1 and (courtesy or token.text[:1].isupper() or end - token.i > 2):
                yield token.i + 1, end
