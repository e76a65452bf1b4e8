"""findings.txt: one finding a line, whatever the titles hold, and no fault hidden."""

from __future__ import annotations

from dataclasses import replace

import sample

from factcheck.renderers.formats import findings


def test_the_flood() -> None:
    lines = findings.render(sample.flood()).decode("utf-8").splitlines()
    assert lines == [
        "conflict\thigh\tfigures\tPeople drowned: 14 and 31\tharbour:4 valley:8 valley:2 coast:12 coast:13\t0a1b2c",
        "dispute\thigh\tdenials\tWas a gate of the dam opened?\tcoast:21 harbour:15\t1b2c3d",
        "drift\tmedium\tquotations\tWhat did the mayor promise: “every house”?\tharbour:22 valley:17\t2c3d4e",
        "tension\tlow\tfigures\tAn early estimate of the dead\tvalley:2 coast:12 coast:13\t3d4e5f",
        "agree\tlow\tfigures\tThe river’s highest level: 2.4 metres\tharbour:9 coast:3\t4e5f60",
        "fault\tcorpus\tsub/broken.txt\tnot text: the first bytes are those of a picture",
    ]


def test_nothing_found() -> None:
    assert findings.render(sample.empty()) == b""


def test_one_line_each_whatever_the_text() -> None:
    finding = replace(sample.flood().findings[0], title="two\nlines\tand \x85 more\u2028here \u202e \ud800")
    text = findings.render(replace(sample.flood(), findings=(finding,), faults=())).decode("utf-8")
    assert len(text.splitlines()) == 1
    assert text.split("\t")[3] == "two lines and more here [U+202E] \ufffd"


def test_what_was_dismissed_is_called_so() -> None:
    first, second = sample.flood().findings[:2]
    report = replace(sample.flood(), findings=(replace(first, dismissed="dismissed"), second), faults=())
    lines = findings.render(report).decode("utf-8").splitlines()
    assert [line.split("\t")[6:] for line in lines] == [["dismissed"], []]
