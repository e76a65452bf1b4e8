"""What a figure counts: its class, the words that say so, and who "the dead" are where the text named them before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Claim
from factcheck.reading import counted, deverbal, events, figures, sized
from factcheck.reading.article import Article, Sentence
from factcheck.reading.quantities import quantities
from factcheck.reading.quantities.quantity_phrases import words
from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token

CROWDED = 100  # from here on those who took part are hardly teams or states


def read(
    article: Article, sentence: Sentence, amount: quantities.Mention, event: events.Mention | None
) -> tuple[str | None, str]:
    """The class counted and the words that say so; a modifier that names people wins ("civilian deaths")."""
    quantity = amount.quantity
    if quantity.unit is not None:
        if event is not None and event.cls in sized.CHANGES:
            changed = sized.change_of(sentence, amount, event)
            return (f"{_narrowed(changed)} change", changed.text) if changed else (quantity.unit, quantity.unit)
        thing = sized.measured(sentence, amount)
        if thing is None or sized.sized_event(sentence, amount) is not None:
            return quantity.unit, quantity.unit
        return (_narrowed(thing), thing.text)
    if quantity.of in counted.VOTES and (amount.noun is None or quantity.of != counted.VOTES[0]):
        return quantity.of, quantity.of.replace("vote", "votes")
    if amount.noun is None:
        if quantity.of:
            return counted.classify(quantity.of), quantity.of
        cls = event.cls if event is not None else ""
        if cls in events.CROWD and (quantity.low or 0) >= CROWDED:
            return "present", "people"
        people = cls == figures.HARM or cls in events.vocabulary().befalls
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
    done_to = _done_to(noun) if event is not None and event.form == "noun" and event.head == noun.i else None
    if done_to is not None and not counted.is_listed(cls):
        return counted.classify(done_to.lemma_.lower()), f"{done_to.text} {noun.text}"
    cls = cls if counted.is_listed(cls) else _narrowed(noun)
    pace = _pace(noun)
    return (f"{cls} per {pace}", f"{noun.text} a {pace}") if pace else (cls, noun.text)


def _pace(noun: Token) -> str | None:
    """The day of "500 cases a day", which are no 500 cases; "500 cases a year ago" are."""
    after = [item.lower_ for item in noun.doc[noun.i + 1 : noun.i + 4]]
    rated = len(after) > 1 and after[0] in words("rate") and after[1] in words("pace")
    return after[1] if rated and not set(after[2:]) & words("after_duration") else None


def _done_to(noun: Token) -> Token | None:
    """The bridges of "40 bridge inspections", which are inspected."""
    if deverbal.verb_of(noun.lemma_.lower()) is None:
        return None
    return next((item for item in noun.lefts if item.dep_ == "compound" and item.pos_ == "NOUN"), None)


def _narrowed(noun: Token) -> str:
    """A noun's lemma with what narrows it: youth unemployment is not unemployment, gold medals are not all medals."""
    narrowing = [
        item.lemma_.lower()
        for item in noun.lefts
        if item.dep_ in ("compound", "amod") and item.is_alpha and not is_listed(item, "scope", "neutral")
    ]
    return " ".join((*narrowing, noun.lemma_.lower()))


def _is_deed(claim: Claim) -> bool:
    """True for suspensions, whose event is to suspend: they count those to whom it is done."""
    return claim.event is not None and deverbal.verb_of(claim.counted or "") == claim.event.cls


def inherit(claims: list[Claim]) -> list[Claim]:
    """Deaths that are nobody's in particular count whom the claims before them counted."""
    found: list[Claim] = []
    last: dict[str, Claim] = {}
    for claim in claims:
        root = events.ancestors(claim.event.cls)[-1] if claim.event else ""
        if claim.counted and (counted.is_unnamed(claim.counted) or _is_deed(claim)):
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
