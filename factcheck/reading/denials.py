"""Denials: who sets himself against what, and the sentence before that a pronoun or "the allegations" points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model import Claim, Entity, Event, Facet, Holder
from factcheck.reading import denying, events, scope, syntax, topic
from factcheck.reading.article import Article, Sentence
from factcheck.reading.denying import Denying
from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token

LOOK_BACK = 5  # sentences before a denial in which what it answers is sought
ENOUGH = 3  # signs that a sentence is what is denied
LONGEST_ROLE = 4  # words of a denier that has no name ("local residents")
LONGEST_PHRASE = 14  # words of one that names whose it is ("the government of …")
LONGEST_RUN = 25  # tokens of a clause before its denial; a longer one is several sentences run into one


def of_sentence(article: Article, sentence: Sentence) -> Iterator[Claim]:
    """A claim for each denial of a sentence; what it denies stands in `event`, `topic` and `answers`."""
    made: list[Claim] = []
    for token in sentence.span:
        found = denying.read(token)
        claim = _claim(article, sentence, found) if found is not None else None
        if claim is not None and not (made and claim.event is None and claim.agent == made[0].agent):
            made.append(claim)  # "denied it, calling the charge baseless" is one denial
    yield from made


def _claim(article: Article, sentence: Sentence, found: Denying) -> Claim | None:
    first, last = syntax.clause_span(syntax.clause_head(found.verb))
    if found.denier is not None and found.denier.i < found.verb.i:
        first = max(first, found.denier.left_edge.i)  # what a run-on sentence tells before it is no part of the denial
    if found.verb.i - first > LONGEST_RUN:
        return None
    clause = article.passage(sentence, min(first, found.verb.i), max(last, found.verb.i + 1))
    own = {token.i for token in found.verb.subtree} if found.content == found.verb.head else set()
    inside = sorted({token.i for token in found.content.subtree} - own)
    told = article.passage(sentence, inside[0], inside[-1] + 1)
    holder, entities = _who(article, sentence, found, told.start, told.end)
    if holder is None:
        return None
    accuser = _accuser(article, sentence, found)
    event = _event(sentence, found.content, inside)
    answered = _answered(article, sentence, found, accuser, entities, holder) if _points(found.content, event) else None
    content = set(topic.content(sentence)) | (set(topic.content(answered)) if answered is not None else set())
    doers = _doers(article, sentence, found.content) or entities
    return Claim(
        id="",
        passage=article.passage(sentence, sentence.span.start, sentence.span.end),
        clause=clause.text,
        kind="denial",
        outlet=article.outlet,
        holder=holder,
        cue=found.verb.lemma_.lower(),
        event=event,
        certainty="denied",
        agent=Facet(doers, ", ".join(doer.name for doer in doers), "stated") if doers else Facet(),
        place=scope.place(article, sentence, inside[0], inside[-1] + 1, None, "unknown"),
        lead=sentence.lead,
        headline=sentence.headline,
        topic=_about(article, sentence, found, inside),
        matter=(f"accuser:{accuser.key}",) if accuser is not None else (),
        content=tuple(sorted(content)),
        answers=article.passage(answered, answered.span.start, answered.span.end) if answered is not None else None,
        published=article.source.published,
        notes=_notes(found.content, event),
    )


def _points(content: Token, event: Event | None) -> bool:
    """True for what tells by itself too little: "this", "the charges", "any responsibility"."""
    if denying.says(content) and any(item.dep_ in ("acl", "ccomp", "relcl") for item in content.rights):
        return content.head.dep_ == "relcl"
    bare = denying.says(content) or any(is_listed(content, "denials", entry) for entry in ("part", "accuse"))
    return denying.is_pointer(content) or (event is None and bare)


def _about(article: Article, sentence: Sentence, found: Denying, inside: list[int]) -> tuple[str, ...]:
    """What the denied words speak of: lemmas, without the denying itself and nouns for what is said."""
    doc = sentence.span.doc
    tokens = [doc[index] for index in inside if doc[index].pos_ in ("NOUN", "PROPN", "VERB", "ADJ")]
    return tuple(
        sorted(
            {
                token.lemma_.lower()
                for token in tokens
                if not (token.is_stop or denying.says(token) or is_listed(token, "denials", "part"))
                and token != found.verb
            }
        )
    )


def _notes(content: Token, event: Event | None) -> tuple[str, ...]:
    """share: a part in what happened; charge: all that is laid at the denier's door."""
    if is_listed(content, "denials", "part") or any(is_listed(item, "denials", "part") for item in content.children):
        return ("share",)
    charge = is_listed(content, "denials", "charge") or (
        content.pos_ == "VERB" and is_listed(content, "denials", "accuse")
    )
    return ("charge",) if event is None and charge else ()


