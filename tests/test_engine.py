"""The stages joined: what breaks becomes a fault, ids stay when text moves, and how serious a finding is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from factcheck import checkers, engine, findings
from factcheck.model import Claim, Comparability, Dimension, Evidence, Holder, Report, Side, Source
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

DAY = date(2026, 1, 1)
TEXTS = {
    "herald": """Landslide hits Vello

The landslide in Vello in Italy on 3 May 2021 killed 12 people, the mayor said.

“We always compensate families for destroyed houses,” said Nadia Ferri, a spokeswoman for the Ministry of Housing.
""",
    "post": """Vello counts its dead

The landslide in Vello in Italy on 3 May 2021 killed 31 people, rescue workers said.

The Ministry of Housing did not compensate families for destroyed houses, the mayor said.
""",
    "courier": """Dozens mourned in Vello

The landslide in Vello in Italy on 3 May 2021 killed at least 31 people, a hospital said.
""",
}
ASIDE = "The orchestra of Brenk opened its season with a symphony by Haydn."


def source(name: str, text: str = "") -> Source:
    return Source(
        id=name, path=f"{name}.txt", sha256="", title=name, text=text or TEXTS[name], published=date(2021, 5, 5)
    )


def report(*sources: Source) -> Report:
    return engine.report(sources, title="Vello", as_of=DAY)


def ids(made: Report) -> dict[str, str]:
    """The relation of each piece of evidence, by its id."""
    return {item.id: item.relation for finding in made.findings for item in finding.evidence}


@pytest.fixture(scope="module")
def whole() -> Report:
    return report(*map(source, TEXTS))


def test_the_story_has_findings_of_two_checkers(whole: Report) -> None:
    assert {(item.checker, item.relation) for item in whole.findings} >= {
        ("absolutes", "conflict"),
        ("figures", "conflict"),
        ("figures", "agree"),
    }
    assert (whole.status, whole.faults) == (("clean",), ())


def test_a_checker_that_raises_is_a_fault_and_the_rest_goes_out(whole: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
        raise ZeroDivisionError("no figure is nought")
        yield

    def no_pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
        raise KeyError("no such key")

    # Both before and after the others in the order of names.
    figures = checkers.all_checkers()["figures"]
    broken = {name: SimpleNamespace(compare=compare, pairs=figures.pairs) for name in ("aaa", "zzz")}
    broken["mmm"] = SimpleNamespace(compare=compare, pairs=no_pairs)
    monkeypatch.setattr(engine, "all_checkers", lambda: dict(sorted({**broken, **checkers.all_checkers()}.items())))
    made = report(*map(source, TEXTS))
    assert made.findings == whole.findings
    assert made.status == ("partial",)
    assert {(fault.stage, fault.reason) for fault in made.faults} == {
        ("checker aaa", "ZeroDivisionError: no figure is nought"),
        ("checker zzz", "ZeroDivisionError: no figure is nought"),
        ("checker mmm", "KeyError: 'no such key'"),
    }
    assert {fault.source for fault in made.faults} <= {*TEXTS, None}


def unreadable(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """From here on the engine stumbles over the sources of these names."""
    reads = engine.read

    def read(one: Source) -> tuple[Claim, ...]:
        if one.id in names:
            raise RecursionError("too deep")
        return reads(one)

    monkeypatch.setattr(engine, "read", read)


def test_a_source_that_cannot_be_read_is_a_fault_and_the_rest_goes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    without = report(source("herald"), source("post"))
    unreadable(monkeypatch, "courier")
    made = report(*map(source, TEXTS))
    assert [(fault.source, fault.stage, fault.reason) for fault in made.faults] == [
        ("courier", "reading", "RecursionError: too deep")
    ]
    assert made.status == ("partial",)
    assert made.findings == without.findings
    assert made.coverage.claims == without.coverage.claims


def test_a_source_in_another_language_is_listed_and_not_checked() -> None:
    without = report(source("herald"), source("post"))
    made = report(source("herald"), source("post"), replace(source("courier"), language="pt-BR"))
    assert [one.id for one in made.sources] == ["herald", "post", "courier"]
    assert [(fault.source, fault.stage) for fault in made.faults] == [("courier", "reading")]
    assert "in “pt-BR”, not in English" in made.faults[0].reason
    assert (made.coverage.sources_read, made.coverage.sources_not_read, made.status) == (2, 1, ("partial",))
    assert made.findings == without.findings


def test_a_source_that_cannot_be_read_is_not_counted_as_read(monkeypatch: pytest.MonkeyPatch) -> None:
    # The command ends with 4, "nothing could be checked", where none was read.
    unreadable(monkeypatch, "courier", "post")
    coverage = report(*map(source, TEXTS)).coverage
    assert (coverage.sources_read, coverage.sources_not_read) == (1, 2)


@pytest.mark.parametrize("place", ["at the top", "below the headline", "at the end"])
def test_ids_stay_when_text_moves(whole: Report, place: str) -> None:
    title, gap, body = TEXTS["post"].partition("\n\n")
    text = {
        "at the top": f"{ASIDE}\n\n{title}{gap}{body}",
        "below the headline": f"{title}{gap}{ASIDE}{gap}{body}",
        "at the end": f"{title}{gap}{body}{gap}{ASIDE}\n",
    }[place]
    assert ids(report(source("herald"), source("post", text), source("courier"))) == ids(whole)


def test_ids_stay_when_sources_change_places(whole: Report) -> None:
    made = report(*map(source, reversed(TEXTS)))
    assert ids(made) == ids(whole)
    assert {finding.id for finding in made.findings} == {finding.id for finding in whole.findings}


def test_two_figures_of_one_clause_have_two_ids() -> None:
    told = "{} wind\n\nThe storm in Vello in Italy on 3 May 2021 killed {} villagers and {} rescue workers, {} said.\n"
    a = source("herald", told.format("Strong", 12, 4, "the mayor"))
    b = source("post", told.format("Fierce", 31, 9, "a hospital"))
    evidence = [item for finding in report(a, b).findings for item in finding.evidence]
    assert {(item.a.value, item.b.value) for item in evidence} == {("12", "31"), ("4", "9")}
    assert len({item.id for item in evidence}) == 2


def test_no_sources() -> None:
    made = report()
    assert (made.sources, made.findings, made.faults, made.status) == ((), (), (), ("clean",))
    assert (made.coverage.sources_read, made.coverage.claims, made.coverage.pairs_compared) == (0, 0, 0)


MAYOR, CLERK, UNION = Holder("The mayor"), Holder("Ada Lind", "clerk", "The mayor"), Holder("The miners' union")

# relation, its dimensions ("silent": neither side says), the holders of both sides, severity (none: not reported)
SEVERITIES = [
    ("conflict", "same same", MAYOR, UNION, "high"),
    ("conflict", "inside contains", MAYOR, UNION, "high"),
    ("conflict", "same silent", MAYOR, UNION, "high"),
    ("conflict", "same unknown", MAYOR, UNION, "medium"),
    ("conflict", "leader same", MAYOR, UNION, "medium"),
    ("conflict", "overlaps same", MAYOR, UNION, "medium"),
    ("conflict", "unknown overlaps", MAYOR, UNION, None),
    ("dispute", "same same", MAYOR, UNION, "high"),
    ("dispute", "same unknown", MAYOR, UNION, "medium"),
    ("dispute", "unknown unknown", MAYOR, UNION, "low"),
    ("drift", "same same", MAYOR, UNION, "high"),
    ("drift", "same unknown", MAYOR, UNION, "medium"),
    ("drift", "unknown unknown", MAYOR, UNION, "low"),
    ("tension", "same same", MAYOR, UNION, "medium"),
    ("tension", "same unknown", MAYOR, UNION, "low"),
    ("tension", "unknown unknown", MAYOR, UNION, None),
    ("agree", "same same", MAYOR, UNION, "low"),
    ("agree", "unknown unknown", MAYOR, UNION, "low"),
    # One step down where both sides rest on one origin; two sides of which nobody is credited do not.
    ("conflict", "same same", MAYOR, CLERK, "medium"),
    ("conflict", "same unknown", MAYOR, MAYOR, "low"),
    ("conflict", "same same", None, None, "high"),
    ("dispute", "unknown unknown", MAYOR, MAYOR, "low"),
    ("tension", "same same", MAYOR, MAYOR, "low"),
    ("agree", "same same", MAYOR, MAYOR, "low"),
]


@pytest.mark.parametrize(("relation", "values", "a", "b", "severity"), SEVERITIES)
def test_severity(relation: str, values: str, a: Holder | None, b: Holder | None, severity: str | None) -> None:
    item = Evidence(
        "", relation, "", side("herald", a), side("post", b), comparability=tuple(map(dimension, values.split()))
    )
    assert findings.severity(item) == severity


def side(name: str, holder: Holder | None) -> Side:
    return Side(source=name, start=0, end=1, line=1, text="", claim="", value="", holder=holder)


def dimension(value: str) -> Dimension:
    if value == "silent":
        return Dimension("place", "unknown", "not stated", "not stated")
    return Dimension("place", value, "Vello", "not stated" if value == "unknown" else "Italy")
