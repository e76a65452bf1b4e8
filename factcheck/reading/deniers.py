"""Who denies and who is accused: the denier by name and side, the doer of what is denied, and whose charge it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Entity, Holder
from factcheck.reading import denying, syntax
from factcheck.reading.article import Article, Sentence
from factcheck.reading.denying import Denying
from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token

LOOK_BACK = 3  # sentences before in which the name of "the company" is sought
LONGEST_ROLE = 4  # words of a denier that has no name ("local residents")
LONGEST_PHRASE = 14  # words of one that names whose it is ("the government of …")


def who(
    article: Article, sentence: Sentence, found: Denying, start: int, end: int
) -> tuple[Holder | None, tuple[Entity, ...]]:
    """The denier as a holder and as entities; a pronoun is whom the text means by it, if that is known."""
    named = _named(article, sentence, found.denier) if found.denier is not None else ()
    before = [mention.entity for mention in sentence.names if mention.last <= found.verb.i]
    if found.denier is None and found.about is None and found.verb.lemma_ != "be" and len(before) == 1:
        return Holder(before[0].name), (before[0],)  # the parser may lose a subject that an adverb follows
    credit = article.attribution.of(start, end)
    if credit.holder is not None and credit.cue == found.verb.lemma_.lower():
        return credit.holder, named or _side(article, credit.holder)
    if found.denier is None or found.denier.pos_ == "PRON":
        outer = article.attribution.of(*_place(article, sentence, found.verb)).holder
        if outer is not None:
            return outer, _side(article, outer)
        person = (
            _person_before(article, sentence)
            if found.denier is not None and found.denier.lower_ in ("he", "she")
            else None
        )
        return (Holder(person.name), (person,)) if person is not None else (None, ())
    mention = article.entity(sentence, found.denier)
    if mention is not None:
        return Holder(mention.entity.name), named
    last = found.denier.right_edge.i if named else found.denier.i
    words = found.denier.doc[found.denier.left_edge.i : last + 1].text
    return (Holder(words), named) if len(words.split()) <= (LONGEST_PHRASE if named else LONGEST_ROLE) else (None, ())


def _named(article: Article, sentence: Sentence, denier: Token) -> tuple[Entity, ...]:
    """Those whom a subject names: itself, what it is joined with, and whose government or company it is."""
    found = [
        article.entity(sentence, item)
        for item in (denier, *denier.conjuncts, *(x for x in denier.children if x.dep_ == "appos"))
    ]
    entities = [mention.entity for mention in found if mention is not None]
    if not entities:
        entities = [
            mention.entity
            for mention in sentence.names
            if any(item.i in range(mention.first, mention.last) for item in denier.subtree)
        ]
    if not entities:
        nouns = [item for item in denier.subtree if item == denier or item.dep_ in ("poss", "compound", "pobj")]
        entities = [known for item in nouns if (known := party(article, sentence, item)) is not None]
    return tuple(dict.fromkeys(entities))


def _side(article: Article, holder: Holder) -> tuple[Entity, ...]:
    """The speaker, and the body that he speaks for."""
    found = [article.named(name) for name in (holder.name, holder.affiliation) if name]
    return tuple(dict.fromkeys(entity for entity in found if entity is not None))


def _person_before(article: Article, sentence: Sentence) -> Entity | None:
    """Whom "he" or "she" means: the only person that the sentence before names."""
    before = next((item for item in article.before(sentence) if not item.headline), None)
    named = {m.entity.key: m.entity for m in before.names if m.entity.kind == "person"} if before is not None else {}
    return next(iter(named.values())) if len(named) == 1 else None


def _place(article: Article, sentence: Sentence, token: Token) -> tuple[int, int]:
    passage = article.passage(sentence, token.i, token.i + 1)
    return passage.start, passage.end


def doer(
    article: Article, sentence: Sentence, found: Denying, side: tuple[Entity, ...]
) -> tuple[tuple[Entity, ...], str | None]:
    """Whose doing is denied, where the denied clause has a subject: the names that it means, and its words.

    Without a subject of its own, or with a pronoun, it is the denier's doing.
    """
    clause = denying.clause(found.content) if found.about is None else None
    inner = syntax.logical_subject(clause) if clause is not None else found.about
    if inner is None or (clause is not None and not (inner.head == clause or clause.is_ancestor(inner))):
        return (), None
    if inner.lower_ == "it" and any(entity.kind == "person" for entity in side):
        inner = _thing_before(article, sentence, inner) or inner  # no person is "it"
    if inner.pos_ == "PRON":
        return (), inner.lower_
    mention = article.entity(sentence, inner)
    if mention is not None:
        return (mention.entity,), mention.entity.name
    known = party(article, sentence, inner)
    return ((known,) if known is not None else ()), label(inner)


def _thing_before(article: Article, sentence: Sentence, pronoun: Token) -> Token | None:
    """What "it" most likely means: the nearest thing before it that is one, and nothing that is said."""
    things = (pronoun.doc[index] for index in range(pronoun.i - 1, sentence.span.start - 1, -1))
    return next(
        (x for x in things if x.tag_ == "NN" and not denying.says(x) and article.entity(sentence, x) is None), None
    )


def label(token: Token) -> str:
    """A noun with what is compounded with it: "storm drain"."""
    return " ".join(
        item.text for item in token.doc[token.left_edge.i : token.i + 1] if item.dep_ == "compound" or item == token
    )


def party(article: Article, sentence: Sentence, noun: Token) -> Entity | None:
    """The body that "the hospital" or "the company" means: the only one of the article that has the noun in its name,
    or for a firm the only body that the nearest sentence with one names.
    """
    if noun.pos_ != "NOUN":
        return None
    word = noun.lemma_.lower()
    named = {
        mention.entity.key: mention.entity
        for nearby in article.sentences
        for mention in nearby.names
        if word
        in {part.removesuffix("s") for part in mention.entity.name.casefold().split()}
        | {mention.entity.name.casefold()}
    }
    if len(named) == 1:
        return next(iter(named.values()))
    if named or not is_listed(noun, "denials", "firm"):
        return None
    for nearby in (sentence, *article.before(sentence)[:LOOK_BACK]):
        bodies = {
            mention.entity.key: mention.entity
            for mention in nearby.names
            if mention.entity.kind == "organisation" and (nearby is not sentence or mention.last <= noun.i)
        }
        if bodies:
            return next(iter(bodies.values())) if len(bodies) == 1 else None
    return None


def accuser(article: Article, sentence: Sentence, found: Denying) -> Entity | None:
    """Whose claim it is: "Labour's claim", "a report by the ministry", "hit out at Roe for accusing it"."""
    for item in (*found.content.children, *(found.verb.children if found.content.pos_ == "VERB" else ())):
        inner = syntax.child(item, "pobj") if item.dep_ in ("prep", "agent") else item
        if item.dep_ in ("poss", "prep", "agent", "compound") and inner is not None and inner != found.denier:
            named = article.entity(sentence, inner)
            if named is not None:
                return named.entity
    return None


def same(entity: Entity, others: tuple[Entity, ...], holder: Holder | None) -> bool:
    if any(entity.key == x.key or x.key in entity.within or entity.key in x.within for x in others):
        return True
    return holder is not None and holder.name.split()[-1].casefold() in entity.name.casefold().split()
