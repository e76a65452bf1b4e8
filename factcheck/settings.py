"""Every threshold that a rule uses, under a name and with its reason; a newsroom may set its own."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Settings:
    """Thresholds of pairing and checkers.

    close: figures whose stated bounds differ by no more than this share of the larger agree (MATCHING: "the quarter").
    apart: with one dimension open, figures must differ at least by this factor to be worth a tension.
    vague_gap: a vague figure ("dozens") clashes only from this factor on.
    shared_content: content words two clauses must share to be taken as one incident, where nothing else says so.
    rare_sentences, rare_share: a word tells incidents apart if no more sentences than this, or than this percentage,
    have it.
    block: most claims compared with one another under one key, before the key is refined.
    off: checkers that are not asked.
    severities: (checker, severity) of checkers whose findings all weigh the same.
    groups: (name, publishers) of publishers that speak with one voice: papers of one owner, clients of one agency.
    independent: publishers none of which rests on another, a row each.
    passages: regular expressions of text that makes no claim, such as a line "Read more: …".
    not_asked: (checker, globs) of sources that a checker is not asked about.
    """

    close: Decimal = Decimal("0.25")
    apart: Decimal = Decimal("1.5")
    vague_gap: Decimal = Decimal(10)
    shared_content: int = 2
    rare_sentences: int = 4
    rare_share: int = 8
    block: int = 50
    off: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    independent: tuple[tuple[str, ...], ...] = ()
    passages: tuple[str, ...] = ()
    not_asked: tuple[tuple[str, tuple[str, ...]], ...] = ()


DEFAULT = Settings()


def publisher(name: str | None) -> str:
    """A publisher's name as it is compared: without case, and with single blanks."""
    return " ".join((name or "").split()).casefold()
