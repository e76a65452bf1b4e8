"""What each name of an article is likely to name: a vote of the recogniser and the words around all mentions."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.reading.names.gazetteer import countries, fold, nationalities
from factcheck.reading.names.institutions import heads, words
from factcheck.reading.names.kinds import nouns
from factcheck.reading.names.name_spans import go_on, titles, trim
from factcheck.reading.names.spelling import starts
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# The recogniser's labels, as the kinds that are told apart here.
_LABELS = {"GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation", "PERSON": "person", "NORP": "people"}


@dataclass
class Candidate:
    """One name: how it is written most fully, and the votes by kind."""

    folded: str
    surface: str
    votes: Counter[str] = field(default_factory=Counter)
    located: int = 0

    def kind(self) -> str | None:
        """The kind with most votes; none on a tie."""
        ranked = self.votes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]


def is_person_in_full(folded: str, candidates: Mapping[str, Candidate]) -> bool:
    """True for a name of several words that the article uses for a person."""
    candidate = candidates.get(folded)
    return bool(candidate and " " in folded and candidate.kind() == "person")


def collect(blocks: Sequence[Block]) -> dict[str, Candidate]:
    """Folded name to candidate, in order of first mention. Headlines vote only when nothing else does."""
    found: dict[str, Candidate] = {}
    body = [block for block in blocks if block.paragraph.kind != "headline"]
    for block in body or blocks:
        for span in block.doc.ents:
            if span.label_ in _LABELS:
                _vote(found, span)
        _greet(found, block.doc)
    _join_possessives(found)
    _share_surnames(found)
    return _without_words(found, blocks)


def _without_words(found: dict[str, Candidate], blocks: Sequence[Block]) -> dict[str, Candidate]:
    """Candidates but for single words that the article also writes small: capitals of a heading, not names."""
    small = {token.text for block in blocks for token in block.doc if token.text.islower()}
    return {
        folded: candidate
        for folded, candidate in found.items()
        if (folded not in small and folded not in nouns()) or candidate.surface.isupper() or candidate.votes.total() > 5
    }


def _vote(found: dict[str, Candidate], span: Span) -> None:
    doc, first, last = span.doc, *trim(span)
    label = _LABELS[span.label_]
    if span.label_ == "NORP" and (end := go_on(doc, last)) > last and fold(doc[first:last].text) not in nationalities():
        last, label = end, "organisation"
    if first >= last or not starts(doc, first):
        return
    text = doc[first:last].text
    folded = fold(text)
    if len(folded) < 2 or folded.isdecimal():
        return
    candidate = found.setdefault(folded, Candidate(folded, text))
    honoured = any(doc[i].lower_ in titles("honorifics") for i in range(max(0, span.start - 1), first))
    candidate.votes["person" if honoured else label] += 1
    _weigh(candidate, doc, first, last)


def _greet(found: dict[str, Candidate], doc: Doc) -> None:
    """A capital behind "Mr" is a person though the recogniser passed over it."""
    for i in range(1, len(doc)):
        if doc[i - 1].lower_ in titles("honorifics") and not doc[i].ent_type_ and doc[i].text[0].isupper():
            folded = fold(doc[i].text)
            found.setdefault(folded, Candidate(folded, doc[i].text)).votes["person"] += 4


def _national(folded: str) -> bool:
    return folded in countries() or folded in nationalities()


@functools.cache
def _locative() -> frozenset[str]:
    return frozenset(lexicons.load("places")["prepositions"]["locative"])


def _weigh(candidate: Candidate, doc: Doc, first: int, last: int) -> None:
    """Add the words around a name to its votes."""
    before = doc[first - 1].lower_ if first else ""
    after = doc[last].lower_ if last < len(doc) else ""
    if before in titles("words"):
        single = last - first == 1 and doc[first - 1].text[0].isupper()
        candidate.votes["person"] += 3 if before in titles("honorifics") or single else 1
    if last - first == 1 and after in titles("owned") and not _national(candidate.folded):
        candidate.votes["person"] += 3
    marker = nouns().get(doc[first - 2].lower_) if first > 1 and before == "of" else None
    if marker and marker.sort in ("settlement", "quarter", "region") and not marker.listed:
        candidate.votes["place"] += 3
    if after in nouns() and nouns()[after].marks(candidate.folded):
        candidate.votes["place"] += 2
    if before in _locative():
        candidate.located += 1
        if before in ("in", "near") and (candidate.folded,) not in heads():
            candidate.votes["place"] += 2
    if any(doc[i].lower_ in words("callback") for i in range(first, last)):
        candidate.votes["organisation"] += 3


def surname(folded: str) -> str:
    """The last word of a folded name that is no suffix ("Jr")."""
    kept = [word for word in folded.split() if word not in titles("suffixes")]
    return kept[-1] if kept else folded


def _join_possessives(found: dict[str, Candidate]) -> None:
    """A name with an s at its end that also stands without it is its possessive with the apostrophe lost."""
    bare = {surname(folded) for folded in found} | set(found)
    for folded, candidate in list(found.items()):
        if (
            folded.endswith("s")
            and len(folded) > 4
            and surname(folded)[:-1] in bare
            and surname(folded) == folded.split()[-1]
        ):
            del found[folded]
            target = found.setdefault(folded[:-1], Candidate(folded[:-1], candidate.surface[:-1]))
            target.votes.update(candidate.votes)
            target.located += candidate.located


def _share_surnames(found: dict[str, Candidate]) -> None:
    """A bare surname of a person named in full is that person, and a full name that ends in one after "Mr" too."""
    for folded, candidate in found.items():
        if folded not in countries() and candidate.votes["person"] > 3:
            for longer, other in found.items():
                if longer.endswith(f" {folded}") and not other.votes["place"]:
                    other.votes["person"] += 3
    for folded, candidate in list(found.items()):
        if " " in folded and candidate.kind() == "person":
            name = surname(folded)
            if name in found:
                found[name].votes["person"] += candidate.votes["person"] + 2
