"""For each gold row missed the first stage that lost it; for each alarm the dimension that should have stopped it.

    python benchmarks/errors.py [WORD …] [--kind KIND] [--tier TIER] [--summary]

Stages: not read (which field) · not paired (which keys) · not comparable (which dimension) · no relation (what the
checkers saw).
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

import shared

from factcheck import engine
from factcheck.corpus import Corpus
from factcheck.model import Claim, Dimension
from factcheck.pairing import index
from factcheck.pairing.figures.counterparts import Counterparts
from factcheck.pairing.restatements import Statement
from factcheck.settings import DEFAULT

SERIOUS = ("conflict", "dispute", "drift")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--kind", action="append")
    parser.add_argument("--tier")
    parser.add_argument("--summary", action="store_true")
    arguments = parser.parse_args()
    tool = shared.scorer()
    stages: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for gold in shared.golds(arguments.words):
        rows = [
            row
            for row in gold.rows
            if (not arguments.kind or row["kind"] in arguments.kind) and arguments.tier in (None, row["tier"])
        ]
        corpus, made, report = shared.report_of(gold)
        texts = shared.texts_of(gold, tool)
        result = tool.score(rows, report, texts, True)
        wrong = {item.split(" ")[0] for item in result["wrong_relation"]}
        statements, names = read(corpus)
        for row in rows:
            if row["relation"] != "none" and (row["id"] in result["missed"] or row["id"] in wrong):
                stage, detail = stage_of(row, statements, names, texts, tool)
                stages[stage.split(":")[0]] += 1
                if not arguments.summary:
                    kind = f"{row['relation']}/{row['tier']}/{row['kind']}"
                    print(f"{gold.name}  {row['id']} ({kind})\n    {stage}  {detail}")
        for finding in made.findings:
            for item in finding.evidence:
                if item.relation in SERIOUS and not _explained(item.a.text, item.b.text, result):
                    continue
                if item.relation in SERIOUS:
                    weak = _weak(item.comparability)
                    alarms[weak] += 1
                    if not arguments.summary:
                        print(f"{gold.name}  ALARM {item.relation} by {finding.checker}: {weak}\n    {item.because}")
                        print(f"    a: {item.a.text[:200]!r}\n    b: {item.b.text[:200]!r}")
                        print(
                            "    " + "; ".join(f"{d.dimension} {d.value} ({d.a} | {d.b})" for d in item.comparability)
                        )
    print()
    for stage, count in stages.most_common():
        print(f"{count:5}  {stage}")
    for weak, count in alarms.most_common():
        print(f"{count:5}  alarm: {weak}")


def read(corpus: Corpus) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """The statements of a corpus as they are paired, and the file of each source."""
    claims = [claim for source in corpus.sources for claim in engine.read(source)]
    return engine.gathered(claims, DEFAULT), {item.id: item.path.rsplit("/", 1)[-1] for item in corpus.sources}


def _explained(a: str, b: str, result: dict[str, Any]) -> bool:
    """True if the scorer lists this evidence among what no row explains."""
    return any(item["a"][1] == a[:160] and item["b"][1] == b[:160] for item in result["unexplained"])


def _weak(dimensions: tuple[Dimension, ...]) -> str:
    """The dimensions that are the weakest support for taking both sides as one matter."""
    unknown = [item.dimension for item in dimensions if item.value in ("unknown", "leader", "overlaps")]
    inherited = [item.dimension for item in dimensions if item.origin == "context"]
    return (
        ", ".join(unknown) + " unknown"
        if unknown
        else (", ".join(inherited) + " inherited" if inherited else "all stated")
    )


def stage_of(
    row: dict[str, Any], statements: tuple[Statement, ...], names: dict[str, str], texts: dict[str, str], tool: Any
) -> tuple[str, str]:
    """The first stage that lost a row, and what it saw."""
    sides = []
    for side in "ab":
        spans = tool.places(row[side], texts.get(row[side]["source"], ""))
        found = [item for item in statements if _covers(item, row[side]["source"], spans, names, tool)]
        if not found:
            return f"not read: no claim on side {side}", row[side]["quote"][:120]
        if row["kind"] in ("figure", "arithmetic"):
            for field, has in (("quantity", _has_quantity), ("event", _has_event), ("counted", _has_counted)):
                kept = [item for item in found if has(item.claim)]
                if not kept:
                    return f"not read: no {field} on side {side}", row[side]["quote"][:120]
                found = kept
        sides.append(found)
    keyed = [(a, b) for a in sides[0] for b in sides[1] if a is not b and set(_keys(a)) & set(_keys(b))]
    if not keyed:
        return "not paired:", f"{[_keys(a) for a in sides[0]]} | {[_keys(b) for b in sides[1]]}"
    counterparts = Counterparts(statements)
    scopes = [engine.scoped(a.claim, b.claim, counterparts, DEFAULT) for a, b in keyed]
    best = min(scopes, key=lambda scope: sum(d.value == "different" for d in scope.dimensions))
    different = [d for d in best.dimensions if d.value == "different"]
    if different:
        return f"not comparable: {different[0].dimension}", "; ".join(
            f"{d.dimension} {d.a!r} | {d.b!r}" for d in different
        )
    return "no relation:", "; ".join(f"{d.dimension} {d.value} ({d.a} | {d.b})" for d in best.dimensions)


def _covers(item: Statement, source: str, spans: list[tuple[int, int]], names: dict[str, str], tool: Any) -> bool:
    passage = item.claim.passage
    places = [{"start": p.start, "end": p.end} for p in item.also]
    return bool(
        tool.covers(
            {"name": names[passage.source], "start": passage.start, "end": passage.end, "also": places}, source, spans
        )
    )


def _keys(statement: Statement) -> list[str]:
    return index.by_matter(statement.claim)


def _has_quantity(claim: Claim) -> bool:
    return bool(claim.quantities)


def _has_event(claim: Claim) -> bool:
    return claim.event is not None


def _has_counted(claim: Claim) -> bool:
    return claim.counted is not None


if __name__ == "__main__":
    main()
