"""What a denial is about: the sentence it answers, a charge against the denier, or the same event by the same doer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Passage
from factcheck.pairing import comparability, entities, namings, speakers
from factcheck.pairing.restatements import Statement
from factcheck.reading import events
from factcheck.reading.words import listed

REASONS = {
    "answered": "the denial points at this sentence",
    "event": "what is denied is told of the same doer",
    "words": "what is denied is told of the same doer in the same words",
    "charge": "the same matter is laid at the denier's door",
}
FEWEST = 2  # words that a denial and a claim must share, where no class of events tells


def is_denial(claim: Claim) -> bool:
    """True for a denial, and for somebody's word that he or his side did not do what he tells of."""
    return claim.kind == "denial" or _clears(claim)


def tie(denial: Claim, other: Claim) -> str | None:
    """Why a claim is what a denial is about; none where nothing says so."""
    if other.kind == "statement" and _asked_for(denial, other):
        return "words"
    if other.kind != "statement" or not _asserts(other) or _own(denial, other):
        return None
    if denial.kind != "denial":
        return _cleared(denial, other) if _clears(denial) else None
    if denial.answers is not None and _stands_in(other, denial.answers):
        return "answered"
    if other.certainty == "future" or not _compatible(denial, other):
        return None
    mine = namings.stems(word for name in namings.deniers(denial) for word in name) | namings.stems(
        namings.words_of(denial.holder)
    )
    shared = namings.stems(denial.topic) & namings.told(other) - mine
    if _one_doer(denial, other):
        if denial.event is not None and other.event is not None and _one_event(denial, other):
            return "event"
        if "share" in denial.notes and _does_harm(other):
            alike = denial.event is not None and denial.event.cls in _means(other)
            if alike or set(denial.content) & set(other.content):
                return "event"
        if denial.event is not None and len(shared) >= FEWEST and other.holder is not None:
            return "words"
    if other.holder is None and not (other.event is not None and other.event.cls == "accuse"):
        return None
    if _is_unnamed(other) and other.certainty == "alleged" and len(shared) > FEWEST:
        return "words"
    if _one_doer(denial, other) and _blames(other) and denial.event is not None and _is_harm(denial.event.cls):
        return "charge"
    return "charge" if accuses(other) and _is_accused(denial, other) and _fits(denial, other, shared) else None


def accuses(other: Claim) -> bool:
    """True for a claim that lays something at somebody's door, or is told as an allegation."""
    charged = other.event is not None and "accuse" in events.ancestors(other.event.cls)
    return charged or other.mode in ("accuse", "claim") or other.certainty == "alleged" or _blames(other)


