"""baseline.json: evidence that an editor has dismissed, with who, why and until when, and what that makes of a finding.

Sorted, one entry a line, so that versions of it can be compared and merged line by line. A dismissal covers evidence by
its id: evidence that comes later reopens the finding. `kept` lists evidence that somebody looked at and let stand, so
that a review can go on where it was left.
"""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.baseline import saved, shape
from factcheck.model import Dismissal, Evidence, Finding, Report
from factcheck.problems import BadBaseline

SCHEMA = "factcheck-baseline/1"
_TEXTS = ("evidence", "relation", "words", "who", "why")


@dataclass(frozen=True)
class Baseline:
    """Dismissals, sorted by evidence, each evidence once; and the ids of evidence that was kept."""

    dismissals: tuple[Dismissal, ...] = ()
    kept: frozenset[str] = frozenset()

    @functools.cached_property
    def _by_evidence(self) -> dict[str, Dismissal]:
        return {entry.evidence: entry for entry in self.dismissals}

    def of(self, evidence: str) -> Dismissal | None:
        """The dismissal that covers `evidence`."""
        return self._by_evidence.get(evidence)

    def with_(self, more: Iterable[Dismissal]) -> Baseline:
        """This and `more`; a later word on the same evidence replaces the earlier one."""
        entries = {entry.evidence: entry for entry in (*self.dismissals, *more)}
        return Baseline(_sorted(entries.values()), self.kept - entries.keys())

    def without(self, evidence: Iterable[str]) -> Baseline:
        """This, but nothing that dismisses or keeps any of `evidence`."""
        gone = set(evidence)
        return Baseline(_sorted(entry for entry in self.dismissals if entry.evidence not in gone), self.kept - gone)

    def keeping(self, evidence: Iterable[str]) -> Baseline:
        """This, `evidence` kept and no longer dismissed."""
        stands = frozenset(evidence)
        return Baseline(self.without(stands).dismissals, self.kept | stands)


def _sorted(entries: Iterable[Dismissal]) -> tuple[Dismissal, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.evidence))


def of(item: Evidence, *, who: str, why: str, on: date, until: date | None = None) -> Dismissal:
    """A dismissal of `item`."""
    return Dismissal(item.id, item.relation, item.because, (item.a.source, item.b.source), who, why, on, until)


def mark(report: Report, baseline: Baseline) -> Report:
    """`report`, each finding with the dismissals that cover its evidence and what state that leaves it in."""
    return replace(report, findings=tuple(marked(finding, baseline, report.as_of) for finding in report.findings))


def marked(finding: Finding, baseline: Baseline, today: date) -> Finding:
    """`finding` with the dismissals that cover its evidence, and its state on the day `today`."""
    covering = tuple(entry for item in finding.evidence if (entry := baseline.of(item.id)) is not None)
    return replace(finding, dismissals=covering, dismissed=_state(finding, covering, today))


def _state(finding: Finding, covering: Sequence[Dismissal], today: date) -> str | None:
    """dismissed: all evidence is covered; expired: it was, but a day has passed; reopened: some is new."""
    if not covering:
        return None
    if any(expired(entry, today) for entry in covering):
        return "expired"
    return "dismissed" if len(covering) == len(finding.evidence) else "reopened"


def expired(entry: Dismissal, today: date) -> bool:
    """Whether the last day of `entry` has passed."""
    return entry.until is not None and entry.until < today


def stale(baseline: Baseline, report: Report, today: date) -> tuple[set[str], set[str]]:
    """Evidence whose dismissal has expired or that `report` holds no more; and what it may only have failed to check.

    A source that could not be read today gives no evidence: what was dismissed of it is not gone.
    """
    found = {item.id for finding in report.findings for item in finding.evidence}
    past = {entry.evidence for entry in baseline.dismissals if expired(entry, today)}
    gone = {entry.evidence: entry.sources for entry in baseline.dismissals if entry.evidence not in found | past}
    read = {source.id for source in report.sources} - {fault.source for fault in report.faults}
    unsure = {name for name, sources in gone.items() if report.faults and not (_whole(report) and read >= {*sources})}
    kept = set() if report.faults else baseline.kept - found
    return past | (gone.keys() - unsure) | kept, unsure


