"""What to do before printing: what a finding leaves open, which words of a figure must stay, what may only be later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import evidence
from factcheck.model import NOT_STATED, Evidence, Finding, Side
from factcheck.renderers import wording
from factcheck.renderers.characters import cut
from factcheck.renderers.view import scope
from factcheck.renderers.view.quotations import Sources, refer

_MOST = 5
_WORDS = 60
_PLACES, _VERSIONS = 3, 4


def advice(finding: Finding, sources: Sources) -> tuple[str, ...]:
    """The points of "before you print", those that weigh most first."""
    points = dict.fromkeys(_open(finding.evidence, sources))
    kept = dict.fromkeys(_bounds(finding, sources))
    settled = wording.SETTLED_BY.get(finding.checker)
    return (*list(points)[:_MOST], *list(kept)[:2], *([settled] if settled else []))


def later(item: Evidence, sources: Sources) -> str:
    """That one article is the later one, so that the two may tell of two states; empty where no days are known.

    A caption's day is the picture's: the article may be later than it, and then nothing is said.
    """
    days = []
    for side in (item.a, item.b):
        _, source = sources.get(side.source, (0, None))
        if source is None or source.published is None or source.published_from == "caption":
            return ""
        days.append((source.published, refer(side, sources).label.partition(":")[0]))
    (first, earlier), (last, article) = sorted(days)
    if first == last:
        return ""
    apart = wording.days_between(first, last)
    return f"{article} is of {wording.day(last)}, {apart} after {earlier}: it may tell of a later state of things."


def _open(items: Sequence[Evidence], sources: Sources) -> Iterator[str]:
    """What is open along each dimension, once, with the words of every side: S1 “the ministry”, S2 does not say."""
    told: dict[str, dict[str, dict[str, None]]] = {}
    for item in items:
        for dimension in item.comparability:
            if evidence.is_open(dimension) and dimension.dimension in wording.QUESTIONS:
                words = told.setdefault(dimension.dimension, {})
                for side, text in ((item.a, dimension.a), (item.b, dimension.b)):
                    known = cut(text, _WORDS) if text and text != NOT_STATED else ""
                    words.setdefault(known, {}).setdefault(refer(side, sources).label)
    for name, words in told.items():
        yield f"Find out {wording.QUESTIONS[name]}: {_told(words)}."


def _told(words: dict[str, dict[str, None]]) -> str:
    """Who has which words, those who do not say at the end."""
    said = []
    for text in sorted(words, key=lambda text: not text):
        places = list(words[text])
        several = len(places) > 1
        who = wording.listed(tuple(places[:_PLACES]))
        who += f" and {len(places) - _PLACES} more" if len(places) > _PLACES else ""
        verb = ("have" if several else "has") if text else ("do not say" if several else "does not say")
        said.append(f"{who} {verb} “{text}”" if text else f"{who} {verb}")
    return "; ".join(said[:_VERSIONS])


def _bounds(finding: Finding, sources: Sources) -> Iterator[str]:
    """The words that keep a figure from being read as exact."""
    places: dict[tuple[str, str], dict[str, None]] = {}
    for side in scope.sides_of(finding.evidence):
        word = _bound(side)
        if word:
            places.setdefault((word, cut(side.value, _WORDS)), {}).setdefault(refer(side, sources).label)
    for (word, value), labels in places.items():
        where = wording.listed(tuple(labels)[:_PLACES])
        yield f"Keep “{word}”: “{value}” in {where} is no exact number."


def _bound(side: Side) -> str:
    for word in ("at least", "more than", "up to", "fewer than", "less than", "nearly", "just over", "about"):
        if side.quantity is not None and side.value.startswith(f"{word} "):
            return word
    return ""
