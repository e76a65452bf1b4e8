"""Evidence to findings: one matter is one finding, its relation and severity those of its most serious evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck import evidence, identity, titles
from factcheck.model import RELATIONS, SEVERITIES, Claim, Evidence, Finding, Rule, Side
from factcheck.pairing import copies, speakers
from factcheck.pairing.copies import Origins
from factcheck.pairing.denials import charges

SET_SEVERITY = "settings.severity"
SHARED_WORDS = 2  # of two charges that one denier answers at once
BY_OPEN = {
    "conflict": ("high", "medium"),
    "dispute": ("high", "medium", "low"),
    "drift": ("high", "medium", "low"),
    "tension": ("medium", "low"),
    "agree": ("low",) * 7,  # how much may be open is the checker's to say
}
_Rated = tuple[str, Evidence, str]  # checker, evidence, severity


def gather(
    found: Sequence[tuple[str, Evidence]],
    claims: Mapping[str, Claim],
    origins: Origins = copies.UNKNOWN,
    fixed: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Findings, most serious first. Evidence of one checker about one matter is one finding (`_one_matter`); agreement
    stands apart, and says how many voices stand behind it. `fixed` gives checkers a severity whatever theirs would be.
    """
    rated = [
        _settled(checker, _with_origin(item, origins), rating, (fixed or {}).get(checker, rating))
        for checker, item in found
        if (rating := severity(item, origins)) is not None
    ]
    groups: list[list[_Rated]] = []
    for entry in rated:
        touching = [group for group in groups if _one_matter(entry, group, claims)]
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


def _one_origin(item: Evidence, origins: Origins) -> Rule | None:
    """What both sides rest on: one text, or the same person or body, unless the corpus declares them independent."""
    if origins.declared_apart(item.a.source, item.b.source):
        return None
    if origins.one_text(item.a.source, item.b.source):
        return Rule("origin.one-text", "both articles are largely one text: a step down in severity")
    if item.a.holder is None or item.b.holder is None:
        group = origins.one_group(item.a.source, item.b.source) if item.a.holder is item.b.holder else None
        return Rule("origin.one-group", f"both articles are {group}’s: a step down in severity") if group else None
    one = speakers.surely_one(item.a.holder, item.b.holder)
    a, b = ({side.holder.name, side.holder.affiliation or side.holder.name} for side in (item.a, item.b) if side.holder)
    name = item.a.holder.name if one else min(a & b, default="")
    return Rule("origin.one-holder", f"both sides rest on {name}: a step down in severity") if name else None


def _with_origin(item: Evidence, origins: Origins) -> Evidence:
    """Evidence that says so where both its sides have one origin."""
    rule = _one_origin(item, origins) if item.relation != "agree" else None
    return replace(item, rules=(*item.rules, rule)) if rule else item


def _settled(checker: str, item: Evidence, rating: str, fixed: str) -> _Rated:
    """Evidence with its severity; it says so where the settings and not its own weight make that."""
    rule = Rule(SET_SEVERITY, f"the settings say {fixed}, where it would be {rating}")
    return checker, item if fixed == rating else replace(item, rules=(*item.rules, rule)), fixed


def _one_matter(entry: _Rated, group: Sequence[_Rated], claims: Mapping[str, Claim]) -> bool:
    """Evidence of one checker that shares a claim; that gives one figure of one holder for one count again; or that
    tells of one denier who answers the same charge.
    """
    checker, item, _ = entry
    return any(
        other_checker == checker
        and (other.relation == "agree") == (item.relation == "agree")
        and (_claims(item) & _claims(other) or _same_count(item, other, claims) or _same_denial(item, other, claims))
        for other_checker, other, _ in group
    )


def _claims(item: Evidence) -> set[str]:
    return {item.a.claim, item.b.claim}


def _same_count(item: Evidence, other: Evidence, claims: Mapping[str, Claim]) -> bool:
    """One kind of thing counted, one kind of event, and one figure; of one holder where the figures clash."""

    def told(one: Evidence) -> set[tuple[str, ...]]:
        counts = [(side, claims.get(side.claim)) for side in (one.a, one.b)]
        return {
            (side.value, claim.counted or "", claim.event.cls if claim.event else "", _credited(side, one.relation))
            for side, claim in counts
            if claim is not None and claim.quantities and claim.kind == "statement"
        }

    return bool(told(item) & told(other))