def _event(sentence: Sentence, content: Token, inside: list[int]) -> Event | None:
    """What is denied: the event that a clause or gerund states, else the first one named; none where it only points."""
    doc = sentence.span.doc
    verb = content if content.pos_ == "VERB" else denying.gerund(content)
    clause = next((item for item in content.children if item.dep_ in ("acl", "ccomp") and item.pos_ == "VERB"), None)
    if verb is None and denying.says(content):
        verb = clause
    mentions = [m for m in sentence.events if m.head in inside and not (denying.says(doc[m.head]) or _is_charge(m))]
    if verb is not None and not (is_listed(verb, "scope", "light-verb") or is_listed(verb, "denials", "part")):
        mentions = [m for m in mentions if m.first <= verb.i <= m.last]
    if mentions:
        return Event(mentions[0].cls, doc[mentions[0].first : mentions[0].last + 1].text)
    if verb is None or any(is_listed(verb, "denials", entry) for entry in ("part", "accuse")):
        return None
    return Event(verb.lemma_.lower(), verb.text)


def _is_charge(mention: events.Mention) -> bool:
    return "accuse" in events.ancestors(mention.cls)


def _who(
    article: Article, sentence: Sentence, found: Denying, start: int, end: int
) -> tuple[Holder | None, tuple[Entity, ...]]:
    """The denier as a holder and as entities; a pronoun is whom the text means by it, if that is known."""
    named = _named(article, sentence, found.denier) if found.denier is not None else ()
    before = [mention.entity for mention in sentence.names if mention.last <= found.verb.i]
    if found.denier is None and found.verb.lemma_ != "be" and len(before) == 1:
        return Holder(before[0].name), (before[0],)  # the parser may lose a subject that an adverb follows
    credit = article.attribution.of(start, end)
    if credit.holder is not None and credit.cue == found.verb.lemma_.lower():
        return credit.holder, named or _side(article, credit.holder)
    if found.denier is None or found.denier.pos_ == "PRON":
        outer = article.attribution.of(*_place(article, sentence, found.verb)).holder
        return (outer, _side(article, outer)) if outer is not None else (None, ())
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
    return tuple(dict.fromkeys(entities))


def _side(article: Article, holder: Holder) -> tuple[Entity, ...]:
    """The speaker, and the body that he speaks for."""
    found = [article.named(name) for name in (holder.name, holder.affiliation) if name]
    return tuple(dict.fromkeys(entity for entity in found if entity is not None))


def _place(article: Article, sentence: Sentence, token: Token) -> tuple[int, int]:
    passage = article.passage(sentence, token.i, token.i + 1)
    return passage.start, passage.end


def _doers(article: Article, sentence: Sentence, content: Token) -> tuple[Entity, ...]:
    """Whose doing is denied, where the denied clause has a subject with a name."""
    clause = syntax.child(content, "acl", "ccomp") if denying.says(content) else content
    inner = syntax.child(clause, "nsubj", "nsubjpass") if clause is not None and clause.pos_ == "VERB" else None
    named = article.entity(sentence, inner) if inner is not None else None
    return (named.entity,) if named is not None else ()


