"""What a denial is about: the sentence it answers, a charge against the denier, or the same event by the same doer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Passage
from factcheck.pairing import comparability, entities, forms, propositions, speakers
from factcheck.pairing.denials import asserting, charges, denied, mistreatment, namings
from factcheck.pairing.restatements import Statement
from factcheck.reading import events
from factcheck.reading.words import listed

REASONS = {
    "answered": "the denial points at this sentence",
    "event": "what is denied is told of the same doer",
    "words": "what is denied is told of the same doer in the same words",
    "charge": "the same matter is laid at the denier's door",
}
JOINING = ("event", "words", "charge")  # reasons that hold of several claims of one source
MOST = 4  # claims of one source that one denial is set beside


def is_denial(claim: Claim) -> bool:
    """True for a denial, and for somebody's word that he or his side did not do what he tells of."""
    return claim.kind == "denial" or _clears(claim)


def tie(denial: Claim, other: Claim) -> str | None:
    """Why a claim is what a denial is about; none where nothing says so."""
    if other.kind == "statement" and _asked_for(denial, other):
        return "words"
    if (
        other.kind != "statement"
        or not asserting.asserts(other)
        or _own(denial, other)
        or denial.clause in other.clause
        or _is_of_a_reason(denial, other)
    ):
        return None
    if denial.kind != "denial":
        return _cleared(denial, other) if _clears(denial) else None
    if denial.answers is not None and _stands_in(other, denial.answers):
        return "answered"
    if not _compatible(denial, other) or (asserting.is_ahead(other) and not asserting.looks_ahead(denial)):
        return None
    mine = forms.stems(word for name in namings.deniers(denial) for word in name) | forms.stems(
        namings.words_of(denial.holder)
    )
    shared = forms.stems(denial.topic) & namings.told(other) - mine
    if denied.one_doer(denial, other) == "named":
        if denial.event is not None and other.event is not None and _one_event(denial, other):
            return "event"
        if "share" in denial.notes and denied.does_harm(other):
            alike = denial.event is not None and denial.event.cls in denied.means_of(other)
            if alike or len(charges.common(denial, other, mine)) >= charges.FEWEST:
                return "event"
    if other.holder is None and not charges.accuses(other):
        return None
    harm = denial.event is not None and denied.is_harm(denial.event.cls)
    if harm and mistreatment.spares(other):
        return None
    if denied.is_asserted(denial, other) or mistreatment.is_told(denial, other):
        return "event"
    blamed = charges.blames(other) and denied.one_doer(denial, other) == "named"
    if other.holder is None and not denied.lays_charge(other) and not blamed:
        return None
    alike = denial.event is not None and other.event is not None and denied.one_deed(denial, other)
    if charges.is_unnamed(other) and other.certainty == "alleged" and len(shared) + alike > charges.FEWEST:
        return "words"
    if harm and not denied.is_elsewhere(denial, other) and blamed:
        return "charge"
    return (
        "charge"
        if charges.accuses(other) and charges.is_against(denial, other) and charges.fits(denial, other, shared)
        else None
    )


def is_answered(a: Claim, b: Claim) -> bool:
    """True for a claim and its denial, which are told as such and need no other name."""
    return any(is_denial(x) and tie(x, y) is not None for x, y in ((a, b), (b, a)))


def _is_of_a_reason(denial: Claim, other: Claim) -> bool:
    """True where only why it was done is denied, and the claim gives no reason."""
    return propositions.has(denial, "reason") and not propositions.has(other, "reason")


