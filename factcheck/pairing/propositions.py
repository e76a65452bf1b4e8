"""Are two claims about the same proposition: one event, one doer, one undergoer, one occasion?

A tie says what the two share; there is none where anything that both sides tell is different. Its strength counts what
is the same: doer, undergoer, what else the verb governs, day or place (at most one), and rare words (at most two).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck import lexicons
from factcheck.model import Claim, Comparability
from factcheck.pairing import comparability, entities
from factcheck.reading import events

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MANNER = re.compile(
    r"\b(?:as an?|without|under|alongside|by means of) (?:[^\W_]+ )??([^\W_]+)(?=$|[,.;]| (?:in|on|at|of|and|for)\b)"
)
_WITHIN = ("same", "inside", "contains", "leader")
_MOST_WORDS = 2


@dataclass(frozen=True)
class Tie:
    """What two claims share: `same` of agent, patient, topic and occasion, and rare words; `open`: roles not told."""

    event: str
    same: tuple[str, ...]
    words: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def strength(self) -> int:
        """How many things are the same; a doer or an undergoer that is not the same counts for nothing."""
        if not {"agent", "patient"} & set(self.same):
            return 0
        return len(self.same) + min(len(self.words), _MOST_WORDS)


def tie(a: Claim, b: Claim, scope: Comparability) -> Tie | None:
    """What two claims share, or none where they tell of two things."""
    event = event_relation(a, b)
    value = comparability.values(scope)
    if event is None or "different" in (value["agent"], value["place"], value["period"]):
        return None
    if value["period"] == "unknown" and a.period_how == b.period_how == "stated":
        return None  # Friday here and Sunday there, of whatever week
    if value["place"] == "unknown" and a.place.how == b.place.how == "stated":
        return None  # two places that no table knows apart
    roles = {"agent": _agent(a, b, value["agent"]), "patient": _patient(a, b), "topic": _topic(a, b)}
    if "different" in roles.values():
        return None
    same = [role for role, found in roles.items() if found == "same"]
    if value["period"] in _WITHIN or value["place"] in _WITHIN:
        same.append("occasion")
    still_open = tuple(role for role, found in roles.items() if found == "open")
    return Tie(event, tuple(same), _shared(a, b), still_open)


def event_relation(a: Claim, b: Claim) -> str | None:
    """ "same" for one class, or one inside the other, or one verb that says enough; "opposite" for rival outcomes."""
    if a.event is None or b.event is None:
        return None
    mine, theirs = a.event.cls, b.event.cls
    if any(senses(b) & opposites(word) for word in senses(a)):
        return "opposite"
    nested = mine in events.ancestors(theirs) or theirs in events.ancestors(mine)
    return "same" if nested and mine not in lexicons.words("opposites", "says-little") else None


def senses(claim: Claim) -> set[str]:
    """The class of what happened, and the words that say so."""
    return {claim.event.cls, claim.event.trigger.casefold()} if claim.event is not None else set()


def has(claim: Claim, entry: str) -> bool:
    """True if the clause has a word of an entry of the opposites."""
    told = " ".join(_WORD.findall(claim.clause.casefold()))
    return any(f" {word} " in f" {told} " for word in lexicons.words("opposites", entry))


def partly(claim: Claim) -> frozenset[str]:
    """The words of a clause by which a negation may cover a part, a reason, a degree or a moment alone."""
    told = f" {' '.join(_WORD.findall(claim.clause.casefold()))} "
    return frozenset(word for word in lexicons.words("opposites", "partly") if f" {word} " in told)


def opposites(word: str) -> frozenset[str]:
    """The classes and words that cannot hold of a thing beside this one."""
    return frozenset(
        other
        for entry in lexicons.entries("opposites")
        if "opposite" in entry and word in entry["words"]
        for other in lexicons.words("opposites", entry["opposite"])
    )


def in_part(a: Claim, b: Claim) -> bool:
    """Wholly so by one clause, and by the other not wholly: accepted in full, did not accept all."""
    positive, negative = (b, a) if a.polarity == "negative" else (a, b)
    if positive.polarity == negative.polarity or event_relation(a, b) != "same" or positive.quantifier == "no":
        return False
    quantified = (None, "all", "every")
    return all(claim.quantifier in quantified and has(claim, "wholly") for claim in (a, b))


def on_another_point(negative: Claim, positive: Claim) -> bool:
    """True where a negation may turn no more than how it was done: never worked as a spy, worked as a cook."""
    other = {stem(word) for word in _WORD.findall(positive.clause)}
    return any(stem(word) not in other for word in _MANNER.findall(negative.clause.casefold()))


def sorts(words: Sequence[str]) -> bool:
    """True for opposites that as a rule tell which of two things is meant: the old bridge and the new one."""
    named = {word for entry in lexicons.entries("opposites") if entry.get("sorts") for word in entry["words"]}
    return bool(named & set(words))


def is_asked(claim: Claim) -> bool:
    """True for a clause that names a matter and does not say how it stands: "whether the bill passed"."""
    return (_WORD.findall(claim.clause.casefold()) or [""])[0] in lexicons.words("opposites", "asks")


def keys(claim: Claim) -> list[str]:
    """Blocks in which claims meet: event by doer, and event by undergoer. Rival outcomes share a block."""
    if claim.event is None or claim.kind != "statement":
        return []
    cls = claim.event.cls
    rivals = {
        min(entry["id"], entry["opposite"])
        for entry in lexicons.entries("opposites")
        if "opposite" in entry and senses(claim) & set(entry["words"])
    }
    agents = {tail for entity in claim.agent.entities for tail in entities.tails(entity)}
    heads = {name[-1] for name in (doer(claim), name(claim.event.patient)) if name}
    return [
        f"{what} × {who}" for what in (events.ancestors(cls)[-1], *sorted(rivals)) for who in sorted(agents | heads)
    ]


def stem(word: str) -> str:
    """A noun without its plural, as far as its form tells."""
    word = word.casefold().removesuffix("’s").removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def doer(claim: Claim) -> tuple[str, ...]:
    """The words that name the doer; who speaks of himself as I, he or it is the speaker."""
    assert claim.event is not None
    subject = (claim.event.agent or claim.clause.removeprefix("that ").split(" ")[0]).casefold()
    if claim.clause.split(" ")[0].casefold() in lexicons.words("opposites", "whichever"):
        return ()  # one party will, and one will not
    if claim.holder is None or subject not in lexicons.words("opposites", "oneself"):
        return name(claim.event.agent)
    body = claim.holder.affiliation if subject in lexicons.words("opposites", "bodies") else None
    return name(body or claim.holder.name)


def name(label: str | None) -> tuple[str, ...]:
    """The words of a doer or undergoer, its head last; none for a pronoun, and for words that name anybody."""
    words = tuple(stem(word) for word in _WORD.findall(label or ""))
    return () if not words or words[-1] in lexicons.words("opposites", "anybody") else words


def names_relation(mine: Sequence[str], theirs: Sequence[str]) -> str:
    """same: one head, and nothing in one that narrows it in another way than in the other."""
    if mine[-1] != theirs[-1]:
        return "different"
    narrow = set(mine[:-1]), set(theirs[:-1])
    return "same" if not all(narrow) or narrow[0] & narrow[1] else "different"


def _agent(a: Claim, b: Claim, value: str) -> str:
    """The doers by their names' entities, else by the nouns; two nouns may stand for one doer, and leave it open."""
    assert a.event is not None
    assert b.event is not None
    mine, theirs = doer(a), doer(b)
    if mine and theirs and names_relation(mine, theirs) == "same":
        return "same"
    if value in _WITHIN and a.agent.entities and b.agent.entities:
        return "same" if "context" not in (a.agent.how, b.agent.how) else "open"
    return "open" if mine and theirs else "silent"


