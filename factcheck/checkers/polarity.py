"""The same event asserted and negated, or opposite words for the same thing: approved and rejected, rose and fell.

Why an editor should care: two papers that say the contrary of one event cannot both be right, and a reader who sees
both trusts neither. So with a thing that came about, of which there is enough, or for which there is evidence, and
by the other there is none. It forgives opposites about different things, another doer, day or place, a negation that
covers a part, a reason or a moment only, conditions, questions and wishes, what had not happened yet, what comes after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck import evidence, lexicons, titles
from factcheck.model import NOT_STATED, Claim, Comparability, Evidence, Rule
from factcheck.pairing import comparability, contrasts, index, propositions, speakers
from factcheck.pairing.denials import answers
from factcheck.pairing.index import Pairs
from factcheck.pairing.opposites import announced, occurrences, outcomes, qualities, supplies, twins, unproven
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

ID = "polarity"
FIRM = 3  # strength of a tie from which on two claims are taken to be about one event
_SHARE = re.compile(r"\d ?(?:%|per ?cent)")
_SAID = ("asserted", "hedged", "alleged", "future")


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """Statements of contrary sense about one kind of event with one doer or undergoer, and clauses that are twins."""
    told = [item for item in statements if _is_told(item.claim)]
    said = [item for item in statements if _is_said(item.claim)]
    whole = [item for item in said if _is_told(item.claim) or propositions.has(item.claim, "wholly")]
    fed = [(whole, propositions.keys), (told, twins.keys), (told, qualities.keys)]
    fed += [(said, supplies.keys), (said, occurrences.keys)]
    blocks = [index.pairs(items, keys, settings) for items, keys in fed]
    blocks.append(index.beside(said, unproven.is_unproven, unproven.keys, settings))
    met = {(a.claim.id, b.claim.id): (a, b) for block, _ in blocks for a, b in block}
    left = sum(full for _, full in blocks)
    found = [(a, b) for a, b in met.values() if _are_contrary(a.claim, b.claim)]
    known = {(a.claim.passage.source, outcomes.one_person(a.claim, b.claim)) for a, b in found if _one_source(a, b)}
    return [(a, b) for a, b in found if not _squared(a.claim, b.claim, known)], left


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence where one claim says the contrary of the other about one event."""
    del settings
    if not _are_contrary(a, b):
        return
    reason = _one_person(a, b) if _of_one_event(a, b) else None
    if reason is None:
        value = comparability.values(scope)
        if "different" in (value["agent"], value["place"], value["period"]) or _came_later(a, b):
            return
        if contrasts.apart(a, b, "hour"):
            return
        reason = next((rule for read in _READINGS if (rule := read(a, b, scope)) is not None), None)
    relation = _relation(a, b) if reason else None
    if reason and relation and reason.rule in ("polarity.open-occasion", "polarity.unproven"):
        relation = "tension"
    if reason and relation and not (relation != "conflict" and answers.is_answered(a, b)):
        yield evidence.make(ID, relation, _because(a, b, relation), a, b, _about(a, b, scope), [reason])


def _one_source(a: Statement, b: Statement) -> bool:
    return a.claim.passage.source == b.claim.passage.source


def _squared(a: Claim, b: Claim, known: set[tuple[str, str | None]]) -> bool:
    """True if one of the sources tells of both outcomes of the person itself."""
    whom = outcomes.one_person(a, b)
    return whom is not None and any((claim.passage.source, whom) in known for claim in (a, b))


def _one_person(a: Claim, b: Claim) -> Rule | None:
    whom = outcomes.one_person(a, b)
    return Rule("polarity.one-person", f"{whom} can have had one of the two only") if whom else None


def _is_said(claim: Claim) -> bool:
    return claim.kind == "statement" and claim.confidence == "high" and not propositions.is_asked(claim)


def _is_told(claim: Claim) -> bool:
    return (
        _is_said(claim)
        and claim.certainty in _SAID
        and claim.quantifier in (None, "no", "never")
        and not (claim.polarity == "negative" and claim.quantities)
    )