def _whole(report: Report) -> bool:
    """Whether every fault is about a source: another, as of a checker, may have lost any evidence."""
    return all(fault.source for fault in report.faults)


def load(path: Path) -> Baseline:
    """The baseline in `path`. Raises BadBaseline, which names the place."""
    try:
        data = saved.document(path)
    except OSError as error:
        raise BadBaseline(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise BadBaseline(path, f"not whole JSON ({error})") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BadBaseline(path, f"its `schema` is not {SCHEMA}")
    if unknown := sorted(data.keys() - {"schema", "dismissals", "kept"}):
        raise BadBaseline(path, f"unknown key {unknown[0]!r}")
    entries = data.get("dismissals")
    if not isinstance(entries, list):
        raise BadBaseline(path, "`dismissals` is not a list")
    read = [_entry(path, number, entry) for number, entry in enumerate(entries, start=1)]
    seen: dict[str, int] = {}
    for number, entry in enumerate(read, start=1):
        if entry.evidence in seen:
            raise BadBaseline(path, f"entries {seen[entry.evidence]} and {number} are both about {entry.evidence}")
        seen[entry.evidence] = number
    kept = data.get("kept", [])
    if not isinstance(kept, list) or not all(isinstance(name, str) for name in kept):
        raise BadBaseline(path, "`kept` is no list of evidence ids")
    return Baseline(_sorted(read), frozenset(kept) - seen.keys())


def load_or_begin(path: Path) -> Baseline:
    """The baseline in `path`; an empty one where there is no file yet, which is not so where a link leads nowhere."""
    return load(path) if os.path.lexists(path) else Baseline()


def _entry(path: Path, number: int, entry: Any) -> Dismissal:
    def wrong(what: str) -> BadBaseline:
        return BadBaseline(path, f"entry {number}: {what}")

    if not isinstance(entry, dict):
        raise wrong("is no object")
    known = {*_TEXTS, "sources", "on", "until"}
    if unknown := sorted(entry.keys() - known):
        raise wrong(f"unknown key {unknown[0]!r}")
    for key in _TEXTS:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise wrong(f"`{key}` is missing or no text")
    for key in ("on", "until"):
        if not (shape.day(entry.get(key)) or (key == "until" and entry.get(key) is None)):
            raise wrong(f"`{key}` is no day such as 2024-05-31")
    if not isinstance(entry.get("sources"), list) or not all(isinstance(name, str) for name in entry["sources"]):
        raise wrong("`sources` is no list of source ids")
    try:
        shape.require(Dismissal, entry)
    except ValueError as error:
        raise wrong(str(error)) from error
    return Dismissal.from_dict(entry)


def require_same_corpus(path: Path, baseline: Baseline, report: Report) -> None:
    """BadBaseline if it dismisses something, and not one of the sources it speaks of is in `report`."""
    named = {source for entry in baseline.dismissals for source in entry.sources}
    if named and not named & {source.id for source in report.sources}:
        raise BadBaseline(path, f"it is of another corpus (it speaks of {min(named)}, which is not among the sources)")


def render(baseline: Baseline) -> bytes:
    """The file: UTF-8, one entry a line."""
    dismissed = _list(json.dumps(entry.to_dict(), ensure_ascii=False) for entry in baseline.dismissals)
    kept = _list(json.dumps(name) for name in sorted(baseline.kept))
    return f'{{"schema": "{SCHEMA}", "dismissals": {dismissed}, "kept": {kept}}}\n'.encode("utf-8", "replace")


def _list(entries: Iterable[str]) -> str:
    lines = ",\n".join(f"  {entry}" for entry in entries)
    return f"[\n{lines}\n]" if lines else "[]"
