"""What two clauses say that one thing was like: a fire an accident here, set on purpose there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import lexicons
from factcheck.model import Claim, Comparability
from factcheck.pairing import comparability, propositions
from factcheck.pairing.times import happenings

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FOR = re.compile(r"\b(?:for|to) (?:[^\W\d_]+ )??([^\W\d_]+)(?=$|[,.;]| (?:in|on|at|of|and|who|that)\b)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WITHIN = ("same", "inside", "contains")


def keys(claim: Claim) -> Sequence[str]:
    """The kind of quality that a clause tells of a thing, and the thing."""
    thing = _thing(claim)
    return [f"{min(pair)} of {thing[-1]}" for pair in _told(claim).values()] if thing else []


def contrary(a: Claim, b: Claim) -> tuple[str, str] | None:
    """The words by which one clause says of a thing what the other one's words exclude."""
    mine, theirs = _thing(a), _thing(b)
    if not mine or not theirs or propositions.names_relation(mine, theirs) != "same":
        return None
    denied = a.polarity != b.polarity
    for one, (kind, opposite) in _told(a).items():
        for other, (second, _) in _told(b).items():
            if second == (kind if denied else opposite) and (denied or a.polarity == "positive"):
                return one, other
    return None


def one_thing(a: Claim, b: Claim, scope: Comparability) -> bool:
    """True if the thing is known to be one: by a word that few sentences have, or a day or place that both give."""
    value = comparability.values(scope)
    if "different" in (value["place"], value["period"]) or for_others(a, b) or _two_kinds(a, b):
        return False
    placed = value["place"] in _WITHIN and a.place.how == b.place.how == "stated"
    timed = value["period"] in _WITHIN and a.period_how == b.period_how == "stated"
    said = {word for pair in (_told(a), _told(b)) for word in pair}
    return placed or timed or bool((happenings.told(a) & happenings.told(b)) - said)


def for_others(a: Claim, b: Claim) -> bool:
    """It was so for some here, and for others there: safe for adults, unsafe for infants."""
    one, other = ({propositions.stem(word) for word in _FOR.findall(claim.clause.casefold())} for claim in (a, b))
    return bool(one and other) and not one & other


def _two_kinds(a: Claim, b: Claim) -> bool:
    """Each clause narrows the thing or what it was in its own way: the vote in the upper house, in the lower house;
    packed at the gala, half-empty at the matinee; or one alone is told to be the second one.
    """
    one, other = (_narrower(claim) for claim in (a, b))
    return (bool(one - other) and bool(other - one)) or _which(a) != _which(b)


def _which(claim: Claim) -> set[str]:
    """The words before the thing that tell it from others of its kind, and the years of its sentence but its own."""
    thing = _thing(claim)
    words = [propositions.stem(word) for word in _WORD.findall(claim.clause)]
    before = words[: words.index(thing[-1])] if thing and thing[-1] in words else []
    when = set(claim.period.text.casefold().split()) if claim.period is not None else set()
    now = str(claim.published.year) if claim.published is not None else ""
    years = {match.group() for match in _YEAR.finditer(claim.passage.text)} - {now}
    return (set(before) & lexicons.words("scope", "ordinal")) - when | years


def _narrower(claim: Claim) -> set[str]:
    """The words between the thing and its verb, and those behind what it was, without those that say when."""
    assert claim.event is not None
    behind = _behind(claim)
    verb = propositions.stem(claim.event.trigger.split()[0])
    last = max((index for index, word in enumerate(behind) if any(word in said for said in _told(claim))), default=0)
    words = {*(behind[: behind.index(verb)] if verb in behind else ()), *behind[last + 1 :]}
    when = claim.period.text.split() if claim.period is not None else []
    return words - lexicons.words("quoting", "function") - {propositions.stem(word.casefold()) for word in when}


def _behind(claim: Claim) -> list[str]:
    """The words of a clause behind the thing that it is about."""
    thing = _thing(claim)
    words = [propositions.stem(word) for word in _WORD.findall(claim.clause)]
    return words[words.index(thing[-1]) + 1 :] if thing and thing[-1] in words else []


def _thing(claim: Claim) -> tuple[str, ...]:
    """The words for what the clause is about: what was done to it, or what it was."""
    if claim.kind != "statement" or claim.event is None:
        return ()
    passive = claim.event.patient and claim.event.patient in claim.clause.partition(claim.event.trigger)[0]
    label = claim.event.patient if passive else claim.event.agent if claim.agent.how != "context" else None
    return propositions.name(label)


def _told(claim: Claim) -> dict[str, tuple[str, str]]:
    """The words of quality behind the thing, each with its kind and the contrary one; "a deliberate fire" names it."""
    behind = f" {' '.join(_behind(claim))} "
    return {
        word: (entry["id"], entry["opposite"])
        for entry in lexicons.entries("opposites")
        if entry.get("quality")
        for word in entry["words"]
        if f" {word} " in behind
    }
