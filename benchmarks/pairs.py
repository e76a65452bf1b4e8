"""Pairs of texts with a label, answered by `compare` as if of one scene, and scored by the rules that lie with them.

    python benchmarks/pairs.py [SET …] [--list N]

Sets: one_word_swaps (by category), conjnli, edited_news (an edited sentence, its article as context). --list prints N
false alarms and N misses of each.
"""

from __future__ import annotations

import argparse
import functools
import json
from typing import Any

import shared

from factcheck import corpus, engine

SETS = ("one_word_swaps", "conjnli", "edited_news")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS, metavar="SET")
    parser.add_argument("--list", type=int, default=0)
    arguments = parser.parse_args()
    tool = shared.tool("score_pairs")
    for name in arguments.sets:
        answered = answers(name)
        for group, rows in grouped(answered, tool).items():
            print(f"{name + ' ' + group:44} {tool.figures(rows)}")
        for kind, wanted in (("false alarm", False), ("miss", True)):
            wrong = [item for item in answered if is_positive(item[0], tool) == wanted != is_serious(item[1], tool)]
            for pair, relation, checker in wrong[: arguments.list]:
                print(f"{kind}: {pair['id']} [{checker}/{relation}]")
                print(f"   a: {pair['text_a'][-300:]}\n   b: {pair['text_b']}")


def answers(name: str) -> list[tuple[dict[str, Any], str, str]]:
    """Each pair of a set with the most serious relation found and its checker; none where nothing was."""
    lines = (shared.shared() / "pairs" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    engine.read = functools.lru_cache(maxsize=64)(engine.read)  # one article is the context of many sentences
    found = []
    for pair in map(json.loads, lines):
        a, b = corpus.statement("a", pair["text_a"]), corpus.statement("b", pair["text_b"])
        checker, item = next(iter(engine.compare(a, b, same_scene=True)), ("", None))
        found.append((pair, item.relation if item else "none", checker))
    return found


def grouped(answered: list[tuple[dict[str, Any], str, str]], tool: Any) -> dict[str, list[tuple[bool, bool]]]:
    """(is a contradiction, called one) of all pairs, and of each category and kind of edit where there are any."""
    groups: dict[str, list[tuple[bool, bool]]] = {"all": []}
    for pair, relation, _ in answered:
        row = is_positive(pair, tool), is_serious(relation, tool)
        groups["all"].append(row)
        for name in (*filter(None, [pair.get("category")]), *pair.get("edit_types", ())):
            groups.setdefault(name, []).append(row)
    return groups


def is_positive(pair: dict[str, Any], tool: Any) -> bool:
    return pair["label"] in tool.POSITIVE


def is_serious(relation: str, tool: Any) -> bool:
    return relation in tool.SERIOUS


if __name__ == "__main__":
    main()
