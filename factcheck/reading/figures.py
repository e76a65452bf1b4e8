"""Which event a figure belongs to: were the 64 killed, or wounded, or were they strikes that were flown?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.reading import counted, events, sized, syntax
from factcheck.reading.article import Sentence
from factcheck.reading.quantities import quantities
from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 7  # steps from a counted noun to its verb
HARM = "harm"
REACH = 3  # words between a noun and an event beside it, where the parse does not tell


def event_of(sentence: Sentence, amount: quantities.Mention) -> events.Mention | None:
    """The event whose participants, or occasions, the figure counts; none where the text does not say."""
    heads = {mention.head: mention for mention in sentence.events}
    heads.update({mention.last: mention for mention in sentence.events})
    noun = _place(sentence, amount)
    own = _named(noun, amount, heads)
    if own is not None and own.cls != "inhabit" and not _names_people(noun):
        return _joint(sentence, _governing_event(noun, heads) or own)
    others = {index: mention for index, mention in heads.items() if mention != own and not _narrows(mention, noun)}
    found = _beside(noun, others) or _above(noun, amount, others) or _adjacent(sentence, noun, amount, others)
    if found is not None and found.cls in sized.CHANGES:
        return None  # "staff, 2,600 people, will be reduced by a tenth": the figure is what changes, not the change
    if found is None and own is None:
        found = _put_at(noun, amount, others) or _left(sentence, amount)
    weak = own is not None and own.cls == "inhabit" and governor(sentence, amount) is not None
    chosen = found or (None if weak else own)
    return chosen and _joint(sentence, chosen)  # residents may be moved, and survivors are survivors whatever is done


def _place(sentence: Sentence, amount: quantities.Mention) -> Token:
    """The word by which a figure hangs in its sentence: its noun, save where that was told before and the figure alone
    is said to do or suffer something ("of whom two were freed").
    """
    if amount.noun is None:
        return sentence.span.doc[amount.last - 1]
    figure = sentence.span.doc[amount.first : amount.last].root
    if amount.noun < amount.first and figure.dep_ in ("nsubj", "nsubjpass"):
        return figure
    return sentence.span.doc[amount.noun]


def _put_at(noun: Token, amount: quantities.Mention, heads: dict[int, events.Mention]) -> events.Mention | None:
    """The event noun that a verb puts at a figure: "puts the death toll at 900", "the toll reached 51 people"."""
    above = noun.head
    if noun.dep_ in ("dobj", "attr") and is_listed(above, "scope", "amounting") and above.i < amount.first:
        thing = sized.subject_noun(above)
        return heads.get(thing.i) if thing is not None else None
    if noun.dep_ != "pobj" or above.lower_ not in ("at", "to") or above.head.pos_ != "VERB" or above.i > amount.first:
        return None
    thing = sized.thing(above.head)
    return heads.get(thing.i) if thing is not None else None


def _left(sentence: Sentence, amount: quantities.Mention) -> events.Mention | None:
    """The state that a cause left a figure in: "left 41 people, nine of them children, dead"."""
    verb = governor(sentence, amount)
    if verb is None or verb.lemma_ != "leave" or verb.i > amount.first:
        return None
    doc = sentence.span.doc
    for mention in sentence.events:
        if mention.head > amount.last and mention.form == "state":
            between = doc[amount.last : mention.head]
            return mention if not any(syntax.is_finite(token) for token in between) else None
    return None


def _names_people(noun: Token) -> bool:
    """True for residents and refugees, who may be told of anything; deaths and the injured are the event itself."""
    cls = counted.classify(noun.lemma_)
    return counted.is_people(cls) and not counted.is_unnamed(cls) and noun.pos_ != "ADJ" and cls != "people"


def _joint(sentence: Sentence, found: events.Mention) -> events.Mention:
    """killed or wounded 52, dead or missing: one figure of two harms is of both together, and of neither alone."""
    doc, line = sentence.span.doc, events.ancestors(found.cls)
    for other in sentence.events:
        first, second = sorted((found, other), key=lambda mention: mention.head)
        others = events.ancestors(other.cls)
        joiner = doc[first.last + 1].lower_ if second.first - first.last == 2 else ""
        harms = [classes[-1] == HARM for classes in (line, others)]
        together = all(harms) if joiner == "and" else any(harms) and joiner == "or"
        if together and found.cls not in others and other.cls not in line:
            return replace(found, cls=HARM)
    return found


def governor(sentence: Sentence, amount: quantities.Mention) -> Token | None:
    """The verb that a figure depends on, whatever it means; none if it depends on no verb."""
    node = _place(sentence, amount)
    for _ in range(CLIMB):
        if node.dep_ in ("nsubj", "nsubjpass", "dobj") and node.head.pos_ == "VERB":
            changes = any(mention.head == node.head.i and mention.cls in sized.CHANGES for mention in sentence.events)
            return None if changes else node.head
        if node.dep_ == "appos" and _is_people(node) != _is_people(node.head):
            return None  # "the plant (600 staff) will close"
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
            return above if set(events.ancestors(above.cls)) & events.vocabulary().over_events else None
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
        if item.dep_ == "relcl" and syntax.subject(item) == noun:
            state = next((x for x in item.children if x.dep_ in ("acomp", "attr", "oprd") and x.i in heads), None)
            if state is not None:
                return heads[state.i]  # "people who became sick"
    beside = [*noun.rights]
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "ccomp"):
        beside += [item for item in noun.head.children if item.i > noun.i]
    for item in beside:
        if item.i in heads and (
            (item.head != noun and item.dep_ in ("oprd", "acomp"))
            or (item.dep_ in ("prep", "advmod") and heads[item.i].form == "state")
        ):
            return heads[item.i]
    return None


def _narrows(mention: events.Mention, noun: Token) -> bool:
    """ "held 40 people who had marched": the 40 are not all that marched."""
    verb = noun.doc[mention.head]
    narrowing = verb.dep_ == "relcl" and verb.head == noun and mention.cls in events.CROWD
    return narrowing and noun.dep_ in ("dobj", "nsubjpass")


def _suffers(verb: Token, mention: events.Mention, noun: Token) -> bool:
    """False where the noun is the doer ("the gunman who killed", "a bomb killing") or others suffer it ("40 men, two of
    whom were freed").
    """
    if mention.suffered or verb.pos_ == "ADJ":
        return verb.dep_ != "relcl" or syntax.subject(verb) == noun
    if verb.tag_ == "VBN" and syntax.child(verb, "nsubj", "nsubjpass", "dobj") is None:
        return True
    suffers = syntax.child(verb, "nsubjpass")
    return suffers is not None and (verb.dep_ != "relcl" or is_listed(suffers, "scope", "relative"))


def _above(noun: Token, amount: quantities.Mention, heads: dict[int, events.Mention]) -> events.Mention | None:
    """The verb or event noun that the counted noun is an argument of."""
    node = noun
    for _ in range(CLIMB):
        above = node.head
        if above == node:
            return heads.get(node.i) if node.i in heads and heads[node.i].nominal else None
        if node.dep_ == "prep" and amount.first <= node.i < amount.last and node.i > above.i:
            return heads.get(above.i)  # "treated between 40 and 50 walkers"
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
            state = next(
                (
                    item
                    for item in above.children
                    if item.dep_ in ("acomp", "attr", "prep", "advmod") and item.i in heads
                ),
                None,
            )
            among = next((item for item in syntax.preposition_objects(above, frozenset({"among"}))), None)
            return heads[state.i] if state is not None else heads.get(among.i) if among is not None else None
        if node.dep_ == "prep" and node.lower_ in ("to", "for") and _for_whom(noun) and above.i in heads:
            return heads[above.i] if not heads[above.i].nominal else None
        if node.dep_ == "prep" and node.lower_ not in ("of", "among", "including"):
            return None
        if node.dep_ == "appos" and _is_people(node) != _is_people(above):
            return None
        if node.dep_ in ("nsubj", "nsubjpass", "dobj") or node.pos_ in ("VERB", "AUX"):
            return None
        node = above
    return None


def _is_people(noun: Token) -> bool:
    return counted.is_people(counted.classify(noun.lemma_))


def _for_whom(noun: Token) -> bool:
    """True for those whom a thing may be done for or to: "lessons were cancelled for 900 pupils"."""
    return _is_people(noun) or counted.classify(noun.lemma_) == "family"


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
