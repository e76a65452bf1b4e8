"""Counts how many amounts of the recognizer specs are read as they are written there: right of all, per set.

Measured is the layer that reads every written amount (factcheck/reading/quantities/written.py), counted noun or not.
Cases that are no news English, and those whose convention is another than ours, stand in quantity_specs.toml with the
reason. Where only the form differs we compare in ours: both ends of "between 20 and 30" are included (the specs leave
the upper one out), "up to 700" begins at nought (theirs has no lower end), a share is in percent, and "about 500 or
more" is compared by the number that is written. Durations have no value in the specs: the words must be covered.
Run: python -m benchmarks.quantity_specs [--list]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck.reading.parse import Paragraph, parse
from factcheck.reading.quantities import written
from factcheck.reading.quantities.bounds import BEYOND, NEARLY, Interval

SETS = ("number", "number_range", "percent", "duration")
_PLACES = 5  # decimal places that must agree: thirds have no end

Span = tuple[int, int, Interval]


def specs() -> Path:
    """Where the specs lie: FACTCHECK_SHARED, or the folder shared beside the repository."""
    shared = os.environ.get("FACTCHECK_SHARED")
    return (Path(shared) if shared else Path(__file__).resolve().parents[2] / "shared") / "specs"


def read(text: str) -> list[Span]:
    """The amounts of one text with their characters [start, end)."""
    return [span for block in parse(text, [Paragraph(0, len(text))]) for span in written.amounts(block)]


def is_right(name: str, wanted: dict[str, Any], found: list[Span]) -> bool:
    """True if an amount that touches the wanted span has its value; a duration must cover all its words."""
    touching = [span for span in found if span[0] < wanted["end"] and wanted["start"] < span[1]]
    value = (wanted["resolution"] or {}).get("value")
    if name == "duration":
        letters = set(range(wanted["start"], wanted["end"]))
        covered = {
            i for start, end, item in touching if item.amount.kind in ("measure", "vague") for i in range(start, end)
        }
        return all(not wanted["text"][i - wanted["start"]].isalnum() for i in letters - covered)
    if name == "number_range":
        return any(_ends(item) == _written_ends(value, item) for _, _, item in touching)
    return any(_amount(item) == round(Decimal(value.rstrip("%")), _PLACES) for _, _, item in touching)


def _ends(item: Interval) -> tuple[object, ...]:
    """Low, high, and whether each is left out; none where there is no end, or where it is nought and left out."""
    low = None if item.low == 0 and item.low_open else item.low
    high = item.high
    if item.approximate and low is not None:
        low = low / NEARLY
    if item.approximate and high is not None:
        high = high / BEYOND
    parts = item.amount.share is not None and item.amount.share[1] < 100
    ends = [None if end is None else round(end / (100 if parts else 1), _PLACES) for end in (low, high)]
    return ends[0], ends[1], item.low_open and low is not None, item.high_open


def _written_ends(value: str, item: Interval) -> tuple[object, ...]:
    low, high = (round(Decimal(part), _PLACES) if part else None for part in re.sub(r"[\[\]()]", "", value).split(","))
    closed = item.joined and not item.bounds
    return low, high, value[0] == "(" and low is not None, value[-1] == ")" and high is not None and not closed


def _amount(item: Interval) -> Decimal | None:
    """The one number written; shares in words as a part of one, as the specs have them."""
    parts = item.amount.share is not None and item.amount.numeral is None
    return round(item.amount.low / (100 if parts else 1), _PLACES)


def cases(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of one set."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def left_out() -> dict[str, str]:
    """The ids of the cases that are not measured, each with its reason."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        f"{name}-{number}": entry["reason"]
        for entry in tables["entry"]
        for name in SETS
        for number in entry.get(name, ())
    }


def main() -> None:
    """Prints a line a set, and with --list what was missed and what was found where there is nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print the misses")
    show = parser.parse_args().list
    folder, out = specs(), left_out()
    if not folder.is_dir():
        print(f"no specs: {folder} is missing (set FACTCHECK_SHARED)")
        return
    sums = [0, 0]
    for name in SETS:
        right = total = invented = empty = skipped = 0
        for case in cases(folder / f"{name}.jsonl"):
            if case["id"].removeprefix("rt-") in out:
                skipped += len(case["spans"])
                continue
            found = read(case["text"])
            for wanted in case["spans"]:
                total += 1
                hit = is_right(name, wanted, found)
                right += hit
                if show and not hit:
                    got = [case["text"][start:end] for start, end, _ in found]
                    print(f"  missed  {case['id']}: {wanted['text']!r} in {case['text']!r}; found {got}")
            if not case["spans"]:
                empty += 1
                found = [span for span in found if name != "number_range" or span[2].low != span[2].high]
                invented += bool(found)
                if show and found:
                    print(f"  invented {case['id']}: {[item.amount for *_, item in found]} in {case['text']!r}")
        sums = [sums[0] + right, sums[1] + total]
        print(f"{name:14} right {right} of {total}; left out {skipped}; invented in {invented} of {empty} empty texts")
    print(f"{'all':14} right {sums[0]} of {sums[1]} ({100 * sums[0] / sums[1]:.1f} %)")


if __name__ == "__main__":
    main()
