"""The verb that a noun is made from: "suspension" from suspend, "closures" from close. No lexicon needs to list it."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.reading import events, syntax
from factcheck.reading.words import is_listed, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# Endings of nouns that name a deed, each with the endings that its verb may have.
_ENDINGS = {
    "ification": ("ify",),
    "vocation": ("voke",),
    "mission": ("mit",),
    "pulsion": ("pel",),
    "isation": ("ise",),
    "ization": ("ize",),
    "ation": ("ate", "e", ""),
    "ition": ("e", "ish", ""),
    "ption": ("b", "be", "pt"),
    "sion": ("d", "de", "s", "se", "t"),
    "tion": ("t", "te", "e"),
    "sure": ("se",),
    "al": ("", "e"),
}
_SHORTEST = 8  # letters of such a noun: a station states nothing


@functools.cache
def verb_of(noun: str) -> str | None:
    """The verb of a noun's lemma, if its ending tells one and the parser knows it as a verb."""
    if noun in listed("scope", "no-deed"):
        return None
    for ending, others in _ENDINGS.items():
        stem = noun.removesuffix(ending)
        if stem == noun or len(noun) < _SHORTEST:
            continue
        stems = (*(stem + other for other in others), *([stem[:-1]] if stem[-1] == stem[-2] else ()))
        return next((verb for verb in stems if verb in _verbs()), None)
    return None


@functools.cache
def _verbs() -> frozenset[str]:
    """The verbs that the parser's lemmatizer knows."""
    from factcheck.reading.parse import language

    index = language().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(index["verb"])


def event_of(noun: Token | None) -> events.Mention | None:
    """The deed that a counted noun names, or that is done to what it names: "90 player suspensions", "the suspension of
    90 players"; none where another verb says what became of them ("requested 90 suspensions").
    """
    for deed in _deeds(noun) if noun is not None else ():
        verb = verb_of(deed.lemma_.lower())
        above = syntax.clause_head(deed)
        if verb is None or deed.pos_ != "NOUN" or not _says_little(above):
            continue
        cls = events.vocabulary().words.get(("verb", verb)) or (f"to {verb}" if events.is_listed(verb) else verb)
        return events.Mention(cls, deed.i, deed.i, deed.i, "noun")
    return None


def _deeds(noun: Token) -> Iterator[Token]:
    yield noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        yield noun.head.head


def _says_little(verb: Token) -> bool:
    """True for a verb that says no more than that there were so many, or what brought them about."""
    return verb.pos_ not in ("VERB", "AUX") or any(
        is_listed(verb, "scope", name) for name in ("causing", "amounting", "counting")
    )
