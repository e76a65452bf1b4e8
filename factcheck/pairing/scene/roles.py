"""Who does it and whom it befalls, in the active and in the passive; whether the two have changed places."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import lexicons
from factcheck.pairing.scene.kinds import Clash
from factcheck.pairing.scene.sentences import Sentence
from factcheck.reading.tokens import Token

DOES = ("nsubj", "csubj")
SUFFERS = ("dobj", "nsubjpass", "obj", "acl")


def swapped(a: Sentence, b: Sentence) -> Clash | None:
    """The doer of the one sentence is the undergoer of the other, and the reverse."""
    for verb, doer, undergoer in _told(a):
        for other, its_doer, its_undergoer in _told(b):
            if verb.lemma_ == other.lemma_ and (_name(doer), _name(undergoer)) == (
                _name(its_undergoer),
                _name(its_doer),
            ):
                return Clash("identities", "roles", _shown(doer, undergoer), _shown(its_doer, its_undergoer))
    return None


def _told(sentence: Sentence) -> Iterator[tuple[Token, Token, Token]]:
    """Each verb of a sentence that has both, with its doer and its undergoer."""
    mutual, anybody = lexicons.words("contraries", "mutual"), lexicons.words("opposites", "anybody")
    for word in sentence.words:
        if word.token.pos_ != "VERB" or word.norm in mutual:
            continue
        doers, undergoers = doers_of(word.token), undergoers_of(word.token)
        for doer in doers:
            for undergoer in undergoers:
                if not {_name(doer), _name(undergoer)} & anybody and _name(doer) != _name(undergoer):
                    yield word.token, doer, undergoer


def doers_of(verb: Token) -> list[Token]:
    """The subjects of a verb; in the passive whom "by" names."""
    found = [child for child in verb.children if child.dep_ in DOES]
    agents = [
        item for child in verb.children if child.dep_ == "agent" for item in child.children if item.dep_ == "pobj"
    ]
    return [*found, *agents]


def undergoers_of(verb: Token) -> list[Token]:
    """The objects of a verb; in the passive its subjects."""
    return [child for child in verb.children if child.dep_ in SUFFERS]


def _name(token: Token) -> str:
    return token.lemma_.casefold()


def _shown(doer: Token, undergoer: Token) -> str:
    return f"{doer.text} → {undergoer.text}"
