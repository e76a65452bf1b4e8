"""Everything that comparing is measured by, as two Markdown tables: with the subject packs, and without them.

    python benchmarks/checkers.py [--general-only] [--skip pairs]

The packs are left out in another process, since a lexicon is read once. --general-only prints that run alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck import lexicons

SERIOUS = ("conflict", "dispute", "drift")
CARDINAL = ("cardinals", "ordinals")
OPPOSITE = ("antonyms", "antonyms_wordnet")

Row = tuple[str, str, str]
Cells = dict[tuple[str, str], Counter[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--general-only", action="store_true")
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--skip", action="append", default=[], choices=["pairs", "transfer"])
    arguments = parser.parse_args()
    if arguments.general_only:
        lexicons.choose(lexicons.Choice(subjects=()))
    tables = list(measure(arguments.skip))
    if arguments.json:
        print(json.dumps(tables))
        return
    others = [] if arguments.general_only else without_packs()
    for place, (head, rows) in enumerate(tables):
        columns = ["value"] if not others else ["with packs", "general lexicons only"]
        print(f"| {head} | {' | '.join(columns)} |\n| {'--- | ' * (len(columns) + head.count('|') + 1)}".rstrip())
        general = dict(others[place][1]) if others else {}
        for name, value in rows:
            print(f"| {name} | {value} |" + (f" {general.get(name, '–')} |" if others else ""))
        print()


def without_packs() -> list[tuple[str, list[tuple[str, str]]]]:
    """The same tables of a run without packs."""
    more = [word for word in sys.argv[1:] if word != "--json"]
    run = [sys.executable, __file__, *more, "--general-only", "--json"]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def measure(skip: list[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each table as its head and its rows."""
    import pairs
    import shared
    import transfer

    cells, totals, checkers = corpora()
    yield "set | aim", [(f"{name} | {aim}", value) for name, aim, value in summary(cells, totals)]
    if "transfer" not in skip:
        yield "transfer: variant | aim", [(f"{name} | as the original", told) for name, told in transfer.told()]
    if "pairs" not in skip:
        tool = shared.tool("score_pairs")
        yield (
            "pairs, as if of one scene | aim",
            [(f"{name} | {aim}", value) for found in pairs.SETS for name, aim, value in of_pairs(found, tool)],
        )
    yield (
        "checker | where",
        [
            (f"{name} | {group}", "; ".join(f"{relation} {number}" for relation, number in sorted(told.items())))
            for (name, group), told in sorted(checkers.items())
        ],
    )


def corpora() -> tuple[
    dict[tuple[str, str], Counter[str]], dict[str, Counter[str]], dict[tuple[str, str], Counter[str]]
]:
    """Gold rows by corpora and relation/tier; traps and evidence by corpora; evidence by checker and corpora."""
    import shared

    tool = shared.scorer()
    cells: Cells = defaultdict(Counter)
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    checkers: Cells = defaultdict(Counter)
    for gold in shared.golds([]):
        _, made, report = shared.report_of(gold)
        result = tool.score(gold.rows, report, shared.texts_of(gold, tool), True)
        group = gold.name.split("/")[0]
        for name, cell in result["recall"].items():
            cells[group, name].update(cell)
        totals[group].update({name: result[name] for name in result if name.endswith(("_evidence", "_explained"))})
        totals[group].update({f"traps {name}": number for name, number in result["traps"].items()})
        for finding in made.findings:
            checkers[finding.checker, group].update(item.relation for item in finding.evidence)
        for item in result["unexplained"]:
            checkers[item["checker"], group].update(["serious that no row explains"])
    return cells, totals, checkers


def summary(cells: Cells, totals: dict[str, Counter[str]]) -> Iterator[Row]:
    """Each aim of the work, and how far it is met."""
    for group, wanted in (
        ("seeds", (("must", ("conflict", "dispute", "drift", "tension", "agree"), "all"),
                   ("should", ("conflict", "dispute", "drift", "tension", "agree"), "8 of 10"))),
        ("incidents", (("must", ("conflict", "agree"), "60 %"),)),
        ("outlets", (("must", ("drift",), "60 %"), ("must", SERIOUS, "30 %"))),
    ):  # fmt: skip
        for tier, relations, aim in wanted:
            chosen = [cells[group, f"{relation}/{tier}"] for relation in relations]
            right, rows = (sum(cell[name] for cell in chosen) for name in ("right", "rows"))
            yield f"{group}: `{tier}` {', '.join(relations)} rows right", aim, _share(right, rows)
        total = totals[group]
        aim = "none" if group == "seeds" else "at most 3 %"
        yield f"{group}: traps called serious", aim, _share(total["traps alarms"], total["traps rows"])
        yield f"{group}: serious evidence on a serious row", "half; the rest read", _share(
            total["serious_explained"], total["serious_evidence"])  # fmt: skip
        yield f"{group}: tension on a row that is no trap", "half", _share(
            total["tension_explained"], total["tension_evidence"])  # fmt: skip
        yield f"{group}: traps called a tension", "at most 20 %", _share(total["traps tension"], total["traps rows"])


def of_pairs(name: str, tool: object) -> Iterator[Row]:
    """The aims of one set of pairs."""
    import pairs

    groups = pairs.grouped(pairs.answers(name), tool)
    if name == "one_word_swaps":
        for chosen, said, aim in ((CARDINAL, "cardinals and ordinals", "recall 0.9"), (OPPOSITE, "opposites", "0.6")):
            yield f"{name}: {said}", aim, f"recall {recall([row for group in chosen for row in groups[group]]):.2f}"
        alarms = [called for positive, called in groups["all"] if not positive]
        yield f"{name}: alarms in 1,000", "at most 30", f"{1000 * sum(alarms) / len(alarms):.0f}"
    elif name == "conjnli":
        called = [positive for positive, said in groups["all"] if said]
        precision = sum(called) / len(called) if called else 0.0
        yield name, "precision 0.85 at recall 0.25", f"{precision:.2f} at {recall(groups['all']):.2f}"
    else:
        quiet = [not called for positive, called in groups["all"] if not positive]
        balanced = (recall(groups["all"]) + sum(quiet) / len(quiet)) / 2
        yield name, "balanced accuracy 0.65", f"{balanced:.2f} (recall {recall(groups['all']):.2f})"


def recall(rows: list[tuple[bool, bool]]) -> float:
    called = [said for positive, said in rows if positive]
    return sum(called) / len(called) if called else 0.0


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f} %)" if whole else "")


if __name__ == "__main__":
    main()
