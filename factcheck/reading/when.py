"""When it happens: the period of a clause, stated in it or inherited from around it, and never the day it was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Period
from factcheck.reading import syntax
from factcheck.reading.article import Article, Sentence
from factcheck.reading.periods import periods
from factcheck.reading.words import find_run, is_listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def read(article: Article, sentence: Sentence, verb: Token, first: int, last: int) -> tuple[Period | None, str]:
    """The period in the clause, else the only one of the sentence or of the sentence before; never the day it was
    said.
    """
    doc = sentence.span.doc
    inside = [
        _since(doc, mention, verb)
        for mention in sentence.periods
        if first <= mention.first < last and not _of_other(doc[mention.first], verb, first, last)
    ]
    if inside:
        return _narrowest(inside), "stated"
    if find_run(doc, first, last, "scope", "that-period"):
        told = [mention.period for nearby in article.before(sentence)[:1] for mention in nearby.periods]
        return (told[-1], "context") if told else (None, "unknown")
    around = [_since(doc, m, verb) for m in sentence.periods if not _of_saying(doc[m.first], verb)]
    if around:
        return (around[0], "context") if len(around) == 1 else (None, "unknown")
    before = [item for item in article.before(sentence)[:1] if item.block == sentence.block and not item.headline]
    earlier = {id(item) for item in article.before(sentence)}
    for nearby in (*before, *(item for item in article.leads() if id(item) in earlier)):
        days = {_since(nearby.span.doc, mention, None) for mention in nearby.periods}
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


def _since(doc: Doc, mention: periods.Mention, verb: Token | None) -> Period:
    """The period; with an open end where "since" opens its clause ("since work began in 2014"), save for that work."""
    period = mention.period
    node = doc[mention.first]
    while node.head != node and node != verb:
        if any(
            item.dep_ in ("mark", "prep") and is_listed(item, "scope", "since") and item.i < mention.first
            for item in node.children
        ):
            return replace(period, last=None, text=f"since {period.text.removeprefix('since ')}")
        if node.dep_ in ("advcl", "ccomp", "relcl"):
            break
        node = node.head
    return period


def _narrowest(found: list[Period]) -> Period:
    order = ("day", "week", "month", "season", "year", "span")
    return min(found, key=lambda period: order.index(period.grain) if period.grain in order else len(order))
