"""report.sarif and junit.xml: what code hosts and build servers are told, whatever the articles hold."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree as Tree

import pytest
import sample

from factcheck.baseline import dismissals
from factcheck.baseline.dismissals import Baseline
from factcheck.checkers import all_checkers
from factcheck.model import Note, Report, Story, StorySentence
from factcheck.renderers import Choices
from factcheck.renderers.formats import junit, sarif

FLOOD = sample.flood()
FIRST = FLOOD.findings[0]
DISMISSED = dismissals.mark(
    FLOOD,
    Baseline().with_(dismissals.of(item, who="Ann", why="two rivers", on=date(2031, 4, 1)) for item in FIRST.evidence),
)
EVERY = [FLOOD, DISMISSED, sample.empty(), sample.undated(), sample.hostile()]


def run_of(report: Report) -> dict[str, Any]:
    (run,) = json.loads(sarif.render(report))["runs"]
    assert isinstance(run, dict)
    return run


def test_a_result_is_a_piece_of_evidence() -> None:
    run = run_of(FLOOD)
    assert [result["partialFingerprints"][sarif.FINGERPRINT] for result in run["results"]] == [
        "e1",
        "e2",
        "e3",
        "e4",
        "e6",
    ]
    first = run["results"][0]
    assert (first["ruleId"], first["level"]) == ("figures", "error")
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "figures"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "harbour.txt"
    assert (place["region"]["startLine"], place["region"]["charOffset"]) == (4, 10)
    assert [one["physicalLocation"]["artifactLocation"]["uri"] for one in first["relatedLocations"]] == ["valley.txt"]


def test_what_could_not_be_checked_is_told() -> None:
    (invocation,) = run_of(FLOOD)["invocations"]
    assert not invocation["executionSuccessful"]
    assert "first bytes are those of a picture" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_dismissed_is_suppressed_and_not_dropped() -> None:
    results = run_of(DISMISSED)["results"]
    assert len(results) == len(run_of(FLOOD)["results"])
    assert [len(result.get("suppressions", [])) for result in results] == [1, 1, 0, 0, 0]
    assert results[0]["suppressions"][0]["justification"] == "two rivers (Ann, 2031-04-01)"


@pytest.mark.parametrize(("since", "state"), [("new", "new"), ("changed", "updated"), ("known", "unchanged")])
def test_beside_an_earlier_report(since: str, state: str) -> None:
    report = replace(FLOOD, findings=(replace(FIRST, since=since),))
    assert run_of(report)["results"][0]["baselineState"] == state


def test_cut_where_code_hosts_cut_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 4)
    monkeypatch.setattr(sarif, "SHOWN", 3)
    monkeypatch.setattr(sarif, "MOST_PLACES", 3)
    one = replace(FIRST, evidence=(replace(FIRST.evidence[0], others=(FIRST.evidence[0].b,) * 2),))
    low, gone = replace(one, severity="low"), replace(one, dismissed="dismissed")
    run = run_of(replace(FLOOD, faults=(), findings=(gone, low, one, low, one)))
    assert [result["level"] for result in run["results"]] == ["note", "error", "note", "error"]
    assert [len(result["relatedLocations"]) for result in run["results"]] == [2] * 4
    notes = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert notes == [
        "1 of 5 results were cut, the least serious: a run may hold 4.",
        "GitHub shows 3 of these 4 results, the most serious.",
        *["1 locations of result e1 were cut."] * 4,
    ]
    assert run["invocations"][0]["executionSuccessful"]


def test_a_rule_is_a_checker_with_its_documentation() -> None:
    rules = {rule["id"]: rule for rule in run_of(FLOOD)["tool"]["driver"]["rules"]}
    assert {*all_checkers(), "quotations"} == rules.keys()
    assert rules["figures"]["help"]["markdown"].startswith(f"**{rules['figures']['shortDescription']['text']}**")
    assert "forgives" in rules["figures"]["help"]["text"]
    assert rules["quotations"]["help"]["text"] == "checker quotations"  # one that is not installed
    # GitHub asks for each of these.
    assert all(
        rule[field]["text"] for rule in rules.values() for field in ("shortDescription", "fullDescription", "help")
    )


def test_paths_are_seen_from_where_the_run_stands_and_its_end_is_told() -> None:
    choices = Choices(places={"harbour.txt": "our archive/harbour.txt"}, exit_code=3, unmade=("no PDF here",))
    (run,) = json.loads(sarif.render(FLOOD, choices))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "our%20archive/harbour.txt",
        "index": 0,
    }
    assert run["artifacts"][0]["location"]["uri"] == "our%20archive/harbour.txt"
    assert run["invocations"][0]["exitCode"] == 3
    assert run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"] == "no PDF here"


def suites_of(report: Report) -> dict[str, Tree.Element]:
    root = Tree.fromstring(junit.render(report))
    return {suite.get("name", ""): suite for suite in root.findall("testsuite")}


def test_a_case_is_a_checker_on_a_source() -> None:
    suites = suites_of(FLOOD)
    cases = {case.get("name"): [part.tag for part in case] for case in suites["figures"].findall("testcase")}
    assert cases == {
        "harbour.txt": ["failure"],
        "valley.txt": ["failure", "system-out"],
        "sub/coast.txt": ["system-out"],
    }
    assert [suites["figures"].get(name) for name in ("tests", "failures", "errors", "skipped")] == ["3", "2", "0", "0"]
    assert suites["not checked"].get("errors") == "1"


def test_what_is_new_is_called_new() -> None:
    new = replace(FLOOD, findings=(replace(FIRST, since="new"), *FLOOD.findings[1:]))
    told = [failure.get("message", "") for failure in suites_of(new)["figures"].iter("failure")]
    assert told
    assert all(message == f"new: {FIRST.title}" for message in told)


def test_dismissed_is_skipped() -> None:
    figures = suites_of(DISMISSED)["figures"]
    assert [figures.get(name) for name in ("failures", "skipped")] == ["0", "3"]
    (told,) = {skipped.get("message") for skipped in figures.iter("skipped")}
    assert told == f"{FIRST.title}; dismissed: two rivers (Ann)"


@pytest.mark.parametrize("report", EVERY)
def test_any_report_can_be_read_back_and_gives_equal_bytes(report: Report) -> None:
    for form in (sarif, junit):
        made = form.render(report)
        assert made == form.render(report)
    assert suites_of(report)
    assert len(run_of(report)["results"]) == sum(
        len(finding.evidence) for finding in report.findings if finding.relation != "agree"
    )


LEFT_OUT = replace(
    FLOOD,
    coverage=replace(FLOOD.coverage, left_out=("a-live.txt: not read (ignore.files, “*-live.txt”)", "checker {x}")),
)
STORY = Story(
    "harbour",
    (
        StorySentence(
            4,
            30,
            2,
            "Some 40 boats sank at Brae.",
            "figures",
            (
                Note("figures", "boats sunk: the archive gives {31}.", 2, sides=(FIRST.evidence[0].b,)),
                Note("quotation", "the words are not quoted in the archive.", 2),
                Note("unknown", "the archive has no figure like “4”.", 2),
                Note("finding", "told.", 2, "conflict", FIRST.id, FIRST.evidence[0].id),
            ),
        ),
    ),
)


def test_what_settings_leave_out_is_told_to_servers() -> None:
    (invocation,) = run_of(LEFT_OUT)["invocations"]
    notes = [note["message"]["text"] for note in invocation["toolExecutionNotifications"] if note["level"] == "note"]
    assert notes == [
        "left out by the settings: a-live.txt: not read (ignore.files, “*-live.txt”)",
        "left out by the settings: checker {{x}}",
    ]
    suite = Tree.fromstring(junit.render(LEFT_OUT)).find("testsuite[@name='left out by the settings']")
    assert suite is not None
    assert (suite.get("tests"), suite.get("skipped"), suite.get("failures")) == ("2", "2", "0")
    assert [case.get("name") for case in suite] == list(LEFT_OUT.coverage.left_out)


def test_of_a_draft_figures_and_quotations_are_notes_at_its_own_lines() -> None:
    run = run_of(replace(FLOOD, story=STORY))
    told = [result for result in run["results"] if result["ruleId"].startswith("draft.")]
    assert [(result["ruleId"], result["level"]) for result in told] == [
        ("draft.figures", "note"),
        ("draft.quotation", "note"),
    ]
    first = told[0]
    assert first["message"]["text"] == "figures: boats sunk: the archive gives {{31}}."
    place = first["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("harbour.txt", 2)
    assert [side["physicalLocation"]["artifactLocation"]["uri"] for side in first["relatedLocations"]] == ["valley.txt"]
    for result in told:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert len({result["partialFingerprints"][sarif.FINGERPRINT] for result in told}) == 2


def test_of_a_draft_a_result_stands_at_the_story_whichever_side_it_is() -> None:
    for name, path in (("harbour", "harbour.txt"), ("valley", "valley.txt")):
        first = run_of(replace(FLOOD, story=replace(STORY, source=name)))["results"][0]
        assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == path
        assert len(first["relatedLocations"]) == 1
