"""One table over the sample corpus and every gold corpus: rows tied, rows right, traps fallen into, alarms.

    python benchmarks/score.py [WORD …] [--list] [--kind KIND] [--save FILE]

WORD picks corpora by name; --list names what is missed and wrong; --kind counts rows of one kind only (traps and
serious evidence too).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import shared


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--kind")
    parser.add_argument("--save", type=Path)
    arguments = parser.parse_args()
    tool = shared.scorer()
    cells: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    details: dict[str, Any] = {}
    head = f"{'corpus':32} {'rows':>4} {'tied':>4} {'right':>5}  {'traps':>6}"
    print(f"{head}  {'serious':>7} {'explained':>9}  {'tension':>7} {'explained':>9}")
    for gold in shared.golds(arguments.words):
        rows = [row for row in gold.rows if arguments.kind in (None, row["kind"])]
        _, made, report = shared.report_of(gold)
        for fault in made.faults:
            print(f"    FAULT {gold.name} {fault.source} {fault.stage}: {fault.reason}")
        result = tool.score(rows, report, shared.texts_of(gold, tool), True)
        group = gold.name.split("/")[0]
        line: Counter[str] = Counter()
        for name, cell in result["recall"].items():
            line.update(rows=cell["rows"], tied=cell["linked"], right=cell["right"])
            cells[group, name].update(rows=cell["rows"], tied=cell["linked"], right=cell["right"])
        line.update(traps=result["traps"]["rows"], alarms=result["traps"]["alarms"], soft=result["traps"]["tension"])
        line.update(serious=result["serious_evidence"], explained=result["serious_explained"])
        line.update(tension=result["tension_evidence"], upheld=result["tension_explained"])
        totals[group].update(line)
        details[gold.name] = result
        print(_line(gold.name, line))
        if arguments.list:
            for key in ("missed", "wrong_relation", "trapped", "unexplained"):
                for item in result[key]:
                    print(f"    {key}: {json.dumps(item, ensure_ascii=False)}")
    print()
    for (group, name), cell in sorted(cells.items()):
        print(f"{group + ' ' + name:32} {cell['rows']:4} {cell['tied']:4} {cell['right']:5}")
    print()
    for group, line in totals.items():
        print(_line(f"all of {group}", line))
    if arguments.save:
        arguments.save.write_text(json.dumps(details, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _line(name: str, line: Counter[str]) -> str:
    traps = f"{line['alarms']}/{line['traps']}"
    return (
        f"{name:32} {line['rows']:4} {line['tied']:4} {line['right']:5}  {traps:>6}"
        f"  {line['serious']:7} {line['explained']:9}  {line['tension']:7} {line['upheld']:9}"
    )


if __name__ == "__main__":
    main()
