"""How well and how fast articles are read: holders, amounts and days against the gold, and words a second beside spaCy.

    python benchmarks/reading.py [--only claims|dates|specs|speed|quotations …]

The quotations come last: they are drawn at random and printed to be judged by eye.
"""

from __future__ import annotations

import argparse
import os

# Before numpy is loaded: one core is measured.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shared
import yaml

from factcheck import corpus, engine
from factcheck.cli.claims import json_lines
from factcheck.model import Source
from factcheck.reading import paragraphs
from factcheck.reading.article import Article
from factcheck.reading.parse import language, parse

HERE = Path(__file__).resolve().parent
GOLD = shared.shared() / "gold" / "seeds.yaml"
SEEDS = shared.ROOT / "seeds"
ARTICLES, RUNS = 60, 3


def claims() -> None:
    """Holders and quantities of the sample corpus, by the scorer that lies with the gold."""
    found, _ = engine.read_all(corpus.load([SEEDS]).sources)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
        file.writelines(f"{line}\n" for line in json_lines((), found))
        file.flush()
        _run(shared.shared() / "tools" / "score_claims.py", GOLD, file.name, "--corpus", SEEDS)


def dates() -> None:
    """Days of the sample corpus: when its articles were published, and what the words for a day come to."""
    sources = {source.path: source for source in corpus.load([SEEDS]).sources}
    rows = yaml.safe_load(GOLD.read_text(encoding="utf-8"))["dates"]
    told = [row for row in rows if "published" in row]
    meant = [row for row in rows if "resolves" in row]
    right = [row for row in told if sources[row["source"]].published == row["published"]]
    resolved = [row for row in meant if _resolves(row, sources[row["source"]])]
    print(f"days of publication {len(right)} of {len(told)}, days in the text {len(resolved)} of {len(meant)}")
    for row in rows:
        if row not in (*right, *resolved):
            print(f"  missed {row['source']}: {row.get('quote', 'published')}")


def _resolves(row: dict[str, Any], source: Source) -> bool:
    """Whether the words for a day, as they stand in the row's quotation, are read as the row has them."""
    first, last = row["resolves"] if isinstance(row["resolves"], list) else [row["resolves"]] * 2
    start = source.text.index(row["quote"])
    article = Article(source)
    return any(
        (mention.period.first, mention.period.last) == (first, last)
        and article.passage(sentence, mention.first, mention.last).start < start + len(row["quote"])
        and start < article.passage(sentence, mention.first, mention.last).end
        for sentence in article.sentences
        for mention in sentence.periods
    )


def specs() -> None:
    """Amounts of the recognizer specs."""
    _run(HERE / "quantity_specs.py")


def quotations() -> None:
    """Quotations drawn from the outlets, each with the speaker that was found."""
    _run(HERE / "quotation_holders.py")


def speed() -> None:
    """Words of CPU second on one core: articles to claims, and spaCy alone over the same paragraphs, by turns."""
    folders = sorted(path.parent for path in (shared.shared() / "corpora" / "outlets").glob("*/corpus.toml"))
    sources = [source for folder in folders for source in corpus.load([folder]).sources][:ARTICLES]
    layouts = [paragraphs.split(source.text) for source in sources]
    texts = [
        block.doc.text for source, layout in zip(sources, layouts, strict=True) for block in parse(source.text, layout)
    ]
    words = sum(len(source.text.split()) for source in sources)

    def whole() -> None:
        for source in sources:
            engine.read(source)

    def bare() -> None:
        for _ in language().pipe(texts):
            pass

    times: dict[Callable[[], None], list[float]] = {whole: [], bare: []}
    engine.read(sources[0])  # the lexicons are loaded
    for number in range(RUNS):
        for part in (whole, bare) if number % 2 else (bare, whole):
            start = time.process_time()
            part()
            times[part].append(time.process_time() - start)
    reading, parsing = (statistics.median(times[part]) for part in (whole, bare))
    print(
        f"{len(sources)} articles, {words:,} words, median of {RUNS}: read {words / reading:,.0f} words a second, "
        f"spaCy alone {words / parsing:,.0f}; reading takes {reading / parsing:.2f} times as long"
    )


def _run(script: Path, *arguments: str | Path) -> None:
    """Another measurement, in a process of its own; says so where it is missing."""
    if script.is_file():
        sys.stdout.flush()
        subprocess.run([sys.executable, script, *arguments], check=True)
    else:
        print(f"skipped: there is no {script.name}")


PARTS = (claims, dates, specs, speed, quotations)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [part.__name__ for part in PARTS]
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    wanted = parser.parse_args().only
    for part in PARTS:
        if part.__name__ in wanted:
            print(f"-- {part.__name__}: {(part.__doc__ or '').partition(chr(10))[0]}")
            part()


if __name__ == "__main__":
    main()
