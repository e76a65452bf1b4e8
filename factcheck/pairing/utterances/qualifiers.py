"""A word by which a speaker said less, left out where a paper quotes his words one by one in a sentence of its own."""

from __future__ import annotations

from difflib import SequenceMatcher

from factcheck import lexicons
from factcheck.model import Claim
from factcheck.pairing.utterances import alignment

LONGEST = 3  # words of a quoted piece that the paper fits into its own sentence
TELLING = 4  # words that carry meaning, quoted or told, that both sentences must share in one order


def is_sprinkled(claim: Claim) -> bool:
    """True where a sentence of the paper's own has nothing but single words in quotation marks."""
    return all(len(piece.split()) <= LONGEST for piece in claim.clause.split("…"))


def left_out(claim: Claim, whole: Claim) -> tuple[str, str] | None:
    """The qualifier and the quoted word that stands behind it in the whole quotation, but alone in the other claim."""
    if not is_sprinkled(claim):
        return None
    quoted = {word.norm for word in alignment.words(claim.clause) if alignment.telling(word.norm)}
    told = [word.norm for word in alignment.words(claim.passage.text)]
    full = alignment.words(whole.clause)
    norms = [word.norm for word in full]
    blocks = SequenceMatcher(None, told, norms, autojunk=False).get_matching_blocks()
    shared = {block.b + step for block in blocks for step in range(block.size)}
    same = {norms[place] for place in shared if alignment.telling(norms[place])}
    if len(same) < TELLING or not quoted <= set(norms):
        return None
    qualifiers = lexicons.words("quoting", "qualifier") - set(told)
    for place in range(1, len(full)):
        if place in shared and norms[place] in quoted and norms[place - 1] in qualifiers:
            return full[place - 1].text, full[place].text
    return None
