"""What each name of an article is likely to name: a vote of the recogniser and the words around all mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.reading.names.evidence import located, speaks_for
from factcheck.reading.names.gazetteer import cities, countries, fold, nationalities
from factcheck.reading.names.institutions import known, words
from factcheck.reading.names.kinds import nouns
from factcheck.reading.names.name_spans import go_on, is_title_case, titles, trim
from factcheck.reading.names.spelling import runs, starts
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# The recogniser's labels, as the kinds that are told apart here.
_LABELS = {"GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation", "PERSON": "person", "NORP": "people"}


_JOINT = re.compile(r"\s*[-/&]\s*| and ")


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
    told = [block for block in blocks if block.paragraph.kind != "headline"]
    body = [block for block in told if block.paragraph.kind != "body" or not is_title_case(block.doc)]
    for block in body or blocks:
        for span in block.doc.ents:
            if span.label_ in _LABELS:
                _vote(found, span)
        _greet(found, block.doc)
        _introduce(found, block.doc)
    _part_pairs(found)
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
    if label == "person" and folded in words("callback"):
        label = "organisation"
    if any(folded.endswith(f" {name}") for name in known() if " " in name):
        return  # "the Lowe White House": the recogniser ran two names together
    candidate = found.setdefault(folded, Candidate(folded, text))
    honoured = any(doc[i].lower_ in titles("honorifics") for i in range(max(0, span.start - 1), first))
    candidate.votes["person" if honoured else label] += 1
    candidate.votes.update(speaks_for(doc, first, last, folded))
    candidate.located += located(doc, first)


def _greet(found: dict[str, Candidate], doc: Doc) -> None:
    """A capital behind "Mr" is a person though the recogniser passed over it."""
    for i in range(1, len(doc)):
        if doc[i - 1].lower_ in titles("honorifics") and not doc[i].ent_type_ and doc[i].text[0].isupper():
            folded = fold(doc[i].text)
            found.setdefault(folded, Candidate(folded, doc[i].text)).votes["person"] += 4


def _introduce(found: dict[str, Candidate], doc: Doc) -> None:
    """What a word before it introduces as one of its kind: "a charity called X", "the river X", "the MV X"."""
    for i in range(1, len(doc)):
        if starts(doc, i) and (kind := _introduced(doc, i)):
            first = i - 1 if kind == "thing" else i
            _, text, folded = runs(doc, first)[0]
            found.setdefault(folded, Candidate(folded, text)).votes[kind] += 4


def _introduced(doc: Doc, i: int) -> str | None:
    """The kind of the name that begins at token i by the words before it, where they leave no doubt."""
    before = doc[i - 1]
    if before.text.isupper() and before.lower_ in words("things"):
        return "thing"
    called = i > 1 and before.lower_ in words("alias", "naming")
    noun = doc[i - 2] if called else before
    sort = nouns()[noun.lower_].sort if noun.text.islower() and noun.lower_ in nouns() else None
    if sort == "landmark" and not doc[i].ent_type_ and doc[i].pos_ == "PROPN":
        return "place"
    if called and sort in ("settlement", "quarter", "landmark"):
        return "place"
    body = noun.lower_ in words("callback") or noun.lower_ in words("company", "before")
    return "organisation" if called and body else None


def surname(folded: str) -> str:
    """The last word of a folded name that is no suffix ("Jr")."""
    kept = [word for word in folded.split() if word not in titles("suffixes")]
    return kept[-1] if kept else folded


def _part_pairs(found: dict[str, Candidate]) -> None:
    """Drop what is two names side by side: "Lowe-Barros", "U.S.-Ghana", "BXA and CTV"."""
    for folded, candidate in list(found.items()):
        parts = [fold(part) for part in _JOINT.split(candidate.surface)]
        if len(parts) > 1 and all(part in found or part in countries() or part in known() for part in parts):
            del found[folded]


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
            for tail in _tails(folded):
                # "Tags Lagos" in a line of links is no person who gives the town a surname.
                if tail in found and not (found[tail].votes["place"] and cities(tail)):
                    # What else the recogniser took the bare name for is its doubt; a place it may still be.
                    bare = found[tail]
                    bare.votes["person"] += candidate.votes["person"] + 2 + bare.votes.pop("organisation", 0)
            given = found.get(folded.split()[0])
            if given and not given.votes["place"]:
                given.votes["person"] += 2


def _tails(folded: str) -> list[str]:
    """The names that a full name may be shortened to: "phiri tembo" and "tembo" of "grace phiri tembo"."""
    kept = folded.split()
    kept = kept[: kept.index(surname(folded)) + 1]
    return [" ".join(kept[start:]) for start in range(1, len(kept))]
