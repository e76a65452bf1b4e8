"""Every checker's cases, by hand: one short text or two, and the relation that an editor would give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from factcheck import engine
from factcheck.checkers import all_checkers
from factcheck.model import RELATIONS, Source

HERE = Path(__file__).parent
CASES = [
    pytest.param(name, case, id=f"{name}: {case['name']}")
    for name in all_checkers()
    for case in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
]


def source(side: str, case: dict[str, str]) -> Source:
    day = date.fromisoformat(str(case.get(f"published_{side}", "2024-05-16")))
    return Source(
        id=side, path=f"{side}.txt", sha256="", title="", text=case[side], published=day, published_from="manifest"
    )


@pytest.mark.parametrize(("checker", "case"), CASES)
def test_relation(checker: str, case: dict[str, str]) -> None:
    sources = [source(side, case) for side in "ab" if side in case]
    report = engine.report(sources, title="", as_of=date(2026, 1, 1))
    found = [item for finding in report.findings if finding.checker == checker for item in finding.evidence]
    said = min((item.relation for item in found), key=RELATIONS.index, default="none")
    assert said == case["relation"], [item.because for item in found]


@pytest.mark.parametrize("checker", all_checkers())
def test_cases_cover_what_it_finds_and_what_it_forgives(checker: str) -> None:
    relations = [case["relation"] for case in yaml.safe_load((HERE / f"{checker}.yaml").read_text(encoding="utf-8"))]
    assert set(relations) - {"none"}
    assert relations.count("none") > 1
