"""Where the gold corpora lie, and what a report of one of them looks like: what score.py and errors.py both need."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from factcheck import corpus, engine
from factcheck.corpus import Corpus
from factcheck.model import Report

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2026, 1, 1)


@dataclass(frozen=True)
class Gold:
    """A corpus that was read by hand: its folder, the rows that tie passages together, and its name in the table."""

    name: str
    folder: Path
    rows: list[dict[str, Any]]


def shared() -> Path:
    """The folder of gold corpora; says so and ends the program where there is none."""
    folder = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold" / "seeds.yaml").is_file():
        print(f"skipped: no gold corpora at {folder}; set FACTCHECK_SHARED to where they lie")
        sys.exit(0)
    return folder


def scorer() -> ModuleType:
    """The scoring rules of reports, which lie with the gold."""
    return tool("score")


def tool(name: str) -> ModuleType:
    """A program that lies with the gold, as a module."""
    spec = importlib.util.spec_from_file_location(name, shared() / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def golds(wanted: list[str]) -> Iterator[Gold]:
    """The sample corpus and every gold corpus, or those whose name holds one of the words wanted."""
    folder = shared()
    every = [("seeds", ROOT / "seeds", folder / "gold" / "seeds.yaml")]
    for path in sorted((folder / "corpora").glob("*/*/gold.yaml")):
        every.append((f"{path.parent.parent.name}/{path.parent.name}", path.parent, path))
    for name, place, path in every:
        if not wanted or any(word in name for word in wanted):
            yield Gold(name, place, yaml.safe_load(path.read_text(encoding="utf-8"))["pairs"])


def report_of(gold: Gold) -> tuple[Corpus, Report, dict[str, Any]]:
    """The corpus of a gold, its report, and the report as JSON would have it."""
    loaded = corpus.load([gold.folder])
    made = engine.report(loaded.sources, title=loaded.title, as_of=AS_OF, faults=loaded.faults, ignored=loaded.ignored)
    return loaded, made, json.loads(made.to_json())


def texts_of(gold: Gold, tool: ModuleType) -> dict[str, str]:
    """The texts of the sources that the gold names."""
    names = {row[side]["source"] for row in gold.rows for side in "ab"}
    return {name: tool.read_text(gold.folder / name) for name in sorted(names) if (gold.folder / name).exists()}
