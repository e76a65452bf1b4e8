"""How ids are made; the only place that hashes.

Ids come from words and sources, never from a position, a day or the wording of a message: text that moves inside its
source keeps its ids, and so do findings whose explanation is worded anew. A change of the recipe changes RECIPE.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

RECIPE = 1

# 64 bits: among a million claims, two alike by chance have odds of about one in 37 million.
_LENGTH = 16
_WORD = re.compile(r"\w+")


def sha256(data: bytes) -> str:
    """The sha256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def folded(words: str) -> str:
    """`words` without what a resetting of type changes: case, white space, marks, composed or compatibility letters."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(_WORD.findall(plain)) or " ".join(plain.split())


def claim_id(source_id: str, words: str, repeat: int = 0) -> str:
    """The id of a claim: its source, its words, and how many of that source's claims before it have the same words."""
    return _short("claim", source_id, folded(words), repeat)


def evidence_id(checker: str, a_source: str, a_words: str, b_source: str, b_words: str) -> str:
    """The id of evidence: the checker and both passages, whichever of the two is named first."""
    sides = sorted([(a_source, folded(a_words)), (b_source, folded(b_words))])
    return _short("evidence", checker, *sides)


def finding_id(evidence_id: str) -> str:
    """The id of a finding: that of the evidence it leads with."""
    return evidence_id


def _short(*parts: object) -> str:
    """The first characters of a hash over parts that cannot run into one another, since JSON quotes them."""
    recipe = json.dumps([RECIPE, *parts], ensure_ascii=True, separators=(",", ":"))
    return sha256(recipe.encode("ascii"))[:_LENGTH]
