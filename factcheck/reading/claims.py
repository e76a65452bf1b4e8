"""A source to its claims: one for every figure with its event, and one for every other event that a clause states."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck import identity
from factcheck.model import Claim, Event, Facet, Passage, Period, Quantity, Source
from factcheck.reading import counts, events, figures, matter, scope, stance, syntax, topic, when
from factcheck.reading.article import Article, Sentence
from factcheck.reading.quantities import quantities
from factcheck.reading.words import find_run, is_listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_CLAUSE = 280  # characters; a longer clause is cut around its event and figure
LONGEST_TITLE = 60  # characters of a title in a sentence
MARGIN = 10  # words kept on either side of the cut


def read(source: Source) -> tuple[Claim, ...]:
    """The claims of one source in the order of their passages."""
    article = Article(source)
    found = [claim for sentence in article.sentences for claim in _of_sentence(article, sentence)]
    found = counts.inherit(found)
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
    for amount in sentence.quantities:
        if _is_time(sentence, amount):
            continue
        event = figures.sized_event(sentence, amount) if amount.quantity.unit else figures.event_of(sentence, amount)
        if event is None and not amount.quantity.unit:
            event = _generic(figures.governor(sentence, amount))
        if event is not None:
            used.add(event.head)
        yield _claim(article, sentence, event, amount)
    for event in sentence.events:
        verb = _verb_of(doc[event.head], event)
        if event.head not in used and verb is not None:
            yield _claim(article, sentence, event, None)
            used.add(verb.i)
    for token in sentence.span:
        if token.pos_ == "VERB" and token.i not in used and not any(m.head == token.i for m in sentence.events):
            first, last = syntax.clause_span(token)
            how = stance.read(doc, token, first, last)
            if how.quantifier in ("no", "never", "all", "every", "always", "few") or how.polarity == "negative":
                used.add(token.i)
                yield _claim(article, sentence, _generic(token), None)
    root = sentence.span.root
    if not used and root.pos_ in ("VERB", "AUX"):
        yield _claim(article, sentence, _generic(root), None)


def _generic(verb: Token | None) -> events.Mention | None:
    """A verb that no lexicon lists, as an event of its own class."""
    return events.Mention(verb.lemma_.lower(), verb.i, verb.i, verb.i, "verb") if verb is not None else None


def _is_time(sentence: Sentence, amount: quantities.Mention) -> bool:
    """True for an amount of time that is part of a date or a period: "the past five years"."""
    return any(period.first < amount.last and amount.first < period.last for period in sentence.periods)


def _verb_of(head: Token, event: events.Mention) -> Token | None:
    """The verb that states an event: itself, or the light verb of an event noun ("opened no inquiry")."""
    if not event.nominal:
        return head
    if head.dep_ in ("dobj", "nsubjpass", "attr", "nsubj") and is_listed(head.head, "scope", "light-verb"):
        return head.head
    return None


def _claim(
    article: Article, sentence: Sentence, event: events.Mention | None, amount: quantities.Mention | None
) -> Claim:
    doc = sentence.span.doc
    anchor = _anchor(doc, event, amount)
    verb = (_verb_of(anchor, event) if event else None) or syntax.clause_head(anchor)
    first, last = _bounds(sentence, verb, anchor, event, amount)
    clause = passage = article.passage(sentence, first, last)
    credit = article.attribution.of(passage.start, passage.end)
    if amount is None and len(sentence.span.text) <= LONGEST_CLAUSE:
        passage = _whole(article, sentence)  # a clause of pronouns cannot be judged without what they stand for
    how = stance.read(doc, verb, first, last)
    if amount is not None and amount.quantity.part and _is_only(doc, amount):
        how = replace(how, quantifier="few")
    agent = scope.agent(article, sentence, event, credit.holder) if event else Facet()
    period, period_how = when.read(article, sentence, verb, first, last)
    extent = _extent(sentence, verb, first, last, amount.quantity if amount else None, period, period_how)
    where = scope.place(article, sentence, first, last, event, extent)
    noun, words = counts.read(article, sentence, amount, event) if amount else (how.over, how.over or "")
    return Claim(
        id="",
        passage=passage,
        clause=clause.text,
        outlet=_outlet(article.source),
        quotation=credit.quotation,
        holder=credit.holder,
        relayed_by=credit.relayed_by,
        cue=credit.cue,
        event=_event(doc, event, agent, where) if event else None,
        quantities=(_as_written(article, amount.quantity),) if amount else (),
        period=period,
        period_how=period_how,
        quantifier=how.quantifier,
        polarity=how.polarity,
        certainty=_certainty(how, credit.certainty, unreal=_did_not_happen(event, verb)),
        agent=agent,
        place=where,
        counted=noun,
        counted_words=words,
        extent=extent,
        guard=how.guard,
        headline=sentence.headline,
        lead=sentence.lead,
        matter=matter.read(article, sentence, event, *_anchors(doc, amount)) if event else (),
        topic=topic.read(article, sentence, event, verb) if event else (),
        content=topic.content(sentence),
        published=article.source.published,
        notes=_notes(sentence),
    )


def _notes(sentence: Sentence) -> tuple[str, ...]:
    """What the sentence says about how its statements stand to others: "contrast", "growth"."""
    doc, first, last = sentence.span.doc, sentence.span.start, sentence.span.end
    return tuple(name for name in ("contrast", "growth") if find_run(doc, first, last, "stance", name))


def _whole(article: Article, sentence: Sentence) -> Passage:
    """The sentence without the marks and spaces around it."""
    doc, first, last = sentence.span.doc, sentence.span.start, sentence.span.end
    while first < last - 1 and (doc[first].is_punct or doc[first].is_space or doc[first].is_quote):
        first += 1
    while last - 1 > first and (doc[last - 1].is_space or doc[last - 1].is_quote):
        last -= 1
    return article.passage(sentence, first, last)


def _anchors(doc: Doc, amount: quantities.Mention | None) -> tuple[Token, ...]:
    """The words of a figure that a cause or purpose may hang on: the counted noun and the amount itself."""
    if amount is None:
        return ()
    root = doc[amount.first : amount.last].root
    return (root,) if amount.noun is None else (doc[amount.noun], root)


def _did_not_happen(event: events.Mention | None, verb: Token) -> bool:
    return event is not None and event.nominal and stance.is_unreal(verb)


def _certainty(how: stance.Stance, credited: str | None, *, unreal: bool) -> str:
    """The clause's own certainty, else that of the cue that reports it; "prevented 300 deaths" tells of none."""
    if unreal:
        return "unreal"
    return how.certainty if how.certainty != "asserted" else credited or "asserted"


