"""Who says that they did not know of what, who knew or told of it, and whether the two are one person or one body."""

from __future__ import annotations

import re

from factcheck import lexicons
from factcheck.model import Claim, Comparability, Holder
from factcheck.pairing import comparability, propositions, speakers
from factcheck.reading import events

_WORD = re.compile(r"n['’]t|(?:(?!n['’]t)[^\W_])+(?:['’](?!s\b)[^\W_]+)*")
_REACH = 5  # words between a negation and the word of knowing that it turns
_SUBJECT = 9  # words at the start of a clause in which the negation of its verb stands
FEWEST = 2  # signs that a matter is the same
_WITHIN = ("same", "inside", "contains", "overlaps")


def is_unaware(claim: Claim) -> bool:
    """True for a claim that somebody does not know of something, or was not told of it."""
    if not _is_told(claim) or claim.event is None or not _is_of_knowing(claim):
        return False
    told = [word.replace("’", "'") for word in _WORD.findall(claim.clause.casefold())][: _SUBJECT + _REACH]
    line = f" {' '.join(told)} "
    if any(f" {word} " in line for word in lexicons.words("knowing", "not-knowing")):
        return True
    negation = next((i for i, word in enumerate(told) if word in ("n't", *lexicons.words("knowing", "negates"))), None)
    if negation is None or negation > _SUBJECT:
        return False
    return bool(lexicons.words("knowing", "knowing") & set(told[negation + 1 : negation + 1 + _REACH]))


def is_aware(claim: Claim) -> bool:
    """True for a claim that somebody was told or knew of something, or that its speaker vouches for."""
    if not _is_told(claim) or claim.event is None or claim.polarity != "positive" or claim.quantifier is not None:
        return False
    if claim.holder is not None and claim.mode in lexicons.words("knowing", "vouches"):
        return True
    return claim.event.cls in lexicons.words("knowing", "tells") and bool(claim.event.patient or claim.event.agent)


def _is_told(claim: Claim) -> bool:
    return (
        claim.kind == "statement"
        and claim.certainty in ("asserted", "alleged")
        and claim.confidence == "high"
        and not propositions.is_asked(claim)
    )


def _is_of_knowing(claim: Claim) -> bool:
    """The claim's own event is knowing, telling or hearing, or having knowledge, or coming to attention."""
    assert claim.event is not None
    light = claim.event.cls in ("have", "come", "bring") and bool({"knowledge", "attention"} & set(claim.topic))
    text = "text" in events.vocabulary().kinds.get(propositions.stem((claim.event.patient or " ").split(" ")[-1]), ())
    seen = claim.event.cls.removeprefix("to ") == "see" and text  # who never saw the letter does not know of it
    return claim.event.cls in lexicons.words("knowing", "tells") or light or seen or claim.event.patient == "knowledge"


def knower(claim: Claim) -> str:
    """Who does not know: the one named as the verb's subject, or told; else the speaker, who says I, he or we."""
    assert claim.event is not None
    label = claim.event.patient if claim.event.cls in ("inform", "tell", "warn", "brief") else claim.event.agent
    named = (label is not None and claim.agent.how in ("stated", "unknown")) or claim.event.cls in ("inform", "tell")
    if named and label and not _is_pronoun(label) and claim.event.cls not in ("come", "bring"):
        return label
    if claim.holder is None:
        return _before_knowing(claim)
    return " ".join(filter(None, (claim.holder.name, claim.holder.affiliation)))


def _before_knowing(claim: Claim) -> str:
    """The words of a clause before it comes to knowing: its subject, where the source speaks for itself."""
    words = claim.clause.split()
    turn = lexicons.words("knowing", "knowing") | lexicons.words("knowing", "not-knowing")
    end = next((i for i, word in enumerate(words) if word.casefold().strip(",.") in turn), 0)
    return " ".join(words[:end])


