"""Where, and by whose doing: the agent and place of an event, stated in its clause or inherited from around it.

Inheritance goes from the clause to the sentence, the sentences before, the lead and the headline; what is inherited is
always marked. Nothing is inherited where two candidates compete.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Entity, Facet, Holder
from factcheck.reading import counted, events, syntax, when
from factcheck.reading.article import Article, Sentence
from factcheck.reading.words import is_listed, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTORS = frozenset({"country", "government", "force", "group", "coalition", "organisation", "people"})
DOERS = ACTORS - {"organisation"}  # those who do harm; a body that reports a toll is not the one that caused it
PLACES = frozenset({"region", "place"})
INHERIT_SENTENCES = 3
REACH_LEFT = 10  # words between an act and the verb that tells its outcome


def agent(article: Article, sentence: Sentence, event: events.Mention, holder: Holder | None) -> Facet:
    """Who does it: stated in the clause, else the one actor of the sentences around it, else unknown."""
    head = sentence.span.doc[event.head]
    stated = _actors_of_event(article, sentence, event)
    if not stated:
        stated, pronoun = _of_pronoun(article, sentence, head, holder)
        if stated:
            return _facet(stated, "context", f"“{pronoun}”")
    if stated:
        return _facet(stated, "stated")
    for where, nearby in _around(article, sentence):
        told = [
            actor
            for mention in nearby.events
            if {"act", events.ancestors(event.cls)[-1]} & set(events.ancestors(mention.cls))
            for actor in _actors_of_event(article, nearby, mention)
        ]
        actors = [actor for actor in told if actor.kind in DOERS]
        if actors:
            return _facet(actors, "context", where) if _compatible(actors) else Facet()
    return Facet()


def place(
    article: Article, sentence: Sentence, span: tuple[int, int], event: events.Mention | None, extent: str, alone: bool
) -> Facet:
    """Where it happens: the places in the tokens of `span`, else those of the sentence and of the sentences around it.

    A running total is about the whole story: it inherits from the lead, and not from the incident told just before.
    Of a sentence around it that tells of the same kind of event those of that clause count. `alone`: its own does not.
    """
    stated = _places(article, sentence, *span, main_only=True) or _places(article, sentence, *span)
    if stated:
        return _facet(_innermost(stated), "stated")
    for where, nearby in _around(article, sentence, near=extent != "total"):
        if alone and nearby is sentence:
            continue
        found = _places_of_kind(article, nearby, event) or _places(article, nearby, nearby.span.start, nearby.span.end)
        if found:
            return _facet(_innermost(found), "context", where)
    return Facet()


def _places_of_kind(article: Article, nearby: Sentence, event: events.Mention | None) -> list[Entity]:
    """The places of a sentence's clauses that tell of the same kind of event."""
    if event is None:
        return []
    root = events.ancestors(event.cls)[-1]
    heads = [m.head for m in nearby.events if m != event and events.ancestors(m.cls)[-1] == root]
    spans = [syntax.clause_span(syntax.clause_head(nearby.span.doc[head])) for head in heads]
    for main_only in (True, False):
        for first, last in spans:  # the first event of a sentence is the one it tells of
            found = _places(article, nearby, first, last, main_only=main_only)
            if found:
                return found
    return []


def _around(article: Article, sentence: Sentence, *, near: bool = True) -> Iterator[tuple[str, Sentence]]:
    yield "same sentence", sentence
    for nearby in article.before(sentence)[: INHERIT_SENTENCES if near else 0]:
        if not (nearby.headline or when.is_background(article, nearby)):
            yield "sentence before", nearby
    for nearby in article.leads():
        if nearby is not sentence:
            yield ("headline" if nearby.headline else "lead"), nearby


def _facet(entities: Sequence[Entity], how: str, where: str = "") -> Facet:
    unique = tuple(dict.fromkeys(entities))
    words = ", ".join(dict.fromkeys(entity.name for entity in unique))
    return Facet(
        unique, f"{words} (from the {where})" if where and how == "context" and "“" not in where else words, how
    )


def _compatible(actors: Sequence[Entity]) -> bool:
    """True if all may be one actor: the same key, or one leads or holds the other."""
    first = actors[0]
    return all(
        actor.key == first.key
        or first.key in (*actor.within, actor.led_by)
        or actor.key in (*first.within, first.led_by)
        for actor in actors
    )


