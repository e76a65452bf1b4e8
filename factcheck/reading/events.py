"""Which events a paragraph speaks of: verbs, nouns, states and idioms of the event lexicon, as tokens of the parse."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck import lexicons

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAX_GAP = 3  # words that may stand where a phrase of the lexicon has "*"


@dataclass(frozen=True)
class Mention:
    """An event of class `cls` named by the token at `head`; `form`: verb, subject_verb, noun, state, phrase or
    subject_phrase.

    A phrase covers tokens [first, last] around its head; elsewhere all three are one. `nominal` events are named by a
    noun or a state.
    """

    cls: str
    head: int
    first: int
    last: int
    form: str

    @property
    def suffered(self) -> bool:
        """True if the subject is the one to whom it happens: "nine died", "nine lost their lives"."""
        return self.form in ("subject_verb", "subject_phrase", "state")

    @property
    def nominal(self) -> bool:
        return self.form in ("noun", "state")


Phrase = tuple[tuple[str, ...], str, str]  # lemmas, class, form


@dataclass(frozen=True)
class _Vocabulary:
    words: dict[tuple[str, str], str]  # (form, lemma) -> class
    phrases: dict[str, tuple[Phrase, ...]]  # by first lemma, longest first
    parents: dict[str, str]
    classes: frozenset[str]
    befalls: frozenset[str]  # classes that happen to people


@functools.cache
def vocabulary() -> _Vocabulary:
    """The event lexicon by form and lemma; the first entry that lists a word wins."""
    words: dict[tuple[str, str], str] = {}
    phrases: dict[str, list[Phrase]] = defaultdict(list)
    parents: dict[str, str] = {}
    for entry in lexicons.entries("events"):
        if "parent" in entry:
            parents[entry["id"]] = entry["parent"]
        for form in ("verbs", "subject_verbs", "nouns", "states"):
            for word in entry.get(form, ()):
                words.setdefault((form.removesuffix("s"), word), entry["id"])
        for form in ("phrases", "subject_phrases"):
            for phrase in entry.get(form, ()):
                lemmas = tuple(phrase.split())
                phrases[lemmas[0]].append((lemmas, entry["id"], form.removesuffix("s")))
    longest = {first: tuple(sorted(found, key=lambda item: (-len(item[0]), item))) for first, found in phrases.items()}
    entries = lexicons.entries("events")
    classes = frozenset(entry["id"] for entry in entries)
    befalls = frozenset(entry["id"] for entry in entries if entry.get("befalls") == "people")
    return _Vocabulary(words, longest, parents, classes, befalls)


def is_listed(cls: str) -> bool:
    """False for the class of a verb that no lexicon lists, which is its lemma."""
    return cls in vocabulary().classes


def ancestors(cls: str) -> tuple[str, ...]:
    """A class and all that it is a kind of, nearest first."""
    line = [cls]
    while line[-1] in vocabulary().parents:
        line.append(vocabulary().parents[line[-1]])
    return tuple(line)


def read(doc: Doc) -> list[Mention]:
    """Every event mention of a parse, in order of its words; a token belongs to one mention at most."""
    found: list[Mention] = []
    taken: set[int] = set()
    for token in doc:
        if token.i in taken:
            continue
        mention = _phrase(doc, token.i) or _word(token)
        if mention:
            found.append(mention)
            taken.update((mention.first, mention.head, mention.last))
    return found


def lemma(token: Token) -> str:
    """The lower-case lemma; where the parser took a plural noun for another part of speech, the word itself."""
    return str(token.lemma_).lower()


def _word(token: Token) -> Mention | None:
    words = vocabulary().words
    for form in _forms(token):
        cls = words.get((form, lemma(token))) or (words.get((form, token.lower_)) if form == "state" else None)
        if cls:
            return Mention(cls, token.i, token.i, token.i, form)
    return None


def _forms(token: Token) -> Sequence[str]:
    if token.pos_ in ("NOUN", "PROPN"):
        return ("noun", "state") if token.tag_ != "NNP" else ("noun",)
    if token.pos_ == "ADJ":
        return ("state",)
    if token.pos_ in ("VERB", "AUX"):
        return (
            ("state", "verb", "subject_verb")
            if token.dep_ in ("amod", "acomp", "oprd")
            else ("verb", "subject_verb", "state")
        )
    return ()


def _phrase(doc: Doc, first: int) -> Mention | None:
    for lemmas, cls, form in vocabulary().phrases.get(lemma(doc[first]), ()):
        last = _match(doc, first, lemmas)
        if last is not None:
            head = doc[first : last + 1].root
            return Mention(cls, head.i, first, last, form if head.pos_ in ("VERB", "AUX") else "noun")
    return None


def _match(doc: Doc, first: int, lemmas: tuple[str, ...]) -> int | None:
    """The index of the phrase's last token, if the phrase stands at `first`."""
    position, gap_allowed = first, False
    for wanted in lemmas[1:]:
        if wanted == "*":
            gap_allowed = True
            continue
        reach = range(position + 1, min(position + 2 + (MAX_GAP if gap_allowed else 0), len(doc)))
        hit = next((i for i in reach if wanted in (lemma(doc[i]), doc[i].lower_)), None)
        if hit is None or doc[hit].sent.start != doc[first].sent.start:
            return None
        position, gap_allowed = hit, False
    return position
