"""Annotations and the step's summary: what GitHub's runner reads out of them, within its limits."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import sample

from factcheck.model import Report
from factcheck.renderers import Choices
from factcheck.renderers.formats import github, markdown

FLOOD = sample.flood()
EVERY = [FLOOD, sample.empty(), sample.mixed(60), sample.many(40), sample.extreme(), sample.hostile()]


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: its kind, its properties and its message, unescaped."""
    found = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert found, line
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    return found[1], {name: _unescaped(value) for name, value in properties.items()}, _unescaped(found[3])


def _unescaped(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_a_finding_is_an_annotation_at_the_passage_that_leads() -> None:
    told = [read(line) for line in github.commands(FLOOD, Choices(places={"harbour.txt": "archive/harbour.txt"}))]
    assert [kind for kind, *_ in told] == ["warning", "error", "error", "warning", "notice"]
    assert told[0][1:] == (
        {"title": "Not checked"},
        "sub/broken.txt: not text: the first bytes are those of a picture",
    )
    _, properties, words = told[1]
    assert properties == {
        "file": "archive/harbour.txt",
        "line": "4",
        "title": "Conflict: People drowned: 14 and 31",
    }
    assert words.splitlines()[1:] == [
        "archive/harbour.txt:4: “In Korrin 14 people drowned on Monday and Tuesday, the mayor said.”",
        "valley.txt:8: “The flood of Monday and Tuesday killed 31 people in Korrin, rescuers said.”",
    ]


def test_new_is_said_and_dismissed_is_not_there() -> None:
    first, second = FLOOD.findings[:2]
    report = replace(
        FLOOD, findings=(replace(first, dismissed="dismissed"), replace(second, since="new", dismissed="expired"))
    )
    titles = [read(line)[1]["title"] for line in github.commands(report)]
    assert titles == ["Not checked", "New: Dispute: Was a gate of the dam opened?"]
    assert "its dismissal has expired" in list(github.commands(report))[1]


@pytest.mark.parametrize("report", EVERY)
def test_no_more_than_a_step_shows_and_the_rest_is_counted(report: Report) -> None:
    told = [read(line) for line in github.commands(report)]
    kinds = [kind for kind, *_ in told]
    assert all(kinds.count(kind) <= github.MOST for kind in ("error", "warning", "notice"))
    found = [finding for finding in report.findings if finding.relation != "agree"]
    shown = sum("file" in properties for _, properties, _ in told)
    left = [re.match(r"(\d+) more of (\d+)", properties["title"]) for _, properties, _ in told]
    assert shown + sum(int(match[1]) for match in left if match) == len(found)


def test_nothing_in_an_article_ends_a_command_or_begins_one() -> None:
    lead = FLOOD.findings[0].evidence[0]
    text = "50%0A of it,\r\n::stop-commands::x\n::error::y ##[error]z"
    item = replace(lead, because=text, a=replace(lead.a, text=text))
    report = replace(FLOOD, faults=(), findings=(replace(FLOOD.findings[0], title=text, evidence=(item,)),))
    (line,) = github.commands(report, Choices(places={"harbour.txt": "a,b:c=d%.txt"}))
    kind, properties, words = read(line)
    plain = "50%0A of it, ::stop-commands::x ::error::y ##[error]z"
    assert "\n" not in line
    assert (kind, properties["file"], properties["title"]) == ("error", "a,b:c=d%.txt", f"Conflict: {plain}")
    assert words.splitlines()[:2] == [plain, f"a,b:c=d%.txt:4: “{plain}”"]


def test_a_summary_is_the_brief_in_markdown() -> None:
    assert github.summary(FLOOD) == markdown.render(FLOOD)


@pytest.fixture(scope="module")
def long_one() -> tuple[Report, bytes]:
    """A report of many findings, and its brief in Markdown."""
    report = sample.many(500)
    return report, markdown.render(report)


@pytest.mark.parametrize("room", [0, 90, 700, 2_000, 5_000, github.SUMMARY_LIMIT])
def test_a_summary_fits_and_says_what_it_leaves_out(room: int, long_one: tuple[Report, bytes]) -> None:
    report, whole = long_one
    made = github.summary(report, room=room)
    assert len(made) <= room
    if made and made != whole:
        kept, _, note = made.decode("utf-8").rpartition("\n**Note.** ")
        number = re.match(r"(\d+) more sections did not fit", note)
        assert number
        assert whole.decode("utf-8").startswith(kept)
        assert int(number[1]) == whole.count(b"\n## ") - kept.count("\n## ")
