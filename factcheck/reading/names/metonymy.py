"""A capital that stands for its country where it acts: "X accused Y", "talks between X and Y"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading.names import gazetteer
from factcheck.reading.names.country_names import Name
from factcheck.reading.names.gazetteer import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc


def stands_for(doc: Doc, i: int, name: Name) -> Entity:
    """What a name at tokens [i, name.last) means: its own entity, or the country of a capital that acts."""
    code = gazetteer.capitals().get(fold(doc[i : name.last].text)) if name.capital else None
    if fold(doc[i : name.last].text) in _words("shared_seats"):
        return name.entity
    if not code or not name.entity.key.startswith(f"{code}:"):
        return name.entity
    return gazetteer.by_key()[code] if _acts(doc, name.last - 1) else name.entity


def _acts(doc: Doc, i: int) -> bool:
    """True when token i is the subject of a verb that states do, or shares an agreement, talks or an act."""
    token = doc[i]
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    head = token.head
    if token.dep_ == "nsubj" and head.lemma_.lower() in _words("acting"):
        return True
    if token.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in _words("addressing"):
        return True
    return token.dep_ == "pobj" and head.lower_ in _words("shared") and head.dep_ in ("agent", "prep")


@functools.cache
def _words(sort: str) -> frozenset[str]:
    return frozenset(lexicons.load("places")["metonymy"][sort])
