"""The clause that carries a claim: the word it hangs on, its bounds, and how much of a matter its figure covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Passage, Period
from factcheck.reading import events, sized, syntax
from factcheck.reading.article import Article, Sentence
from factcheck.reading.quantities import quantities
from factcheck.reading.words import find_run, is_listed, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 280  # characters; a longer clause is cut around its event and figure
LONGEST_SENTENCE = 400  # characters of a sentence that is shown whole
MARGIN = 10  # words kept on either side of the cut


def whole(article: Article, sentence: Sentence) -> Passage:
    """The sentence without the marks and spaces around it."""
    doc, first, last = sentence.span.doc, sentence.span.start, sentence.span.end
    while first < last - 1 and (doc[first].is_punct or doc[first].is_space or doc[first].is_quote):
        first += 1
    while last - 1 > first and (doc[last - 1].is_space or doc[last - 1].is_quote):
        last -= 1
    return article.passage(sentence, first, last)


def anchors(sentence: Sentence, event: events.Mention | None, amount: quantities.Mention | None) -> tuple[Token, ...]:
    """The words of a figure that a cause or purpose may hang on: what is counted or measured, and the amount itself."""
    if amount is None:
        return ()
    doc = sentence.span.doc
    changed = sized.change_of(sentence, amount, event) if event and event.cls in sized.CHANGES else None
    thing = changed or (sized.measured(sentence, amount) if amount.quantity.unit else None)
    counted = doc[amount.noun] if amount.noun is not None else None
    return tuple(item for item in (counted, doc[amount.first : amount.last].root, thing) if item is not None)


def anchor(doc: Doc, event: events.Mention | None, amount: quantities.Mention | None) -> Token:
    """The token a claim hangs on: its event, else what its figure counts, else the figure."""
    if event is not None:
        return doc[event.head]
    assert amount is not None
    return doc[amount.noun if amount.noun is not None else amount.first]


def bounds(
    sentence: Sentence, verb: Token, anchor: Token, event: events.Mention | None, amount: quantities.Mention | None
) -> tuple[int, int]:
    """Tokens of the clause that carries the claim, inside its sentence; a long one is cut around event and figure."""
    first, last = syntax.clause_span(verb)
    marks = [anchor.i, event.last if event else anchor.i]
    marks += [amount.first, amount.last - 1] if amount else []
    first, last = min(first, *marks), max(last, *(mark + 1 for mark in marks))
    first, last = max(first, sentence.span.start), min(last, sentence.span.end)
    doc = sentence.span.doc
    if len(doc[first:last].text) > LONGEST:
        first = max(first, min(marks) - MARGIN)
        last = min(last, max(marks) + 1 + MARGIN)
    return first, last


def extent(
    sentence: Sentence,
    verb: Token,
    first: int,
    last: int,
    amount: quantities.Mention | None,
    period: Period | None,
    how: str,
) -> str:
    """total, incident, part, additional or unknown: how much of the matter a figure covers."""
    if amount is None:
        return "unknown"
    if amount.quantity.additional:
        return "additional"
    doc = sentence.span.doc
    if amount.quantity.part or (amount.noun is not None and any(x.lower_ == "with" for x in doc[amount.noun].rights)):
        return "part"  # "three patients with burns": not all that were treated
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


def own(sentence: Sentence, amount: quantities.Mention | None, first: int, last: int) -> tuple[int, int]:
    """The tokens among [first, last) that say where an amount is: of "eight in the town and 22 in the whole county"
    those up to the next amount that has a place or a lot of its own.
    """
    if amount is None:
        return first, last
    starts = [item.first for item in sentence.quantities if first < item.first < last and is_set_apart(sentence, item)]
    return (
        max((start for start in starts if start <= amount.first), default=first),
        min((start for start in starts if start > amount.first), default=last),
    )


def is_set_apart(sentence: Sentence, amount: quantities.Mention) -> bool:
    """A bare number that goes on with its own place or lot: "and six in cup matches"."""
    doc = sentence.span.doc
    if amount.last >= len(doc) or amount.first <= sentence.span.start or doc[amount.last - 1].pos_ != "NUM":
        return False
    goes_on = doc[amount.first - 1].pos_ == "CCONJ" or doc[amount.first - 1].lower_ in (",", ";", "another")
    return goes_on and doc[amount.last].lower_ in listed("scope", "locative") - {"of", "against", "between"}


def is_only(doc: Doc, amount: quantities.Mention) -> bool:
    """A part said to be small: "only five of the 31"."""
    return any(is_listed(doc[index], "stance", "only") for index in range(max(0, amount.first - 2), amount.last))


def is_whole(sentence: Sentence, amount: quantities.Mention) -> bool:
    """The 20 of "14 of the 20 sailors": what is said is said of the 14."""
    return any(
        other.noun is not None and other.noun == amount.noun and other.quantity.part and other.last <= amount.first
        for other in sentence.quantities
    )
