"""A figure set beside one that was told before: what it counts, and who gives it.

"40 were hurt, the mayor said. The union puts it at 60." The second figure names neither what it counts nor what befell
them. Both are those of the figure before, where one figure alone can be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck import intervals
from factcheck.model import Claim, Facet, Holder
from factcheck.reading import syntax
from factcheck.reading.article import Sentence
from factcheck.reading.quantities import quantities, rivals
from factcheck.reading.quantities.quantity_phrases import words

if TYPE_CHECKING:
    from spacy.tokens import Token

NOTE = "rival"
LOOSE = "rival?"  # only a verb of counting says so
BACK = 3  # sentences back to the figure that is meant
LIKE = 10  # a rival figure is hardly more than this many times the first


def note(sentence: Sentence, amount: quantities.Mention) -> str | None:
    """NOTE, or LOOSE, for an amount without a noun that is set beside an earlier one of the same time."""
    quantity, doc = amount.quantity, sentence.span.doc
    if quantity.of is not None or quantity.vague or quantity.part or quantity.additional:
        return None
    if any(token.lower_ in words("other_time") for token in doc[sentence.span.start : amount.first]):
        return None
    how = rivals.told(doc, amount.first, amount.last, bare=quantity.unit is None)
    if how == rivals.LOOSE:
        return None if _is_place(sentence, _doer(sentence, amount)) else LOOSE
    return NOTE if how else None


def voice(sentence: Sentence, amount: quantities.Mention) -> Holder | None:
    """Who gives it, where no cue credits anybody: the doer of its verb, or the owner of "the union's estimate"."""
    doer = _doer(sentence, amount)
    return _named(doer) if doer is not None else None


def _doer(sentence: Sentence, amount: quantities.Mention) -> Token | None:
    doc = sentence.span.doc
    before = doc[amount.first - 1] if amount.first > sentence.span.start else None
    if before is not None and before.tag_ == "POS":
        return doc[before.i - 1]
    node = doc[amount.first : amount.last].root
    while node.pos_ not in ("VERB", "AUX") and node.head != node:
        node = node.head
    doer = syntax.logical_subject(node)
    if doer is not None and doer.lower_ in words("rival_noun"):
        doer = next((item for item in doer.lefts if item.dep_ == "poss"), None)
    return doer


def _is_place(sentence: Sentence, noun: Token | None) -> bool:
    """A country or a town counts its own."""
    kinds = (mention.entity.kind for mention in sentence.names if noun and mention.first <= noun.i < mention.last)
    return any(kind in ("country", "region", "place") for kind in kinds)


def _named(noun: Token) -> Holder | None:
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    doc, first = noun.doc, noun.left_edge.i
    while first < noun.i and doc[first].pos_ in ("DET", "PRON", "CCONJ", "ADV", "PUNCT", "SPACE"):
        first += 1
    return Holder(doc[first : noun.i + 1].text)


def inherit(claims: Sequence[Claim]) -> list[Claim]:
    """Rival figures with the matter of the figure before them."""
    found: list[Claim] = []
    starts: list[int] = []
    for claim in claims:
        if not starts or starts[-1] != claim.sentence:
            starts.append(claim.sentence)
        if NOTE in claim.notes or LOOSE in claim.notes:
            first = _first(claim, found, starts[-BACK - 1 :])
            plain = replace(claim, notes=tuple(note for note in claim.notes if note not in (NOTE, LOOSE)))
            claim = _of_one_matter(plain, first) if first is not None else plain
        found.append(claim)
    return found


def _first(rival: Claim, before: Sequence[Claim], starts: Sequence[int]) -> Claim | None:
    """The one figure of the nearest sentence that the rival may be set beside; none where two may be meant."""
    for start in reversed(starts):
        near = [claim for claim in before if claim.sentence == start and _may_be_meant(claim, rival)]
        if near:
            matters = {(claim.counted, claim.event.cls if claim.event else "") for claim in near}
            return near[0] if len(matters) == 1 else None
    return None


def _may_be_meant(claim: Claim, rival: Claim) -> bool:
    if not claim.quantities or claim.counted is None or claim.headline or claim.kind != rival.kind:
        return False
    one, other = claim.quantities[0], rival.quantities[0]
    return (
        other.unit in (None, one.unit)
        and (other.unit is None or (one.share is None) == (other.share is None))
        and not (one.vague or one.part or one.additional)
        and (claim.event is not None or claim.counted != one.unit)
        and (claim.polarity, claim.quantifier) == ("positive", None)
        and intervals.ratio(one, other) <= LIKE
        and not (LOOSE in rival.notes and _is_owned(claim, rival))
    )


def _is_owned(first: Claim, rival: Claim) -> bool:
    """True where the figure may be another's own: "the museum drew 900, the zoo counted 700"; seats and votes."""
    verb = rival.clause[: rival.clause.find(rival.quantities[0].text)].split()[-1:]
    done = first.holder is None and first.event is not None and first.event.agent is not None
    return done or first.counted in words("owned") or not set(verb).isdisjoint(first.clause.split())


def _of_one_matter(rival: Claim, first: Claim) -> Claim:
    one, told = rival.quantities[0], first.quantities[0]
    quantity = replace(one, of=told.of, share_of=told.share_of, unit=told.unit, share=one.share or told.share)
    own_period = rival.period_how == "stated"
    return replace(
        rival,
        quantities=(quantity,),
        event=first.event,
        counted=first.counted,
        counted_words=f"{first.counted_words.split(' (')[0]} (from the text before)",
        agent=_inherited(first.agent),
        place=rival.place if rival.place.how == "stated" else _inherited(first.place),
        period=rival.period if own_period else first.period,
        period_how="stated" if own_period else "context" if first.period else "unknown",
        certainty=first.certainty if first.certainty == "future" else rival.certainty,
        extent=first.extent,
        matter=first.matter,
        topic=first.topic,
        content=tuple(sorted({*rival.content, *first.content})),
        lead=rival.lead or first.lead,
        notes=(*rival.notes, NOTE),
    )


def _inherited(facet: Facet) -> Facet:
    return replace(facet, how="context") if facet.entities else facet
