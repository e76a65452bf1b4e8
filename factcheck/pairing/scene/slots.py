"""A statement beside an article: what the article has where the statement has something else.

A slot is the word that governs, and how: the object of "visit", a modifier of "embassy", "in" under "open".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck import lexicons
from factcheck.model import Quantity
from factcheck.pairing.scene import kinds, logic, namings, roles
from factcheck.pairing.scene.kinds import Clash
from factcheck.pairing.scene.sentences import Sentence, Word
from factcheck.reading import counted
from factcheck.reading.names import name_spans
from factcheck.reading.tokens import Token

FEWEST = 2  # words that carry meaning which a sentence of the article must share with the statement
SHARE = 0.1  # and how many of the statement's that must be
CLOSE = 0.35  # from here on a sentence tells the statement itself, in whatever slots
_POINTED = ("name", "number", "rank", "weekday", "month")  # what a sentence tells that it tells at all
_ONE_COUNT = ("same", "inside", "contains")
_MODIFIES = ("amod", "compound", "nmod", "poss", "appos", "nummod", "quantmod")
_SAID_OF = ("attr", "acomp", "npadvmod", "advmod")


@dataclass(frozen=True)
class Item:
    """A number, a rank, a name or a thing of a kind, and its slots."""

    what: str
    value: str
    words: tuple[Word, ...]
    slots: frozenset[tuple[str, str]]


class Context:
    """An article as it bears on a statement: all its words, and the sentences near to the statement, nearest first."""

    def __init__(self, article: Sequence[Sentence], statement: Sentence) -> None:
        self.article, self.statement = article, statement
        shared = [(len(item.content & statement.content), item) for item in article]
        near = [(count, item) for count, item in shared if count >= FEWEST and count >= SHARE * len(statement.content)]
        self.near = [item for _, item in sorted(near, key=lambda pair: -pair[0])]
        self.names = {name for item in article for run in namings.runs(item.words) for name in namings.core(run)}
        self.told = {word.norm for item in article for word in item.words}
        self.named = {word.norm for word in statement.words}

    def is_close(self, sentence: Sentence) -> bool:
        """True for a sentence that shares most of the statement's words."""
        return len(sentence.content & self.statement.content) >= CLOSE * len(self.statement.content)


def clashes(article: Sequence[Sentence], statement: Sentence) -> Iterator[tuple[Sentence, Clash]]:
    """What the article has in the place of something in a statement, with its sentence."""
    context = Context(article, statement)
    for item in items(statement):
        found = None if _is_told(item, context) else _in_its_place(item, context)
        if found is not None:
            yield found
    yield from _contraries(context)
    yield from _negated(context)
    for sentence in context.near:
        swapped = roles.swapped(sentence, statement)
        if swapped is not None:
            yield sentence, swapped
            return


def items(sentence: Sentence) -> Iterator[Item]:
    """All that can be told apart in a sentence."""
    lines = () if name_spans.is_title_case(sentence.block.doc) else namings.runs(sentence.words)
    for run in lines:
        yield Item("name", " ".join(word.text for word in run), run, slots(run))
    for word in sentence.words:
        for what in ("number", "rank"):
            value = getattr(word, what)
            if value:
                yield Item(what, value, (word,), slots((word,)))
        for kind, form in kinds.kinds((word,)).items():
            if not _counts_from(word):
                yield Item(kind, form, (word,), slots((word,)))


def _counts_from(word: Word) -> bool:
    """True for the evening before something: of what day it is, the other thing says."""
    token = word.token
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return after in lexicons.words("contraries", "earlier") | lexicons.words("contraries", "later")


def slots(words: Sequence[Word]) -> frozenset[tuple[str, str]]:
    """What governs a row of words, and how."""
    inside = {word.token.i for word in words}
    top = next((word.token for word in words if word.token.head.i not in inside), words[-1].token)
    return frozenset(_slots(top))


def _slots(token: Token) -> Iterator[tuple[str, str]]:
    head = token.head
    if token.dep_ == "conj" and head != token:
        yield from _slots(head)
    elif token.dep_ == "pobj":
        how = "does" if head.dep_ == "agent" else head.lower_
        yield head.head.lemma_.casefold(), how
    elif token.dep_ in _MODIFIES:
        yield head.lemma_.casefold(), "narrows"
    elif token.dep_ in roles.DOES:
        yield head.lemma_.casefold(), "does"
    elif token.dep_ in roles.SUFFERS:
        yield head.lemma_.casefold(), "suffers"
    elif token.dep_ in _SAID_OF:
        yield head.lemma_.casefold(), token.dep_


def _is_told(item: Item, context: Context) -> bool:
    """True where the article has the thing too, in these or in other words."""
    if item.what in ("number", "rank"):
        return any(getattr(word, item.what) == item.value for part in context.article for word in part.words)
    others = [other for part in context.article for other in items(part) if other.what == item.what]
    if item.what == "name":
        return _is_named(item, others, context)
    return any(kinds.may_be_one(item.what, item.value, other.value) for other in others)


def _is_named(item: Item, others: Sequence[Item], context: Context) -> bool:
    """A name of several words counts as told by any of them, unless the article has it with one other word."""
    mine = set(namings.core(item.words))
    if any(mine <= set(namings.core(other.words)) for other in others):
        return True
    if any(namings.variant(item.words, other.words) for other in others):
        return False
    return bool(mine & context.names) or any(namings.may_be_one(item.words, other.words) for other in others)


