"""What one report says that an earlier one did not: findings that are new, gone, changed, or only worded anew.

Two findings are the same if they share evidence. A figure that an article corrects gives its evidence another id, so
findings left over are matched once more: the same checker, the same sources, nearly the same words.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dataclasses_json import DataClassJsonMixin

from factcheck.model import Evidence, Finding, Report, Side, SourceSummary
from factcheck.problems import OtherCorpus

T = TypeVar("T", Finding, Evidence)

KINDS = ("new", "changed", "gone", "dismissed", "reworded")

# Words of a passage that must have stayed for it to be taken as the same one, edited: four in five.
_ALIKE = 0.8


@dataclass(frozen=True)
class FieldChange(DataClassJsonMixin):
    """One field that is not what it was; none stands for something that was not there, or is no more."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Change(DataClassJsonMixin):
    """What became of a finding: one of KINDS. `finding` is the newer one, of what is gone the older."""

    kind: str
    finding: Finding
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Changes(DataClassJsonMixin):
    """Findings that are not as they were, in the order of KINDS and of the reports; and sources and faults."""

    findings: tuple[Change, ...]
    corpus: tuple[FieldChange, ...]

    def __bool__(self) -> bool:
        return bool(self.findings or self.corpus)

    def marked(self, report: Report) -> Report:
        """The newer report, each finding with how it stands to the older one."""
        kinds = {change.finding.id: change.kind for change in self.findings if change.kind in ("new", "changed")}
        told = (replace(finding, since=kinds.get(finding.id, "known")) for finding in report.findings)
        return replace(report, findings=tuple(told))


def between(old: Report, new: Report) -> Changes:
    """What is new in `new`, gone from `old`, or another in both. Order of sources and findings does not matter.

    Raises OtherCorpus if the two have no source in common.
    """
    if old.sources and new.sources and not {s.id for s in old.sources} & {s.id for s in new.sources}:
        raise OtherCorpus(old.title, new.title)
    pairs = matched(old.findings, new.findings)
    before, after = {pair[0].id for pair in pairs}, {pair[1].id for pair in pairs}
    found = [Change("new", f, tuple(_unseen(f, old, new))) for f in new.findings if f.id not in after]
    found += [Change("gone", f, tuple(_unseen(f, old, new))) for f in old.findings if f.id not in before]
    for was, now in pairs:
        facts = tuple(_facts(was, now))
        words = tuple(_wording(was, now))
        state = () if was.dismissed == now.dismissed else (_turn(was, now),)
        if facts or words or state:
            found.append(Change(_kind(bool(facts), now if state else None), now, (*facts, *state, *words)))
    ordered = sorted(found, key=lambda change: KINDS.index(change.kind))
    return Changes(tuple(ordered), tuple(_corpus(old, new)))


def _unseen(finding: Finding, old: Report, new: Report) -> Iterator[FieldChange]:
    """The articles of `finding` that only one of the reports could check: it did not come about, nor is it settled."""
    told = {side.source for item in finding.evidence for side in item.sides}
    paths = {source.id: source.path for report in (old, new) for source in report.sources if source.id in told}
    for name, path in sorted(paths.items()):
        reasons = [[f.reason for f in report.faults if f.source in (name, path)] for report in (old, new)]
        was, now = (f"not checked: {said[0]}" if said else "checked" for said in reasons)
        if was != now:
            yield FieldChange(f"source {path}", was, now)


def _turn(was: Finding, now: Finding) -> FieldChange:
    return FieldChange("state", was.dismissed or "open", now.dismissed or "open")


def _kind(facts: bool, turned: Finding | None) -> str:
    """What to call a change; `turned` is the newer finding if its dismissal is not what it was."""
    if facts:
        return "changed"
    if turned is None:
        return "reworded"
    return "dismissed" if turned.dismissed == "dismissed" else "changed"


def matched(old: Sequence[Finding], new: Sequence[Finding]) -> list[tuple[Finding, Finding]]:
    """Each older finding with the newer one that it became, as far as there is one; each finding once."""
    pairs = _best(_sharing(old, new))
    left = [[f for f in some if f.id not in {pair[at].id for pair in pairs}] for at, some in enumerate((old, new))]
    pairs += _best((_alike(was, now), was, now) for was in left[0] for now in left[1] if was.checker == now.checker)
    order = {finding.id: place for place, finding in enumerate(new)}
    return sorted(pairs, key=lambda pair: order[pair[1].id])


