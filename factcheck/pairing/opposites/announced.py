"""What is to come: may the announcement of one side be held against that of the other?"""

from __future__ import annotations

import re

from factcheck import lexicons
from factcheck.model import Claim
from factcheck.pairing import speakers
from factcheck.pairing.opposites import twins

_WORD = re.compile(r"[^\W_]+")
_DAYS = 1  # between two articles on one announcement; later ones may tell of a change of plan


def stands(a: Claim, b: Claim) -> bool:
    """True if neither is of the future, or both announce it, or one agreed to do what by the other it refused to do."""
    futures = [claim for claim in (a, b) if claim.certainty == "future"]
    if not futures:
        return True
    if len(futures) == 1 and not agreed_and_refused(a, b):
        return False
    if a.published is None or b.published is None or abs((a.published - b.published).days) <= _DAYS:
        return True
    return a.holder is not None and speakers.relation(a, b) == "same"


def agreed_and_refused(a: Claim, b: Claim) -> bool:
    """Agreed to do it by one side, refused to do it by the other."""
    agreed, refused = (a, b) if a.certainty == "future" else (b, a)
    return (
        agreed.polarity == "positive"
        and refused.polarity == "negative"
        and _opened_by(agreed, "commits")
        and _opened_by(refused, "will-not")
    )


def _opened_by(claim: Claim, entry: str) -> bool:
    """True if the word before the clause is a verb of an entry: "agreed to pay"."""
    before = _WORD.findall(claim.passage.text.partition(claim.clause)[0])[-1:]
    return any(twins.senses(word.casefold()) & lexicons.words("opposites", entry) for word in before)