def _patient(a: Claim, b: Claim) -> str:
    assert a.event is not None
    assert b.event is not None
    mine, theirs = name(a.event.patient), name(b.event.patient)
    if mine and theirs:
        found = names_relation(mine, theirs)
        owned = found == "same" and (_is_owned(a) or _is_owned(b)) and _agent(a, b, "unknown") != "same"
        return "open" if owned else found
    if name(a.event.agent) and theirs and not mine and not name(b.event.agent):
        return names_relation(name(a.event.agent), theirs)  # the driver survived, the driver died
    if name(b.event.agent) and mine and not theirs and not name(a.event.agent):
        return names_relation(mine, name(b.event.agent))
    return "open" if a.event.patient or b.event.patient else "silent"


def _is_owned(claim: Claim) -> bool:
    """True for "their population": whose it is, the clause does not say."""
    assert claim.event is not None
    first = (claim.event.patient or "").split(" ")[0].casefold()
    return any(
        f" {word} {first} " in f" {claim.clause.casefold()} " for word in lexicons.words("opposites", "possessives")
    )


def _topic(a: Claim, b: Claim) -> str:
    """What the verb governs beside its undergoer: apologised to nurses, or to patients."""
    assert a.event is not None
    assert b.event is not None
    roles = {*name(a.event.patient), *name(b.event.patient)}
    mine, theirs = ({stem(word) for word in claim.topic} - roles for claim in (a, b))
    if mine & theirs:
        return "same"
    return "different" if mine and theirs else "silent"


def _shared(a: Claim, b: Claim) -> tuple[str, ...]:
    """The rare words of both sentences that name neither the event nor its roles."""
    own: set[str] = set()
    for claim in (a, b):
        assert claim.event is not None
        labels = f"{claim.event.agent or ''} {claim.event.patient or ''} {claim.event.trigger} {claim.event.cls}"
        own.update(stem(word) for word in _WORD.findall(labels))
    return tuple(sorted(word for word in set(a.content) & set(b.content) if stem(word) not in own))
