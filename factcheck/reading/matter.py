"""What a counted event came about by, or was for: the fire, the measles, the theft, the team that scored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.reading import counted, events, syntax
from factcheck.reading.article import Article, Sentence
from factcheck.reading.words import is_listed, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

ACT = "event:act"
UNDERGOER = "to"  # before one who is named and to whom it happens: who was jailed, who was bought
DOER = "by"  # before the doer of an event that befalls nobody: who won, who paid


def read(article: Article, sentence: Sentence, event: events.Mention | None, *anchors: Token | None) -> tuple[str, ...]:
    """Event classes ("event:act"), noun lemmas and doers ("by:team", "by-name:org/rovers"), sorted; empty if unnamed.

    `anchors`: the words beside the event that a cause or purpose may hang on, such as the counted noun.
    """
    head = sentence.span.doc[event.head] if event is not None else None
    found: set[str] = set()
    for anchor in dict.fromkeys(item for item in (head, *anchors) if item is not None):
        for thing in syntax.preposition_objects(anchor, listed("scope", "purpose")):
            found.update(_term(article, sentence, thing) if thing not in anchors else ())
    if head is None or event is None:
        return tuple(sorted(found))
    doer = _doer(head, event)
    if doer is not None and doer not in anchors:
        if event.cls in events.vocabulary().caused:
            found.update(_term(article, sentence, doer))
        elif doer.pos_ in ("NOUN", "PROPN"):
            found.add(DOER + _named(article, sentence, _substance(doer)))
    undergoer = syntax.logical_object(head) if head.pos_ in ("VERB", "AUX") else None
    if undergoer is not None and undergoer.pos_ == "PROPN":
        found.add(UNDERGOER + _named(article, sentence, undergoer))
    return tuple(sorted(found))


def _doer(head: Token, event: events.Mention) -> Token | None:
    """Who does it; where it befalls its subject, whom it befalls: the nurses who went on strike for ten days."""
    if head.pos_ not in ("VERB", "AUX"):
        return None
    if not event.suffered:
        return syntax.logical_subject(head)
    return syntax.subject(head) if event.cls not in events.vocabulary().befalls else None


def _substance(noun: Token) -> Token:
    """The milk of "a litre of milk": what a word of measure measures."""
    if not is_listed(noun, "scope", "measure-noun"):
        return noun
    return next(syntax.preposition_objects(noun, frozenset({"of"})), noun)


def _named(article: Article, sentence: Sentence, token: Token) -> str:
    """ ":rovers" for a common noun, "-name:person/diaz" for a name: two names tell more apart than two nouns."""
    mention = article.entity(sentence, token)
    if mention is not None:
        return f"-name:{mention.entity.key}"
    return f"-name:{token.lower_}" if token.pos_ == "PROPN" else f":{token.lemma_.lower()}"


def _term(article: Article, sentence: Sentence, token: Token) -> Iterator[str]:
    """The class or lemma of a common noun; names, people, places and times are other dimensions."""
    if token.pos_ == "PROPN" and token.head.lower_ in listed("scope", "on-behalf"):
        yield token.lower_
    if token.pos_ != "NOUN" or article.entity(sentence, token) is not None or is_listed(token, "scope", "place-noun"):
        return
    if any(period.first <= token.i < period.last for period in sentence.periods):
        return
    if any(amount.quantity.unit and amount.first <= token.i < amount.last for amount in sentence.quantities):
        return  # a length of time or a sum of money is no matter
    if is_listed(token, "scope", "undertaking"):
        return  # a campaign may be one of raids, of closures or of searches
    cls = events.vocabulary().words.get(("noun", events.lemma(token)))
    if cls is not None:
        yield f"event:{events.ancestors(cls)[-1]}"
    elif is_listed(token, "scope", "act-carrier"):
        yield ACT
    elif not counted.is_people(counted.classify(token.lemma_.lower())):
        yield token.lemma_.lower()
