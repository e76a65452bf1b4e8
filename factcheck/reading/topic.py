"""What a statement is about: the events and nouns among its verb's arguments, with pronouns traced back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.reading import deverbal, events, syntax
from factcheck.reading.article import Article, Sentence
from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token

ABOUT = frozenset(
    {"to", "about", "into", "for", "over", "regarding", "of", "on", "concerning", "with", "against", "in"}
)
LOOK_BACK = 5  # sentences of the same speaker in which a pronoun's antecedent is sought


def read(article: Article, sentence: Sentence, event: events.Mention, verb: Token) -> tuple[str, ...]:
    """Event classes (their roots, as "event:harm") and noun lemmas, sorted; empty where the text does not say."""
    found: set[str] = set()
    for argument in _arguments(verb, sentence.span.doc[event.head], sentence.span.doc[event.last]):
        if argument.pos_ == "PRON" and is_listed(argument, "scope", "back-pointing"):
            found.update(_antecedent(article, sentence, argument, event))
            continue
        for token in argument.subtree:
            if not _places_it(article, sentence, token):
                found.update(_terms(sentence, token, event))
    return tuple(sorted(found))


def content(sentence: Sentence) -> tuple[str, ...]:
    """The content lemmas of a sentence, sorted: what tells one incident from another."""
    return tuple(
        sorted(
            {
                token.lemma_.lower()
                for token in sentence.span
                if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")
                and token.is_alpha
                and not token.is_stop
                and len(token) > 2
            }
        )
    )


def _arguments(verb: Token, *heads: Token) -> Iterator[Token]:
    office = syntax.child(verb, "oprd")
    if office is not None and office.pos_ == "NOUN":
        yield office  # elected president, appointed coach: of all that could be said, this is at issue
        return
    undergoer = syntax.logical_object(verb) if verb.pos_ in ("VERB", "AUX") else None
    if undergoer is not None and undergoer not in heads:
        yield undergoer
    for head in dict.fromkeys((verb, *heads)):
        for item in head.children:
            if item.dep_ in ("prep", "dative", "prt") and item.lower_ in ABOUT:
                yield from (thing for thing in item.children if thing.dep_ in ("pobj", "pcomp"))
            elif item.dep_ in ("amod", "compound") and head.pos_ == "NOUN":
                yield item
        if head.dep_ == "prt":  # "own up to": the preposition hangs on the particle
            yield from (x for x in head.children if x.dep_ == "pobj")


def _places_it(article: Article, sentence: Sentence, token: Token) -> bool:
    """True for the words of a day or a place: they say when and where it was, and not what it was about."""
    if any(period.first <= token.i < period.last for period in sentence.periods):
        return True
    named = article.entity(sentence, token)
    return named is not None and named.entity.kind in ("place", "region", "country") and token.dep_ == "pobj"


def _terms(sentence: Sentence, token: Token, own: events.Mention) -> Iterator[str]:
    mention = next((m for m in sentence.events if m.head == token.i), None)
    if mention is not None and mention is not own:
        yield _ordinal(token) + f"event:{events.ancestors(mention.cls)[-1]}"
    elif token.pos_ in ("NOUN", "PROPN") and not token.is_stop and token.is_alpha:
        yield _ordinal(token) + token.lemma_.lower()


def _ordinal(noun: Token) -> str:
    """ "second " for the second fire: it is not the first."""
    return next((f"{item.lower_} " for item in noun.lefts if is_listed(item, "scope", "ordinal")), "")


def _antecedent(article: Article, sentence: Sentence, pronoun: Token, own: events.Mention) -> Iterator[str]:
    """The event that a pronoun points at: the nearest one before it, in this sentence or those before."""
    occasion = next(
        (item for item in _ancestors(pronoun) for item in item.children if item.dep_ == "advcl" and item.i < pronoun.i),
        None,
    )
    named = (
        [term for token in occasion.subtree for term in _terms(sentence, token, own)] if occasion is not None else []
    )
    if named:
        yield from named
        return
    for mention in reversed(sentence.events):
        if mention.head < pronoun.i and mention is not own and not _repeats(sentence, mention):
            yield f"event:{events.ancestors(mention.cls)[-1]}"
            return
    for nearby in article.before(sentence)[:LOOK_BACK]:
        if nearby.headline:
            return
        if nearby.events:
            yield f"event:{events.ancestors(nearby.events[-1].cls)[-1]}"
            return
        deed = next((token.lemma_.lower() for token in reversed([*nearby.span]) if _is_deed(token)), None)
        if deed is not None:
            yield deed
            return


def _is_deed(token: Token) -> bool:
    return token.pos_ == "NOUN" and deverbal.verb_of(token.lemma_.lower()) is not None


def _ancestors(token: Token) -> Iterator[Token]:
    while token.head != token:
        token = token.head
        yield token


def _repeats(sentence: Sentence, mention: events.Mention) -> bool:
    return is_listed(sentence.span.doc[mention.head], "scope", "do-so")