def _covers_a_part(a: Claim, b: Claim) -> bool:
    """True where a negation may cover a reason, a degree or a moment alone."""
    return not announced.agreed_and_refused(a, b) and any(
        one.polarity == "negative" and propositions.partly(one) for one in (a, b)
    )


def _are_contrary(a: Claim, b: Claim) -> bool:
    """One event with and without a negation, rival outcomes both without, or clauses that are twins."""
    return any(
        (
            _of_one_event(a, b),
            propositions.in_part(a, b),
            unproven.contrary(a, b),
            supplies.contrary(a, b),
            occurrences.contrary(a, b),
        )
    )


def _of_one_event(a: Claim, b: Claim) -> bool:
    if not (_is_told(a) and _is_told(b) and announced.stands(a, b)) or _covers_a_part(a, b):
        return False
    relation = propositions.event_relation(a, b)
    plain = a.quantifier is None and b.quantifier is None
    if relation == "same" and _quantifiers(a, b) <= {None, "never"} and _is_negative(a) != _is_negative(b):
        negative, positive = (a, b) if _is_negative(a) else (b, a)
        return not propositions.on_another_point(negative, positive)
    if relation == "opposite" and plain and a.polarity == b.polarity == "positive":
        if propositions.has(a, "squares-both") or propositions.has(b, "squares-both"):
            return False
        return outcomes.one_person(a, b) is not None or not (
            _are_parts(a, b) or propositions.has(a, "moments") or propositions.has(b, "moments")
        )
    if qualities.contrary(a, b) is not None:
        return True
    shares = any(_SHARE.search(claim.clause) for claim in (a, b))
    return not shares and twins.contrary(a, b) is not None


def _quantifiers(a: Claim, b: Claim) -> set[str | None]:
    return {a.quantifier, b.quantifier}


def _is_negative(claim: Claim) -> bool:
    return claim.polarity == "negative" or claim.quantifier == "never"


def _are_parts(a: Claim, b: Claim) -> bool:
    """Some of them did one thing, and some the other; but one amount cannot have risen and fallen."""
    change = lexicons.words("opposites", "grew") | lexicons.words("opposites", "shrank")
    counts = any(claim.quantities or _SHARE.search(claim.clause) for claim in (a, b))
    return counts and not any(claim.event is not None and claim.event.cls in change for claim in (a, b))


def _came_later(a: Claim, b: Claim) -> bool:
    """What had not happened by the day of one article may have happened by the day of the next."""
    negative, positive = (a, b) if _is_negative(a) else (b, a)
    if _is_negative(a) == _is_negative(b) or (a.period is not None and b.period is not None):
        return False
    if negative.published is None or positive.published is None:
        return False
    return negative.published < positive.published


def _twins(a: Claim, b: Claim, scope: Comparability) -> Rule | None:
    found = twins.contrary(a, b) if _of_one_event(a, b) else None
    if found is None or a.passage.source == b.passage.source:
        return None
    if propositions.sorts(found) and not _one_scene(scope):
        return None
    words = [f"“{word}”" for word in found if word]
    return Rule("polarity.twins", f"the clauses are the same but for {' and '.join(words)}")


def _quality(a: Claim, b: Claim, scope: Comparability) -> Rule | None:
    found = qualities.contrary(a, b) if _of_one_event(a, b) else None
    if found is None or not qualities.one_thing(a, b, scope):
        return None
    return Rule("polarity.quality", "one thing cannot have been both: {} and {}".format(*found))


def _supply(a: Claim, b: Claim, scope: Comparability) -> Rule | None:
    found = supplies.contrary(a, b)
    if found is None or not supplies.one_time(a, b, scope):
        return None
    return Rule("polarity.supply", f"enough “{found}” by one, and not by the other")


def _unproven(a: Claim, b: Claim, scope: Comparability) -> Rule | None:
    del scope
    return Rule("polarity.unproven", "no evidence of it here, and so there") if unproven.contrary(a, b) else None


