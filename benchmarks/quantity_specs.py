"""Counts how many amounts of the recognizer specs the reader finds as they are written there: right of all, per set.

The specs test a recognizer of bare numbers, and the reader wants to know what a number counts: "192" alone is none.
So the figures are a baseline to compare with, and no aim. Run: python -m benchmarks.quantity_specs [--list]
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from factcheck.model import Quantity
from factcheck.reading.parse import Paragraph, parse
from factcheck.reading.quantities import quantities

SETS = ("number", "number_range", "percent", "duration")


def folder() -> Path:
    """Where the specs lie: FACTCHECK_SHARED, or the folder shared beside the repository."""
    shared = os.environ.get("FACTCHECK_SHARED")
    return (Path(shared) if shared else Path(__file__).resolve().parents[2] / "shared") / "specs"


def read(text: str) -> list[Quantity]:
    """The amounts of one text."""
    return [mention.quantity for block in parse(text, [Paragraph(0, len(text))]) for mention in quantities.read(block)]


def is_right(name: str, wanted: dict[str, Any], found: list[Quantity]) -> bool:
    """True if an amount that touches the wanted span has its value; durations and empty values need only the span."""
    touching = [item for item in found if item.start < wanted["end"] and wanted["start"] < item.end]
    value = (wanted["resolution"] or {}).get("value")
    if value in (None, "null"):
        return bool(touching)
    if name == "number_range":
        return any(_ends(item) == _written_ends(value) for item in touching)
    return any(_amount(item) == _decimal(value.rstrip("%")) for item in touching)


def _ends(item: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Both ends; the specs leave the lower end open where ours is nought."""
    low = None if item.low == 0 and item.low_open else item.low
    return low, item.high


def _written_ends(value: str) -> tuple[Decimal | None, ...]:
    return tuple(_decimal(part) for part in re.sub(r"[\[\]()]", "", value).split(","))


def _amount(item: Quantity) -> Decimal | None:
    """The one value; shares in words as a part of one, as the specs have them."""
    if item.low != item.high or item.low is None:
        return None
    return item.low / 100 if item.share and item.share[1] < 100 else item.low


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def cases(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of one set."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def main() -> None:
    """Prints a line a set, and with --list what was missed and what was found where there is nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print the misses")
    show = parser.parse_args().list
    if not folder().is_dir():
        print(f"no specs: {folder()} is missing (set FACTCHECK_SHARED)")
        return
    for name in SETS:
        right = total = invented = empty = 0
        for case in cases(folder() / f"{name}.jsonl"):
            found = read(case["text"])
            for wanted in case["spans"]:
                total += 1
                hit = is_right(name, wanted, found)
                right += hit
                if show and not hit:
                    print(f"  missed  {name}: {wanted['text']!r} in {case['text']!r}; found {[q.text for q in found]}")
            if not case["spans"]:
                empty += 1
                invented += bool(found)
                if show and found:
                    print(f"  invented {name}: {[q.text for q in found]} in {case['text']!r}")
        print(f"{name:14} right {right} of {total}; amounts in {invented} of {empty} texts without any")


if __name__ == "__main__":
    main()
