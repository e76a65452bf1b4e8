"""In which region a sentence puts a place: "Roe, a village in the X province", "the district of X, including Roe"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model import Entity
from factcheck.reading.names import kinds

if TYPE_CHECKING:
    from factcheck.reading.article import Sentence
    from factcheck.reading.names.names import Mention

_UNLISTED = ("place/", "person/", "org/")  # names that no table has: the parser may take a village for a person


def read(sentence: Sentence) -> Iterator[tuple[Entity, Entity]]:
    """Each place of a sentence that no table lists, with the region that the sentence puts it in."""
    doc = sentence.span.doc
    for place in sentence.names:
        if not place.entity.key.startswith(_UNLISTED):
            continue
        for mention in sentence.names:
            region = _region(mention)
            before = place.last <= mention.first
            first, last = (place.last, mention.first) if before else (mention.last, place.first)
            if region is None or first > last:
                continue
            between = f" {doc[first:last].text.strip()} ".replace(" ,", ",")
            known = before and place.entity.key.startswith("place/") and _patterns()[0].fullmatch(between)
            if known or _patterns()[1 if before else 2].fullmatch(between):
                key = f"place/{place.entity.key.partition('/')[2]}"
                yield Entity(key, place.entity.name, "place", (region.key, *region.within)), region


def _region(mention: Mention) -> Entity | None:
    """The region that a name means: itself, or that of the surroundings or the district of a town."""
    entity = mention.entity
    if entity.kind == "region" and "/" in entity.key and ":" not in entity.key:
        return entity
    key = next((key for key in entity.within if "/" in key), None)
    return Entity(key, entity.name, "region", (key.partition("/")[0],)) if ":" in entity.key and key else None


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words between a name known for a place and its region, between any name and its region, and the reverse."""
    settled = _nouns("settlement", "quarter")
    wide = _nouns("region", "surroundings", "quarter")
    inside = rf",? (?:in|of) (?:the )?(?:[\w-]+ )?(?:{wide} of )?"
    return (
        re.compile(rf",? |{inside}"),
        re.compile(rf"(?: {settled}|,? an? (?:[\w-]+ ){{0,2}}{settled}){inside}"),
        re.compile(rf"(?: {wide})?,? including (?:the {settled} of )?"),
    )


def _nouns(*sorts: str) -> str:
    return f"(?:{'|'.join(sorted(word for word, noun in kinds.nouns().items() if noun.sort in sorts))})"
