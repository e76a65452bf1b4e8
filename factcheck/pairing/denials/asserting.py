"""Which claims say that something is so, and which look ahead: only these can be what somebody denies."""

from __future__ import annotations

from factcheck.model import Claim
from factcheck.pairing.denials import namings
from factcheck.reading.words import listed


def asserts(other: Claim) -> bool:
    """Said as so, or alleged; not in a headline, which the text beneath it says again with its speaker."""
    return (
        (
            other.certainty in ("asserted", "alleged", "hedged", "future")
            or (other.certainty == "conditional" and not other.guard)
        )
        and other.polarity == "positive"
        and other.quantifier not in ("no", "never")
        and other.mode not in ("deny", "reject", "dispute")
        and not other.headline
        and not {"whether"} & set(other.clause.casefold().split())
        and not (other.event is not None and other.event.cls in ("deny", "reject", "dispute"))
    )


def is_ahead(other: Claim) -> bool:
    """True for what is foretold: it will, or would."""
    return other.certainty in ("future", "conditional")


def looks_ahead(denial: Claim) -> bool:
    """True where what is denied is told of what is, or will be: "would close", "does not harm"."""
    return "ahead" in denial.notes or (
        denial.kind != "denial"
        and bool({word.casefold() for word in namings.words(denial.clause)} & listed("denials", "ahead"))
    )
