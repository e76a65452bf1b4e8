"""Rival outcomes for one named person, who has one of them only: resigned or was fired, survived or was killed."""

from __future__ import annotations

import re
from typing import Any

from factcheck import lexicons
from factcheck.model import Claim
from factcheck.pairing import propositions, speakers

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OFFICE = re.compile(
    r"\bas (?:(?:an?|the|its|his|her|their) )?((?:[^\W\d_]+[- ]?){1,3}?)"
    r"(?=,|\.|;|$| (?:on|in|at|of|after|before|by|for|from|over|amid|last|this|and)\b)"
)
_FULL = 2  # words of a name that tells one human being from his family


def one_person(a: Claim, b: Claim) -> str | None:
    """The surname of whom the two claims tell rival outcomes; none where they may be two persons, or two times."""
    for entry in lexicons.entries("opposites"):
        if entry.get("befalls") != "person":
            continue
        one, other = _whom(a, entry), _whom(b, _entry(entry["opposite"]))
        if one is None or other is None or not _same(one, other):
            continue
        if entry.get("turns") and a.published != b.published:
            return None  # who had come through may die the day after
        return None if _apart(a, b) else str(_WORD.findall(one)[-1])
    return None


def _entry(name: str) -> dict[str, Any]:
    return next(entry for entry in lexicons.entries("opposites") if entry["id"] == name)


def _whom(claim: Claim, outcome: dict[str, Any]) -> str | None:
    """The name of whoever the outcome befell: for what somebody does himself the doer, where he is the one told of."""
    if claim.event is None or not propositions.senses(claim) & set(outcome["words"]):
        return None
    doer = claim.event.agent if claim.agent.how != "context" else None
    labels = (claim.event.patient, doer if outcome.get("himself") else None)
    return next((label for label in labels if label and _is_name(label)), None)


def _is_name(label: str) -> bool:
    words = _WORD.findall(label)
    return bool(words) and str(words[-1])[:1].isupper()


def _same(one: str, other: str) -> bool:
    first, second = (_WORD.findall(name.casefold()) for name in (one, other))
    if min(len(first), len(second)) < _FULL:
        return bool(first[-1] == second[-1])
    return speakers.one_person(one, other)


def two_offices(a: Claim, b: Claim) -> bool:
    """Each clause names an office or a body, and no word is common to both: out as coach, out as a director."""
    bodies = [set(_WORD.findall(claim.clause.casefold())) & lexicons.words("roles", "body") for claim in (a, b)]
    if all(bodies) and not bodies[0] & bodies[1]:
        return True
    one, other = (
        {word for found in _OFFICE.findall(claim.clause.casefold()) for word in found.split()} for claim in (a, b)
    )
    return bool(one and other) and not one & other


def _apart(a: Claim, b: Claim) -> bool:
    """Each clause gives a time of its own, and the two do not meet, so far as both are known."""
    if two_offices(a, b):
        return True
    one, other = a.period, b.period
    if one is None or other is None or a.period_how != "stated" or b.period_how != "stated":
        return False
    if not (one.first and one.last and other.first and other.last):
        return one.text.casefold() != other.text.casefold()
    return one.last < other.first or other.last < one.first
