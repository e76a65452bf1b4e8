"""Did it happen at all? "No decision was taken" beside "they decided"; "there was no siren" beside "sounded the siren".

A verb that says no more than that something came about (held, gave, used, there was) leaves it to its noun to say what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck import lexicons
from factcheck.model import Claim, Comparability
from factcheck.pairing import comparability, propositions, speakers
from factcheck.reading import deverbal, events

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WITHIN = ("same", "inside", "contains")
_BESIDE = 2  # words that may stand between "no" and its noun


@dataclass(frozen=True)
class _Told:
    """What a clause says did or did not come about; `noun` is none where its verb says it."""

    kinds: frozenset[str]
    noun: tuple[str, ...]
    happened: bool


def keys(claim: Claim) -> Sequence[str]:
    """What came about, by its noun and by its verb."""
    told = _told(claim)
    return [f"came about: {kind}" for kind in sorted(told.kinds)] if told is not None else []


def contrary(a: Claim, b: Claim) -> str | None:
    """What came about by one clause, and did not by the other; at least one of them names it by a noun."""
    mine, theirs = _told(a), _told(b)
    if mine is None or theirs is None or mine.happened == theirs.happened or not (mine.noun or theirs.noun):
        return None
    if mine.noun and theirs.noun and propositions.names_relation(mine.noun, theirs.noun) != "same":
        return None
    if _is_narrowed(*((a, mine, b) if theirs.happened else (b, theirs, a))):
        return None
    return min(mine.kinds & theirs.kinds, default=None)


def signs(a: Claim, b: Claim, scope: Comparability) -> tuple[str, ...]:
    """What tells that both speak of one occasion; none where anything that both tell is different."""
    value = comparability.values(scope)
    stated = a.period_how == b.period_how == "stated"
    if (value["period"] == "unknown" and stated) or _two_matters(a, b) or _one_speaks_twice(a, b):
        return ()
    elsewhere = value["place"] == "unknown" and a.place.how == b.place.how == "stated"
    if elsewhere or (value["agent"] not in _WITHIN and two_doers(a, b)):
        return ()
    if value["period"] not in _WITHIN and _came_later(a, b):
        return ()
    found = []
    if value["period"] in _WITHIN and "stated" in (a.period_how, b.period_how):
        found.append("occasion")
    if _told_by_two(a, b) and any(_is_definite(claim) for claim in (a, b)):
        found.append("a thing that is known")
    own = {kind for claim in (a, b) if (told := _told(claim)) for kind in (*told.kinds, *told.noun)}
    triggers = {word for claim in (a, b) if claim.event for word in claim.event.trigger.casefold().split()}
    shared = {propositions.stem(word) for word in set(a.content) & set(b.content)} - own - triggers
    return (*found, *sorted(shared - lexicons.words("scope", "common")))


def _told(claim: Claim) -> _Told | None:
    """What a statement says came about, or did not."""
    if claim.kind != "statement" or claim.event is None or claim.certainty != "asserted":
        return None
    event, happened = claim.event, claim.quantifier is None and claim.polarity == "positive"
    noun, said = propositions.name(event.patient), propositions.name(event.trigger)
    verb = event.cls.removeprefix("to ")
    if event.cls not in lexicons.words("opposites", "brings-about"):
        kinds = {events.ancestors(verb)[-1]}
        if claim.quantifier == "no" and _is_none(claim, said[-1:]):
            return _Told(frozenset(kinds), said, False)  # no warning was issued
        if claim.quantifier not in (None, "never") or verb in lexicons.words("opposites", "says-little"):
            return None
        named = noun if noun and said[-1:] == noun[-1:] else ()  # sounded the alarm
        return _Told(frozenset((*kinds, *named[-1:])), named, happened)
    deed = _deed(event.patient or "")
    if happened and not (noun and ((deed and verb not in ("be", "have")) or _is_put_to_use(verb))):
        return None
    if not happened and not _is_none(claim, noun[-1:]):
        return None
    return _Told(frozenset((*noun[-1:], *deed)), noun, happened)


def _is_put_to_use(verb: str) -> bool:
    return verb in lexicons.words("opposites", "puts-to-use")


def _is_none(claim: Claim, noun: Sequence[str]) -> bool:
    """True if the clause says that there was none at all: not where only a further, a formal or a final one is."""
    told = [propositions.stem(word) for word in _WORD.findall(claim.clause)]
    if claim.quantifier != "no" or claim.quantities or not noun or "no" not in told:
        return False
    after = told[told.index("no") + 1 :][: _BESIDE + 1]
    if noun[0] not in after:
        return False
    narrow = lexicons.words("opposites", "one-of-several") & set(after[: after.index(noun[0]) + 1])
    return not narrow and not propositions.partly(claim) - {"all"}


def _deed(label: str) -> list[str]:
    """The verb, or the class of event, of a noun that names a deed: talks are a meeting, a decision is to decide."""
    word = (label.casefold().split() or [""])[-1]
    known = events.vocabulary().words
    cls = known.get(("noun", word)) or known.get(("noun", propositions.stem(word)))
    verb = cls or deverbal.verb_of(propositions.stem(word))
    return [events.ancestors(verb)[-1]] if verb else []


def two_doers(a: Claim, b: Claim) -> bool:
    """The bank made none, and the insurer did."""
    labels = [claim.event.agent for claim in (a, b) if claim.event is not None and claim.agent.how != "context"]
    doers = [propositions.name(label) for label in labels]
    return len(doers) > 1 and all(doers) and propositions.names_relation(doers[0], doers[1]) != "same"


def _is_definite(claim: Claim) -> bool:
    """ "The siren": one that readers can tell from others."""
    told = _told(claim)
    return (
        told is not None
        and bool(told.noun)
        and told.happened
        and bool(re.search(rf"\b(?:the|its|their|our) (?:[\w-]+ )?{re.escape(told.noun[-1])}", claim.clause.casefold()))
    )


def _told_by_two(a: Claim, b: Claim) -> bool:
    """Two who speak, both of what was: "there is no cure" is of all time."""
    now = any(claim.event is not None and claim.event.trigger.casefold() in ("is", "are") for claim in (a, b))
    return a.holder is not None and b.holder is not None and not now


def _is_narrowed(denied: Claim, told: _Told, so: Claim) -> bool:
    """No train from Hull: words behind the noun say which one is meant, and the other clause has none of them."""
    words, other = ([propositions.stem(word) for word in _WORD.findall(claim.clause)] for claim in (denied, so))
    behind = words[words.index(told.noun[-1]) + 1 :] if told.noun and told.noun[-1] in words else []
    if not set(behind[:1]) & lexicons.words("opposites", "narrows"):
        return False
    which = [word for word in behind[1:] if word not in lexicons.words("quoting", "function")]
    return bool(which) and which[0] not in other


def _came_later(a: Claim, b: Claim) -> bool:
    """What had not come about by the day of one article may have come about by that of another."""
    told = _told(a)
    denied, so = (b, a) if told is not None and told.happened else (a, b)
    return denied.published is None or so.published is None or denied.published < so.published


def _two_matters(a: Claim, b: Claim) -> bool:
    """Each clause is about something, and nothing is in both: talks on pay, talks on hours."""
    own = {f"event:{kind}" for claim in (a, b) if (told := _told(claim)) for kind in told.kinds}
    nouns = {word for claim in (a, b) if (told := _told(claim)) for word in (*told.noun, *told.kinds)}
    mine, theirs = ({propositions.stem(word) for word in claim.topic} - own - nouns for claim in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _one_speaks_twice(a: Claim, b: Claim) -> bool:
    """One who says both in one article tells of two occasions."""
    return a.passage.source == b.passage.source and (
        a.holder == b.holder or (a.holder is not None and speakers.relation(a, b) == "same")
    )
