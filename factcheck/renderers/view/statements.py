"""Two statements side by side, and two versions of one quotation word against word."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Evidence
from factcheck.renderers.characters import QUOTATION_LIMIT, cut
from factcheck.renderers.view.quotations import Part, Quotation, Sources, quotation

_WORDS = re.compile(r"\S+\s*")
_QUOTED = re.compile("“([^”]*)”")
_MARK = re.compile(r"[\"“”]")
_OPENING = re.compile(r"[(\[—-]*[\"“](?=\S)")
_BARE = re.compile(r"[^\w%$€£]+")


@dataclass(frozen=True)
class Pair:
    """The two sides of the leading evidence, what else belongs to it, and what a reader is told of their marks."""

    a: Quotation
    b: Quotation
    others: tuple[Quotation, ...]
    note: str


def pair(item: Evidence, sources: Sources) -> Pair:
    """The sides as they stand; where one utterance is given in two ways, the words that only one version has are
    marked.
    """
    a, b = quotation(item.a, sources), quotation(item.b, sources)
    note = ""
    if parts := versions(item):
        a, b = replace(a, parts=parts[0]), replace(b, parts=parts[1])
        note = "Underlined: words that only this version has."
    return Pair(a, b, tuple(quotation(side, sources) for side in item.others), note)


def versions(item: Evidence) -> tuple[tuple[Part, ...], tuple[Part, ...]] | None:
    """Both sides in parts, where `item` is one utterance in two ways and only one of them has certain words."""
    if item.relation != "drift":
        return None
    parts = differing(item.a.text, item.b.text, _named(item))
    return parts if any(part.style for side in parts for part in side) else None


def _named(item: Evidence) -> frozenset[str]:
    """The words that the rules quote as making the difference: “they” against “it”."""
    effects = [rule.effect for rule in item.rules if rule.rule.startswith("quotes.")]
    quoted = [words for effect in effects for words in _QUOTED.findall(effect)]
    return frozenset(_folded(word) for words in quoted for word in words.split())


def differing(a: str, b: str, named: frozenset[str] = frozenset()) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in parts, "only" where quoted words have no counterpart in the other; case and marks aside. Where some
    of these are `named`, only they: a version that is the longer one has other words too.

    What stands outside the quotation marks is each paper's own and is not compared.
    """
    ours, theirs = (_WORDS.findall(cut(text, QUOTATION_LIMIT)) for text in (a, b))
    quoted = [_quoted(words) for words in (ours, theirs)]
    matcher = difflib.SequenceMatcher(
        None, [_folded(ours[place]) for place in quoted[0]], [_folded(theirs[place]) for place in quoted[1]], False
    )
    shared: tuple[set[int], set[int]] = (set(), set())
    for block in matcher.get_matching_blocks():
        shared[0].update(quoted[0][block.a : block.a + block.size])
        shared[1].update(quoted[1][block.b : block.b + block.size])
    only = [set(places) - same for places, same in zip(quoted, shared, strict=True)]
    telling = [
        {place for place in places if _folded(words[place]) in named}
        for words, places in zip((ours, theirs), only, strict=True)
    ]
    a_only, b_only = telling if any(telling) else only
    return tuple(_parts(ours, a_only)), tuple(_parts(theirs, b_only))


def _quoted(words: Sequence[str]) -> list[int]:
    """The places of the words between quotation marks; of all words where the marks do not tell."""
    text = "".join(words).replace("”", '"').replace("“", '"')
    if text.count('"') == 0:
        return list(range(len(words)))
    # A passage may begin inside a quotation: then its first mark is one that closes.
    first = next(word for word in words if _MARK.search(word))
    inside = not _OPENING.match(first)
    if not inside and text.count('"') % 2 and not _OPENING.search(text[text.rindex('"') - 1 :]):
        return list(range(len(words)))
    found = []
    for place, word in enumerate(words):
        marks = len(_MARK.findall(word))
        if inside or marks:
            found.append(place)
        inside ^= bool(marks % 2)
    return found


def _folded(word: str) -> str:
    return _BARE.sub("", word.casefold())


def _parts(words: Sequence[str], only: set[int]) -> Iterator[Part]:
    """Words in runs; a run's last space is not marked, and a mark or dash alone is no word."""
    marked = {place for place in only if _folded(words[place])}
    for is_only, run in itertools.groupby(range(len(words)), lambda place: place in marked):
        text = "".join(words[place] for place in run)
        bare = text.rstrip() if is_only else text
        yield Part(bare, "only" if is_only else "")
        if len(bare) < len(text):
            yield Part(text[len(bare) :])
