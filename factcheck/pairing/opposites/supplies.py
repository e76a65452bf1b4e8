"""Is there enough of it? "We have enough blankets" beside "there are no blankets left"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import lexicons
from factcheck.model import Claim, Comparability
from factcheck.pairing import comparability, propositions, speakers
from factcheck.pairing.opposites import occurrences, qualities

_WORD = re.compile(r"n['’]t|(?:(?!n['’]t)[^\W_])+(?:['’-][^\W_]+)*")
_BEFORE = 4  # words before "enough" in which a negation turns it
_AFTER = 3  # words behind "enough", or before "left", among which the thing stands


def keys(claim: Claim) -> Sequence[str]:
    """What there is enough of, or not."""
    return [f"supply of {thing}" for thing in sorted(_told(claim))]


def contrary(a: Claim, b: Claim) -> str | None:
    """That of which one clause says that there is enough, and the other that there is not."""
    mine, theirs = _told(a), _told(b)
    return next((thing for thing in sorted(mine) if thing in theirs and mine[thing] != theirs[thing]), None)


def one_time(a: Claim, b: Claim, scope: Comparability) -> bool:
    """True if both speak of one day and, so far as they say, of one place and the same people; of two speakers."""
    value = comparability.values(scope)
    placed = a.place.how == b.place.how == "stated"
    if occurrences.two_doers(a, b) or all(claim.clause.casefold().startswith("we ") for claim in (a, b)):
        return False  # each has its own
    if (value["place"] == "unknown" and placed) or qualities.for_others(a, b):
        return False
    stated = a.period_how == b.period_how == "stated"
    if stated and value["period"] not in ("same", "inside", "contains", "overlaps"):
        return False
    if a.holder is not None and (a.holder == b.holder or speakers.relation(a, b) == "same"):
        return False
    return stated or (a.published is not None and a.published == b.published)


def _told(claim: Claim) -> dict[str, bool]:
    """Each thing of which a clause says whether there is enough."""
    if claim.kind != "statement" or claim.event is None or claim.certainty != "asserted":
        return {}
    things = {propositions.stem(word) for word in claim.topic} | set(propositions.name(claim.event.patient)[-1:])
    told = [word.replace("’", "'") for word in _WORD.findall(claim.clause.casefold())]
    found: dict[str, bool] = {}
    for entry, plenty in (("plenty", True), ("lacking", False)):
        for phrase in lexicons.words("opposites", entry):
            for start in _places(told, phrase.split()):
                end = start + len(phrase.split())
                turned = bool(_negations() & set(told[max(0, start - _BEFORE) : start]))
                for word in _first(told[end : end + _AFTER], things):
                    found[word] = plenty != turned
    left = next((i for i, word in enumerate(told) if word in lexicons.words("opposites", "still-there")), 0)
    before = told[max(0, left - _AFTER - 1) : left]
    if "no" in before:
        found.update((word, False) for word in _first(before[before.index("no") + 1 :], things))
    return found


def _places(told: list[str], phrase: list[str]) -> list[int]:
    return [i for i in range(len(told)) if told[i : i + len(phrase)] == phrase]


def _first(words: list[str], things: set[str]) -> list[str]:
    """The first of the words that names a thing that the clause is about."""
    return [stem for word in words if (stem := propositions.stem(word)) in things][:1]


def _negations() -> frozenset[str]:
    return lexicons.words("opposites", "negation") | {"n't", "no"}
