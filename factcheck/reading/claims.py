"""A source to its claims: one for every figure with its event, and one for every other event that a clause states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck import identity
from factcheck.model import Claim, Event, Facet, Passage, Period, Quantity, Source
from factcheck.reading import counted, events, figures, periods, quantities, scope, stance, syntax, topic
from factcheck.reading.article import Article, Sentence
from factcheck.reading.words import find_run, is_listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_CLAUSE = 280  # characters; a longer clause is cut around its event and figure
MARGIN = 10  # words kept on either side of the cut


def read(source: Source) -> tuple[Claim, ...]:
    """The claims of one source in the order of their passages."""
    article = Article(source)
    found = [claim for sentence in article.sentences for claim in _of_sentence(article, sentence)]
    found = _inherit_counted(found)
    repeats: Counter[str] = Counter()
    claims = []
    for claim in found:
        words = f"{claim.passage.text}|{claim.event.trigger if claim.event else ''}|{' '.join(q.text for q in claim.quantities)}"
        claims.append(replace(claim, id=identity.claim_id(source.id, words, repeats[words])))
        repeats[words] += 1
    return tuple(claims)


def _of_sentence(article: Article, sentence: Sentence) -> Iterator[Claim]:
    doc = sentence.span.doc
    used: set[int] = set()
    for amount in sentence.quantities:
        if _is_time(sentence, amount):
            continue
        event = figures.event_of(sentence, amount)
        if event is None:
            verb = figures.governor(sentence, amount)
            event = events.Mention(verb.lemma_.lower(), verb.i, verb.i, verb.i, "verb") if verb is not None else None
        if event is not None and "harm" in events.ancestors(event.cls):
            used.add(event.head)
        yield _claim(article, sentence, event, amount)
    for event in sentence.events:
        verb = _verb_of(doc[event.head], event)
        if event.head not in used and verb is not None:
            yield _claim(article, sentence, event, None)


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


def _claim(article: Article, sentence: Sentence, event: events.Mention | None, amount: quantities.Mention | None) -> Claim:
    doc = sentence.span.doc
    anchor = doc[event.head] if event else doc[amount.noun if amount and amount.noun is not None else amount.first]  # type: ignore[union-attr]
    verb = (_verb_of(anchor, event) if event else None) or syntax.clause_head(anchor)
    first, last = _bounds(sentence, verb, anchor, event, amount)
    passage = article.passage(sentence, first, last)
    credit = article.attribution.of(passage.start, passage.end)
    if amount is None and len(sentence.span.text) <= LONGEST_CLAUSE:
        passage = _whole(article, sentence)  # a clause of pronouns cannot be judged without what they stand for
    how = stance.read(doc, verb, first, last)
    agent = scope.agent(article, sentence, event, credit.holder) if event else Facet()
    period, period_how = _period(article, sentence, verb, first, last)
    extent = _extent(sentence, verb, first, last, amount.quantity if amount else None, period, period_how)
    where = scope.place(article, sentence, first, last, event, extent)
    noun, words = _counted(article, sentence, amount) if amount else (how.over, how.over or "")
    return Claim(
        id="",
        passage=passage,
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
        certainty=how.certainty,
        agent=agent,
        place=where,
        counted=noun,
        counted_words=words,
        extent=extent,
        guard=how.guard,
        headline=sentence.headline,
        lead=sentence.lead,
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


def _as_written(article: Article, quantity: Quantity) -> Quantity:
    """The quantity with its words as the source has them: the parser saw plain quotation marks and spaces."""
    return replace(quantity, text=article.source.text[quantity.start : quantity.end])


def _bounds(
    sentence: Sentence, verb: Token, anchor: Token, event: events.Mention | None, amount: quantities.Mention | None
) -> tuple[int, int]:
    """Tokens of the clause that carries the claim, inside its sentence, cut around event and figure where it is long."""
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


def _event(doc: object, event: events.Mention, agent: Facet, where: Facet) -> Event:
    return Event(
        cls=event.cls,
        trigger=doc[event.first : event.last + 1].text,  # type: ignore[index]
        agent=agent.words or None,
        patient=None,
        place=where.words or None,
    )


def _counted(article: Article, sentence: Sentence, amount: quantities.Mention) -> tuple[str | None, str]:
    """The class counted and the words that say so; a modifier that names people wins ("civilian deaths")."""
    quantity = amount.quantity
    if amount.noun is None:
        return (counted.classify(quantity.of) if quantity.of else None), quantity.of or ""
    noun = sentence.span.doc[amount.noun]
    named = article.entity(sentence, noun)
    if named is not None and named.entity.kind == "people":
        return "people", noun.text
    cls = counted.classify(quantity.of or noun.lemma_.lower())
    if counted.is_unnamed(cls) or cls == "people":
        for item in noun.children:
            if item.dep_ in ("amod", "compound", "nmod") and counted.is_people(counted.classify(item.lemma_)):
                kind = counted.classify(item.lemma_)
                if not counted.is_unnamed(kind):
                    return kind, f"{item.text} {noun.text}"
    return cls, noun.text


def _period(article: Article, sentence: Sentence, verb: Token, first: int, last: int) -> tuple[Period | None, str]:
    """The period in the clause, else the only one of the sentence or of the sentence before; never the day it was said."""
    doc = sentence.span.doc
    inside = [
        _since(doc, mention)
        for mention in sentence.periods
        if first <= mention.first < last and not _of_other(doc[mention.first], verb, first, last)
    ]
    if inside:
        return _narrowest(inside), "stated"
    if find_run(doc, first, last, "scope", "that-period"):
        told = [mention.period for nearby in article.before(sentence)[:1] for mention in nearby.periods]
        return (told[-1], "context") if told else (None, "unknown")
    around = [_since(doc, m) for m in sentence.periods if not _of_saying(doc[m.first], verb)]
    if around:
        return (around[0], "context") if len(around) == 1 else (None, "unknown")
    before = [item for item in article.before(sentence)[:1] if item.block == sentence.block and not item.headline]
    for nearby in (*before, *article.leads()):
        days = {_since(nearby.span.doc, mention) for mention in nearby.periods}
        if len(days) == 1 and nearby is not sentence and (day := days.pop()).last is not None:
            return day, "context"
    return None, "unknown"


def _of_other(token: Token, verb: Token, first: int, last: int) -> bool:
    """True if a time belongs to a relative clause that tells of something else: "a city divided since 2012"."""
    relative = syntax.under(token, "relcl", first, last)
    return relative and not syntax.under(verb, "relcl", first, last) and verb.dep_ != "relcl"


def _of_saying(token: Token, verb: Token) -> bool:
    """True if a time hangs on the verb that reports the claim: "said on Monday that …"."""
    reported = verb
    while reported.dep_ not in ("ccomp", "ROOT") and reported.head != reported:
        reported = reported.head
    return not any(item.i == token.i for item in reported.subtree)


def _since(doc: Doc, mention: periods.Mention) -> Period:
    """The period; with an open end where "since" opens its clause ("since fighting began in 2014")."""
    period = mention.period
    node = doc[mention.first]
    while node.head != node:
        if any(item.dep_ in ("mark", "prep") and is_listed(item, "scope", "since") and item.i < mention.first for item in node.children):
            return replace(period, last=None, text=f"since {period.text.removeprefix('since ')}")
        if node.dep_ in ("advcl", "ccomp", "relcl"):
            break
        node = node.head
    return period


def _narrowest(found: list[Period]) -> Period:
    order = ("day", "week", "month", "season", "year", "span")
    return min(found, key=lambda period: order.index(period.grain) if period.grain in order else len(order))


def _extent(sentence: Sentence, verb: Token, first: int, last: int, quantity: Quantity | None, period: Period | None, how: str) -> str:
    """total, incident, part, additional or unknown: how much of the matter a figure covers."""
    if quantity is None:
        return "unknown"
    if quantity.additional:
        return "additional"
    if quantity.part:
        return "part"
    doc = sentence.span.doc
    perfect = any(item.dep_ == "aux" and item.lemma_ == "have" and item.tag_ in ("VBZ", "VBP") for item in verb.children)
    day = period is not None and period.grain == "day" and period.last is not None
    if day and how == "stated":
        return "incident"
    if how == "context" and not perfect:
        return "incident" if day else "unknown"
    if perfect or find_run(doc, first, last, "stance", "total") or (period is not None and period.first and period.last is None):
        return "total"
    return "unknown"


def _inherit_counted(claims: list[Claim]) -> list[Claim]:
    """Deaths that are nobody's in particular count whom the claims before them counted."""
    found: list[Claim] = []
    last: dict[str, Claim] = {}
    for claim in claims:
        root = events.ancestors(claim.event.cls)[-1] if claim.event else ""
        if claim.counted and counted.is_unnamed(claim.counted):
            before = last.get(root)
            if before is not None and before.counted:
                claim = replace(
                    claim, counted=before.counted, counted_words=f"{claim.counted_words} ({before.counted_words}, from the text before)"
                )
        elif claim.counted and root and counted.is_people(claim.counted) and claim.extent not in ("part", "additional"):
            last[root] = claim
        found.append(claim)
    return found


