"""report.json: described by its schema, which knows every field, and read back as the same report."""

from __future__ import annotations

import dataclasses
import importlib.resources
import json
from typing import Any

import jsonschema
import pytest
import sample

from factcheck import model
from factcheck.renderers.formats import report_json

SCHEMA = json.loads((importlib.resources.files("factcheck") / "report.schema.json").read_text(encoding="utf-8"))
LEFT_OUT = ("story", "titled")  # of a report of no draft; of one with a title that was given
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
RECORDS = [name for name in SCHEMA["$defs"] if name[0].isupper()]


@pytest.mark.parametrize("report", [sample.flood(), sample.empty(), sample.undated(), sample.many(60)])
def test_valid_and_read_back(report: model.Report) -> None:
    made = report_json.render(report)
    VALIDATOR.validate(json.loads(made))
    assert model.Report.from_json(made.decode("utf-8")) == report
    assert made.endswith(b"}\n")


def test_the_schema_is_one_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", RECORDS)
def test_the_schema_has_the_fields_of_the_record(name: str) -> None:
    record = getattr(model, name)
    written = {field.name: (field.metadata.get("dataclasses_json") or {}) for field in dataclasses.fields(record)}
    renamed = {"format": "schema", "origin": "from"}
    fields = [renamed.get(field, field) if written[field].get("letter_case") else field for field in written]
    definition = SCHEMA["$defs"][name]
    assert list(definition["properties"]) == fields
    assert definition["required"] == [field for field in fields if field not in LEFT_OUT]
    assert definition["additionalProperties"] is False


def test_the_schema_reaches_every_record_of_a_report() -> None:
    text = json.dumps(SCHEMA)
    assert [name for name in RECORDS if f'"#/$defs/{name}"' not in text] == []


def change(path: str, value: Any) -> Any:
    """The flood's report as JSON with the value at `path` replaced, or removed if `value` is none."""
    data = json.loads(report_json.render(sample.flood()))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place = data
    for step in steps:
        place = place[step]
    place[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "factcheck-report/2"),
        ("surprise", 1),
        ("as_of", "9 April 2031"),
        ("findings/0/relation", "lie"),
        ("findings/0/severity", "grave"),
        ("findings/0/evidence", []),
        ("findings/0/evidence/0/a/line", 0),
        ("findings/0/evidence/0/a/holder", {"name": "x"}),
        ("findings/0/evidence/0/comparability/0/from", "guess"),
        ("sources/0/published_from", "clock"),
        ("sources/0/sha256", "12"),
        ("coverage/claims", -1),
        ("model/verified", "yes"),
    ],
)
def test_the_schema_refuses(path: str, value: Any) -> None:
    assert not VALIDATOR.is_valid(change(path, value))


def test_a_lone_surrogate_survives() -> None:
    report = dataclasses.replace(sample.flood(), title="half \ud83d pair")
    assert json.loads(report_json.render(report))["title"] == "half \ud83d pair"


def test_letters_stay_letters() -> None:
    assert "“every house”".encode() in report_json.render(sample.flood())
