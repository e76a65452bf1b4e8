"""Whether a claim lays wrong done to a group at a denier's door, where he denies any such wrong or one kind of it.

Who denies harming a group denies that he beats or robs it, and that he strikes what is its own; who denies cheating it
denies that he preys on it. Of two particular deeds (cheated, beat) one says nothing of the other.
"""

from __future__ import annotations

import functools
import re

from factcheck.model import Claim
from factcheck.pairing import entities, forms
from factcheck.pairing.denials import denied, namings
from factcheck.reading.words import listed

_COURTS = re.compile(r"\btarget\w*\b.+\bwith\b")  # "targeted families with cheap fares"


def is_told(denial: Claim, other: Claim) -> bool:
    """True where somebody says that the denier wrongs the group, or has no regard for it."""
    if denial.kind != "denial" or denial.event is None or other.event is None or other.holder is None:
        return False
    group, did = denied.matter(denial), denial.event.trigger
    general = denied.is_harm(denial.event.cls) or _says(did, "wrong-group")
    if not group or not (general or _says(did, "wrong-in-kind")) or denied.is_elsewhere(denial, other):
        return False
    if spares(other) or _COURTS.search(other.clause):
        return False
    if _says(other.clause, "reckless") and group & forms.stems(namings.words(other.passage.text)):
        return _is_spoken_of(denial, other)
    if not _does(denial, other) or not _kin(group) & namings.told(other):
        return False
    if _says(other.clause, "wrong-group"):
        return True
    return general and (_says(other.clause, "wrong-in-kind") or denied.does_harm(other))


def spares(other: Claim) -> bool:
    """True where harm is spoken of that somebody keeps from another."""
    return _says(other.clause, "spare")


def _does(denial: Claim, other: Claim) -> bool:
    """True where the denier does it by name, or by a pronoun that means him."""
    if denied.one_doer(denial, other) == "named":
        return True
    meant = other.event is not None and other.event.agent == other.agent.words and "(from" not in other.agent.words
    return meant and _is_one(denial, other)


def _is_spoken_of(denial: Claim, other: Claim) -> bool:
    """True where a clause of no other doer names the denier, or whose planes and people it speaks of."""
    if other.agent.entities and "(from" not in other.agent.words:
        return _is_one(denial, other)
    assert other.event is not None
    names = forms.stems(word for entity in denial.agent.entities for word in namings.words(entity.name))
    bare = denied.stated(other) is None or other.event.cls == "be"
    return bare and bool(names & forms.stems(namings.capitals(other.clause)))


def _is_one(denial: Claim, other: Claim) -> bool:
    return any(
        entities.agent_relation(x, y) in ("same", "inside", "contains")
        for x in denial.agent.entities
        for y in other.agent.entities
    )


def _kin(group: set[str]) -> set[str]:
    """The group, and for those who bear no arms all that is theirs: homes, schools, hospitals."""
    unarmed = forms.stems(listed("denials", "unarmed"))
    return group | (unarmed if group & unarmed else set())


def _says(text: str, entry: str) -> bool:
    """True where a text has a form of a word of a lexicon entry; a stem would take terrorists for a terrorising."""
    return _forms(entry).search(text) is not None


@functools.cache
def _forms(entry: str) -> re.Pattern[str]:
    stems = sorted(word.removesuffix("e") for word in listed("denials", entry))
    verbs = "|".join(f"{re.escape(stem)}{stem[-1]}?" for stem in stems)
    return re.compile(rf"\b(?:{verbs})(?:e|es|s|ed|ing)?\b", re.IGNORECASE)