def _in_its_place(item: Item, context: Context) -> tuple[Sentence, Clash] | None:
    """A like thing in the same slot, or the only like thing of a sentence that tells the statement; the statement does
    not have it itself.
    """
    for sentence in context.near:
        close = context.is_close(sentence)
        like = [other for other in items(sentence) if other.what == item.what]
        for other in like:
            if item.what == "name" and close and namings.variant(other.words, item.words):
                return sentence, Clash("identities", "name", other.value, item.value)
        free = [other for other in like if not any(word.norm in context.named for word in other.words)]
        free = [other for other in free if item.what not in _POINTED or _is_of_one_sort(other, item)]
        placed = [other for other in free if _told_slots(other, close) & item.slots]
        alone = free if len(free) == 1 and close and item.what in _POINTED else []
        for other in placed or alone:
            clash = kinds.between(other.words, item.words)
            if clash is not None:
                return sentence, clash
    return None


def _told_slots(item: Item, close: bool) -> set[tuple[str, str]]:
    """The slots of a thing; those of verbs such as saying only where the sentence tells the statement."""
    common = lexicons.words("opposites", "says-little")
    return {slot for slot in item.slots if close or slot[0] not in common}


def _is_of_one_sort(a: Item, b: Item) -> bool:
    """What could stand for one another: two names of persons, two counts of one thing."""
    first, last = a.words[-1], b.words[-1]
    if first.token.ent_type_ != last.token.ent_type_:
        return False
    one, other = first.quantity, last.quantity
    if one is None or other is None:
        return (one is None) == (other is None)
    if one.unit != other.unit or any(_is_further(amount) for amount in (one, other)):
        return False
    nouns = [amount.of for amount in (one, other) if amount.of and not _is_anybody(amount)]
    return len(nouns) < 2 or counted.relation(counted.classify(nouns[0]), counted.classify(nouns[1])) in _ONE_COUNT


def _is_further(amount: Quantity) -> bool:
    """A part of a count, or one beside it; "others" alone says neither."""
    return amount.part or (amount.additional and not _is_anybody(amount))


def _is_anybody(amount: Quantity) -> bool:
    return amount.of in lexicons.words("opposites", "anybody")


def _contraries(context: Context) -> Iterator[tuple[Sentence, Clash]]:
    """A word whose contrary the article has of the same thing; the article does not have the word itself of it."""
    for word in context.statement.words:
        against = {other for form in word.forms for other in kinds.against(form)}
        if not against or word.token.is_stop or word.token.pos_ == "PROPN" or _is_said(word, context):
            continue
        for sentence, other in ((part, other) for part in context.near for other in part.words):
            if not (set(other.forms) & against and kinds.classes(other) & kinds.classes(word)):
                continue
            if _one_thing(other, word) and (word.token.dep_ != "amod" or context.is_close(sentence)):
                yield sentence, Clash("polarity", "contraries", other.text, word.text)
                break


def _is_said(word: Word, context: Context) -> bool:
    """True where the article has the word of the same thing, or a verb or noun at all."""
    if word.norm not in context.told:
        return False
    if word.token.pos_ != "ADJ":
        return True
    return any(other.norm == word.norm and _one_thing(other, word) for part in context.article for other in part.words)


def _negated(context: Context) -> Iterator[tuple[Sentence, Clash]]:
    """A verb that the statement negates and the article never does, or the reverse."""
    for word in context.statement.words:
        if word.token.pos_ != "VERB":
            continue
        mine = _is_negated(word, context.statement)
        met = [
            (sentence, other)
            for sentence in context.near
            for other in sentence.words
            if other.norm == word.norm and other.token.pos_ == "VERB"
            if _one_thing(other, word) or context.is_close(sentence)
        ]
        if met and all(_is_negated(other, sentence) != mine for sentence, other in met):
            sentence, other = met[0]
            shown = [f"not {item.text}" if no else item.text for item, no in ((other, not mine), (word, mine))]
            yield sentence, Clash("polarity", "negation", shown[0], shown[1])


def _is_negated(verb: Word, sentence: Sentence) -> bool:
    nots = {word.token.i for word in logic.negations(sentence.words)}
    governs = [verb.token, *(child for child in verb.token.children if child.dep_ in ("aux", "auxpass"))]
    above = verb.token.head if verb.token.dep_ == "xcomp" else None
    return any(child.i in nots for item in governs for child in item.children) or (
        above is not None and above.i in nots
    )


def _one_thing(a: Word, b: Word) -> bool:
    """Both are said of one thing: one noun that they narrow, one doer, or one undergoer."""
    if not {a.token.pos_, b.token.pos_} & {"VERB", "AUX"} or {a.token.dep_, b.token.dep_} == {"amod"}:
        return bool(slots((a,)) & slots((b,)))
    return bool(_about(a.token) & _about(b.token))


def _about(verb: Token) -> set[tuple[str, str]]:
    """Who does it and whom it befalls, where the words say who that is."""
    told = [("does", item) for item in roles.doers_of(verb)] if verb.pos_ == "VERB" else []
    told += [("suffers", item) for item in roles.undergoers_of(verb)]
    named = {(item.lemma_.casefold(), how) for how, item in told}
    return {pair for pair in named if pair[0] not in lexicons.words("opposites", "anybody")}
