"""`factcheck compare`: two statements as arguments, or pairs as JSON Lines."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result

from factcheck import engine
from factcheck.cli import main
from factcheck.model import Evidence, Side, Source
from factcheck.settings import DEFAULT, Settings

SIDE = Side("a", 0, 4, 1, "Nine", "c", "9")
CONFLICT = Evidence("1", "conflict", "One says 9, the other 14 – both of Tuesday.", SIDE, SIDE)
AGREE = replace(CONFLICT, id="2", relation="agree", because="Both name Tuesday.")


@pytest.fixture(autouse=True)
def known_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def compare(
        a: Source, b: Source, *, same_scene: bool = False, settings: Settings = DEFAULT
    ) -> tuple[tuple[str, Evidence], ...]:
        if "trip" in b.text:
            raise IndexError("out of step")
        if "nine" not in a.text or not same_scene:
            return ()
        return (("figures", CONFLICT), ("days", AGREE))

    monkeypatch.setattr(engine, "compare", compare)


def run(*arguments: str, lines: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["compare", *arguments], input=lines)


def test_two_statements() -> None:
    result = run("There were nine.", "There were fourteen.", "--same-scene")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "conflict · figures · One says 9, the other 14 – both of Tuesday.",
        "agree · days · Both name Tuesday.",
    ]


def test_a_statement_is_called_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    words = "{} people died in the fire in Osterby on 3 May 2021."
    told = run(words.format("Nine"), words.format("Fourteen")).stdout
    assert "statement A" in told
    assert "statement B" in told
    assert "article" not in told


def test_nothing_found() -> None:
    assert run("There were nine.", "There were fourteen.").stdout == "none\n"


def pair(name: str | int, a: str, b: str, **more: object) -> str:
    return json.dumps({"id": name, "text_a": a, "text_b": b, **more})


def test_pairs() -> None:
    lines = "\n".join([pair("x", "nine", "fourteen", label="?"), "", pair(7, "none", "\ud800 lone")])
    result = run("--jsonl", "--same-scene", lines=lines)
    assert result.exit_code == 0
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"id": "x", "relation": "conflict", "checker": "figures", "because": CONFLICT.because},
        {"id": 7, "relation": "none", "checker": None, "because": None},
    ]


def test_a_pair_that_fails_leaves_the_others() -> None:
    lines = "\n".join([pair("x", "nine", "trip"), pair("y", "nine", "fourteen")])
    result = run("--jsonl", "--same-scene", lines=lines)
    assert result.exit_code == 3
    assert [json.loads(line)["relation"] for line in result.stdout.splitlines()] == ["none", "conflict"]
    assert result.stderr == "factcheck: line 1 not compared: IndexError: out of step\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"nine, fourteen", "line 2: not JSON in UTF-8"),
        (b'{"id": "\xff"}', "line 2: not JSON in UTF-8"),
        (b"[1, 2]", "line 2: not an object with id, text_a and text_b"),
        (b'{"text_a": "x", "text_b": "y"}', "line 2: key `id` is missing"),
        (b'{"id": "z", "text_a": "x"}', "line 2: key `text_b` is missing"),
        (b'{"id": "z", "text_a": "x", "text_b": 3}', "line 2: key `text_b` must be a string"),
        (b'{"id": null, "text_a": "x", "text_b": "y"}', "line 2: key `id` must be a string"),
    ],
)
def test_a_bad_line_is_named_after_the_good_ones_were_answered(line: bytes, told: str) -> None:
    result = run("--jsonl", lines=pair("x", "nine", "fourteen").encode() + b"\n" + line + b"\n")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["id"] == "x"
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
