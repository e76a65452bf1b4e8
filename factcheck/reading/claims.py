"""A source to its claims: one for every figure with its event, and one for every other event that a clause states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck import identity
from factcheck.model import Claim, Event, Facet, Quantity, Source
from factcheck.reading import (
    clauses,
    confidence,
    counts,
    denials,
    deverbal,
    events,
    figures,
    identities,
    matter,
    rivals,
    scope,
    sized,
    syntax,
    topic,
    utterances,
    when,
)
from factcheck.reading.article import Article, Sentence
from factcheck.reading.attribution import attribution
from factcheck.reading.quantities import quantities
from factcheck.reading.stance import extremes, stance
from factcheck.reading.words import find_run, is_listed

if TYPE_CHECKING:
    from spacy.tokens import Token


def read(source: Source) -> tuple[Claim, ...]:
    """The claims of one source in the order of their passages."""
    article = Article(source)
    found: list[Claim] = []
    for sentence in article.sentences:
        of_sentence = _of_sentence(article, sentence)
        found.extend(of_sentence if confidence.of(sentence.span) == "high" else map(confidence.spare, of_sentence))
    found = [*rivals.inherit(counts.inherit(found)), *identities.read(article)]
    repeats: Counter[str] = Counter()
    claims = []
    for claim in found:
        told = (claim.event.trigger if claim.event else "", *(quantity.text for quantity in claim.quantities))
        words = " | ".join((claim.passage.text, *told))
        claims.append(replace(claim, id=identity.claim_id(source.id, words, repeats[words])))
        repeats[words] += 1
    return tuple(claims)


def _of_sentence(article: Article, sentence: Sentence) -> Iterator[Claim]:
    doc = sentence.span.doc
    used: set[int] = set()
    whole: events.Mention | None = None
    for amount in sentence.quantities:
        if _is_time(sentence, amount):
            continue
        size = amount.quantity.unit is not None and amount.quantity.of is None  # "a third of the trees" is no size
        event = sized.sized_event(sentence, amount) if size else figures.event_of(sentence, amount)
        if amount.quantity.part and not _has_own_verb(sentence, amount, event):
            event = whole or event  # "a toll of 36 dead, among them nine nurses"
        elif event is not None and not size:
            whole = event
        if event is None and not size:
            noun = doc[amount.noun] if amount.noun is not None else None
            event = deverbal.event_of(noun) or _generic(figures.governor(sentence, amount))
        if clauses.is_whole(sentence, amount):
            event = None
        if event is not None:
            used.add(event.head)
        yield _claim(article, sentence, event, amount)
    for event in sentence.events:
        verb = _verb_of(doc[event.head], event)
        if event.head not in used and verb is not None:
            yield _claim(article, sentence, event, None)
            used.add(verb.i)
    for token in sentence.span:
        listed = token.i in used or any(mention.head == token.i for mention in sentence.events)
        if not listed and _states(article, sentence, token):
            used.add(token.i)
            yield _claim(article, sentence, _generic(token), None)
    root = sentence.span.root
    if not used and root.pos_ in ("VERB", "AUX"):
        yield _claim(article, sentence, _generic(root), None)
    yield from utterances.of_sentence(article, sentence)
    yield from denials.of_sentence(article, sentence)


def _has_own_verb(sentence: Sentence, amount: quantities.Mention, event: events.Mention | None) -> bool:
    """True for a part of which its own verb tells something: "40 died, 12 of them have not been named"."""
    verb = figures.governor(sentence, amount)
    return (event is not None and events.is_listed(event.cls)) or (verb is not None and verb.i > amount.first)


def _states(article: Article, sentence: Sentence, verb: Token) -> bool:
    """True for a verb that no lexicon lists and that states something: a finite one that does not only report what
    somebody says, or one under a quantifier or a negation.
    """
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
        return False
    if syntax.is_finite(verb) and not article.tells(sentence, verb):
        return True
    if verb.pos_ == "AUX":
        return False
    how = stance.read(verb.doc, verb, *syntax.clause_span(verb))
    return how.quantifier in ("no", "never", "all", "every", "always", "few") or how.polarity == "negative"


def _generic(verb: Token | None) -> events.Mention | None:
    """A verb that no lexicon lists, or whose doers are counted, as an event of its own class."""
    if verb is None:
        return None
    lemma = verb.lemma_.lower()
    cls = f"to {lemma}" if events.is_listed(lemma) else lemma
    return events.Mention(cls, verb.i, verb.i, verb.i, "verb")


def _is_time(sentence: Sentence, amount: quantities.Mention) -> bool:
    """True for an amount of time that is part of a date or a period: "the past five years"."""
    return any(period.first < amount.last and amount.first < period.last for period in sentence.periods)


def _verb_of(head: Token, event: events.Mention) -> Token | None:
    """The verb that states an event: itself, or the light verb of an event noun ("opened no inquiry")."""
    if not event.nominal or head.pos_ == "VERB":
        return head
    if event.form == "state" and head.head.lemma_ == "be" and head.dep_ in ("acomp", "attr", "prep", "advmod"):
        return head.head
    if head.dep_ in ("dobj", "nsubjpass", "attr", "nsubj") and is_listed(head.head, "scope", "light-verb"):
        return head.head
    return None


def _claim(
    article: Article, sentence: Sentence, event: events.Mention | None, amount: quantities.Mention | None
) -> Claim:
    doc = sentence.span.doc
    anchor = clauses.anchor(doc, event, amount)
    verb = (_verb_of(anchor, event) if event else None) or syntax.clause_head(anchor)
    first, last = clauses.bounds(sentence, verb, anchor, event, amount)
    clause = passage = article.passage(sentence, first, last)
    credit = article.attribution.of(passage.start, passage.end)
    if amount is None and len(sentence.span.text) <= clauses.LONGEST_SENTENCE:
        passage = clauses.whole(article, sentence)  # a clause of pronouns cannot be judged without what they stand for
    how = stance.read(doc, verb, first, last, anchor if event is not None and event.form == "noun" else None)
    if amount is not None and amount.quantity.part and clauses.is_only(doc, amount):
        how = replace(how, quantifier="few")
    agent = scope.agent(article, sentence, event, credit.holder) if event else Facet()
    period, period_how = when.read(article, sentence, verb, first, last)
    extent = clauses.extent(sentence, verb, first, last, amount, period, period_how)
    own = clauses.own(sentence, amount, first, last)
    where = scope.place(article, sentence, own, event, extent, own != (first, last))
    if amount is not None and where.how != "stated" and clauses.is_set_apart(sentence, amount):
        extent = "additional"  # "and six in cup matches"
    noun, words = counts.read(article, sentence, amount, event) if amount else (how.over, how.over or "")
    rival = rivals.note(sentence, amount) if amount else None
    holder = credit.holder or (rivals.voice(sentence, amount) if amount and rival else None)
    return Claim(
        id="",
        passage=passage,
        sentence=article.passage(sentence, sentence.span.start, sentence.span.end).start,
        clause=clause.text,
        outlet=article.outlet,
        quotation=credit.quotation,
        holder=holder,
        relayed_by=credit.relayed_by,
        cue=credit.cue,
        mode=credit.mode if credit.mode != attribution.OWN else None,
        event=_event(article, sentence, event, agent, where) if event else None,
        quantities=(_as_written(article, amount.quantity),) if amount else (),
        period=period,
        period_how=period_how,
        quantifier=how.quantifier,
        polarity=how.polarity,
        certainty=_certainty(
            how,
            None if stance.is_telling(verb, anchor, credit.cue) else credit.certainty,
            unreal=_did_not_happen(event, verb, anchor),
        ),
        agent=agent,
        place=where,
        counted=noun,
        counted_words=words,
        extent=extent,
        guard=how.guard,
        headline=sentence.headline,
        lead=sentence.lead,
        matter=matter.read(article, sentence, event, *clauses.anchors(sentence, event, amount)),
        topic=topic.read(article, sentence, event, verb) if event else (),
        content=topic.content(sentence),
        published=article.source.published,
        named=tuple(sorted({mention.entity.name for mention in sentence.names})),
        notes=(*_notes(sentence, first, last), *((rival,) if rival and holder else ())),
    )


def _notes(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """How the sentence sets its statements beside others (contrast, growth, grown), and its clause above all others."""
    doc, start, end = sentence.span.doc, sentence.span.start, sentence.span.end
    found = [name for name in ("contrast", "growth", "grown") if find_run(doc, start, end, "stance", name)]
    return (*found, "superlative") if extremes.is_superlative(doc, first, last) else tuple(found)


def _did_not_happen(event: events.Mention | None, verb: Token, anchor: Token) -> bool:
    return event is not None and event.nominal and stance.is_unreal(verb, anchor)


def _certainty(how: stance.Stance, credited: str | None, *, unreal: bool) -> str:
    """The clause's own certainty, else that of the cue that reports it; "prevented 300 deaths" tells of none."""
    if unreal:
        return "unreal"
    return how.certainty if how.certainty != "asserted" else credited or "asserted"


