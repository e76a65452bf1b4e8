"""What changed between two reports: nothing between equal ones, one finding for one figure, whatever the order."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample
from hypothesis import given
from hypothesis import strategies as st

from factcheck.baseline import changes
from factcheck.model import Evidence, Fault, Finding, Report, Side
from factcheck.problems import OtherCorpus

FLOOD = sample.flood()


def kinds(old: Report, new: Report) -> list[tuple[str, str]]:
    return [(change.kind, change.finding.id) for change in changes.between(old, new).findings]


def with_first(report: Report, finding: Finding) -> Report:
    return replace(report, findings=(finding, *report.findings[1:]))


def test_a_report_beside_itself_has_no_changes() -> None:
    assert not changes.between(FLOOD, FLOOD)


@given(st.permutations(FLOOD.findings), st.permutations(FLOOD.sources))
def test_order_is_no_change(findings: list[Finding], sources: list[object]) -> None:
    again = replace(FLOOD, findings=tuple(findings), sources=tuple(sources))  # type: ignore[arg-type]
    assert not changes.between(FLOOD, again)


def moved(side: Side) -> Side:
    return replace(side, start=side.start + 400, end=side.end + 400, line=side.line + 7)


def test_moved_text_is_no_change() -> None:
    def elsewhere(item: Evidence) -> Evidence:
        return replace(item, a=moved(item.a), b=moved(item.b), others=tuple(map(moved, item.others)))

    findings = tuple(replace(finding, evidence=tuple(map(elsewhere, finding.evidence))) for finding in FLOOD.findings)
    assert not changes.between(FLOOD, replace(FLOOD, findings=findings))


def test_new_and_gone() -> None:
    shorter = replace(FLOOD, findings=FLOOD.findings[1:])
    assert kinds(shorter, FLOOD) == [("new", "0a1b2c")]
    assert kinds(FLOOD, shorter) == [("gone", "0a1b2c")]


def test_one_corrected_figure_is_one_changed_finding() -> None:
    first = FLOOD.findings[0]
    lead = first.evidence[0]
    b = replace(lead.b, text=lead.b.text.replace("31", "33"), value="33")
    edited = replace(lead, id="another", b=b, because="The mayor counts 14 dead, the rescue service 33.")
    new = with_first(FLOOD, replace(first, id="another", title="14 or 33", evidence=(edited,)))
    only = replace(FLOOD, findings=(replace(first, evidence=(lead,)), *FLOOD.findings[1:]))
    found = changes.between(only, new).findings
    assert [(change.kind, change.finding.id) for change in found] == [("changed", "another")]
    assert [(field.field, field.old, field.new) for field in found[0].fields] == [
        ("evidence", lead.because, edited.because),
        ("title", first.title, "14 or 33"),
    ]


def test_a_finding_of_other_words_is_another_one() -> None:
    first = FLOOD.findings[0]
    lead = first.evidence[0]
    b = replace(lead.b, text="On the coast 31 boats were lost, a harbour master said late at night.")
    new = replace(first, id="other", evidence=(replace(lead, id="other", b=b),))
    alone = replace(first, evidence=(lead,))
    assert kinds(with_first(FLOOD, alone), with_first(FLOOD, new)) == [("new", "other"), ("gone", "0a1b2c")]


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [("relation", "tension", "changed"), ("severity", "low", "changed"), ("title", "Other words", "reworded")],
)
def test_fields(field: str, value: str, kind: str) -> None:
    new = with_first(FLOOD, replace(FLOOD.findings[0], **{field: value}))
    (change,) = changes.between(FLOOD, new).findings
    assert (change.kind, change.fields[0].field, change.fields[0].new) == (kind, field, value)


def test_evidence_that_came() -> None:
    first = FLOOD.findings[0]
    new = with_first(FLOOD, replace(first, evidence=(*first.evidence, sample.HOLDS)))
    (change,) = changes.between(FLOOD, new).findings
    assert [(field.field, field.old, field.new) for field in change.fields] == [
        ("evidence", None, sample.HOLDS.because)
    ]


def test_sources_and_faults() -> None:
    sources = (replace(FLOOD.sources[0], sha256="00" * 32), *FLOOD.sources[1:2])
    found = changes.between(FLOOD, replace(FLOOD, sources=sources, faults=())).corpus
    words, old = FLOOD.sources[0].words, FLOOD.sources[0].sha256[:8]
    assert [(field.field, field.old, field.new) for field in found] == [
        ("source", "sub/coast.txt", None),
        ("text of harbour.txt", f"{words} words, sha256 {old}…", f"{words} words, sha256 00000000…"),
        ("not checked", "sub/broken.txt: not text: the first bytes are those of a picture", None),
    ]


def test_reports_of_two_corpora_are_not_compared() -> None:
    other = replace(FLOOD, sources=tuple(replace(source, id=f"x{source.id}") for source in FLOOD.sources))
    with pytest.raises(OtherCorpus):
        changes.between(FLOOD, other)


def test_what_is_new_is_marked() -> None:
    shorter = replace(FLOOD, findings=FLOOD.findings[:-1])
    told = changes.between(shorter, FLOOD).marked(FLOOD).findings
    assert [(finding.id, finding.since) for finding in told][-2:] == [("3d4e5f", "known"), ("4e5f60", "new")]


def test_a_day_or_a_publisher_that_changed_is_told_without_another_text() -> None:
    first = replace(FLOOD.sources[0], publisher="The Other", published=None)
    found = changes.between(FLOOD, replace(FLOOD, sources=(first, *FLOOD.sources[1:]))).corpus
    assert [(field.field, field.new) for field in found] == [
        ("publisher of harbour.txt", "The Other"),
        ("published of harbour.txt", None),
    ]


def test_what_is_gone_because_its_article_could_not_be_read_says_so() -> None:
    fault = Fault("harbour.txt", "corpus", "is binary")
    new = replace(FLOOD, findings=(), sources=FLOOD.sources[1:], faults=(*FLOOD.faults, fault))
    told = {change.finding.id: change.fields for change in changes.between(FLOOD, new).findings}
    (field,) = told["0a1b2c"]
    assert (field.field, field.old, field.new) == ("source harbour.txt", "checked", "not checked: is binary")
    assert told["3d4e5f"] == ()  # of other articles
    back = {change.finding.id: change.fields for change in changes.between(new, FLOOD).findings}
    assert (back["0a1b2c"][0].old, back["0a1b2c"][0].new) == ("not checked: is binary", "checked")
