"""The sample corpus told anew of other subjects by fixed tables (transfer.toml): how much of each relation stays.

    python benchmarks/transfer.py [VARIANT …] [--list] [--show]

Names, nations, places, nouns, magnitudes and cues change, in the texts and in the gold alike. --list names the rows
that the original has right and the variant has not, and the stage that lost them; --show prints the texts.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import errors
import shared

TABLES = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Score:
    """What a telling of the sample corpus scores: rows by their ids, where a row was lost, and counts."""

    name: str
    right: frozenset[str]
    lost: Mapping[str, str]
    must: int
    must_right: int
    rows: int
    traps: int
    alarms: int
    serious: int
    explained: int

    def __str__(self) -> str:
        return (
            f"`must` {self.must_right} of {self.must}, right {len(self.right)} of {self.rows}, "
            f"traps {self.alarms} of {self.traps}, serious {self.serious}, explained {self.explained}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("variants", nargs="*")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    first, *others = scores(arguments.variants, show=arguments.show)
    print(f"{'original':10} {first}")
    for score in others:
        print(f"{score.name:10} {score}")
        if arguments.list:
            for row in sorted(first.right - score.right):
                print(f"    lost: {row}: {score.lost[row]}")
    if others:
        print(f"the worst: {worst(others).name}")


def told() -> list[tuple[str, str]]:
    """The original, every variant and the worst of them, in words."""
    first, *others = scores([])
    rows = [(score.name, str(score)) for score in (first, *others)]
    return [*rows, ("the worst", f"{worst(others).name}: {worst(others)}")]


def worst(others: list[Score]) -> Score:
    return min(others, key=lambda score: (score.must_right - score.alarms, len(score.right)))


def scores(wanted: list[str], *, show: bool = False) -> Iterator[Score]:
    """The score of the original, then of each variant."""
    (gold,) = (gold for gold in shared.golds(["seeds"]) if gold.name == "seeds")
    yield _score("original", gold)
    tables = tomllib.loads(TABLES.read_text(encoding="utf-8"))
    for variant in tables["variant"]:
        if wanted and variant["name"] not in wanted:
            continue
        table = replacements(tables, variant)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "told"
            shutil.copytree(gold.folder, folder)
            for path in folder.glob("*.txt"):
                path.write_text(rewritten(path.read_text(encoding="utf-8"), table), encoding="utf-8")
                if show:
                    print(path.read_text(encoding="utf-8"))
            yield _score(variant["name"], shared.Gold(variant["name"], folder, [_row(row, table) for row in gold.rows]))


def replacements(tables: dict[str, Any], variant: dict[str, Any]) -> dict[str, str]:
    """What each phrase of the original becomes; a phrase in small letters also where it begins with a capital."""
    found = {phrase: slot.format_map(variant) for phrase, slot in tables["phrases"].items()}
    found |= {amount: _times(amount, variant["times"]) for amount in tables["magnitudes"]}
    found |= variant["cues"]
    capitals = {_capital(phrase): _capital(new) for phrase, new in found.items() if phrase.islower()}
    return capitals | found


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _times(amount: str, times: int) -> str:
    """An amount times a factor, with the same marks between thousands; "3.2" has a decimal point, "450.000" none."""
    if re.fullmatch(r"\d+\.\d{1,2}", amount):
        return str(Decimal(amount) * times)
    value = int(re.sub(r"\D", "", amount)) * times
    mark = "," if "," in amount or ("." not in amount and value > 9999) else "." if "." in amount else ""
    return f"{value:,}".replace(",", mark)


def rewritten(text: str, table: dict[str, str]) -> str:
    """`text` with every phrase replaced once, of those that stand at a place the longest."""
    longest = sorted(table, key=lambda phrase: (-len(phrase), phrase))
    choice = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest)
    pattern = re.compile(rf"(?<!\w)(?<!\d[.,])(?:{choice})(?!\w|[.,]\d)")
    return pattern.sub(lambda match: table[" ".join(match.group().split())], text)


def _row(row: dict[str, Any], table: dict[str, str]) -> dict[str, Any]:
    return row | {
        side: row[side]
        | {"quote": rewritten(row[side]["quote"], table)}
        | ({"also": [rewritten(words, table) for words in row[side]["also"]]} if "also" in row[side] else {})
        for side in "ab"
    }


def _score(name: str, gold: shared.Gold) -> Score:
    tool = shared.scorer()
    corpus, _, report = shared.report_of(gold)
    texts = shared.texts_of(gold, tool)
    result = tool.score(gold.rows, report, texts, True)
    statements, files = errors.read(corpus)
    wrong = {item.split(" ")[0] for item in result["wrong_relation"]}
    rows = [row for row in gold.rows if row["relation"] != "none"]
    right = frozenset(row["id"] for row in rows if row["id"] not in {*result["missed"], *wrong})
    must = [row["id"] for row in rows if row["tier"] == "must"]
    return Score(
        name=name,
        right=right,
        lost={
            row["id"]: " ".join(errors.stage_of(row, statements, files, texts, tool))
            for row in rows
            if row["id"] not in right
        },
        must=len(must),
        must_right=len(right & set(must)),
        rows=len(rows),
        traps=result["traps"]["rows"],
        alarms=result["traps"]["alarms"],
        serious=result["serious_evidence"],
        explained=result["serious_explained"],
    )


if __name__ == "__main__":
    main()
