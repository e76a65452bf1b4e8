"""baseline.json: what it covers is dismissed, until it expires or evidence comes; a bad file is told by place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sample

from factcheck.baseline import dismissals
from factcheck.baseline.dismissals import Baseline
from factcheck.model import Finding
from factcheck.problems import BadBaseline

FLOOD = sample.flood()
TODAY = FLOOD.as_of
FIRST = FLOOD.findings[0]
ENTRY: dict[str, Any] = {
    "evidence": "e1", "relation": "conflict", "words": "14 and 31", "sources": ["harbour", "valley"],
    "who": "Ann", "why": "two rivers", "on": "2031-04-01", "until": None,
}  # fmt: skip


def dismissing(finding: Finding, until: date | None = None) -> Baseline:
    return Baseline().with_(
        dismissals.of(item, who="Ann", why="two rivers", on=date(2031, 4, 1), until=until) for item in finding.evidence
    )


def state(baseline: Baseline) -> str | None:
    return dismissals.mark(FLOOD, baseline).findings[0].dismissed


def test_states() -> None:
    whole = dismissing(FIRST)
    assert state(Baseline()) is None
    assert state(whole) == "dismissed"
    assert state(dismissing(FIRST, until=TODAY)) == "dismissed"
    assert state(dismissing(FIRST, until=TODAY - timedelta(days=1))) == "expired"
    assert state(whole.without(["e2"])) == "reopened"


def test_only_what_is_covered_is_marked() -> None:
    marked = dismissals.mark(FLOOD, dismissing(FIRST)).findings
    assert [finding.id for finding in marked if finding.dismissed] == [FIRST.id]
    assert [entry.evidence for entry in marked[0].dismissals] == [item.id for item in FIRST.evidence]


def test_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    both = dismissing(FLOOD.findings[1]).with_(dismissing(FIRST, TODAY).dismissals).keeping(["zz", "e5"])
    path.write_bytes(dismissals.render(both))
    assert dismissals.load(path) == both
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line.strip(" ,"))["evidence"] for line in lines if '"who"' in line] == ["e1", "e2", "e3"]


def test_keeping_undoes_a_dismissal_and_the_other_way_round() -> None:
    kept = dismissing(FIRST).keeping(["e1"])
    assert (kept.of("e1"), kept.kept) == (None, {"e1"})
    assert kept.with_(dismissing(FIRST).dismissals).kept == frozenset()


def written(path: Path, *entries: dict[str, Any], schema: str = dismissals.SCHEMA) -> Path:
    path.write_text(json.dumps({"schema": schema, "dismissals": entries}), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ({"who": ""}, "entry 2: `who` is missing or no text"),
        ({"until": "May"}, "entry 2: `until` is no day"),
        ({"on": None}, "entry 2: `on` is no day"),
        ({"sources": "harbour"}, "entry 2: `sources` is no list"),
        ({"because": "x"}, "entry 2: unknown key 'because'"),
        ({"evidence": "e1"}, "entries 1 and 2 are both about e1"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, entry: dict[str, Any], wrong: str) -> None:
    with pytest.raises(BadBaseline, match=wrong):
        dismissals.load(written(tmp_path / "b.json", ENTRY, {**ENTRY, "evidence": "e9", **entry}))


def test_a_file_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    with pytest.raises(BadBaseline, match="No such file"):
        dismissals.load(path)
    with pytest.raises(BadBaseline, match="its `schema` is not"):
        dismissals.load(written(path, schema="factcheck-baseline/9"))
    whole = written(path, ENTRY).read_bytes()
    path.write_bytes(whole[:-40])
    with pytest.raises(BadBaseline, match="line 1, column"):
        dismissals.load(path)
    path.write_bytes(whole.replace(b"two", b"tw\xff"))
    with pytest.raises(BadBaseline, match="is not UTF-8"):
        dismissals.load(path)


def test_of_another_corpus(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    dismissals.require_same_corpus(path, dismissing(FIRST), FLOOD)
    dismissals.require_same_corpus(path, Baseline(), FLOOD)
    elsewhere = replace(FLOOD, sources=(replace(FLOOD.sources[0], id="moon"),))
    with pytest.raises(BadBaseline, match="another corpus"):
        dismissals.require_same_corpus(path, dismissing(FIRST), elsewhere)
