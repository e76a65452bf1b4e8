"""Which words hand on another's words, and what must follow them to do so (lexicons/cues.toml)."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.lexicons import entries, load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Cue:
    """A cue word: its lemma (with its particle), its class, how firm the speaker is, what it takes, and of whom."""

    lemma: str
    mode: str
    certainty: str
    takes: tuple[str, ...] = ()
    of: str = "any"
    inner: bool = True
    entry: str = ""


@functools.cache
def _index(key: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for entry in entries("cues"):
        for word in dict.fromkeys(entry.get(key, ())):
            cue = Cue(
                word,
                entry.get("mode", entry["id"]),
                entry["certainty"],
                tuple(entry.get("takes", ())),
                entry.get("of", "any"),
                entry.get("inner", True),
                entry["id"],
            )
            found[word] = (*found.get(word, ()), cue)
    return found


@functools.cache
def words(table: str) -> frozenset[str]:
    """The words of a plain table of the lexicon: carriers, irreal, light, phrases."""
    return frozenset(load("cues")[table]["words"])


def verbs(token: Token) -> tuple[Cue, ...]:
    """The classes that a verb may be a cue of, its phrasal readings ("point out", "call for") first."""
    index = _index("words")
    lemma = token.lemma_.lower()
    phrasal: tuple[Cue, ...] = ()
    for child in token.children:
        if child.dep_ in ("prt", "prep", "advmod") and child.i > token.i:
            phrasal = (*phrasal, *index.get(f"{lemma} {child.lower_}", ()))
    return (*phrasal, *index.get(lemma, ()))


def nouns(token: Token) -> tuple[Cue, ...]:
    """The classes that a noun may be a cue of ("the claim that …")."""
    index = _index("nouns")
    return index.get(token.lower_, ()) or index.get(token.lemma_.lower(), ())


def source(doc: Doc, place: int) -> tuple[Cue, int] | None:
    """A preposition such as "according to" that starts at a token: its cue, and the token after it."""
    for cue, length in _sources().get(doc[place].lower_, ()):
        if doc[place : place + length].text.lower() == cue.lemma:
            return cue, place + length
    return None


@functools.cache
def _sources() -> dict[str, tuple[tuple[Cue, int], ...]]:
    """First word of the prepositions to their cues and lengths in tokens, in the file's order."""
    found: dict[str, tuple[tuple[Cue, int], ...]] = {}
    for entry in load("cues")["source"]:
        for phrase in entry["words"]:
            first, *others = phrase.split()
            cue = Cue(phrase, entry["mode"], entry["certainty"], entry=entry["id"])
            found[first] = (*found.get(first, ()), (cue, 1 + len(others)))
    return found
