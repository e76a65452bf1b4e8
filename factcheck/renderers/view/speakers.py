"""The speakers of all findings, and what each is on record for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck import titles
from factcheck.model import Finding, Holder, Side
from factcheck.pairing import speakers
from factcheck.renderers import wording
from factcheck.renderers.characters import PHRASE_LIMIT, cut
from factcheck.renderers.view import scope
from factcheck.renderers.view.findings import Heading
from factcheck.renderers.view.quotations import Reference, Sources, refer

_WORDS = 110
_MOST_FINDINGS = 20


@dataclass(frozen=True)
class Record:
    """Something that a speaker is on record for, and where."""

    words: str
    reference: Reference


@dataclass(frozen=True)
class Speaker:
    """One speaker under the fullest name that the articles give; `findings` are (number, anchor).

    `left_out` counts statements that are not shown.
    """

    name: str
    position: str
    records: tuple[Record, ...]
    left_out: int
    findings: tuple[tuple[int, str], ...]


def ledger(found: Sequence[tuple[Heading, Finding]], sources: Sources, each: int | None = None) -> tuple[Speaker, ...]:
    """Every credited speaker, those with most to say first, with at most `each` statements.

    Who has no name in one article is nobody in another: of two that are called the same it is said in which.
    """
    groups: list[tuple[list[Side], dict[tuple[int, str], None]]] = []
    for heading, finding in found:
        for side in scope.sides_of(finding.evidence):
            if side.holder is None:
                continue
            sides, findings = next((group for group in groups if _one(group[0][0], side)), ([], {}))
            if not sides:
                groups.append((sides, findings))
            sides.append(side)
            findings.setdefault((heading.number, heading.anchor))
    built = [_speaker(sides, tuple(findings)[:_MOST_FINDINGS], sources, each) for sides, findings in groups]
    names = [one.name.casefold() for one in built]
    built = [
        replace(one, position=f"in {refer(sides[0], sources).label.partition(':')[0]}")
        if not one.position and names.count(one.name.casefold()) > 1
        else one
        for one, (sides, _) in zip(built, groups, strict=True)
    ]
    return tuple(sorted(built, key=lambda one: -len(one.records) - one.left_out))


def _one(known: Side, other: Side) -> bool:
    """One speaker: by name where there is one; "officials" of two articles are not known to be the same."""
    a, b = known.holder, other.holder
    if a is None or b is None or speakers.between(a, b) != "same":
        return False
    return wording.kind(a) == "named" or known.source == other.source


def _speaker(
    sides: Sequence[Side], findings: tuple[tuple[int, str], ...], sources: Sources, each: int | None
) -> Speaker:
    holders = [side.holder for side in sides if side.holder]
    best = max(holders, key=_fullness)
    records: dict[str, Record] = {}
    for side in sides:
        records.setdefault(_words(side).casefold(), Record(_words(side), refer(side, sources)))
    shown = list(records.values())
    return Speaker(
        cut(best.name, PHRASE_LIMIT),
        wording.position(best),
        tuple(shown[:each]),
        len(shown[each:]) if each else 0,
        findings,
    )


def _fullness(holder: Holder) -> tuple[bool, bool, int]:
    return holder.role is not None, holder.affiliation is not None, len(holder.name)


def _words(side: Side) -> str:
    """What is on record: the statement; for a figure the words around it too."""
    words = titles.freed(" ".join((side.text if side.quantity else side.value).split()))
    return cut(words, _WORDS)