def _best(rated: Iterable[tuple[float, T, T]]) -> list[tuple[T, T]]:
    """Pairs with a measure above nothing, the highest first; among equals by id, whichever report is the older."""
    pairs: list[tuple[T, T]] = []
    taken: tuple[set[str], set[str]] = (set(), set())
    good = (entry for entry in rated if entry[0] > 0)
    for _, was, now in sorted(good, key=lambda entry: (-entry[0], sorted((entry[1].id, entry[2].id)))):
        if was.id not in taken[0] and now.id not in taken[1]:
            pairs.append((was, now))
            taken[0].add(was.id)
            taken[1].add(now.id)
    return pairs


def _sharing(old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[tuple[float, Finding, Finding]]:
    """Findings that share evidence, with how much."""
    holding: dict[str, list[Finding]] = {}
    for finding in old:
        for name in {item.id for item in finding.evidence}:
            holding.setdefault(name, []).append(finding)
    for now in new:
        shared = Counter(was.id for name in {item.id for item in now.evidence} for was in holding.get(name, ()))
        meant = {was.id: was for item in now.evidence for was in holding.get(item.id, ())}
        yield from ((count, meant[name], now) for name, count in shared.items())


def _alike(was: Finding, now: Finding) -> float:
    return max((_likeness(a, b) for a in was.evidence for b in now.evidence), default=0)


def _likeness(was: Evidence, now: Evidence) -> float:
    """How alike the passages are, side by side, whichever is named first; nothing below _ALIKE or of other sources."""
    ways = (((was.a, now.a), (was.b, now.b)), ((was.a, now.b), (was.b, now.a)))
    return max(min(_same_words(*pair) for pair in way) for way in ways)


def _same_words(was: Side, now: Side) -> float:
    """The share of words that stayed; the same whichever of the two is the older, which difflib's is not."""
    if was.source != now.source:
        return 0
    one, other = sorted((was.text.split(), now.text.split()))
    ratio = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0


def _facts(was: Finding, now: Finding) -> Iterator[FieldChange]:
    """Relation, severity, and evidence that came, went, or gives another value."""
    for name in ("relation", "severity"):
        old, new = getattr(was, name), getattr(now, name)
        if old != new:
            yield FieldChange(name, old, new)
    kept = {item.id for item in was.evidence} & {item.id for item in now.evidence}
    gone, come = ([item for item in some.evidence if item.id not in kept] for some in (was, now))
    edited = _best((_likeness(old, new), old, new) for old in gone for new in come)
    yield from (FieldChange("evidence", old.because, new.because) for old, new in edited)
    paired = {item.id for pair in edited for item in pair}
    yield from (FieldChange("evidence", None, item.because) for item in come if item.id not in paired)
    yield from (FieldChange("evidence", item.because, None) for item in gone if item.id not in paired)
    after = {item.id: item for item in now.evidence}
    for item in (item for item in was.evidence if item.id in kept and item.relation != after[item.id].relation):
        yield FieldChange(f"relation of evidence {item.id}", item.relation, after[item.id].relation)


def _wording(was: Finding, now: Finding) -> Iterator[FieldChange]:
    if was.title != now.title:
        yield FieldChange("title", was.title, now.title)
    after = {item.id: item for item in now.evidence}
    for item in was.evidence:
        if item.id in after and item.because != after[item.id].because:
            yield FieldChange("reason", item.because, after[item.id].because)


def _source(was: SourceSummary, now: SourceSummary) -> Iterator[FieldChange]:
    """What of an article is another: who, when and what it is called, and its text, which no line can hold."""
    for name in ("path", "title", "publisher", "published"):
        old, new = (None if value is None else str(value) for value in (getattr(was, name), getattr(now, name)))
        if old != new:
            yield FieldChange(f"{name} of {now.path}", old, new)
    if was.sha256 != now.sha256:
        old, new = (f"{source.words} words, sha256 {source.sha256[:8]}…" for source in (was, now))
        yield FieldChange(f"text of {now.path}", old, new)


def _corpus(old: Report, new: Report) -> Iterator[FieldChange]:
    """Sources and faults that came, went, or are another text."""
    before, after = ({source.id: source for source in report.sources} for report in (old, new))
    for identifier in sorted({*before, *after}):
        was, now = before.get(identifier), after.get(identifier)
        if was is None or now is None:
            yield FieldChange("source", was.path if was else None, now.path if now else None)
        else:
            yield from _source(was, now)
    faults = [{f"{fault.source or '-'}: {fault.reason}" for fault in report.faults} for report in (old, new)]
    yield from (FieldChange("not checked", fault, None) for fault in sorted(faults[0] - faults[1]))
    yield from (FieldChange("not checked", None, fault) for fault in sorted(faults[1] - faults[0]))
