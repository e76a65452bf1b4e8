"""What to ask before printing, and whom: made from what findings leave open, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck import evidence, titles
from factcheck.model import NOT_STATED, Claim, Evidence, Finding, Question

# What each open dimension asks of a statement.
OPEN = {
    "event": "what exactly happened",
    "counted": "who or what is counted",
    "agent": "whose doing is meant",
    "patient": "who is concerned",
    "place": "which area is meant",
    "period": "which period is meant, from which day to which",
    "extent": "is this the whole or a part",
    "incident": "is one incident meant, and which, or a total",
    "unit": "in which unit is it",
}
Asked = tuple[str, str]  # whom, and what


def of(findings: Sequence[Finding], claims: Mapping[str, Claim]) -> tuple[Question, ...]:
    """The questions of all findings that do not agree, each once, in the order of the findings."""
    asked: dict[Asked, list[str]] = {}
    for finding in findings:
        if finding.relation != "agree":
            for question in _finding(finding, claims):
                asked.setdefault(question, []).append(finding.id)
    return tuple(Question(to, ask, tuple(dict.fromkeys(ids))) for (to, ask), ids in asked.items())


def _finding(finding: Finding, claims: Mapping[str, Claim]) -> Iterator[Asked]:
    beside: dict[Asked, list[str]] = {}
    renderings: dict[str, str] = {}
    for item in finding.evidence:
        a, b = claims.get(item.a.claim), claims.get(item.b.claim)
        if a is None or b is None:
            continue
        yield from _dimensions(item, a, b)
        rules = [rule.rule for rule in item.rules]
        family = rules[0].split(".")[0] if rules else ""
        if "speaker.change-of-position" in rules:
            yield _whom(a), f"{_subject(a)} and {_subject(b)}: what changed between {_days(a, b)}?"
        elif "quotes.other-words" in rules:
            renderings |= {_rendering(claim): _whom(a if a.holder is not None else b) for claim in (a, b)}
        elif family in _SINGLE:
            yield from _SINGLE[family](item, a, b)
        else:
            for mine, other in ((a, b), (b, a)):
                if mine.quantities and mine.holder is None and family == "figures":
                    yield mine.outlet, f"{_subject(mine)}: who gives this figure?"
                else:
                    beside.setdefault((_whom(mine), _subject(mine)), []).append(_against(mine, other))
    if renderings:
        yield next(iter(renderings.values())), f"Which of these was said: {titles.listed(renderings, 'or')}?"
    for (whom, subject), others in beside.items():
        yield whom, f"{subject}: what does it rest on, beside {titles.listed(others)}?"


def _denial(item: Evidence, a: Claim, b: Claim) -> Iterator[Asked]:
    del item
    whom = titles.accuser(b, a) if b.relayed_by and not titles.in_own_voice(b) else _whom(b)
    yield whom, f"{_words(b)}, denied by {titles.name(a)}: what does it rest on?"
    if not a.content:
        yield _whom(a), f"{_words(b)}: is all of it denied, or which part?"


def _speaker(item: Evidence, a: Claim, b: Claim) -> Iterator[Asked]:
    del item
    for outlet in dict.fromkeys((a.outlet, b.outlet)):
        yield outlet, f"{_rendering(a)}: was it {titles.name(a)} or {titles.name(b)} who said it?"


def _outlets(item: Evidence, a: Claim, b: Claim) -> Iterator[Asked]:
    for outlet in dict.fromkeys((a.outlet, b.outlet)):
        yield outlet, f"{item.because} Which is meant?"


# What a single piece of evidence asks, by the family of the rule that fired.
_SINGLE = {
    "quotes": _speaker,
    "denials": _denial,
    "identities": _outlets,
    "dates": _outlets,
    "sums": _outlets,
    "certainty": _outlets,
}


def _dimensions(item: Evidence, a: Claim, b: Claim) -> Iterator[Asked]:
    """Each open dimension, asked of the side that does not tell it; of both where both tell and it stays open."""
    for row in item.comparability:
        if row.dimension not in OPEN or not evidence.is_open(row):
            continue
        silent = [claim for claim, words in ((a, row.a), (b, row.b)) if words in ("", NOT_STATED)]
        for claim in silent or (a, b):
            yield _whom(claim), f"{_subject(claim)}: {OPEN[row.dimension]}?"


def _rendering(claim: Claim) -> str:
    return f"“{evidence.cut(claim.clause)}” ({claim.outlet})"


def _days(a: Claim, b: Claim) -> str:
    return " and ".join(map(evidence.day, sorted(claim.published for claim in (a, b) if claim.published is not None)))


def _against(mine: Claim, other: Claim) -> str:
    """What stands against a statement: a figure, or words, and whose they are."""
    both = mine.quantities and other.quantities
    return f"{evidence.value(other) if both else _words(other)} of {titles.name(other)}"


def _whom(claim: Claim) -> str:
    """The one who is credited; the outlet where nobody is, or only somebody without a name or an office."""
    if claim.holder is None or titles.in_own_voice(claim):
        return claim.outlet
    named = any(word[:1].isupper() for word in claim.holder.name.split()) or claim.holder.affiliation is not None
    office = evidence.called(claim.holder.name) != claim.holder.name and " " in claim.holder.name
    return evidence.who(claim) if named or office else claim.outlet


def _subject(claim: Claim) -> str:
    """The statement that is asked about: its figure with what it counts, else its words."""
    if not claim.quantities:
        return _words(claim)
    matter = titles.matter(claim)
    return f"{matter[:1].upper()}{matter[1:]}, {evidence.value(claim)}"


def _words(claim: Claim) -> str:
    return f"“{titles.statement(claim, 90)}”"