def _as_written(article: Article, quantity: Quantity) -> Quantity:
    """The quantity with its words as the source has them: the parser saw plain quotation marks and spaces."""
    return replace(quantity, text=article.source.text[quantity.start : quantity.end])


def _event(article: Article, sentence: Sentence, event: events.Mention, agent: Facet, where: Facet) -> Event:
    head = sentence.span.doc[event.head]
    doer = undergoer = None
    if head.pos_ in ("VERB", "AUX"):
        undergoer = syntax.subject(head) if event.suffered else syntax.logical_object(head)
        doer = None if event.suffered else syntax.logical_subject(head)
    elif event.nominal:
        undergoer = next(syntax.preposition_objects(head, frozenset({"of"})), None)
        doer = next(syntax.preposition_objects(head, frozenset({"by"})), None)
    return Event(
        cls=event.cls,
        trigger=sentence.span.doc[event.first : event.last + 1].text,
        agent=_doer(article, sentence, doer, agent),
        patient=_label(article, sentence, undergoer),
        place=where.words or None,
    )


def _doer(article: Article, sentence: Sentence, doer: Token | None, agent: Facet) -> str | None:
    """Who an editor would say did it: the noun that the clause has; the actor for a pronoun, and for whoever is named
    through a deed ("a Ruritanian raid").
    """
    label = _label(article, sentence, doer) if not _is_means(doer) else None
    if doer is None or doer.pos_ == "PRON" or scope.is_deed(doer):
        return agent.words or label
    return label or agent.words or None


