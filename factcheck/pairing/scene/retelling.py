"""What two sentences that are nearly one exclude in each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.pairing.scene import beside, differences, kinds, logic, roles
from factcheck.pairing.scene.kinds import Clash
from factcheck.pairing.scene.sentences import Sentence

OTHER_COUNTS = 3  # figures from which on a sentence in which all differ tells of other counts


def clashes(a: Sentence, b: Sentence) -> Iterator[Clash]:
    """Each place in which the sentences differ, where the words of the two exclude one another."""
    swapped = roles.swapped(a, b) or logic.swapped(a, b)
    if swapped is not None:
        yield swapped
        return
    found = differences.of(a, b)
    yield from logic.of_sentences(found, a, b)
    met = [(clash, item) for item in found if (clash := kinds.between(item.a, item.b))]
    counts = sum(clash.kind == "number" for clash, _ in met) >= OTHER_COUNTS
    for clash, item in met:
        may = counts or beside.may_both_hold(clash, item.a, item.b)
        yield replace(clash, relation="tension") if may else clash
