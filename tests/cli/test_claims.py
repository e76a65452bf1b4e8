"""`factcheck claims`: one claim a line, as a table, JSON Lines or CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck import engine
from factcheck.cli import main
from factcheck.model import Claim, Event, Holder, Passage, Period, Quantity, Source

TEXT = (
    "Storm tears roofs off\n\nAbout 1,200 homes lost power\non Tuesday, “and more will”, said Ida Brenn, of the grid.\n"
)
QUANTITY = Quantity(
    low=Decimal("1.2E+3"),
    high=Decimal(1200),
    start=23,
    end=40,
    text="About 1,200 homes",
    precision=Decimal("1E+2"),
    approximate=True,
    of="home",
)
CLAIM = Claim(
    id="c1",
    passage=Passage("a", 23, 63, 3, TEXT[23:63]),
    holder=Holder("Ida Brenn", "spokeswoman", "the grid"),
    cue="say",
    mode="say",
    event=Event("lose", "lost", patient="homes"),
    quantities=(QUANTITY,),
    period=Period(date(2026, 1, 6), date(2026, 1, 6), "day", "on Tuesday"),
)
BARE = Claim(id="c2", passage=Passage("a", 0, 21, 1, TEXT[:21]))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command over one good source, and what else is given, with a reading that is known beforehand."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def read(source: Source) -> tuple[Claim, ...]:
        if "roofs" not in source.text:
            raise ZeroDivisionError("no\nroof")
        return (CLAIM, BARE)

    monkeypatch.setattr(engine, "read", read)
    return lambda *arguments: CliRunner().invoke(main, ["claims", str(tmp_path), *arguments])


def test_json_lines(run: Callable[..., Result]) -> None:
    result = run("--format", "jsonl")
    assert result.exit_code == 0
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["passage"] == {"source": "a", "start": 23, "end": 63, "line": 3, "text": TEXT[23:63]}
    assert first["holder"] == {"name": "Ida Brenn", "role": "spokeswoman", "affiliation": "the grid"}
    assert first["event"]["class"] == "lose"
    amounts = first["quantities"][0]
    assert (amounts["low"], amounts["high"], amounts["precision"]) == ("1200", "1200", "100")
    assert (first["period"]["first"], first["period"]["grain"]) == ("2026-01-06", "day")
    assert (second["holder"], second["event"], second["period"], second["quantities"]) == (None, None, None, [])


def test_csv(run: Callable[..., Result]) -> None:
    first, second = csv.DictReader(run("--format", "csv").stdout.splitlines())
    assert first == {
        "source": "a",
        "line": "3",
        "holder": "Ida Brenn",
        "cue": "say",
        "mode": "say",
        "event": "lose",
        "quantities": "About 1,200 homes",
        "period": "2026-01-06",
        "polarity": "positive",
        "certainty": "asserted",
        "text": "About 1,200 homes lost power on Tuesday,",
        "passage": "About 1,200 homes lost power on Tuesday,",
        "kind": "statement",
    }
    assert second["text"] == "Storm tears roofs off"


TABLE = """\
line  holder     event  quantities         period      text
a: day not known: relative dates left open
3     Ida Brenn  lose   About 1,200 homes  2026-01-06  About 1,200 homes lost power on Tuesday,
1                                                      Storm tears roofs off
"""


def test_table(run: Callable[..., Result]) -> None:
    assert run().stdout == TABLE


def test_a_table_says_how_the_day_of_a_source_is_known(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text('[[source]]\nfile = "a.txt"\npublished = 2026-01-07\n', encoding="utf-8")
    assert run().stdout.splitlines()[1] == "a: 7 January 2026, as listed with the corpus"


@pytest.mark.parametrize(
    ("columns", "header", "row"),
    [
        (80, "line  holder     event  quantities         period      text", "lost p…"),
        (70, "line  holder     event  quantities         text", "About 1,200 homes lost pow…"),
        (40, "line  holder     text", "3     Ida Brenn  About 1,200 homes lost…"),
        (20, "line  text", "3     About 1,200 h…"),
    ],
)
def test_a_table_fits_the_terminal(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, columns: int, header: str, row: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run().stdout.splitlines()
    assert lines[0] == header
    assert lines[2].endswith(row)
    assert max(map(len, lines)) <= columns


def test_nothing_in_a_text_can_command_the_terminal_or_a_spreadsheet(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    formula = '=HYPERLINK("http://example.invalid","\x1b[31mred")'
    monkeypatch.setattr(
        engine, "read", lambda _: (replace(BARE, cue="+1", passage=replace(BARE.passage, text=formula)),)
    )
    assert "\x1b" not in run().stdout
    (row,) = csv.DictReader(run("--format", "csv").stdout.splitlines())
    assert row["text"] == '\'=HYPERLINK("http://example.invalid","[31mred")'
    assert (row["cue"], row["line"]) == ("'+1", "1")
    assert json.loads(run("--format", "jsonl").stdout)["passage"]["text"] == formula


def test_wide_letters_take_two_columns(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(engine, "read", lambda _: (replace(CLAIM, holder=Holder("王小明")), CLAIM))
    _, _, wide, plain = run().stdout.splitlines()
    assert wide.index("lose") + 3 == plain.index("lose")


def test_another_language_is_listed_as_not_checked(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Библиотека закрыта до весны, сообщила мэрия.\n", encoding="utf-8")
    result = run()
    assert (result.exit_code, result.stdout) == (3, TABLE)
    assert result.stderr == (
        "factcheck: not checked: b: is not in English: listed, but not checked "
        '(if it is in English, give it `language = "en"` in corpus.toml)\n'
    )


def test_what_could_not_be_read_is_told_and_exits_3(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("No word of it.", encoding="utf-8")
    result = run()
    assert result.exit_code == 3
    assert result.stdout == TABLE
    assert result.stderr.splitlines() == [
        "factcheck: not checked: b.txt: is empty",
        "factcheck: not checked: c: ZeroDivisionError: no roof",
    ]


def test_nothing_readable_exits_4(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\0\0")
    result = run()
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == (
        f"factcheck: nothing to check in {tmp_path}: no source could be read (a.txt: is no text but binary data)\n"
    )


def test_an_empty_folder_exits_4(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["claims", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == f"factcheck: nothing to check in {tmp_path}: no article found (.txt files)\n"
