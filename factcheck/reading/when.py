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

LATELY = 31  # days before the article: what began earlier is no news


def read(article: Article, sentence: Sentence, verb: Token, first: int, last: int) -> tuple[Period | None, str]:
    """The period in the clause, else the only one of the sentence or of the sentence before; never the day it was
    said.
    """
    doc = sentence.span.doc
    own = [mention for mention in sentence.periods if not _of_another_event(doc, mention, verb)]
    inside = [
        mention
        for mention in own
        if first <= mention.first < last and not _of_other(doc[mention.first], verb, first, last)
    ]
    dated = [mention for mention in inside if mention.period.first or mention.period.last]
    if dated and inside[0] in dated:
        inside = dated  # what "a year earlier" is compared with comes first
    if inside:
        period = _narrowest(doc, inside, verb)
        return (period, "stated") if period else (None, "unknown")
    if find_run(doc, first, last, "scope", "that-period"):
        told = [mention.period for nearby in article.before(sentence)[:1] for mention in nearby.periods]
        return (told[-1], "context") if told else (None, "unknown")
    start, end = sentence.span.start, sentence.span.end
    around = [
        _since(doc, mention, verb)
        for mention in own
        if not _of_saying(doc[mention.first], verb)
        and (mention.period.grain == "day" or not _of_other(doc[mention.first], verb, start, end))
    ]
    if around:
        return (around[0], "context") if len(around) == 1 else (None, "unknown")
    before = [item for item in article.before(sentence)[:1] if item.block == sentence.block and not item.headline]
    place = article.position(sentence)
    for nearby in (*before, *(item for item in article.leads() if article.position(item) < place)):
        days = {_since(nearby.span.doc, mention, None) for mention in nearby.periods}
        if len(days) == 1 and nearby is not sentence and (day := days.pop()).last is not None:
            return day, "context"
    return None, "unknown"


def is_background(article: Article, sentence: Sentence) -> bool:
    """True for a sentence that only looks back: all times that it gives began long before the article's day."""
    published, found = article.source.published, sentence.periods
    if published is None or not found:
        return False
    begun = [mention.period.first for mention in found]
    return all(first is not None and (published - first).days > LATELY for first in begun)


def _of_other(token: Token, verb: Token, first: int, last: int) -> bool:
    """True if a time belongs to a relative clause or a participle that tells of something else: "a city divided since
    2012", "the tower, built in 1890, fell".
    """
    return any(
        syntax.under(token, kind, first, last) and not syntax.under(verb, kind, first, last) and verb.dep_ != kind
        for kind in ("relcl", "acl")
    )


def _head(doc: Doc, mention: periods.Mention) -> Token:
    return doc[mention.first : mention.last].root


def _path(token: Token, verb: Token) -> list[Token]:
    """What a token hangs on, up to the verb or, where it does not hang on that, the root."""
    path = []
    while token.head != token and token != verb:
        token = token.head
        path.append(token)
    return path


def _is_direct(token: Token, verb: Token) -> bool:
    """True if nothing but prepositions, or the subject, stands between a time and the verb."""
    while token.dep_ == "conj" and token.pos_ == token.head.pos_ and token.head != verb:
        token = token.head
    path = _path(token, verb)
    light = ("ADP", "SCONJ", "ADV", "PART")
    return verb in path and all(
        item.pos_ in light or item == verb or (item.head == verb and item.dep_ in ("nsubj", "nsubjpass"))
        for item in path
    )


def _is_done_apart(token: Token, verb: Token) -> bool:
    """True if another verb stands between a time and the verb: "spent the weekend asking them to vote on Friday"."""
    path = _path(token, verb)
    return verb in path and any(item.pos_ == "VERB" for item in path[:-1])


def _of_another_event(doc: Doc, mention: periods.Mention, verb: Token) -> bool:
    """True if a time tells when something else is: a report ("according to figures released on Monday"), what is said
    or done before or after ("resigned after the board met in May"), or which of many a thing is ("the 2014 champion").
    What follows upon an event of a day mostly happens on that day: "died after a lorry overturned on Monday".
    """
    token = _head(doc, mention)
    if _tells_which(token):
        return True
    path = _path(token, verb)
    below = path[:-1] if path and path[-1] == verb else []
    day = mention.period.grain == "day"
    for item in below:
        opened = [item.head] if item.dep_ == "pcomp" else [mark for mark in item.children if mark.dep_ == "mark"]
        apart = any(is_listed(mark, "periods", "apart") for mark in opened)
        follows = day and any(is_listed(mark, "periods", "follows") for mark in opened)
        if item.dep_ == "ccomp" or (item.pos_ == "VERB" and is_listed(item, "cues", "say")) or (apart and not follows):
            return True
    return any(is_listed(item, "periods", "according") or item.dep_ == "parataxis" for item in path if item != verb)


def _tells_which(token: Token) -> bool:
    """True for the year before a noun that neither acts nor says when: "repealed the 2014 law", "the 2014 champion"."""
    noun = token.head
    before = (
        token.dep_ in ("nummod", "compound", "nmod", "amod") and noun.i > token.i and noun.pos_ in ("NOUN", "PROPN")
    )
    if not before or not (token.text.isdigit() and len(token.text) == 4):
        return False
    if noun.dep_ == "nsubj":
        return is_listed(noun, "counted", "people") or is_listed(noun, "roles", "people")
    return not (noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during"))


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


def _narrowest(doc: Doc, found: list[periods.Mention], verb: Token) -> Period | None:
    """The period with the finest grain, of several that of the verb itself; both of "on Monday and Tuesday"; none where
    two differ: "from 12 in May to 40 in June".
    """
    found = [item for item in found if not _is_done_apart(_head(doc, item), verb)] or found
    order = ("day", "week", "month", "season", "year", "span")
    rank = [order.index(item.period.grain) if item.period.grain in order else len(order) for item in found]
    finest = [item for item, place in zip(found, rank, strict=True) if place == min(rank)]
    nearest = [item for item in finest if _is_direct(_head(doc, item), verb)] or finest
    first, last = (_since(doc, item, verb) for item in (nearest[0], nearest[-1]))
    if (first.first, first.last) == (last.first, last.last):
        return first
    joined = _head(doc, nearest[-1])
    if (
        len(nearest) == 2
        and joined.dep_ == "conj"
        and joined.head == _head(doc, nearest[0])
        and first.first
        and last.last
    ):
        return Period(first.first, last.last, "span", f"{first.text} and {last.text}")
    return None
