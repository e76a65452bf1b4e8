"""Every checker's cases, by hand: two short texts and the relation that an editor would give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from factcheck import engine
from factcheck.checkers import all_checkers
from factcheck.findings import RELATIONS
from factcheck.model import Source

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
    found = engine.compare(source("a", case), source("b", case))
    relations = [item.relation for name, item in found if name == checker]
    said = min(relations, key=RELATIONS.index, default="none")
    assert said == case["relation"], [item.because for _, item in found]


@pytest.mark.parametrize("checker", all_checkers())
def test_cases_cover_relation_agreement_and_silence(checker: str) -> None:
    relations = {case["relation"] for case in yaml.safe_load((HERE / f"{checker}.yaml").read_text(encoding="utf-8"))}
    assert "none" in relations
    assert relations & {"conflict", "dispute", "drift"}
    assert relations & {"agree", "tension"}
