"""What a denial is about: the sentence it answers, a charge against the denier, or the same event by the same doer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Passage
from factcheck.pairing import entities, speakers
from factcheck.pairing.restatements import Statement
from factcheck.reading import events

REASONS = {
    "answered": "the denial points at this sentence",
    "charge": "the same matter is laid at the denier's door",
    "event": "what is denied is told of the same doer",
}
FEWEST = 2  # content words that a charge and a denial must share, where no event tells


def tie(denial: Claim, other: Claim) -> str | None:
    """Why a claim is what a denial is about; none where nothing says so."""
    if denial.kind != "denial" or other.kind == "denial" or not _asserts(other, denial):
        return None
    if denial.answers is not None and _stands_in(other, denial.answers):
        return "answered"
    if denial.event is not None and other.event is not None and _one_event(denial, other) and _one_doer(denial, other):
        return "event"
    if "share" in denial.notes and _does_harm(other) and _one_doer(denial, other):
        return "event"
    shared = set(denial.content) & set(other.content)
    if "charge" in denial.notes and accuses(other) and _is_named(denial, other):
        return "charge"
    if other.certainty == "alleged" and _is_named(denial, other) and len(shared) >= FEWEST:
        return "charge"
    return None


def _asserts(other: Claim, denial: Claim) -> bool:
    """Said as so, or alleged, and not by the denier."""
    return (
        other.certainty in ("asserted", "alleged", "hedged")
        and other.polarity == "positive"
        and speakers.relation(denial, other) != "same"
    )


def _does_harm(other: Claim) -> bool:
    return other.event is not None and bool({"act", "harm"} & set(events.ancestors(other.event.cls)))


def accuses(other: Claim) -> bool:
    """True for a claim that lays something at somebody's door, or is told as an allegation."""
    charged = other.event is not None and "accuse" in events.ancestors(other.event.cls)
    return charged or other.mode in ("accuse", "claim") or other.certainty == "alleged"


def answered(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each denial with the claims of the sentence that it answers."""
    for denial in statements:
        if denial.claim.answers is not None:
            for other in statements:
                if other is not denial and _stands_in(other.claim, denial.claim.answers):
                    yield denial, other


def weight(denial: Claim, other: Claim) -> int:
    """How much speaks for a claim as what is denied: the reason, then the words that both share."""
    reason = tie(denial, other)
    if reason is None:
        return 0
    return 100 * (3 - list(REASONS).index(reason)) + len(set(denial.content) & set(other.content))


def charges(claim: Claim) -> list[str]:
    """A denial meets what is laid at the denier's door, and what he or those who act for him are said to have done."""
    if claim.kind == "utterance":
        return []
    names = {tail for entity in claim.agent.entities for tail in entities.tails(entity)}
    if claim.kind == "denial" or accuses(claim):
        names.update(entities.tail(key) for key in claim.named)
    return sorted(names)


def best(pairs: Sequence[tuple[Statement, Statement]]) -> list[tuple[Statement, Statement]]:
    """For each denial, of every source, the claim that fits best as what it denies."""
    most: dict[tuple[str, str], tuple[int, int]] = {}
    for index, (a, b) in enumerate(pairs):
        for denial, other in ((a.claim, b.claim), (b.claim, a.claim)):
            if denial.kind == "denial" and other.kind != "denial":
                key = denial.id, other.passage.source
                most[key] = max(most.get(key, (0, 0)), (weight(denial, other), -index))
    return [pairs[-place] for value, place in most.values() if value]


def _stands_in(claim: Claim, place: Passage) -> bool:
    passage = claim.passage
    return passage.source == place.source and passage.start < place.end and place.start < passage.end


def _one_event(denial: Claim, other: Claim) -> bool:
    """The same event, or an attack and the harm it does, to somebody or something that the denial names too."""
    assert denial.event is not None
    assert other.event is not None
    mine, theirs = events.ancestors(denial.event.cls), events.ancestors(other.event.cls)
    nested = mine[0] in theirs or theirs[0] in mine
    if not nested and {mine[-1], theirs[-1]} != {"act", "harm"}:
        return False
    named = set(denial.topic) - {denial.event.trigger.casefold(), denial.event.cls}
    told = {*other.topic, other.counted or "", *other.content}
    return bool(named & told) if named else nested and mine[0] == theirs[0]


def _one_doer(denial: Claim, other: Claim) -> bool:
    return any(
        entities.agent_relation(x, y) in ("same", "inside", "contains", "leader")
        for x in denial.agent.entities
        for y in other.agent.entities
        if other.agent.how == "stated" or other.agent.words.endswith("same sentence)")
    )


def _is_named(denial: Claim, other: Claim) -> bool:
    names = {entities.tail(key) for key in other.named}
    return any(entities.tail(entity.key) in names for entity in denial.agent.entities)