def relation(unaware: Claim, aware: Claim) -> str | None:
    """person, body, or speaker (one who speaks for a body that his sentence does not name); none for two strangers."""
    who = _proper(knower(unaware))
    if not who:
        return None
    if aware.event is not None and aware.event.cls in lexicons.words("knowing", "tells"):
        told = aware.event.patient if aware.event.cls not in ("know", "learn", "hear", "read") else aware.event.agent
        if told and who[-1] == (_proper(told) or [""])[-1]:
            return "person"
        if set(who) & set(_proper(aware.clause)) and not (aware.holder and speakers.relation(unaware, aware) == "same"):
            return "body"
    if aware.mode not in lexicons.words("knowing", "vouches") or aware.holder is None:
        return None
    if unaware.holder is not None and speakers.relation(unaware, aware) == "same":
        return "person"
    if set(who) & set(_proper(f"{aware.holder.name} {aware.holder.affiliation or ''}")):
        return "body"
    one_text = unaware.passage.source == aware.passage.source
    return "speaker" if one_text and _speaks_for_unnamed(unaware.holder) else None


def _speaks_for_unnamed(holder: Holder | None) -> bool:
    return holder is not None and holder.affiliation is None and holder.role in lexicons.words("knowing", "speaks-for")


def _proper(text: str) -> list[str]:
    """The words of names in lower case, without those that many bodies share."""
    words = [word for word in re.findall(r"[^\W_][\w.-]*", text) if word[:1].isupper()]
    return [word for word in (item.casefold().rstrip(".") for item in words) if word not in _common()]


def _common() -> frozenset[str]:
    return lexicons.words("knowing", "any-body") | lexicons.words("opposites", "anybody")


def _is_pronoun(label: str) -> bool:
    return label.casefold() in lexicons.words("opposites", "anybody")


def matter(unaware: Claim, aware: Claim, scope: Comparability) -> tuple[str, ...]:
    """The signs that both are about one matter: what was not known, its place, and words that few sentences share.

    None where what was not known is not told on the other side.
    """
    value = comparability.values(scope)
    stated = unaware.period_how == aware.period_how == "stated"
    if value["place"] == "different" or (stated and value["period"] == "different"):
        return ()
    assert aware.event is not None
    names = {propositions.stem(word) for word in _WORD.findall(knower(unaware).casefold())}
    days = {word for claim in (unaware, aware) if claim.period for word in claim.period.text.casefold().split()}
    own = lexicons.words("knowing", "knowing") | lexicons.words("knowing", "tells") | names | days
    mine, theirs = ({propositions.stem(word) for word in claim.content} - own for claim in (unaware, aware))
    roles = f"{aware.event.agent or ''} {aware.event.patient or ''}".casefold().split()
    happened = {f"event:{events.ancestors(aware.event.cls)[-1]}", *aware.topic, *map(propositions.stem, roles)}
    found = sorted((_objects(unaware) - own) & (happened | theirs))
    if not found:
        return ()
    teller = (aware.event.agent or "").split()[-1:] if aware.event.cls in lexicons.words("knowing", "tells") else []
    found += [f"the {word} told of it" for word in teller if propositions.stem(word) in found]
    if value["place"] in _WITHIN and "stated" in (unaware.place.how, aware.place.how):
        found.append(unaware.place.words)
    return (*found, *sorted((mine & theirs) - set(found)))


def _objects(claim: Claim) -> set[str]:
    """What was not known: the verb's object, as a noun and as an event, else all that the verb governs."""
    assert claim.event is not None
    known = claim.event.patient if claim.event.cls in ("know", "learn", "hear", "read", "see", "receive") else None
    if known and not _is_pronoun(known) and known != "knowledge":
        noun = propositions.stem(known.split()[-1])
        cls = events.vocabulary().words.get(("noun", noun))
        return {noun, f"event:{events.ancestors(cls)[-1]}"} if cls else {noun}
    light = claim.event.cls in ("come", "bring") and claim.agent.how != "context"
    subject = {propositions.stem(word) for word in (claim.event.agent or "").split()} if light else set()
    return {propositions.stem(word) for word in claim.topic} | subject | {term for term in claim.matter if ":" in term}


def keys(claim: Claim) -> list[str]:
    """Claims meet by the rare words of their sentences, and by the kinds of event that they speak of."""
    if claim.event is None or not (is_unaware(claim) or is_aware(claim)):
        return []
    about = [term for term in claim.topic if term.startswith("event:")]
    return [*claim.content, *about, f"event:{events.ancestors(claim.event.cls)[-1]}"]
