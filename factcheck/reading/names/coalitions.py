"""Bodies that are named by who leads or backs them: "the X-led coalition", "X-backed rebels"."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Entity
from factcheck.reading.names import gazetteer, institutions
from factcheck.reading.names.gazetteer import fold
from factcheck.reading.names.lookup import Found, Lookup
from factcheck.reading.names.spelling import starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PHRASE = ("ADJ", "NOUN", "PROPN", "VERB")  # the parser takes headline nouns for verbs
_REACH = 5  # words from the participle to the head noun


def led(doc: Doc, i: int, lookup: Lookup) -> Found | None:
    """The coalition or the backed group that token i begins to name."""
    if not starts(doc, i):
        return None
    leader, start, participle = _leader(doc, i, lookup)
    if leader is None:
        return None
    head = _head(doc, start)
    if head is None:
        return None
    if participle in institutions.words("coalition", "leading"):
        heads = institutions.words("coalition", "heads")
        last = next((n for n in range(head, start - 1, -1) if doc[n].lower_ in heads), None)
        return (institutions.led(leader), i, last + 1) if last is not None else None
    named = lookup.at(doc, start)
    if named and not named.adjective and named.entity.kind in ("organisation", "group", "force"):
        return replace(named.entity, backed_by=leader.key), i, named.last
    acts = institutions.words("coalition", "heads") - institutions.words("coalition", "groups")
    if doc[head].pos_ not in ("NOUN", "PROPN") or doc[head].lower_ in acts:
        return None
    return institutions.backed(leader, doc[head].lower_), i, head + 1


def _leader(doc: Doc, i: int, lookup: Lookup) -> tuple[Entity | None, int, str]:
    """The leader or backer at token i, where its participle ends, and the participle."""
    verbs = _participles()
    for last in range(i + 1, min(i + 4, len(doc))):
        if doc[last - 1].text.rpartition("-")[2] not in verbs:
            continue
        front, dash, participle = doc[i:last].text.rpartition("-")
        if dash and participle in verbs:
            return _led_by(doc, i, last, front, lookup), last, participle
    return None, i, ""


@functools.cache
def _participles() -> frozenset[str]:
    return institutions.words("coalition", "leading") | institutions.words("coalition", "backing")


def _led_by(doc: Doc, i: int, last: int, front: str, lookup: Lookup) -> Entity | None:
    folded = fold(front)
    nation = gazetteer.countries().get(folded) or gazetteer.nationalities().get(folded)
    if nation:
        return nation
    if folded in institutions.known():
        return institutions.known()[folded][0]
    name = lookup.at(doc, i) if last - i > 1 else None
    return name.entity if name and name.last == last - 2 else None


def _head(doc: Doc, start: int) -> int | None:
    """The last word of the noun phrase that goes on at `start`."""
    head = start
    while head < len(doc) and head - start < _REACH and doc[head].pos_ in _PHRASE and not _ends(doc, head):
        head += 1
    if head >= len(doc) or head - start >= _REACH or doc[head].pos_ not in _PHRASE:
        return None
    return head


def _ends(doc: Doc, i: int) -> bool:
    """True when token i is the last word of its noun phrase."""
    return i + 1 >= len(doc) or doc[i + 1].pos_ not in ("NOUN", "PROPN", "ADJ")
