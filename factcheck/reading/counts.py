"""What a figure counts: its class, the words that say so, and who "the dead" are where the text named them before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Claim
from factcheck.reading import counted, events, figures
from factcheck.reading.article import Article, Sentence
from factcheck.reading.quantities import quantities
from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token


def read(
    article: Article, sentence: Sentence, amount: quantities.Mention, event: events.Mention | None
) -> tuple[str | None, str]:
    """The class counted and the words that say so; a modifier that names people wins ("civilian deaths")."""
    quantity = amount.quantity
    if quantity.unit is not None:
        if event is not None and event.cls in figures.CHANGES:
            changed = figures.change_of(sentence, amount, event)
            return (f"{_narrowed(changed)} change", changed.text) if changed else (quantity.unit, quantity.unit)
        thing = figures.measured(sentence, amount)
        sized = thing is None or figures.sized_event(sentence, amount) is not None
        return (quantity.unit, quantity.unit) if sized or thing is None else (_narrowed(thing), thing.text)
    if amount.noun is None:
        if quantity.of:
            return counted.classify(quantity.of), quantity.of
        people = event is not None and event.cls in events.vocabulary().befalls
        return (counted.UNNAMED, "people") if people else (None, "")
    noun = sentence.span.doc[amount.noun]
    named = article.entity(sentence, noun)
    if named is not None and named.entity.kind == "people":
        return "people", noun.text
    cls = counted.classify(quantity.of or noun.lemma_.lower())
    if cls == "vote" and any(item.lower_ == "against" for item in noun.rights):
        return "vote against", f"{noun.text} against"
    if counted.is_unnamed(cls) or cls == "people":
        for item in noun.children:
            if item.dep_ in ("amod", "compound", "nmod") and counted.is_people(counted.classify(item.lemma_)):
                kind = counted.classify(item.lemma_)
                if not counted.is_unnamed(kind):
                    return kind, f"{item.text} {noun.text}"
    listed_class = counted.is_listed(cls)
    return (cls if listed_class else _narrowed(noun)), noun.text


def _narrowed(noun: Token) -> str:
    """A noun's lemma with what narrows it: youth unemployment is not unemployment, gold medals are not all medals."""
    narrowing = [
        item.lemma_.lower()
        for item in noun.lefts
        if item.dep_ in ("compound", "amod") and item.is_alpha and not is_listed(item, "scope", "neutral")
    ]
    return " ".join((*narrowing, noun.lemma_.lower()))


def inherit(claims: list[Claim]) -> list[Claim]:
    """Deaths that are nobody's in particular count whom the claims before them counted."""
    found: list[Claim] = []
    last: dict[str, Claim] = {}
    for claim in claims:
        root = events.ancestors(claim.event.cls)[-1] if claim.event else ""
        if claim.counted and counted.is_unnamed(claim.counted):
            before = last.get(root)
            if before is not None and before.counted:
                claim = replace(
                    claim,
                    counted=before.counted,
                    counted_words=f"{claim.counted_words} ({before.counted_words}, from the text before)",
                )
        elif claim.counted and root and counted.is_people(claim.counted) and claim.extent not in ("part", "additional"):
            last[root] = claim
        found.append(claim)
    return found
