"""Evidence to findings: one matter is one finding, its relation and severity those of its most serious evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck import evidence, identity
from factcheck.model import Claim, Evidence, Finding

RELATIONS = ("conflict", "dispute", "drift", "tension", "agree")
SEVERITIES = ("high", "medium", "low")
_BY_OPEN = {
    "conflict": ("high", "medium"),
    "dispute": ("high", "medium", "low"),
    "drift": ("high", "medium", "low"),
    "tension": ("medium", "low"),
    "agree": ("low", "low", "low"),
}


def gather(found: Sequence[tuple[str, Evidence]], claims: Mapping[str, Claim]) -> tuple[Finding, ...]:
    """Findings, most serious first. Evidence of one checker that shares a claim is about one matter; agreement stands
    apart.
    """
    rated = [(checker, item, rating) for checker, item in found if (rating := severity(item)) is not None]
    groups: list[list[tuple[str, Evidence, str]]] = []
    for entry in rated:
        touching = [group for group in groups if _one_matter(entry, group)]
        merged = [*(item for group in touching for item in group), entry]
        groups = [group for group in groups if group not in touching] + [merged]
    built = [_finding(group, claims) for group in groups]
    return tuple(sorted(built, key=_order))


def severity(item: Evidence) -> str | None:
    """high, medium or low, from relation, open dimensions and origin (DESIGN.md, "Relations"); none = not reported."""
    steps = _BY_OPEN[item.relation]
    missing = sum(evidence.is_open(dimension) for dimension in item.comparability)
    if missing >= len(steps):
        return None
    rating = steps[missing]
    if item.relation != "agree" and _one_origin(item):
        rating = SEVERITIES[min(SEVERITIES.index(rating) + 1, 2)]
    return rating


def _one_origin(item: Evidence) -> bool:
    """Both sides rest on the same person or body."""
    if evidence.same_holder(item.a.holder, item.b.holder):
        return True
    names = [
        {side.holder.name, side.holder.affiliation or side.holder.name} if side.holder else set()
        for side in (item.a, item.b)
    ]
    return bool(names[0] & names[1])


def _one_matter(entry: tuple[str, Evidence, str], group: list[tuple[str, Evidence, str]]) -> bool:
    checker, item, _ = entry
    sides = {item.a.claim, item.b.claim}
    return any(
        other_checker == checker
        and (other.relation == "agree") == (item.relation == "agree")
        and sides & {other.a.claim, other.b.claim}
        for other_checker, other, _ in group
    )


def _finding(group: list[tuple[str, Evidence, str]], claims: Mapping[str, Claim]) -> Finding:
    ordered = sorted(
        group,
        key=lambda entry: (
            RELATIONS.index(entry[1].relation),
            SEVERITIES.index(entry[2]),
            entry[1].a.source,
            entry[1].a.start,
            entry[1].b.source,
            entry[1].b.start,
        ),
    )
    checker, lead, rating = ordered[0]
    return Finding(
        identity.finding_id(lead.id),
        checker,
        lead.relation,
        rating,
        _title(lead, claims),
        tuple(item for _, item, _ in ordered),
    )


def _title(lead: Evidence, claims: Mapping[str, Claim]) -> str:
    """The matter and both values, in the words of the sides."""
    a, b = claims.get(lead.a.claim), claims.get(lead.b.claim)
    if a is not None and a.quantities and b is not None and b.quantities:
        matter = " ".join(
            dict.fromkeys(word for word in (a.counted_words.split(" (")[0], a.event.trigger if a.event else "") if word)
        )
        joint = "twice" if lead.relation == "agree" and lead.a.value == lead.b.value else f"and {lead.b.value}"
        return f"{matter[:1].upper()}{matter[1:]}: {lead.a.value} {joint}"
    words = [evidence.cut(claim.clause if claim else "", 70) for claim in (a, b)]
    return f"“{words[0]}” beside “{words[1]}”"


def _order(finding: Finding) -> tuple[int, int, str, int, str]:
    lead = finding.evidence[0]
    return (
        RELATIONS.index(finding.relation),
        SEVERITIES.index(finding.severity),
        lead.a.source,
        lead.a.start,
        finding.id,
    )
