"""Whom each sentence brings to mind, so that a pronoun can mean them: its subjects, then the other persons it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues, roles
from factcheck.reading.attribution.memory import Mentioned
from factcheck.reading.attribution.people import People, Person
from factcheck.reading.attribution.speaker import SUBJECTS, Speaker, as_speaker, speaks, whom
from factcheck.reading.attribution.subjects import subject
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
        opening = _opening(people, sentence.start, outside)
        if opening is not None:
            # Roe's plan failed when she left: "she" is the one whom the subject names.
            yield Mentioned(number, count, opening[0].i, False, False, as_speaker(opening[1]))
        able = False
        for token in outside:
            if token.dep_ not in SUBJECTS or _misplaced(token):
                continue
            speaker, main = resolve(number, token), token.head.dep_ in ("ROOT", "conj")
            able = able or (main and speaks(token, speaker))
            # "It" and "they" mean those who can speak: a subject that cannot is no candidate.
            if speaker is not None and (speaker.number == "one" or speaks(token, speaker)):
                if speaker.gender is None and speaker.number == "one" and (met := _met(token)):
                    # Roe asked her: "she" in the next sentence is not Roe.
                    speaker = replace(speaker, gender="m" if met == "f" else "f")
                yield Mentioned(number, count, token.i, main, bool(cues.verbs(token.head)), speaker)
        for token in outside:
            teller = _hidden_teller(token)
            if teller is not None and (speaker := resolve(number, teller)) is not None and speaks(teller, speaker):
                yield Mentioned(number, count, teller.i, False, True, speaker)
        for token in outside:
            # Where the parser found no subject, the person a sentence starts with is one: a slip may hide the verb.
            first = not able and token.i - sentence.start < _FIRST and not (token.dep_ == "poss" and opening is None)
            person = whom(people, token) if token.ent_type_ == "PERSON" and (first or token.dep_ in _OBJECTS) else None
            if person is not None:
                yield Mentioned(number, count, token.i, first, False, as_speaker(person))
                able = able or first


def _hidden_teller(verb: Token) -> Token | None:
    """Who tells in a tag that the parser ran into the clause before it: … killing nine people the monitor said."""
    if verb.pos_ != "VERB" or not cues.verbs(verb) or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    head = subject(verb)
    return head if head is not None and head.dep_ not in SUBJECTS and head.sent == verb.sent else None


def _misplaced(token: Token) -> bool:
    """The member for Oslo Jane Roe said: of two subjects of one verb the nearer, if it is a name, is the one. Hit the
    village of Renn, drawing anger: what follows "of" draws nothing.
    """
    place = token.left_edge.i - 1
    if token.head.tag_ == "VBG" and place >= token.sent.start and token.doc[place].lower_ in ("of", "in", "near", "at"):
        return True
    return any(
        child.dep_ == token.dep_ == "nsubj" and token.i < child.i < token.head.i and child.pos_ == "PROPN"
        for child in token.head.children
    )


def _met(actor: Token) -> str | None:
    """The gender of the pronoun that is the object of a subject's verb: asked her."""
    objects = [child for child in actor.head.children if child.dep_ in ("dobj", "dative") and child.pos_ == "PRON"]
    others = [item.lower_ for item in objects if not item.lower_.endswith("self")]
    return next((gender for word in others if (gender := roles.gender(word))), None)


def _opening(people: People, start: int, tokens: Sequence[Token]) -> tuple[Token, Person] | None:
    """The person whose something is the subject of the main clause, near the start of its sentence, if it befalls no
    other person (Roe's plan angered Poe)."""
    for token in tokens:
        owned = token.dep_ == "poss" and token.head.dep_ in SUBJECTS and token.head.head.dep_ == "ROOT"
        human = roles.kind(token.head.lower_) in ("role", "voice", "person", "people", "courtesy")
        befalls = any(item.dep_ == "dobj" and whom(people, item) for item in token.head.head.children)
        if owned and not human and not befalls and token.i - start < _FIRST and (person := whom(people, token)):
            return token, person
    return None
