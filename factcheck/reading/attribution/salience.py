"""Whom each sentence brings to mind, so that a pronoun can mean them: its subjects, then the other persons it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues
from factcheck.reading.attribution.memory import Mentioned
from factcheck.reading.attribution.people import People
from factcheck.reading.attribution.speaker import SUBJECTS, Speaker, as_speaker, speaks, whom
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = 6  # Tokens within which a sentence names whom it is about.
_OBJECTS = ("dobj", "pobj", "dative", "appos", "conj")

Resolve = Callable[[int, "Token"], Speaker | None]


def salient(
    number: int, block: Block, people: People, quoted: Callable[[int], bool], resolve: Resolve
) -> Iterator[Mentioned]:
    """The mentions of a block outside quotations, sentence by sentence; `resolve` says whom a noun phrase means."""
    for count, sentence in enumerate(block.doc.sents):
        outside = [token for token in sentence if not quoted(block.paragraph.start + token.idx)]
        able = False
        for token in outside:
            if token.dep_ not in SUBJECTS:
                continue
            speaker, main = resolve(number, token), token.head.dep_ in ("ROOT", "conj")
            able = able or (main and speaks(token, speaker))
            # "It" and "they" mean those who can speak: a subject that cannot is no candidate.
            if speaker is not None and (speaker.number == "one" or speaks(token, speaker)):
                yield Mentioned(number, count, token.i, main, bool(cues.verbs(token.head)), speaker)
        for token in outside:
            # Where the parser found no subject, the person a sentence starts with is one: a slip may hide the verb.
            first = not able and token.i - sentence.start < _FIRST
            person = whom(people, token) if token.ent_type_ == "PERSON" and (first or token.dep_ in _OBJECTS) else None
            if person is not None:
                yield Mentioned(number, count, token.i, first, False, as_speaker(person))
                able = able or first