def answered(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each denial with the claims of the sentence that it answers."""
    for denial in statements:
        if denial.claim.answers is not None:
            for other in statements:
                if other is not denial and _stands_in(other.claim, denial.claim.answers):
                    yield denial, other


def unnamed(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each denial with what is alleged of somebody by a pronoun, or passed on as his own words: no name meets there."""
    told = [
        x for x in statements if x.claim.relayed_by or (charges.is_unnamed(x.claim) and x.claim.certainty == "alleged")
    ]
    for denial in statements:
        if denial.claim.kind == "denial" and denial.claim.event is not None:
            yield from ((denial, other) for other in told)


def keys(claim: Claim) -> list[str]:
    """A denial meets what is laid at the denier's door, and what he or those who act for him are said to have done."""
    if claim.kind == "utterance":
        return []
    names = {tail for entity in claim.agent.entities for tail in entities.tails(entity)}
    told = namings.named(claim, "by-name:") | (namings.deniers(claim) if is_denial(claim) else set())
    told |= namings.named(claim, "to-name:") if charges.accuses(claim) else set()
    return sorted(names.union(*told)) + [f"word {stem}" for stem in sorted(_parties(claim))]


def _parties(claim: Claim) -> set[str]:
    """The stems of the nouns for those who may have done it, or are said to have."""
    if claim.event is None:
        return forms.stems(namings.words(claim.holder.name)) if is_denial(claim) and claim.holder else set()
    if is_denial(claim):
        names, nouns = denied.doers(claim)
        told = (word for entity in claim.agent.entities for word in namings.words(entity.name))
        return nouns | forms.stems(word for name in names for word in name) | forms.stems(told)
    labels = (claim.event.agent, claim.event.patient, *claim.named)
    return forms.stems(word for label in labels if label for word in namings.words(label))


def best(pairs: Sequence[tuple[Statement, Statement]]) -> list[tuple[Statement, Statement]]:
    """For each denial, of every source, the claim that fits best as what it denies, and those of others that do."""
    rated: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for index, (a, b) in enumerate(pairs):
        for denial, other in ((a.claim, b.claim), (b.claim, a.claim)):
            if is_denial(denial) and other.kind == "statement" and (weight := _weight(denial, other)):
                rated.setdefault((denial.passage.text, other.passage.source), []).append((weight, -index))
    kept: list[tuple[Statement, Statement]] = []
    for found in rated.values():
        told: list[tuple[Statement, Statement]] = []
        for _, place in sorted(found, reverse=True):
            pair = pairs[-place]
            if not told or (len(told) < MOST and _adds(pair, told)):
                told.append(pair)
        kept.extend(told)
    return kept


def _adds(pair: tuple[Statement, Statement], told: Sequence[tuple[Statement, Statement]]) -> bool:
    """True for a claim in another sentence than those taken, and surely of what is denied."""
    denial, other = _sides(pair)
    before = [_sides(item)[1] for item in told]
    if any(other.sentence == item.sentence for item in before):
        return False
    known = denied.one_doer(denial, other) is not None or mistreatment.is_told(denial, other)
    return tie(denial, other) in JOINING and known


def _sides(pair: tuple[Statement, Statement]) -> tuple[Claim, Claim]:
    """The denial, and what it may deny."""
    a, b = pair[0].claim, pair[1].claim
    return (a, b) if is_denial(a) and tie(a, b) else (b, a)


def _weight(denial: Claim, other: Claim) -> int:
    """How much speaks for a claim as what is denied: the reason, who says it, then the words that both share."""
    reason = tie(denial, other)
    if reason is None:
        return 0
    shared = len(forms.stems(denial.topic) & namings.told(other)) + len(set(denial.content) & set(other.content))
    by = 15 * (other.holder is not None) + 15 * charges.lays(other) + 10 * charges.blames(other)
    return 100 * (len(REASONS) - list(REASONS).index(reason)) + by + min(shared, 9)


def _asked_for(denial: Claim, other: Claim) -> bool:
    """True where a denier denies having asked for, or promised, what another says that he asked for or promised."""
    if denial.event is None or not other.relayed_by or other.mode not in ("ask", "demand", "promise"):
        return False
    asks = events.ancestors(denial.event.cls)[0] in listed("denials", "ask")
    alike = len(forms.stems(denial.topic) & namings.told(other)) >= charges.FEWEST
    return asks and alike and speakers.relation(denial, other) == "same"


def _own(denial: Claim, other: Claim) -> bool:
    """True for what the denier says himself, or those who speak for him."""
    if namings.meet(namings.deniers(denial), namings.named(other, "to-name:")) and charges.charged(other):
        return False  # who is accused does not say so himself
    if speakers.relation(denial, other) == "same":
        return True
    names = {frozenset(forms.stems(name)) for name in namings.deniers(denial)}
    names |= {frozenset(forms.stems(namings.capitals(part))) for part in namings.parts(denial.holder)}
    theirs = {frozenset(forms.stems(namings.capitals(part))) for part in namings.parts(other.holder)}
    return namings.meet(names, theirs)


def _stands_in(claim: Claim, place: Passage) -> bool:
    passage = claim.passage
    return passage.source == place.source and passage.start < place.end and place.start < passage.end


def _compatible(denial: Claim, other: Claim) -> bool:
    """Not told of two places or days; in one article a place that a denial only inherits tells nothing apart."""
    values = comparability.values(comparability.compare(denial, other))
    guessed = denial.place.how == "context" and denial.passage.source == other.passage.source
    return (values["place"] != "different" or guessed) and values["period"] != "different"


def _one_event(denial: Claim, other: Claim) -> bool:
    """The same event, or an attack and the harm it does, to somebody or something that the denial names too."""
    assert denial.event is not None
    assert other.event is not None
    mine, theirs = events.ancestors(denial.event.cls), events.ancestors(other.event.cls)
    nested = mine[0] in theirs or theirs[0] in mine
    if not nested and {mine[-1], theirs[-1]} != {"act", "harm"}:
        return False
    own = denial.event.trigger.casefold()
    other_words = [word for word in denial.topic if forms.stem(word) != forms.stem(own) and word not in namings.times()]
    named = forms.stems(word for word in other_words if word != mine[0].removeprefix("to "))
    told = namings.told(other) | forms.stems((*other.topic, other.counted or "", *other.content))
    return (
        bool((named & told) - denied.of_two_sorts(denial, other))
        if named
        else nested and (mine[0] == theirs[0] or mine[0] == "act")
    )


def _clears(claim: Claim) -> bool:
    """True for a statement that something did not happen, or is not done, by somebody who is credited with it."""
    if (
        claim.kind != "statement"
        or claim.holder is None
        or claim.event is None
        or claim.certainty not in ("asserted", "future")
    ):
        return False
    if claim.polarity != "negative" and claim.quantifier not in ("no", "never"):
        return False
    if claim.event.cls.removeprefix("to ") in listed("denials", "no-act") or propositions.is_asked(claim):
        return False
    # Who says that it was not meant does not say that it did not happen.
    words = {word.casefold() for word in re.findall(r"\bno\b|n[’']t|\w{3,}", claim.clause)}
    negated = {word.replace("’", "'") for word in words} & listed("denials", "negation")
    return bool(negated) and not words & listed("denials", "on-purpose")


def _speaks_of_himself(claim: Claim) -> bool:
    """True where what did not happen would have been the speaker's doing, or that of those for whom he speaks."""
    if claim.holder is None:
        return False
    stated = claim.agent.words if claim.agent.how == "stated" else ""
    mine = forms.stems(namings.words_of(claim.holder)) & forms.stems(namings.capitals(stated))
    kinds = {word for entity in claim.agent.entities if claim.agent.how == "stated" for word in entity.name.split()}
    if forms.stems(kinds) & forms.stems(namings.words(claim.holder.name)):
        return True
    first = claim.clause.removeprefix("that ").split()[0].casefold()
    somebody = first in listed("denials", "somebody") and not claim.agent.entities
    return bool(mine) or somebody or first in listed("denials", "speaker") | listed("denials", "ours")


def _is_left(denial: Claim, other: Claim) -> bool:
    """True where no comparison of like events says so: what is foretold, or told by another verb."""
    assert denial.event is not None
    assert other.event is not None
    return asserting.is_ahead(other) or denial.event.cls != other.event.cls


def _cleared(denial: Claim, other: Claim) -> str | None:
    """The act that somebody says he did not do, told of him by somebody else in words of its own."""
    assert denial.event is not None
    ahead = asserting.is_ahead(other)
    if denial.certainty == "future" and not ahead:
        return None
    if other.event is None or not _compatible(denial, other) or (other.holder is None and other.certainty != "alleged"):
        return None
    told = _speaks_of_himself(denial) or _is_left(denial, other)
    if told and (not ahead or asserting.looks_ahead(denial)) and denied.is_asserted(denial, other):
        return "event"
    if ahead or not _speaks_of_himself(denial) or not charges.is_against(denial, other):
        return None
    names = forms.stems(namings.words_of(denial.holder) | namings.capitals(denial.agent.words))
    said = forms.stems(namings.words(denial.clause)) & forms.stems(denial.content)
    shared = (said & namings.told(other)) - names
    if charges.charged(other):
        return "charge" if len(shared) >= charges.FEWEST else None
    every = {word.casefold() for word in namings.words(denial.clause)} & listed("denials", "anything")
    same = events.ancestors(denial.event.cls)[0] in events.ancestors(other.event.cls)
    return "event" if same and (every or shared - forms.stems((denial.event.trigger,))) else None
