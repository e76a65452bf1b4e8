"""Which event a figure belongs to: were the 64 killed, or wounded, or were they strikes that were flown?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading import events
from factcheck.reading.article import Sentence
from factcheck.reading.quantities import quantities
from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 7  # steps from a counted noun to its verb
REACH = 3  # words between a noun and an event beside it, where the parse does not tell


def event_of(sentence: Sentence, amount: quantities.Mention) -> events.Mention | None:
    """The event whose participants, or occasions, the figure counts; none where the text does not say."""
    heads = {mention.head: mention for mention in sentence.events}
    heads.update({mention.last: mention for mention in sentence.events})
    noun = sentence.span.doc[amount.noun if amount.noun is not None else amount.last - 1]
    own = _named(noun, amount, heads)
    if own is not None:
        return _governing_event(noun, heads) or own
    return _beside(noun, heads) or _above(noun, heads) or _adjacent(sentence, noun, amount, heads)


def governor(sentence: Sentence, amount: quantities.Mention) -> Token | None:
    """The verb that a figure depends on, whatever it means; none if it depends on no verb."""
    node = sentence.span.doc[amount.noun if amount.noun is not None else amount.last - 1]
    for _ in range(CLIMB):
        if node.dep_ in ("nsubj", "nsubjpass", "dobj") and node.head.pos_ == "VERB":
            return node.head
        if node.head == node or node.dep_ not in (
            "pobj",
            "prep",
            "conj",
            "appos",
            "nummod",
            "nmod",
            "compound",
            "quantmod",
        ):
            return None
        node = node.head
    return None


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
        return _thing(above.head) if is_listed(above, "scope", "measuring") else None
    if root.dep_ in ("attr", "dobj", "acomp", "npadvmod", "oprd", "advmod") and is_listed(above, "scope", "amounting"):
        return _thing(above)
    return None


def sized_event(sentence: Sentence, amount: quantities.Mention) -> events.Mention | None:
    """The listed event whose size an amount tells: "will cost €450m", "a saving of €400m", "€45m in damage"."""
    heads = {mention.head: mention for mention in sentence.events}
    thing = measured(sentence, amount)
    if thing is not None and thing.i in heads:
        return heads[thing.i]
    node = sentence.span.doc[amount.first : amount.last].root
    for _ in range(3):
        if node.head == node:
            return None
        node = node.head
        if node.i in heads and node.pos_ in ("VERB", "NOUN"):
            return heads[node.i]
        if node.pos_ in ("VERB", "AUX"):
            return None
    return None


def _thing(verb: Token) -> Token | None:
    """What a verb is said of: the object of "put the cost at", else the subject of "the cost rose to"."""
    for item in (*verb.children,):
        if item.dep_ in ("dobj", "nsubjpass") and item.pos_ in ("NOUN", "PROPN"):
            return item
    return next((item for item in verb.children if item.dep_ == "nsubj" and item.pos_ in ("NOUN", "PROPN")), None)


def _named(noun: Token, amount: quantities.Mention, heads: dict[int, events.Mention]) -> events.Mention | None:
    """The counted noun itself is an event or a state: "60 deaths", "nine dead"."""
    for index in (noun.i, *range(amount.first, amount.last)):
        if index in heads and heads[index].nominal:
            return heads[index]
    state = events.vocabulary().words.get(("state", noun.lower_))
    return events.Mention(state, noun.i, noun.i, noun.i, "state") if state else None


def _governing_event(noun: Token, heads: dict[int, events.Mention]) -> events.Mention | None:
    """Deaths that are acknowledged, attacks that are investigated: the figure counts what the verb is done to."""
    node = noun
    for _ in range(3):
        if node.dep_ in ("dobj", "nsubjpass") and node.head.i in heads and not heads[node.head.i].nominal:
            above = heads[node.head.i]
            return above if "harm" not in events.ancestors(above.cls) else None
        if node.dep_ not in ("pobj", "prep"):
            return None
        node = node.head
    return None


def _beside(noun: Token, heads: dict[int, events.Mention]) -> events.Mention | None:
    """A participle, adjective or clause on the noun: "12 people killed", "dead civilians", "left 35 people dead"."""
    for item in noun.children:
        if (
            item.dep_ in ("acl", "relcl", "amod", "oprd", "acomp")
            and item.i in heads
            and _suffers(item, heads[item.i], noun)
        ):
            return heads[item.i]
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "ccomp"):
        for item in noun.head.children:
            if item.dep_ in ("oprd", "acomp") and item.i in heads and item.i > noun.i:
                return heads[item.i]
    return None


def _suffers(verb: Token, mention: events.Mention, noun: Token) -> bool:
    """False where the noun is the doer: "the gunman who killed", "a bomb killing"."""
    if mention.suffered or verb.pos_ == "ADJ":
        return True
    if verb.tag_ == "VBN" and not any(item.dep_ in ("nsubj", "dobj") for item in verb.children):
        return True
    return any(item.dep_ == "nsubjpass" for item in verb.children)


def _above(noun: Token, heads: dict[int, events.Mention]) -> events.Mention | None:
    """The verb or event noun that the counted noun is an argument of."""
    node = noun
    for _ in range(CLIMB):
        above = node.head
        if above == node:
            return heads.get(node.i) if node.i in heads and heads[node.i].nominal else None
        if above.i in heads:
            found = heads[above.i]
            if node.dep_ in ("nsubjpass", "dobj", "dative", "oprd"):
                return found
            if node.dep_ == "nsubj":
                return found if found.suffered else None
            if node.dep_ == "prep" and node.lower_ == "of" and found.nominal:
                return found
            if node.dep_ in ("compound", "amod", "nummod", "poss", "nmod") and found.nominal:
                return found
        if node.dep_ in ("nsubj", "nsubjpass") and above.lemma_ == "be":
            state = next((item for item in above.children if item.dep_ in ("acomp", "attr") and item.i in heads), None)
            return heads[state.i] if state is not None else None
        if node.dep_ == "prep" and node.lower_ not in ("of", "among", "including"):
            return None
        if node.dep_ in ("nsubj", "nsubjpass", "dobj") or node.pos_ in ("VERB", "AUX"):
            return None
        node = above
    return None


def _adjacent(
    sentence: Sentence, noun: Token, amount: quantities.Mention, heads: dict[int, events.Mention]
) -> events.Mention | None:
    """The event right after the noun ("12 people were killed") or right before the figure ("killing 12")."""
    doc = sentence.span.doc
    for index in range(noun.i + 1, min(noun.i + 1 + REACH, sentence.span.end)):
        token = doc[index]
        if index in heads and (heads[index].suffered or token.tag_ == "VBN"):
            return heads[index]
        if token.pos_ not in ("AUX", "ADV", "PRON") and token.lower_ not in ("also", "more", "others"):
            break
    before = amount.first - 1
    if before >= sentence.span.start and before in heads and doc[before].pos_ == "VERB" and doc[before].tag_ != "VBN":
        return heads[before]
    return None
