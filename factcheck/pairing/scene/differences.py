"""Two sentences word by word: whether they are nearly one, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.pairing.scene.sentences import Sentence, Word

ALIKE = 0.6  # the share of words from which on two sentences are one sentence, told twice
FEWEST = 2  # words that both must have


@dataclass(frozen=True)
class Difference:
    """Words [start, end) of one sentence that stand where the other has others, or none."""

    a: tuple[Word, ...]
    b: tuple[Word, ...]


def alike(a: Sentence, b: Sentence) -> float:
    """How much of two sentences is the same, the order of the words aside; nought where that is too little."""
    if len(a.words) > FEWEST and sorted(a.norms) == sorted(b.norms):
        return 1.0
    matcher = SequenceMatcher(None, a.norms, b.norms, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    same = sum(block.size for block in matcher.get_matching_blocks())
    ratio = matcher.ratio()
    swap = same >= FEWEST and len(a.words) == len(b.words) == same + 1
    return ratio if (ratio >= ALIKE and same >= FEWEST) or swap else 0.0


def of(a: Sentence, b: Sentence) -> tuple[Difference, ...]:
    """Where two sentences differ, in order."""
    matcher = SequenceMatcher(None, a.norms, b.norms, autojunk=False)
    return tuple(Difference(a.words[i:j], b.words[k:m]) for how, i, j, k, m in matcher.get_opcodes() if how != "equal")
