"""Do two clauses tell of one and the same happening: an arrest, a vote, a wreck that took place once?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import lexicons
from factcheck.model import Claim, Comparability
from factcheck.pairing import comparability, speakers
from factcheck.reading import counted, events

EVER, LATELY = "once-ever", "once-lately"
NAMED, THING = "named", "thing"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


def keys(claim: Claim) -> Sequence[str]:
    """What happened and the last word of whom or what it happened to, or who did it."""
    whom = subject(claim)
    if claim.kind != "statement" or whom is None or not _is_fact(claim) or not _is_event(claim):
        return []
    return [f"{_class(claim)} {_last(whom)}"]


def nature(claim: Claim) -> str | None:
    """once-ever or once-lately; none for what may happen any day, or is told as one more time."""
    if claim.event is None or _words(claim.clause) & lexicons.words("happenings", "again"):
        return None
    return next((kind for kind in (EVER, LATELY) if _class(claim) in lexicons.words("happenings", kind)), None)


def tie(a: Claim, b: Claim, scope: Comparability) -> str | None:
    """named: one who bears a name in both; thing: the same thing, by the same doer or, a wreck, at the same place."""
    value = comparability.values(scope)
    first, second = subject(a), subject(b)
    if _class(a) != _class(b) or first is None or second is None or not (_is_event(a) and _is_event(b)):
        return None
    if "different" in (value["agent"], value["place"]) or not _one_matter(a, b):
        return None
    placed = value["place"] in ("same", "inside", "contains") and a.place.how == b.place.how == "stated"
    done = value["agent"] == "same" or bool(_doers(a) & _doers(b))
    shared = told(a) & told(b)
    if _is_name(first) or _is_name(second):
        told_by_whom = done or _class(a) in lexicons.words("happenings", "undergone")
        close = told_by_whom and (placed or shared or nature(a) == EVER)
        return NAMED if close and speakers.one_person(first, second) else None
    wreck = _class(a) in lexicons.words("happenings", "wreck")
    return THING if _one_thing(first, second) and shared and (placed if wreck else done) else None


def subject(claim: Claim) -> str | None:
    """To whom or what it happened, else who did it; by name where the clause gives one: "Jane Roe" of "the singer Jane
    Roe died".
    """
    if claim.event is None:
        return None
    doers = [term.partition(":")[2] for term in claim.matter if term.startswith("by:")]
    label = (
        claim.event.patient or (claim.event.agent if claim.agent.how != "context" else None) or next(iter(doers), "")
    )
    label = _POSSESSIVE.sub("", label)
    if not _WORD.search(label):
        return None
    named = re.search(rf"\b{re.escape(label)} ((?:[A-Z][\w'’-]+ )+[A-Z][\w'’-]+)", claim.clause)
    return named.group(1) if named and not _is_name(label) else label


def told(claim: Claim) -> set[str]:
    """The words of the sentence beside what happened, to whom, by whom and when."""
    event, period = claim.event, claim.period
    named = (event.trigger, event.cls, event.agent or "", subject(claim) or "") if event else ()
    own = " ".join((*named, period.text if period else ""))
    return set(claim.content) - _words(own) - lexicons.words("scope", "common")


def _class(claim: Claim) -> str:
    return claim.event.cls.removeprefix("to ") if claim.event is not None else ""


def _is_fact(claim: Claim) -> bool:
    return claim.certainty == "asserted" and claim.polarity == "positive" and claim.quantifier is None


def _is_name(label: str) -> bool:
    return str(_WORD.findall(label)[-1])[:1].isupper()


def _last(label: str) -> str:
    return str(_WORD.findall(label)[-1]).casefold()


def _is_event(claim: Claim) -> bool:
    return claim.event is not None and (events.is_listed(_class(claim)) or nature(claim) is not None)


def _one_matter(a: Claim, b: Claim) -> bool:
    """Neither side is about something that the other puts something else for: a tax on sugar, a tax on diesel. Of what
    somebody did by himself a part may be told here and a part there.
    """
    one, other = set(a.topic), set(b.topic)
    by_himself = not any(claim.event and claim.event.patient for claim in (a, b))
    return one <= other or other <= one or (by_himself and bool(one & other))


def _one_thing(a: str, b: str) -> bool:
    """The same noun, and neither with a word beside it that the other puts another for."""
    first, second = (label.casefold().split() for label in (a, b))
    nested = set(first) <= set(second) or set(second) <= set(first)
    return first[-1] == second[-1] and nested and not counted.is_people(counted.classify(first[-1]))


def _doers(claim: Claim) -> set[str]:
    return {term for term in claim.matter if term.startswith("by")}


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