def _came_about(a: Claim, b: Claim, scope: Comparability) -> Rule | None:
    found = occurrences.contrary(a, b)
    signs = occurrences.signs(a, b, scope) if found is not None else ()
    return Rule("polarity.came-about", f"{found}: none by one; the same in both: {', '.join(signs)}") if signs else None


def _one_scene(scope: Comparability) -> bool:
    """True where both texts are said to be of one scene: what neither tells is the same."""
    return any(item.value == "same" and item.a == item.b == NOT_STATED for item in scope.dimensions)


def _one_event(a: Claim, b: Claim, scope: Comparability) -> Rule | None:
    if not (_of_one_event(a, b) or propositions.in_part(a, b)):
        return None
    tie = propositions.tie(a, b, scope)
    if tie is None or tie.open:
        return None
    same = f"the same in both: {', '.join((*tie.same, *tie.words))}"
    if tie.strength >= FIRM:
        return Rule("polarity.one-event", same)
    placed = "occasion" in tie.same and not (a.event and a.event.patient) and not (b.event and b.event.patient)
    if "agent" in tie.same and ("patient" in tie.same or placed) and tie.event == "same":
        if placed and (propositions.has(a, "squares-both") or propositions.has(b, "squares-both")):
            return None
        if placed and "never" in _quantifiers(a, b):
            return Rule("polarity.never", f"{same}; never is on no occasion")
        return Rule("polarity.open-occasion", f"{same}; whether it is one occasion is not told")
    return None


_READINGS = (_twins, _quality, _one_event, _supply, _unproven, _came_about)


def _relation(a: Claim, b: Claim) -> str | None:
    """By who says so: two speakers dispute, two papers conflict; one speaker or one paper tells of two moments."""
    own = _is_own_voice(a), _is_own_voice(b)
    if all(own) and a.passage.source == b.passage.source:
        return None
    if not any(own) and speakers.relation(a, b) == "same":
        return "tension" if a.passage.source != b.passage.source else None
    if not any(own) and _speaks_for(a, b):
        return "tension"
    if "hedged" in (a.certainty, b.certainty) or "alleged" in (a.certainty, b.certainty):
        return "tension"
    return "conflict" if any(own) else "dispute"


def _speaks_for(a: Claim, b: Claim) -> bool:
    """A body, and one who speaks for it."""
    names = [
        (claim.holder.name.casefold(), (claim.holder.affiliation or "").casefold()) for claim in (a, b) if claim.holder
    ]
    return len(names) > 1 and (names[0][0] == names[1][1] or names[1][0] == names[0][1])


def _is_own_voice(claim: Claim) -> bool:
    """Nobody is credited, or the one whose saying is itself the event: the union accepted the offer. Who speaks of
    himself says "he"; by name the paper tells it: "Roe resigned, saying that …".
    """
    if claim.holder is None or claim.cue is None or claim.event is None:
        return claim.holder is None
    name = claim.holder.name.split()[-1]
    if not claim.quotation and name in claim.clause and name in f"{claim.event.agent} {claim.event.patient}".split():
        return True
    return claim.event.trigger.casefold().startswith(claim.cue.casefold().removesuffix("e"))


def _about(a: Claim, b: Claim, scope: Comparability) -> Comparability:
    """The dimensions that tell; a doer and an event that the words show to be one are the same."""
    kept = [item for item in scope.dimensions if item.dimension in ("event", "agent", "place", "period")]
    return Comparability(
        tuple(
            replace(item, value="same") if item.dimension == "event" or (item.dimension == "agent") else item
            for item in kept
            if item.dimension == "event" or item.value not in ("unknown", "different")
        )
    )


def _because(a: Claim, b: Claim, relation: str) -> str:
    link = "while" if relation == "tension" else "but"
    return evidence.sentence(
        f"{titles.quoted(a)}, according to {evidence.who(a)}, {link} {titles.quoted(b)}, according to {evidence.who(b)}"
    )
