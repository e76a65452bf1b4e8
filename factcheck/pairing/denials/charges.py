"""Charges: which claims lay something at somebody's door, at whose, and whether it is what a denier denies."""

from __future__ import annotations

from factcheck.model import Claim
from factcheck.pairing import entities, forms
from factcheck.pairing.denials import denied, namings
from factcheck.reading.words import listed

FEWEST = 2  # words that a denial and a charge must share, where neither names the matter


def accuses(other: Claim) -> bool:
    """True for a claim that lays something at somebody's door, or is told as an allegation."""
    return (
        denied.lays_charge(other) or other.mode in ("accuse", "claim") or other.certainty == "alleged" or blames(other)
    )


def is_against(denial: Claim, other: Claim) -> bool:
    """True where a claim names the denier as the one who did it, or as the one who is accused."""
    doer = denied.one_doer(denial, other)
    if doer == "named" or (doer == "noun" and accuses(other)):
        return True
    if denied.accused(other) is not None or _is_of_another(other):
        return False
    told = frozenset(namings.capitals(other.clause))
    mine = namings.deniers(denial)
    return accuses(other) and (
        namings.meet(mine, namings.named(other, "to-name:")) or any(name <= told for name in mine)
    )


def _is_of_another(other: Claim) -> bool:
    """True where a claim is alleged of a doer who is neither a pronoun nor the one who alleges it."""
    doer = denied.stated(other)
    if doer is None or denied.lays_charge(other) or blames(other) or doer in listed("denials", "somebody"):
        return False
    return not forms.stems(namings.words(doer)) & forms.stems(namings.words_of(other.holder))


def fits(denial: Claim, other: Claim, shared: set[str]) -> bool:
    """True if a charge is the one that is denied: by whose it is, by the words of both, or since it is all charges."""
    accusers = {key.removeprefix("accuser:") for key in denial.matter}
    if accusers and other.holder is not None:
        return any(entities.tail(key) in namings.words_of(other.holder) for key in accusers)
    if denial.event is not None:
        matter = denied.matter(denial)
        return not denied.is_elsewhere(denial, other) and bool(matter & namings.told(other) if matter else shared)
    if "charge" not in denial.notes and "share" not in denial.notes:
        return False
    both = common(denial, other, set())
    sure = denied.accused(other) is not None and denied.one_doer(denial, other) == "named"
    person = any(entity.kind == "person" for entity in denial.agent.entities)
    return len(both) >= FEWEST or sure or (lays(other) and (bool(shared) or person or bool(both)))


def common(denial: Claim, other: Claim, mine: set[str]) -> set[str]:
    """The stems of the words that what is denied and a claim's sentence share, without names and the deed."""
    names = mine | forms.stems(word for name in other.named for word in namings.words(name))
    deeds = {stem for stem in forms.stems(denial.content) if stem in forms.stems(listed("denials", "deed"))}
    return forms.stems(denial.content) & forms.stems(other.content) - names - deeds


def charged(other: Claim) -> bool:
    """True for a charge, by its verb or by its words."""
    return lays(other) or blames(other)


def lays(other: Claim) -> bool:
    """True where the event or the cue says that somebody is charged with something."""
    by_event = other.event is not None and other.event.cls in ("accuse", "claim", "allege", "sue", "charge")
    return by_event or other.mode in ("accuse", "claim")


def blames(other: Claim) -> bool:
    """True for a clause with a word that lays blame."""
    return bool({word.casefold() for word in namings.words(other.clause)} & listed("denials", "accuse"))


def is_unnamed(other: Claim) -> bool:
    """True where a pronoun does what a claim tells."""
    doer = other.event.agent if other.event is not None else None
    return doer in listed("denials", "somebody") and not other.agent.entities


def distance(denial: Claim, other: Claim) -> tuple[int, ...]:
    """How far a claim is from what is denied, for putting several in order: first what says in so many words that it
    happened, then what somebody is credited with, then what shares most words with the denial beside his own name.
    """
    mine = forms.stems(word for name in namings.deniers(denial) for word in name)
    shared = forms.stems(denial.topic) & namings.told(other) - mine - forms.stems(namings.words_of(denial.holder))
    return int(not denied.is_asserted(denial, other)), int(other.holder is None), -len(shared)
