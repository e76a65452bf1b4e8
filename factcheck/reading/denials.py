"""Denials: who sets himself against what, and the sentence before that a pronoun or "the allegations" points at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Claim, Entity, Event, Facet, Holder
from factcheck.reading import deniers, denying, events, scope, syntax, topic
from factcheck.reading.article import Article, Sentence
from factcheck.reading.denying import Denying
from factcheck.reading.words import is_listed, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

LOOK_BACK = 5  # sentences before a denial in which what it answers is sought
LEADS = 3  # sentences that say what the story is about, of which one who denies "any role" speaks
ENOUGH = 3  # signs that a sentence is what is denied
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
    words = article.passage(sentence, inside[0], inside[-1] + 1)
    holder, entities = deniers.who(article, sentence, found, words.start, words.end)
    if holder is None:
        return None
    accuser = deniers.accuser(article, sentence, found)
    event = _event(sentence, found, inside)
    answered = _answered(article, sentence, found, accuser, entities, holder) if _points(found.content, event) else None
    told = [sentence, *((answered,) if answered is not None else ())]
    told += article.leads()[:LEADS] if event is None else []
    content = {word for item in told for word in topic.content(item)}
    doers, doer = deniers.doer(article, sentence, found, entities)
    if not doers and (doer is None or doer in listed("denials", "somebody") | listed("denials", "speaker")):
        doers = entities
    return Claim(
        id="",
        passage=article.passage(sentence, sentence.span.start, sentence.span.end),
        clause=clause.text,
        kind="denial",
        outlet=article.outlet,
        holder=holder,
        cue=found.verb.lemma_.lower(),
        event=replace(event, agent=doer) if event is not None else None,
        certainty="denied",
        agent=Facet(doers, ", ".join(doer.name for doer in doers), "stated") if doers else Facet(),
        place=scope.place(article, sentence, (inside[0], inside[-1] + 1), None, "unknown", False),
        lead=sentence.lead,
        headline=sentence.headline,
        topic=_about(article, sentence, found, inside),
        matter=(f"accuser:{accuser.key}",) if accuser is not None else (),
        content=tuple(sorted(content)),
        answers=article.passage(answered, answered.span.start, answered.span.end) if answered is not None else None,
        published=article.source.published,
        notes=(*_notes(found.content, event), *(("ahead",) if _looks_ahead(found.content) else ())),
    )


def _points(content: Token, event: Event | None) -> bool:
    """True for what tells by itself too little: "this", "the charges", "any responsibility"."""
    if denying.says(content) and any(item.dep_ in ("acl", "ccomp", "relcl") for item in content.rights):
        return content.head.dep_ == "relcl"
    bare = denying.says(content) or any(is_listed(content, "denials", x) for x in ("part", "accuse", "innocence"))
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
                and not (token.pos_ == "VERB" and is_listed(token, "scope", "light-verb"))
                and token != found.verb
            }
        )
    )


def _notes(content: Token, event: Event | None) -> tuple[str, ...]:
    """share: a part in what happened; charge: all that is laid at the denier's door."""
    if is_listed(content, "denials", "part") or any(is_listed(item, "denials", "part") for item in content.children):
        return ("share",)
    charge = any(is_listed(content, "denials", entry) for entry in ("charge", "innocence")) or (
        content.pos_ == "VERB" and is_listed(content, "denials", "accuse")
    )
    return ("charge",) if event is None and charge else ()


def _looks_ahead(content: Token) -> bool:
    """True where the denied clause tells of what is, or will be."""
    verb = denying.clause(content)
    forms = {item.tag_ for item in (verb, *verb.children) if item == verb or item.dep_ == "aux"} if verb else set()
    return bool(forms & {"VBZ", "VBP", "MD"}) and "VBN" not in forms


def _event(sentence: Sentence, found: Denying, inside: list[int]) -> Event | None:
    """What is denied: the event that a clause or gerund states, else the first one named; none where it only points."""
    doc, content = sentence.span.doc, found.content
    verb = content if content.pos_ == "VERB" else denying.gerund(content)
    if verb is None and (denying.says(content) or found.about is not None):
        verb = denying.clause(content)
    if verb is not None and verb.lemma_ == "be":
        verb = syntax.child(verb, "acomp", "attr")  # "that it was behind the raid" names the raid
    mentions = [m for m in sentence.events if m.head in inside and not (denying.says(doc[m.head]) or _is_charge(m))]
    if verb is not None and not (is_listed(verb, "scope", "light-verb") or is_listed(verb, "denials", "part")):
        mentions = [m for m in mentions if m.first <= verb.i <= m.last]
    if mentions:
        return Event(mentions[0].cls, doc[mentions[0].first : mentions[0].last + 1].text)
    if verb is None and found.about is not None:
        return Event(content.lemma_.lower(), content.text)
    if verb is None or any(is_listed(verb, "denials", entry) for entry in ("part", "accuse")):
        return None
    return Event(verb.lemma_.lower(), verb.text)


def _is_charge(mention: events.Mention) -> bool:
    return "accuse" in events.ancestors(mention.cls)


def _answered(
    article: Article,
    sentence: Sentence,
    found: Denying,
    accuser: Entity | None,
    side: tuple[Entity, ...],
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
        (_answers(article, nearby, found.content, accuser, side, holder, nearest=place == 0), -place)
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


def _answers(
    article: Article,
    nearby: Sentence,
    content: Token,
    accuser: Entity | None,
    side: tuple[Entity, ...],
    holder: Holder,
    *,
    nearest: bool,
) -> int:
    """How well a sentence fits as what is denied; 0 if it names neither side."""
    credit = article.attribution.of(*_range(article, nearby))
    last = holder.name.split()[-1].casefold()
    against = any(deniers.same(mention.entity, side, holder) for mention in nearby.names) or any(
        token.lower_ == last for token in nearby.span
    )
    by = accuser is not None and any(deniers.same(mention.entity, (accuser,), None) for mention in nearby.names)
    told = credit.holder is not None and (credit.mode == "report" or credit.cue == "say")
    unnamed = not side and nearest and told  # "the company" of the sentence before
    if not (against or by or unnamed) or (accuser is not None and not by):
        return 0
    lays = any(is_listed(token, "denials", "accuse") for token in nearby.span) or credit.certainty == "alleged"
    accuses = lays and not is_listed(content, "denials", "proof")
    again = any(token.lemma_ == content.lemma_ for token in nearby.span)
    harm = any({"harm", "act"} & set(events.ancestors(mention.cls)) for mention in nearby.events)
    return (against or unnamed) + by + (nearest and told) + 3 * accuses + harm + 2 * again + told
