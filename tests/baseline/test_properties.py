"""What must hold of any two reports, over small ones that hypothesis invents: mirrored, merged, dismissed, pruned."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import sample
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.baseline import changes, dismissals
from factcheck.model import RELATIONS, Dismissal, Evidence, Fault, Finding, Report
from factcheck.renderers import changes as rendering
from factcheck.renderers.formats import report_json

FLOOD = sample.flood()
TODAY = FLOOD.as_of
WORDS = ("the", "river", "rose", "by", "two", "metres", "after", "rain", "and", "nine", "died")


@st.composite
def evidence(draw: st.DrawFn, name: str) -> Evidence:
    """A piece whose sides have words of WORDS, so that two pieces are often alike."""
    texts = [" ".join(draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=8))) for _ in "ab"]
    a, b = (
        replace(side, text=text, source=draw(st.sampled_from([source.id for source in FLOOD.sources])))
        for side, text in zip((sample.TOLLS.a, sample.TOLLS.b), texts, strict=True)
    )
    return replace(
        sample.TOLLS, id=name, relation=draw(st.sampled_from(RELATIONS)), because=" / ".join(texts), a=a, b=b
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Up to six findings over ten ids of evidence, each piece in one finding, as a run makes them."""
    names = draw(st.lists(st.sampled_from([f"e{number}" for number in range(10)]), unique=True, max_size=8))
    groups: dict[int, list[Evidence]] = {}
    for name in names:
        groups.setdefault(draw(st.integers(0, 5)), []).append(draw(evidence(name)))
    findings = [
        Finding(items[0].id, draw(st.sampled_from(["figures", "dates"])), items[0].relation,
                draw(st.sampled_from(["high", "low"])), f"About {items[0].id}", tuple(items))
        for items in groups.values()
    ]  # fmt: skip
    return replace(FLOOD, findings=tuple(findings))


@st.composite
def baselines(draw: st.DrawFn) -> dismissals.Baseline:
    names = draw(st.lists(st.sampled_from([f"e{number}" for number in range(12)]), unique=True))
    entries = [
        Dismissal(name, "conflict", "words", ("harbour", draw(st.sampled_from(["valley", "moon"]))), "Ann", "why",
                  date(2031, 1, 1), draw(st.none() | st.just(TODAY) | st.just(TODAY - timedelta(days=1))))
        for name in names
    ]  # fmt: skip
    return dismissals.Baseline().with_(entries).keeping(draw(st.lists(st.sampled_from(["e3", "e11"]))))


def told(found: changes.Changes) -> Counter[tuple[object, ...]]:
    """Each change, its fields in any order."""
    return Counter(
        (one.kind, tuple(sorted((f.field, str(f.old), str(f.new)) for f in one.fields))) for one in found.findings
    )


MIRROR = {"new": "gone", "gone": "new"}


def mirrored(found: changes.Changes) -> Counter[tuple[object, ...]]:
    return Counter(
        (MIRROR.get(one.kind, one.kind), tuple(sorted((f.field, str(f.new), str(f.old)) for f in one.fields)))
        for one in found.findings
    )


@given(reports())
def test_a_report_beside_itself_is_empty_whatever_it_holds(report: Report) -> None:
    found = changes.between(report, report)
    assert not found
    assert rendering.text(rendering.Compared(report, report, found)) == "nothing changed\n"


@given(reports(), reports())
def test_the_other_way_round_new_and_gone_change_places(old: Report, new: Report) -> None:
    assert told(changes.between(new, old)) == mirrored(changes.between(old, new))


@given(reports(), reports(), st.randoms())
def test_the_order_of_findings_does_not_matter(old: Report, new: Report, chance: object) -> None:
    shuffled = list(new.findings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(changes.between(old, replace(new, findings=tuple(shuffled)))) == told(changes.between(old, new))


@given(reports(), reports())
def test_every_finding_is_in_one_change_at_most(old: Report, new: Report) -> None:
    found = changes.between(old, new).findings
    assert len({(change.kind == "gone", change.finding.id) for change in found}) == len(found)
    kinds = Counter(change.kind for change in found)
    assert len(new.findings) - len(old.findings) == kinds["new"] - kinds["gone"]


@given(reports())
def test_dismissing_a_finding_is_one_dismissal_and_nothing_else(report: Report) -> None:
    if not report.findings:
        return
    entries = [dismissals.of(item, who="Ann", why="no", on=TODAY) for item in report.findings[0].evidence]
    after = dismissals.mark(report, dismissals.Baseline().with_(entries))
    (change,) = changes.between(report, after).findings
    assert (change.kind, change.finding.id) == ("dismissed", report.findings[0].id)
    (back,) = changes.between(after, report).findings
    assert back.kind == "changed"


@given(baselines(), reports())
def test_prune_drops_no_live_dismissal(baseline: dismissals.Baseline, report: Report) -> None:
    found = {item.id for finding in report.findings for item in finding.evidence}
    stale, _ = dismissals.stale(baseline, report, TODAY)
    left = baseline.without(stale)
    live = {e.evidence for e in baseline.dismissals if e.evidence in found and (e.until is None or e.until >= TODAY)}
    assert live <= {entry.evidence for entry in left.dismissals}
    assert baseline.kept & found <= left.kept
    # The same report again drops nothing more.
    assert dismissals.stale(left, report, TODAY)[0] == set()


@given(baselines(), reports(), st.sampled_from(["valley", None]))
def test_prune_drops_nothing_that_could_not_be_looked_for(
    baseline: dismissals.Baseline, report: Report, lost: str | None
) -> None:
    """A source that cannot be read today, or a checker that failed, makes no dismissal stale before its day."""
    torn = replace(report, faults=(Fault(lost, "corpus", "cannot be read"),))
    stale, unsure = dismissals.stale(baseline, torn, TODAY)
    for entry in baseline.dismissals:
        if (lost is None or lost in entry.sources) and (entry.until is None or entry.until >= TODAY):
            assert entry.evidence not in stale
    assert not stale & unsure


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(baselines())
def test_what_is_written_is_read_and_written_again(tmp_path: Path, baseline: dismissals.Baseline) -> None:
    path = tmp_path / "baseline.json"
    written = dismissals.render(baseline)
    path.write_bytes(written)
    assert dismissals.load(path) == baseline
    path.write_bytes(written.replace(b"\n", b"\r\n"))
    assert dismissals.load(path) == baseline
    path.write_bytes(b"\xef\xbb\xbf" + written)
    assert dismissals.render(dismissals.load(path)) == written


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reports(), baselines())
def test_a_report_is_read_as_it_was_written(tmp_path: Path, report: Report, baseline: dismissals.Baseline) -> None:
    from factcheck.baseline import saved

    path = tmp_path / "report.json"
    marked = dismissals.mark(report, baseline)
    path.write_bytes(report_json.render(marked))
    assert saved.report(path) == marked