def _answered(
    article: Article,
    sentence: Sentence,
    found: Denying,
    accuser: Entity | None,
    deniers: tuple[Entity, ...],
    holder: Holder,
) -> Sentence | None:
    """The sentence before that a denial answers: "this" points at the last one, "the claims" at the nearest that
    accuses the denier, or that the one whose claims they are is credited with.
    """
    before = [item for item in article.before(sentence)[:LOOK_BACK] if not item.headline]
    shown = denying.says(found.content) and any(x.lower_ in ("this", "that") for x in found.content.lefts)
    if shown or denying.is_pointer(found.content):
        # "This is nonsense" after words of the same speaker points at what he himself told of.
        return before[0] if before and not _is_by(article, before[0], holder) else None
    rated = [
        (_answers(article, nearby, found.content, accuser, deniers, holder, nearest=place == 0), -place)
        for place, nearby in enumerate(before)
        if not _is_by(article, nearby, holder)
    ]
    best = max(rated, default=(0, 0))
    return before[-best[1]] if best[0] >= ENOUGH else None


def _is_by(article: Article, nearby: Sentence, holder: Holder) -> bool:
    """True for a sentence that is the denier's own, or that tells of a denial itself."""
    if any(denying.read(token) is not None for token in nearby.span):
        return True
    credit = article.attribution.of(*_range(article, nearby)).holder
    return credit is not None and credit.name.split()[-1] == holder.name.split()[-1]


def _range(article: Article, sentence: Sentence) -> tuple[int, int]:
    passage = article.passage(sentence, sentence.span.start, sentence.span.end)
    return passage.start, passage.end


def _accuser(article: Article, sentence: Sentence, found: Denying) -> Entity | None:
    """Whose claim it is: "Labour's claim", "a report by the ministry", "hit out at Roe for accusing it"."""
    for item in (*found.content.children, *(found.verb.children if found.content.pos_ == "VERB" else ())):
        inner = syntax.child(item, "pobj") if item.dep_ in ("prep", "agent") else item
        if item.dep_ in ("poss", "prep", "agent", "compound") and inner is not None and inner != found.denier:
            named = article.entity(sentence, inner)
            if named is not None:
                return named.entity
    return None


def _answers(
    article: Article,
    nearby: Sentence,
    content: Token,
    accuser: Entity | None,
    deniers: tuple[Entity, ...],
    holder: Holder,
    *,
    nearest: bool,
) -> int:
    """How well a sentence fits as what is denied; 0 if it names neither side."""
    credit = article.attribution.of(*_range(article, nearby))
    last = holder.name.split()[-1].casefold()
    against = any(_same(mention.entity, deniers, holder) for mention in nearby.names) or any(
        token.lower_ == last for token in nearby.span
    )
    by = accuser is not None and any(_same(mention.entity, (accuser,), None) for mention in nearby.names)
    told = credit.holder is not None and (credit.mode == "report" or credit.cue == "say")
    unnamed = not deniers and nearest and told  # "the company" of the sentence before
    if not (against or by or unnamed) or (accuser is not None and not by):
        return 0
    lays = any(is_listed(token, "denials", "accuse") for token in nearby.span) or credit.certainty == "alleged"
    accuses = lays and not is_listed(content, "denials", "proof")
    again = any(token.lemma_ == content.lemma_ for token in nearby.span)
    harm = any({"harm", "act"} & set(events.ancestors(mention.cls)) for mention in nearby.events)
    return (against or unnamed) + by + (nearest and told) + 3 * accuses + harm + 2 * again + told


def _same(entity: Entity, others: tuple[Entity, ...], holder: Holder | None) -> bool:
    if any(entity.key == x.key or x.key in entity.within or entity.key in x.within for x in others):
        return True
    return holder is not None and holder.name.split()[-1].casefold() in entity.name.casefold().split()
