"""Prints quotations drawn at random, each with its sentences and the holder given, numbered, to be judged by reading.

    python benchmarks/quotation_holders.py [--seed N] [--count N] [--context CHARACTERS]

Nothing here knows the right answer: whoever reads counts the right ones. The quotations are all pairs of marks in the
corpus of stories by several outlets, scare quotation marks and titles too, whose right answer is no holder.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import shared

from factcheck import corpus
from factcheck.model import Holder, Source
from factcheck.reading import paragraphs
from factcheck.reading.attribution import attribution, people, quotations
from factcheck.reading.attribution.quotations import Quotation
from factcheck.reading.parse import parse


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--context", type=int, default=220, help="characters before and after the quotation")
    arguments = parser.parse_args()
    every = list(_all(shared.shared() / "corpora" / "outlets"))
    drawn = random.Random(arguments.seed).sample(every, arguments.count)
    read: dict[str, attribution.Attribution] = {}
    for number, (place, source, quotation) in enumerate(drawn, 1):
        if place not in read:
            read[place] = _read(source)
        print(f"{number:3} {place}:{quotation.start}  {_said(read[place], quotation)}")
        print(f"    {_shown(source.text, quotation, arguments.context)}\n")


def _all(folder: Path) -> Iterator[tuple[str, Source, Quotation]]:
    """Every quotation of every article, and which article that is, in the order of their paths."""
    for place in sorted(path.parent for path in folder.glob("*/corpus.toml")):
        for source in corpus.load([place]).sources:
            for quotation in quotations.find(source.text, paragraphs.split(source.text)):
                yield f"{place.name}/{source.path}", source, quotation


def _read(source: Source) -> attribution.Attribution:
    layout = paragraphs.split(source.text)
    blocks = list(parse(source.text, layout))
    marks = quotations.find(source.text, layout)
    return attribution.read(blocks, marks, people.read(blocks, source.text), source.text)


def _said(read: attribution.Attribution, quotation: Quotation) -> str:
    """Who is credited with a quotation, who relays it, and by which cue."""
    credit = read.of(quotation.inner_start, quotation.inner_end)
    relays = f" < {'; '.join(map(_holder, credit.relayed_by))}" if credit.relayed_by else ""
    mode = f" [{credit.cue or '-'}: {credit.mode}]"
    return f"{_holder(credit.holder) if credit.holder else '(own voice)'}{relays}{mode}"


def _holder(holder: Holder) -> str:
    return " / ".join((holder.name, *filter(None, (holder.role, holder.affiliation))))


def _shown(text: str, quotation: Quotation, context: int) -> str:
    """The quotation between double bars, with the text around it on one line."""
    before = text[max(0, quotation.start - context) : quotation.start]
    after = text[quotation.end : quotation.end + context]
    return f"{before}||{text[quotation.start : quotation.end]}||{after}".replace("\n", " ¶ ")


if __name__ == "__main__":
    main()
