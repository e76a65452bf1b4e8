"""A denial, rejection or dispute and what it is about, both sides named.

Why an editor should care: a charge that is printed without its denial is half the story, and a denial in one paper is
often missing from the next. It forgives a denial of something else, of somebody else's doing or of another day, what
the denier says elsewhere, and a denial that is itself only wished for or denied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import evidence, titles
from factcheck.model import Claim, Comparability, Dimension, Evidence, Rule
from factcheck.pairing import comparability, index, speakers
from factcheck.pairing.denials import answers
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

ID = "denials"
_TOLD = ("event", "agent", "place", "period")


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """Each denial and, of every source, the one claim that fits best as what it denies."""
    met, left = index.beside(statements, answers.is_denial, answers.keys, settings)
    return answers.best([*met, *answers.answered(statements), *answers.unnamed(statements)]), left


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence of a dispute where one claim denies what the other asserts."""
    del settings
    for denial, other in ((a, b), (b, a)):
        reason = answers.tie(denial, other)
        if reason is None:
            continue
        told = comparability.flipped(scope) if denial is b else scope
        about = Comparability(tuple(item for item in told.dimensions if item.dimension in _TOLD and _counts(item)))
        yield evidence.make(
            ID,
            "dispute",
            _because(denial, other),
            denial,
            other,
            about,
            [Rule(f"denials.{reason}", answers.REASONS[reason])],
        )
        return


def _counts(item: Dimension) -> bool:
    """What a denial leaves unsaid it takes from what it answers."""
    return item.value not in ("unknown", "different")


def _because(denial: Claim, other: Claim) -> str:
    """Both sides in the past tense, which one and many share: "X said …; Y denied it: …"."""
    own = other.holder is None or (other.event is not None and other.event.cls == "accuse")
    told = f"{other.outlet} wrote" if own else f"{evidence.who(other)} said"
    if other.relayed_by and speakers.relation(denial, other) == "same":
        told = f"{other.relayed_by[0].name} said that {evidence.who(other)} had said"
    # That it answers this very charge is the reader's to judge; what is sure is that it is a denial, and whose.
    against = f"the denial by {evidence.who(denial)}" if denial.kind == "denial" else f"{evidence.who(denial)} said"
    return evidence.sentence(f"{told}: {titles.quoted(other)}; {against}: {titles.quoted(denial)}")