def _actors_of_event(article: Article, sentence: Sentence, event: events.Mention) -> list[Entity]:
    """The actors that the clause of an event credits with it; who suffers it is none."""
    head = sentence.span.doc[event.head]
    if event.suffered and head.pos_ in ("VERB", "AUX"):
        return _through(article, sentence, head)
    if head.pos_ in ("VERB", "AUX"):
        doer = syntax.logical_subject(head)
        if doer is not None:
            found = [actor for item in syntax.conjuncts(doer) for actor in actors_of(article, sentence, item)]
            if found:
                return found
        return _through(article, sentence, head) or (
            [] if doer is not None and doer.pos_ == "PRON" else _left_of(article, sentence, head)
        )
    found = actors_of(article, sentence, head) if head.pos_ not in ("ADJ", "NUM") else []
    if found:
        return found
    carrier = head
    for _ in range(3):
        found = _through(article, sentence, carrier)
        if found or carrier.head == carrier:
            return found
        carrier = carrier.head
        if carrier.pos_ in ("VERB", "AUX"):
            causes = is_listed(carrier, "scope", "causing") or is_listed(carrier, "scope", "light-verb")
            doer = syntax.logical_subject(carrier) if causes else None
            found = (
                [actor for item in syntax.conjuncts(doer) for actor in _acting(article, sentence, item)]
                if doer is not None
                else []
            )
            return found or _through(article, sentence, carrier)
    return []


def _left_of(article: Article, sentence: Sentence, head: Token) -> list[Entity]:
    """The actor named right before the nearest act to the left: where the parser takes "airstrikes" for a verb."""
    doc = sentence.span.doc
    for index in range(head.i - 1, max(sentence.span.start, head.i - REACH_LEFT) - 1, -1):
        if doc[index].pos_ == "VERB" and _plural_act(doc[index]):
            before = article.entity(sentence, doc[index - 1]) if index > sentence.span.start else None
            return [before.entity] if before is not None and before.entity.kind in ACTORS else []
    return []


def _plural_act(token: Token) -> bool:
    cls = events.vocabulary().words.get(("noun", token.lower_.removesuffix("s")))
    return token.lower_.endswith("s") and cls is not None and "act" in events.ancestors(cls)


def _acting(article: Article, sentence: Sentence, noun: Token) -> list[Entity]:
    """Actors of a noun that can do harm or act: the actor itself or an act; not a report or an investigation."""
    mention = article.entity(sentence, noun)
    if mention is not None and mention.entity.kind in DOERS:
        return [mention.entity]
    return actors_of(article, sentence, noun) if is_deed(noun) else []


def _through(article: Article, sentence: Sentence, head: Token) -> list[Entity]:
    """Actors named by way of an act: killed *in a Ruritanian raid*, deaths *from coalition bombing*."""
    found = []
    for item in syntax.preposition_objects(head, listed("scope", "causal")):
        if is_deed(item):
            found.extend(actors_of(article, sentence, item))
    return found


def is_deed(noun: Token) -> bool:
    """True for nouns through which somebody acts: an act of the lexicon ("raid", "operation") or a carrier of one."""
    cls = events.vocabulary().words.get(("noun", events.lemma(noun)))
    return (cls is not None and "act" in events.ancestors(cls)) or is_listed(noun, "scope", "act-carrier")


def actors_of(article: Article, sentence: Sentence, noun: Token) -> list[Entity]:
    """The actors that a noun phrase names: itself, whoever modifies it, or whoever is said to do it."""
    mention = article.entity(sentence, noun)
    if mention is not None:
        return [mention.entity] if mention.entity.kind in ACTORS else []
    found: list[Entity] = []
    for item in noun.children:
        if item.dep_ in ("amod", "compound", "poss", "nmod", "nummod"):
            named = article.entity(sentence, item)
            if named is not None and named.entity.kind in ACTORS:
                found.append(named.entity)
        elif item.dep_ in ("acl", "relcl") and item.pos_ == "VERB":
            for by in syntax.preposition_objects(item, frozenset({"by"})):
                found.extend(actors_of(article, sentence, by))
    for by in syntax.preposition_objects(noun, frozenset({"by"})):
        found.extend(actors_of(article, sentence, by))
    if not found:
        found = [actor for item in (noun, *noun.children) if (actor := _unnamed(item, noun)) is not None]
    if not found and events.vocabulary().words.get(("noun", events.lemma(noun))) is None:
        for item in noun.children:
            if item.dep_ in ("compound", "poss", "amod") and item.pos_ in ("NOUN", "PROPN"):
                found.extend(actors_of(article, sentence, item))
    return found