def _outlet(source: Source) -> str:
    """The source's name in a sentence: its publisher, else its title."""
    title = textwrap.shorten(source.title or source.id, LONGEST_TITLE, placeholder=" …")
    return source.publisher or f"the article “{title}”"


def _anchor(doc: Doc, event: events.Mention | None, amount: quantities.Mention | None) -> Token:
    """The token a claim hangs on: its event, else what its figure counts, else the figure."""
    if event is not None:
        return doc[event.head]
    assert amount is not None
    return doc[amount.noun if amount.noun is not None else amount.first]


def _is_only(doc: Doc, amount: quantities.Mention) -> bool:
    """A part said to be small: "only five of the 31"."""
    return any(is_listed(doc[index], "stance", "only") for index in range(max(0, amount.first - 2), amount.last))


def _as_written(article: Article, quantity: Quantity) -> Quantity:
    """The quantity with its words as the source has them: the parser saw plain quotation marks and spaces."""
    return replace(quantity, text=article.source.text[quantity.start : quantity.end])


def _bounds(
    sentence: Sentence, verb: Token, anchor: Token, event: events.Mention | None, amount: quantities.Mention | None
) -> tuple[int, int]:
    """Tokens of the clause that carries the claim, inside its sentence; a long one is cut around event and figure."""
    first, last = syntax.clause_span(verb)
    marks = [anchor.i, event.last if event else anchor.i]
    marks += [amount.first, amount.last - 1] if amount else []
    first, last = min(first, *marks), max(last, *(mark + 1 for mark in marks))
    first, last = max(first, sentence.span.start), min(last, sentence.span.end)
    doc = sentence.span.doc
    if len(doc[first:last].text) > LONGEST_CLAUSE:
        first = max(first, min(marks) - MARGIN)
        last = min(last, max(marks) + 1 + MARGIN)
    return first, last


def _event(doc: Doc, event: events.Mention, agent: Facet, where: Facet) -> Event:
    head = doc[event.head]
    undergoer = syntax.logical_object(head) if head.pos_ == "VERB" else None
    return Event(
        cls=event.cls,
        trigger=doc[event.first : event.last + 1].text,
        agent=agent.words or None,
        patient=undergoer.text if undergoer is not None else None,
        place=where.words or None,
    )


def _extent(
    sentence: Sentence, verb: Token, first: int, last: int, quantity: Quantity | None, period: Period | None, how: str
) -> str:
    """total, incident, part, additional or unknown: how much of the matter a figure covers."""
    if quantity is None:
        return "unknown"
    if quantity.additional:
        return "additional"
    if quantity.part:
        return "part"
    doc = sentence.span.doc
    perfect = any(
        item.dep_ == "aux" and item.lemma_ == "have" and item.tag_ in ("VBZ", "VBP") for item in verb.children
    )
    day = period is not None and period.grain == "day" and period.last is not None
    if day and how == "stated":
        return "incident"
    if how == "context" and not perfect:
        return "incident" if day else "unknown"
    if (
        perfect
        or find_run(doc, first, last, "stance", "total")
        or (period is not None and period.first and period.last is None)
    ):
        return "total"
    return "unknown"