def answered(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each denial with the claims of the sentence that it answers."""
    for denial in statements:
        if denial.claim.answers is not None:
            for other in statements:
                if other is not denial and _stands_in(other.claim, denial.claim.answers):
                    yield denial, other


def unnamed(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each denial with what is alleged of somebody by a pronoun, or passed on as his own words: no name meets there."""
    told = [x for x in statements if x.claim.relayed_by or (_is_unnamed(x.claim) and x.claim.certainty == "alleged")]
    for denial in statements:
        if denial.claim.kind == "denial" and denial.claim.event is not None:
            yield from ((denial, other) for other in told)


def charges(claim: Claim) -> list[str]:
    """A denial meets what is laid at the denier's door, and what he or those who act for him are said to have done."""
    if claim.kind == "utterance":
        return []
    names = {tail for entity in claim.agent.entities for tail in entities.tails(entity)}
    told = namings.named(claim, "by-name:") | (namings.deniers(claim) if is_denial(claim) else set())
    told |= namings.named(claim, "to-name:") if accuses(claim) else set()
    return sorted(names.union(*told))


def best(pairs: Sequence[tuple[Statement, Statement]]) -> list[tuple[Statement, Statement]]:
    """For each denial, of every source, the claim that fits best as what it denies."""
    most: dict[tuple[str, str], tuple[int, int]] = {}
    for index, (a, b) in enumerate(pairs):
        for denial, other in ((a.claim, b.claim), (b.claim, a.claim)):
            if is_denial(denial) and other.kind == "statement":
                key = denial.passage.text, other.passage.source
                most[key] = max(most.get(key, (0, 0)), (_weight(denial, other), -index))
    return [pairs[-place] for value, place in most.values() if value]


def _weight(denial: Claim, other: Claim) -> int:
    """How much speaks for a claim as what is denied: the reason, who says it, then the words that both share."""
    reason = tie(denial, other)
    if reason is None:
        return 0
    shared = len(namings.stems(denial.topic) & namings.told(other)) + len(set(denial.content) & set(other.content))
    by = 15 * (other.holder is not None) + 15 * _lays_charge(other) + 10 * _blames(other)
    return 100 * (len(REASONS) - list(REASONS).index(reason)) + by + min(shared, 9)


def _asserts(other: Claim) -> bool:
    """Said as so, or alleged; not in a headline, which the text beneath it says again with its speaker."""
    return (
        other.certainty in ("asserted", "alleged", "hedged", "future")
        and other.polarity == "positive"
        and other.quantifier not in ("no", "never")
        and other.mode not in ("deny", "reject", "dispute")
        and not other.headline
        and not (other.event is not None and other.event.cls in ("deny", "reject", "dispute"))
    )


def _asked_for(denial: Claim, other: Claim) -> bool:
    """True where a denier denies having asked for, or promised, what another says that he asked for or promised."""
    if denial.event is None or not other.relayed_by or other.mode not in ("ask", "demand", "promise"):
        return False
    asks = events.ancestors(denial.event.cls)[0] in listed("denials", "ask")
    return (
        asks
        and speakers.relation(denial, other) == "same"
        and len(namings.stems(denial.topic) & namings.told(other)) >= FEWEST
    )


def _own(denial: Claim, other: Claim) -> bool:
    """True for what the denier says himself, or those who speak for him."""
    if namings.meet(namings.deniers(denial), namings.named(other, "to-name:")) and _charged(other):
        return False  # who is accused does not say so himself
    if speakers.relation(denial, other) == "same":
        return True
    names = namings.stems(namings.words_of(denial.holder) | namings.capitals(denial.agent.words))
    return other.holder is not None and bool(names & namings.stems(namings.words_of(other.holder)))


def _blames(other: Claim) -> bool:
    return bool({word.casefold() for word in namings.words(other.clause)} & listed("denials", "accuse"))


def _does_harm(other: Claim) -> bool:
    """True for an attack or the harm it does, also where a raid or a plane does it: "Roman jets hit the port"."""
    if other.event is not None and _is_harm(other.event.cls):
        return True
    means = {term.removeprefix("by:") for term in other.matter if term.startswith("by:")}
    return bool(means & listed("scope", "act-carrier")) or any(_is_harm(cls) for cls in _means(other))


def _means(other: Claim) -> set[str]:
    """The classes of the events by which something is done: "the raids hit a village"."""
    nouns = (term.removeprefix("by:") for term in other.matter if term.startswith("by:"))
    found = (events.vocabulary().words.get(("noun", noun)) for noun in nouns)
    return {cls for cls in found if cls is not None}


def _is_harm(cls: str) -> bool:
    return bool({"act", "harm"} & set(events.ancestors(cls)))


def _stands_in(claim: Claim, place: Passage) -> bool:
    passage = claim.passage
    return passage.source == place.source and passage.start < place.end and place.start < passage.end


def _compatible(denial: Claim, other: Claim) -> bool:
    """Not told of two places or days."""
    values = comparability.values(comparability.compare(denial, other))
    return values["place"] != "different" and values["period"] != "different"


def _one_event(denial: Claim, other: Claim) -> bool:
    """The same event, or an attack and the harm it does, to somebody or something that the denial names too."""
    assert denial.event is not None
    assert other.event is not None
    mine, theirs = events.ancestors(denial.event.cls), events.ancestors(other.event.cls)
    nested = mine[0] in theirs or theirs[0] in mine
    if not nested and {mine[-1], theirs[-1]} != {"act", "harm"}:
        return False
    own = denial.event.trigger.casefold()
    named = namings.stems([word for word in denial.topic if word[:4] != own[:4]])
    told = namings.told(other) | namings.stems((*other.topic, other.counted or "", *other.content))
    return bool(named & told) if named else nested and (mine[0] == theirs[0] or mine[0] == "act")


def _one_doer(denial: Claim, other: Claim) -> bool:
    return namings.meet(namings.deniers(denial), namings.named(other, "by-name:")) or any(
        entities.agent_relation(x, y) in ("same", "inside", "contains", "leader")
        for x in denial.agent.entities
        for y in other.agent.entities
        if other.agent.how == "stated" or other.agent.words.endswith("same sentence)")
    )


def _is_unnamed(other: Claim) -> bool:
    """True where a pronoun does what a claim tells."""
    doer = other.event.agent if other.event is not None else None
    return doer in listed("denials", "somebody") and not other.agent.entities


def _is_accused(denial: Claim, other: Claim) -> bool:
    """True where a claim names the denier as the one who did it, or as the one who is accused."""
    if _one_doer(denial, other):
        return True
    told = frozenset(namings.capitals(other.clause))
    mine = namings.deniers(denial)
    return accuses(other) and (
        namings.meet(mine, namings.named(other, "to-name:")) or any(name <= told for name in mine)
    )


def _charged(other: Claim) -> bool:
    return _lays_charge(other) or _blames(other)


def _lays_charge(other: Claim) -> bool:
    by_event = other.event is not None and other.event.cls in ("accuse", "claim", "allege", "sue", "charge")
    return by_event or other.mode in ("accuse", "claim")


def _fits(denial: Claim, other: Claim, shared: set[str]) -> bool:
    """True if a charge is the one that is denied: by whose it is, by the words of both, or since it is all charges."""
    accusers = {key.removeprefix("accuser:") for key in denial.matter}
    if accusers and other.holder is not None:
        return any(entities.tail(key) in namings.words_of(other.holder) for key in accusers)
    if denial.event is not None:
        return bool(shared) and (
            bool(namings.stems((denial.event.trigger,)) & namings.told(other)) or len(shared) >= FEWEST
        )
    if "charge" not in denial.notes and "share" not in denial.notes:
        return False
    person = any(entity.kind == "person" for entity in denial.agent.entities)
    common = set(denial.content) & set(other.content)
    return len(common) >= FEWEST or (_lays_charge(other) and (bool(shared) or person or bool(common)))


def _clears(claim: Claim) -> bool:
    """True for a statement that its speaker, or the side he speaks for, did not do something."""
    if claim.kind != "statement" or claim.holder is None or claim.event is None or claim.certainty != "asserted":
        return False
    if claim.polarity != "negative" and claim.quantifier not in ("no", "never"):
        return False
    if claim.event.cls.removeprefix("to ") in listed("denials", "no-act"):
        return False
    if {word.casefold() for word in namings.words(claim.clause)} & listed("denials", "on-purpose"):
        return False  # who says that it was not meant does not say that it did not happen
    stated = claim.agent.words if claim.agent.how == "stated" else ""
    mine = namings.stems(namings.words_of(claim.holder)) & namings.stems(namings.capitals(stated))
    first = claim.clause.split()[0].casefold()
    somebody = first in listed("denials", "somebody") and not claim.agent.entities
    return bool(mine) or somebody or first in listed("denials", "speaker")


def _cleared(denial: Claim, other: Claim) -> str | None:
    """The act that somebody says he did not do, told of him by somebody else in words of its own."""
    assert denial.event is not None
    if other.event is None or other.holder is None or other.certainty == "future" or not _compatible(denial, other):
        return None
    if not _is_accused(denial, other):
        return None
    names = namings.stems(namings.words_of(denial.holder) | namings.capitals(denial.agent.words))
    shared = (namings.stems(namings.words(denial.clause)) & namings.told(other)) - names
    if _charged(other):
        return "charge" if len(shared) >= FEWEST else None
    every = {word.casefold() for word in namings.words(denial.clause)} & listed("denials", "anything")
    same = events.ancestors(denial.event.cls)[0] in events.ancestors(other.event.cls)
    return "event" if same and (every or shared - namings.stems((denial.event.trigger,))) else None