def _credited(side: Side, relation: str) -> str:
    if relation == "agree":
        return ""
    return side.holder.name if side.holder else side.source


def _same_denial(item: Evidence, other: Evidence, claims: Mapping[str, Claim]) -> bool:
    """One denier, and charges of one accuser or in the same words."""
    if not (item.relation == other.relation == "dispute" and item.a.holder and other.a.holder):
        return False
    if not speakers.one_voice(item.a.holder, other.a.holder):
        return False
    charges = claims.get(item.b.claim), claims.get(other.b.claim)
    if None in charges:
        return False
    one, two = (claim for claim in charges if claim is not None)
    return len(set(one.content) & set(two.content)) >= SHARED_WORDS


def _finding(group: list[_Rated], claims: Mapping[str, Claim], origins: Origins) -> Finding:
    ordered = _telling_first(group, claims)
    checker, lead, rating = ordered[0]
    told = [item for _, item, _ in ordered]
    voices = _voices(told, origins)
    if lead.relation == "agree":
        told[0] = replace(lead, rules=(*lead.rules, _standing_behind(told, voices)))
    return Finding(
        identity.finding_id(lead.id),
        checker,
        lead.relation,
        rating,
        titles.of(told, voices, claims),
        tuple(told),
        evidence.sources(told),
        voices,
    )


def _voices(told: Sequence[Evidence], origins: Origins) -> tuple[str, ...]:
    """The independent voices behind evidence; the same words under two names are one utterance, whoever made it."""
    voices = copies.voices([side for item in told for side in item.sides], origins)
    rules = {rule.rule for item in told for rule in item.rules}
    return (" or ".join(voices),) if rules == {"quotes.same-words"} else voices


def _telling_first(group: Sequence[_Rated], claims: Mapping[str, Claim]) -> list[_Rated]:
    """By relation; in each first what gives two values of two holders for the first time; of a dispute the charge that
    the denial meets most directly; two articles before one.
    """
    placed = sorted(
        group,
        key=lambda entry: (
            RELATIONS.index(entry[1].relation),
            SEVERITIES.index(entry[2]),
            _distance(entry[1], claims),
            entry[1].relation != "dispute" and entry[1].a.source == entry[1].b.source,
            entry[1].a.source,
            entry[1].a.start,
            entry[1].b.source,
            entry[1].b.start,
        ),
    )
    seen: set[tuple[str, frozenset[tuple[str, str]]]] = set()
    keyed: list[tuple[int, bool, _Rated]] = []
    for entry in placed:
        item = entry[1]
        values = item.relation, frozenset((side.value, _credited(side, item.relation)) for side in (item.a, item.b))
        keyed.append((RELATIONS.index(item.relation), values in seen, entry))
        seen.add(values)
    return [entry for _, _, entry in sorted(keyed, key=lambda key: key[:2])]


def _distance(item: Evidence, claims: Mapping[str, Claim]) -> tuple[int, ...]:
    """How far a charge is from the words of its denial; the same for all other evidence."""
    a, b = claims.get(item.a.claim), claims.get(item.b.claim)
    return charges.distance(a, b) if item.relation == "dispute" and a is not None and b is not None else ()


def _standing_behind(told: Sequence[Evidence], voices: Sequence[str]) -> Rule:
    """How many independent voices tell something again: five outlets that quote one report are one."""
    sources = len(evidence.sources(told))
    if len(voices) == 1:
        return Rule("agreement.one-voice", f"{sources} sources, but one voice, {voices[0]}: told again, not confirmed")
    return Rule("agreement.voices", f"{sources} sources, {len(voices)} voices: {', '.join(voices)}")


def _order(finding: Finding) -> tuple[int, int, str, int, str]:
    lead = finding.evidence[0]
    return (
        RELATIONS.index(finding.relation),
        SEVERITIES.index(finding.severity),
        lead.a.source,
        lead.a.start,
        finding.id,
    )