def _unnamed(token: Token, noun: Token) -> Entity | None:
    """An actor that has a kind and no name: "rebels", "rebel shelling", "a gunman"."""
    modifies = token.dep_ in ("compound", "amod", "poss", "nmod") and is_deed(noun)
    cls = counted.classify(token.lemma_.lower())
    if (
        token.pos_ not in ("NOUN", "ADJ")
        or not (token == noun or modifies)
        or cls not in listed("scope", "unnamed-actor")
    ):
        return None
    return Entity(f"actor/{cls}", token.lemma_.lower(), "group")


def _of_pronoun(article: Article, sentence: Sentence, head: Token, holder: Holder | None) -> tuple[list[Entity], str]:
    """The actor that a pronoun subject stands for: "we" the speaker's institution, "it" and "they" the actor just
    named.
    """
    doer = syntax.logical_subject(head) if head.pos_ in ("VERB", "AUX") else syntax.child(head, "poss")
    if doer is None or doer.pos_ != "PRON":
        return [], ""
    if is_listed(doer, "scope", "speaker"):
        return speaker_side(article, holder), doer.text
    if not is_listed(doer, "scope", "back-pointing"):
        return [], ""
    joined = syntax.joined_subject(head)
    if joined is not None and (actors := actors_of(article, sentence, joined)):
        return actors, doer.text
    for nearby in (sentence, *article.before(sentence)[:2]):
        for mention in reversed([m for m in nearby.events if nearby is not sentence or m.head < doer.i]):
            actors = _actors_of_event(article, nearby, mention)
            if actors:
                return actors, doer.text
    return [], ""


def speaker_side(article: Article, holder: Holder | None) -> list[Entity]:
    """The institution a speaker speaks for, as the names of the article know it."""
    if holder is None:
        return []
    for wanted in (holder.affiliation, holder.name):
        if not wanted:
            continue
        folded = wanted.casefold()
        for sentence in article.sentences:
            for mention in sentence.names:
                entity = mention.entity
                words = sentence.span.doc[mention.first : mention.last].text.casefold()
                if entity.kind in ACTORS and folded in (entity.name.casefold(), words, words.removeprefix("the ")):
                    return [entity]
    return []


def _places(article: Article, sentence: Sentence, first: int, last: int, *, main_only: bool = False) -> list[Entity]:
    """The places named in tokens [first, last); `main_only` leaves out those of adverbial clauses ("as X falls")."""
    doc = sentence.span.doc
    found = []
    for mention in sentence.names:
        if not first <= mention.first < last:
            continue
        head = doc[mention.first : mention.last].root
        if mention.last < len(doc) and is_deed(doc[mention.last]) and mention.entity.kind == "country":
            continue  # "in Ruritania airstrikes": whose they are, and not where
        if main_only and (syntax.under(head, "advcl", first, last) or syntax.is_named_among(head)):
            continue
        if mention.entity.kind in PLACES or (mention.entity.kind in ("country", "people") and _locates(head)):
            found.append(mention.entity)
    return found


def _locates(token: Token) -> bool:
    """True where a country's name says where and not who: after "in", or before "village", "soil"."""
    if token.dep_ == "pobj" and token.head.lower_ in listed("scope", "locative") - {"of", "on", "against", "between"}:
        return True
    if token.dep_ in ("amod", "compound", "poss") and is_listed(token.head, "scope", "place-noun"):
        return True
    return token.dep_ in ("conj", "appos") and token.head != token and _locates(token.head)


def _surrounds(part: Entity, entities: Sequence[Entity]) -> bool:
    """True for "northern Jutland" beside a town of Jutland: the part of the province that the town lies in."""
    compass = part.key.rpartition("/")[2].split("-")[0] in listed("scope", "compass")
    return compass and any(part.within[:1] == (key,) for item in entities if item != part for key in item.within)


def _innermost(entities: Sequence[Entity]) -> list[Entity]:
    """Without those that hold another of them: "Aarhus in Denmark" is Aarhus."""
    found = [item for item in dict.fromkeys(entities) if not _surrounds(item, entities)]
    return [item for item in found if not any(item.key in other.within for other in found if other is not item)]
