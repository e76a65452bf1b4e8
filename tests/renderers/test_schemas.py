"""report.sarif and junit.xml against the published schemas, and what the standard asks beyond its schema."""

from __future__ import annotations

import functools
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import published
import pytest
import sample
import xmlschema
from jsonschema import Draft4Validator

from factcheck.baseline import changes, dismissals
from factcheck.baseline.dismissals import Baseline
from factcheck.model import Note, Report, Story, StorySentence
from factcheck.renderers import Choices
from factcheck.renderers.formats import junit, sarif

FLOOD = sample.flood()
KNOWN = replace(FLOOD, findings=FLOOD.findings[1:])


def dismissed(report: Report, until: date | None = None) -> Report:
    entries = (
        dismissals.of(item, who="Ann {0}", why="two [rivers](1)\x0b", on=date(2031, 4, 1), until=until)
        for item in report.findings[0].evidence
    )
    return dismissals.mark(report, Baseline().with_(entries))


STORY = Story(
    FLOOD.sources[0].id,
    (
        StorySentence(
            0,
            4,
            1,
            "Some {4} boats",
            "figures",
            (Note("figures", "boats [1](2)", 1, sides=(sample.TOLLS.b,)), Note("quotation", "not quoted.", 1)),
        ),
    ),
)
REPORTS: dict[str, Report] = {
    "flood": FLOOD,
    "empty": sample.empty(),
    "500 findings": sample.many(500),
    "all relations": sample.mixed(60),
    "no days": sample.undated(),
    "other scripts": sample.extreme(),
    "hostile": sample.hostile(),
    "dismissed": dismissed(FLOOD),
    "dismissed until": dismissed(FLOOD, date(2031, 9, 1)),
    "dismissal expired": dismissed(FLOOD, date(2031, 4, 2)),
    "since": changes.between(KNOWN, FLOOD).marked(FLOOD),
    "since and dismissed": dismissed(changes.between(KNOWN, FLOOD).marked(FLOOD)),
    "left out": replace(
        FLOOD, coverage=replace(FLOOD.coverage, left_out=("checker {sums}: switched off", "b.txt\x0b"))
    ),
    "a draft": replace(FLOOD, story=STORY),
    "many sides": replace(
        FLOOD,
        findings=(
            replace(
                FLOOD.findings[0],
                evidence=(replace(sample.TOLLS, others=(sample.TOLLS.b,) * (sarif.MOST_PLACES + 5)),),
            ),
        ),
    ),
}
CHOICES = Choices(
    places={"harbour.txt": "our archive/harbour [1] {x}.txt"}, exit_code=3, unmade=("no PDF: apt-get install pango",)
)
every = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())


@functools.cache
def sarif_schema() -> Draft4Validator:
    return Draft4Validator(json.loads(published.path("sarif-2.1.0.json").read_text(encoding="utf-8")))


@functools.cache
def junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(published.path("junit-10.xsd")))


def sarif_errors(made: bytes) -> list[str]:
    return [f"{list(error.path)}: {error.message[:200]}" for error in sarif_schema().iter_errors(json.loads(made))]


def junit_errors(made: bytes) -> list[str]:
    return [f"{error.path}: {error.reason}" for error in junit_schema().iter_errors(io.BytesIO(made))]


@every
@pytest.mark.parametrize("choices", [Choices(), CHOICES], ids=["alone", "in a run"])
def test_sarif_is_what_the_standard_publishes(report: Report, choices: Choices) -> None:
    assert sarif_errors(sarif.render(report, choices)) == []


@every
def test_junit_is_what_build_servers_publish(report: Report) -> None:
    assert junit_errors(junit.render(report)) == []


def test_the_sample_corpus_is_valid(seeds: dict[str, bytes]) -> None:
    assert sarif_errors(seeds["report.sarif"]) == []
    assert junit_errors(seeds["junit.xml"]) == []
    (run,) = json.loads(seeds["report.sarif"])["runs"]
    assert run["results"]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    from click.testing import CliRunner

    from factcheck.cli import main

    folder = tmp_path_factory.mktemp("seeds")
    corpus = Path(__file__).resolve().parents[2] / "seeds"
    arguments = ["report", str(corpus), "-o", str(folder), "--no-attach", "--format", "sarif", "--format", "junit"]
    result = CliRunner().invoke(main, arguments, prog_name="factcheck")
    assert result.exit_code == 0, result.output
    return {name: (folder / name).read_bytes() for name in ("report.sarif", "junit.xml")}


def test_the_schemas_refuse_what_is_wrong() -> None:
    document = json.loads(sarif.render(FLOOD))
    document["runs"][0]["results"][0]["level"] = "fatal"
    assert len(sarif_errors(json.dumps(document).encode())) == 1
    assert (
        len(junit_errors(junit.render(FLOOD).replace(b"<failure", b"<fail", 1).replace(b"</failure", b"</fail", 1)))
        == 1
    )


def messages(node: Any) -> Iterator[str]:
    """The text of every message of a document."""
    if isinstance(node, dict):
        if isinstance(node.get("message"), dict):
            yield node["message"]["text"]
        for value in node.values():
            yield from messages(value)
    elif isinstance(node, list):
        for value in node:
            yield from messages(value)


@every
def test_what_the_standard_asks_beyond_its_schema(report: Report) -> None:
    """3.11.5 and 3.11.6, 3.27.6, 3.27.23 and 3.27.24, 3.4.2, 3.52.4 of SARIF 2.1.0."""
    (run,) = json.loads(sarif.render(report, CHOICES))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    for key in ("suppressions", "baselineState"):
        assert len({key in result for result in run["results"]}) <= 1, f"all results have {key}, or none"
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        related = {place["id"] for place in result["relatedLocations"]}
        links = re.findall(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\((.*?)\)", result["message"]["text"])
        assert related >= {int(number) for number in links}
        for place in (*result["locations"], *result["relatedLocations"]):
            artifact = place["physicalLocation"]["artifactLocation"]
            assert "index" not in artifact or uris[artifact["index"]] == artifact["uri"]
    assert all(re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri) for uri in uris)
    assert [text for text in messages(run) if re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", text)] == []


def test_a_bracket_of_an_article_is_no_link() -> None:
    item = replace(sample.TOLLS, because="He said “[the] gate [stood](http://evil.example) {0} open”.")
    report = replace(FLOOD, findings=(replace(FLOOD.findings[0], evidence=(item,)),))
    (run,) = json.loads(sarif.render(report))["runs"]
    assert run["results"][0]["message"]["text"] == (
        "conflict: He said “[the] gate \\[stood](http://evil.example) {{0}} open”. Beside [valley.txt:8](1)."
    )
