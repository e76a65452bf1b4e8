"""Somebody did not know of what the same person, or another arm of the same body, was told of, knew or confirmed.

Why an editor should care: "we were not aware" is an answer that can be checked, and the check often stands in another
paper. It forgives another matter, place or period, strangers who need not know of one another, what is asked or only
feared, and what somebody learned afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import evidence, titles
from factcheck.model import Claim, Comparability, Evidence, Rule
from factcheck.pairing import index, knowing, speakers
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

ID = "awareness"
_WHO = {
    "person": "the same person or office",
    "body": "one body, or one who belongs to it",
    "speaker": "for whom the speaker speaks is not told in the sentence",
}


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """Statements of not knowing, each with those of telling, knowing and confirming that share a word or an event."""
    met, left = index.pairs(statements, knowing.keys, settings)
    return [(a, b) for a, b in met if _sides(a.claim, b.claim) is not None], left


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence where one claim says that somebody did not know, and the other that they or their own did."""
    del settings
    sides = _sides(a, b)
    if sides is None:
        return
    unaware, aware = sides
    who = knowing.relation(unaware, aware)
    about = knowing.matter(unaware, aware, scope)
    if who is None or len(about) < knowing.FEWEST:
        return
    rules = [Rule("awareness.matter", f"the same in both: {', '.join(about)}"), Rule(f"awareness.{who}", _WHO[who])]
    kept = tuple(
        item
        for item in scope.dimensions
        if item.dimension in ("place", "period") and item.value not in ("unknown", "different")
    )
    relation = _relation(unaware, aware, who)
    yield evidence.make(ID, relation, _because(unaware, aware), unaware, aware, Comparability(kept), rules)


def _sides(a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
    """The claim of not knowing, then the other."""
    for unaware, aware in ((a, b), (b, a)):
        if knowing.is_unaware(unaware) and knowing.is_aware(aware) and not knowing.is_unaware(aware):
            return unaware, aware
    return None


def _relation(unaware: Claim, aware: Claim, who: str) -> str:
    """One person who did and did not know is a conflict, or a dispute of two speakers; all else both can hold."""
    if who != "person" or aware.certainty != "asserted" or aware.event is None:
        return "tension"
    if aware.holder is None or unaware.holder is None:
        return "conflict"
    return "tension" if speakers.relation(unaware, aware) != "different" else "dispute"


def _because(unaware: Claim, aware: Claim) -> str:
    return evidence.sentence(
        f"{titles.quoted(unaware)}, according to {evidence.who(unaware)}, while "
        f"{titles.quoted(aware)}, according to {evidence.who(aware)}"
    )
