"""Evidence to findings: one matter is one finding, its relation and severity those of its most serious evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck import evidence, identity
from factcheck.model import Claim, Evidence, Finding, Rule
from factcheck.pairing import copies
from factcheck.pairing.copies import Origins

RELATIONS = ("conflict", "dispute", "drift", "tension", "agree")
SEVERITIES = ("high", "medium", "low")
BY_OPEN = {
    "conflict": ("high", "medium"),
    "dispute": ("high", "medium", "low"),
    "drift": ("high", "medium", "low"),
    "tension": ("medium", "low"),
    "agree": ("low",) * 7,  # how much may be open is the checker's to say
}


def gather(
    found: Sequence[tuple[str, Evidence]], claims: Mapping[str, Claim], origins: Origins = copies.UNKNOWN
) -> tuple[Finding, ...]:
    """Findings, most serious first. Evidence of one checker that shares a claim is about one matter; agreement stands
    apart, and says how many voices stand behind it.
    """
    rated = [(checker, item, rating) for checker, item in found if (rating := severity(item, origins)) is not None]
    groups: list[list[tuple[str, Evidence, str]]] = []
    for entry in rated:
        touching = [group for group in groups if _one_matter(entry, group)]
        merged = [*(item for group in touching for item in group), entry]
        groups = [group for group in groups if group not in touching] + [merged]
    built = [_finding(group, claims, origins) for group in groups]
    return tuple(sorted(built, key=_order))


def severity(item: Evidence, origins: Origins = copies.UNKNOWN) -> str | None:
    """high, medium or low, from relation, open dimensions and origin (DESIGN.md, "Relations"); none = not reported."""
    steps = BY_OPEN[item.relation]
    missing = sum(evidence.is_open(dimension) for dimension in item.comparability)
    if missing >= len(steps):
        return None
    rating = steps[missing]
    if item.relation != "agree" and _one_origin(item, origins):
        rating = SEVERITIES[min(SEVERITIES.index(rating) + 1, 2)]
    return rating


def _one_origin(item: Evidence, origins: Origins) -> bool:
    """Both sides rest on one text, or on the same person or body, unless the corpus declares them independent."""
    if origins.declared_apart(item.a.source, item.b.source):
        return False
    if origins.one_text(item.a.source, item.b.source):
        return True
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


def _finding(group: list[tuple[str, Evidence, str]], claims: Mapping[str, Claim], origins: Origins) -> Finding:
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
    told = [item for _, item, _ in ordered]
    if lead.relation == "agree":
        told[0] = replace(lead, rules=(*lead.rules, _standing_behind(told, origins)))
    return Finding(
        identity.finding_id(lead.id),
        checker,
        lead.relation,
        rating,
        _title(lead, claims),
        tuple(told),
    )


def _standing_behind(told: Sequence[Evidence], origins: Origins) -> Rule:
    """How many independent voices tell something again: five outlets that quote one report are one."""
    sides = [side for item in told for side in (item.a, item.b, *item.others)]
    sources, voices = len({side.source for side in sides}), copies.voices(sides, origins)
    if len(voices) == 1:
        return Rule("agreement.one-voice", f"{sources} sources, but one voice, {voices[0]}: told again, not confirmed")
    return Rule("agreement.voices", f"{sources} sources, {len(voices)} voices: {', '.join(voices)}")


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
