"""Who had no evidence that something was so, and says at another time that it was."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicons
from factcheck.model import Claim
from factcheck.pairing import propositions, speakers


def keys(claim: Claim) -> Sequence[str]:
    """What happened, by its verb and by what it was done to."""
    if claim.kind != "statement" or claim.event is None:
        return []
    names = (propositions.name(claim.event.patient), propositions.name(claim.event.agent))
    return [f"unproven: {_verb(claim)} {name[-1]}" for name in names if name]


def is_unproven(claim: Claim) -> bool:
    """True for the clause after "no evidence that"."""
    clause, text = (" ".join(words.casefold().split()) for words in (claim.clause, claim.passage.text))
    return claim.certainty in ("unreal", "hedged", "asserted") and any(
        f"{phrase} {clause}" in text for phrase in lexicons.words("opposites", "no-proof")
    )


def contrary(a: Claim, b: Claim) -> bool:
    """One voice: that there was no evidence of it, and that it was so."""
    if a.event is None or b.event is None or _verb(a) != _verb(b) or is_unproven(a) == is_unproven(b):
        return False
    other = b if is_unproven(a) else a
    if other.certainty != "asserted" or other.polarity != "positive" or other.quantifier is not None:
        return False
    if a.holder is None or b.holder is None or speakers.relation(a, b) != "same":
        return False
    roles = [(a.event.patient, b.event.patient), (a.event.agent, b.event.agent)]
    told = [(propositions.name(one), propositions.name(two)) for one, two in roles]
    both = [propositions.names_relation(one, two) for one, two in told if one and two]
    return bool(both) and set(both) == {"same"}


def _verb(claim: Claim) -> str:
    return claim.event.cls.removeprefix("to ") if claim.event is not None else ""