def _is_means(doer: Token | None) -> bool:
    """ "by telephone", "by the end of June": how or when, and not who."""
    return doer is not None and doer.dep_ == "pobj" and is_listed(doer, "scope", "means")


def _label(article: Article, sentence: Sentence, token: Token | None) -> str | None:
    """The name or noun that an editor would write: "Orbit Bank", "coastal road"; none for an amount."""
    token = token and _of_group(sentence, token)
    if token is None or token.pos_ in ("NUM", "SYM") or is_listed(token, "scope", "relative"):
        return None
    named = next((found for item in (token, *_renamed(token)) if (found := article.entity(sentence, item))), None)
    if named is not None:
        return named.entity.name
    if any(amount.quantity.unit and amount.first <= token.i < amount.last for amount in sentence.quantities):
        return None
    words = [
        item
        for item in token.lefts
        if not item.like_num and (item.dep_ == "compound" or (item.dep_ == "amod" and item.pos_ == "ADJ"))
    ]
    return " ".join(item.text for item in (*words, token))


def _of_group(sentence: Sentence, token: Token) -> Token:
    """What "dozens of letters", "none of the nurses" and "40 of the ships" are."""
    counted = next((item.noun for item in sentence.quantities if item.first <= token.i < item.last and item.noun), None)
    if counted is not None and token.dep_ != "nummod":
        return sentence.span.doc[counted]
    if not is_listed(token, "scope", "partitive"):
        return token
    return next(syntax.preposition_objects(token, frozenset({"of"})), token)


def _renamed(token: Token) -> list[Token]:
    """Who "the director, Lena Vogt" is: the name beside a common noun."""
    if token.pos_ != "NOUN":
        return []
    return [item for item in token.rights if item.dep_ == "appos" and item.ent_type_ == "PERSON"]
