"""Of what an amount with a unit is the size: the cost that was put at €4m, the turnout that reached 71 per cent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading import events
from factcheck.reading.article import Sentence
from factcheck.reading.quantities import quantities
from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token

CHANGES = ("rise", "fall")


def measured(sentence: Sentence, amount: quantities.Mention) -> Token | None:
    """The noun whose size an amount of money, a percentage or a measure tells: "savings of 400 million", "turnout was
    71 %".
    """
    root = sentence.span.doc[amount.first : amount.last].root
    if root.dep_ in ("nummod", "compound", "amod", "nmod", "poss") and root.head.pos_ in ("NOUN", "PROPN"):
        return root.head
    above = root.head
    if root.dep_ == "pobj" and above.dep_ == "prep":
        if above.head.pos_ in ("NOUN", "PROPN"):
            return above.head
        return thing(above.head) if is_listed(above, "scope", "measuring") else None
    if root.dep_ in ("attr", "dobj", "acomp", "npadvmod", "oprd", "advmod") and is_listed(above, "scope", "amounting"):
        return thing(above)
    return None


def sized_event(sentence: Sentence, amount: quantities.Mention) -> events.Mention | None:
    """The listed event whose size an amount tells: "will cost €450m", "a saving of €400m", "€45m in damage".

    A level reached is none: "rose to 6 per cent" tells how much there is, and "rose by 2 per cent" of the change.
    """
    heads = {mention.head: mention for mention in sentence.events}
    root = sentence.span.doc[amount.first : amount.last].root
    verb = _verb_of_change(root, heads)
    if verb is not None:
        return None if root.dep_ == "pobj" and root.head.lower_ in ("to", "from") else heads[verb.i]
    thing = measured(sentence, amount)
    if thing is not None:
        told = next((item.i for item in (thing, *thing.lefts) if item.i in heads), None)
        if told is not None and heads[told].cls not in events.vocabulary().befalls:  # a toll of four euros kills nobody
            return heads[told]
    node = root
    for _ in range(3):
        if node.head == node:
            return None
        node = node.head
        if node.i in heads and node.pos_ in ("VERB", "NOUN"):
            harms = heads[node.i].cls in events.vocabulary().befalls  # "24 hours of shelling killed nine"
            return None if harms else heads[node.i]
        if node.pos_ in ("VERB", "AUX"):
            return None
    return None


def _verb_of_change(amount: Token, heads: dict[int, events.Mention]) -> Token | None:
    """ "rose", of "rose by 2 to 6": the prepositions may hang on one another."""
    node = amount.head
    while node.dep_ in ("prep", "pobj", "npadvmod", "dobj", "advmod") and node.head != node:
        node = node.head
    changes = node.i in heads and heads[node.i].cls in CHANGES and node.pos_ == "VERB"
    return node if changes and amount.dep_ not in ("nsubj", "nsubjpass", "nummod", "compound", "amod") else None


def change_of(sentence: Sentence, amount: quantities.Mention, event: events.Mention) -> Token | None:
    """What rose or fell by an amount: the subject or object of the verb of change, the noun after "a rise in"."""
    head = sentence.span.doc[event.head]
    if not event.nominal:
        return thing(head)
    return next((thing for prep in head.children if prep.lower_ in ("in", "of") for thing in prep.children), None)


def subject_noun(verb: Token) -> Token | None:
    """What is said to amount to something: the subject of "the death toll reached 51 people"."""
    return next((item for item in verb.children if item.dep_ == "nsubj" and item.pos_ == "NOUN"), None)


def thing(verb: Token) -> Token | None:
    """What a verb is said of: the object of "put the cost at", else the subject of "the cost rose to"."""
    for item in (*verb.children,):
        if item.dep_ in ("dobj", "nsubjpass") and item.pos_ in ("NOUN", "PROPN"):
            return item
    return next((item for item in verb.children if item.dep_ == "nsubj" and item.pos_ in ("NOUN", "PROPN")), None)
