"""Which articles are largely the text of another, and how many voices stand behind what several of them say.

Five papers that print one agency's report are one source, and five that quote one ministry are one voice.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from factcheck.model import Holder, Side, Source
from factcheck.pairing import speakers
from factcheck.reading import paragraphs
from factcheck.settings import publisher

RUN = 5  # words in a row; of two articles by two hands that tell one story few runs of five are the same
SHARE = 0.5  # of the shorter article's runs: copies have more than half, the closest of retold stories well below
FEWEST = 40  # runs; what is shorter is no article, and a few sentences are soon alike
_WORD = re.compile(r"\w+")
_STORY = ("headline", "body")  # what stands around a story is the same on every page of an outlet


@dataclass(frozen=True)
class Origins:
    """Where articles come from: which is a copy of which, pairs that are declared independent, and the group that an
    article's publisher is one of (`group_of`).
    """

    copy_of: Mapping[str, str] = field(default_factory=dict)
    independent: frozenset[tuple[str, str]] = frozenset()
    group_of: Mapping[str, str] = field(default_factory=dict)

    def first(self, source: str) -> str:
        """The article that `source` is a copy of, else itself."""
        return self.copy_of.get(source, source)

    def one_text(self, a: str, b: str) -> bool:
        """Two articles that are largely one text."""
        return a != b and self.first(a) == self.first(b)

    def declared_apart(self, a: str, b: str) -> bool:
        """Two articles of which corpus.toml or the settings say that neither rests on the other."""
        return (a, b) in self.independent

    def one_group(self, a: str, b: str) -> str | None:
        """The group that the publishers of two articles are of, unless the two are declared independent."""
        group = self.group_of.get(a)
        same = a != b and group is not None and self.group_of.get(b) == group
        return group if same and not self.declared_apart(a, b) else None


UNKNOWN = Origins()


def find(
    sources: Sequence[Source],
    groups: Sequence[tuple[str, Sequence[str]]] = (),
    apart_publishers: Sequence[Sequence[str]] = (),
) -> Origins:
    """The copies among `sources`: of two that are largely one text the later is a copy of the earlier.

    Where a day is not known the order of the corpus decides. A copy of a copy is one of the first. `groups` are (name,
    publishers) that speak with one voice; of each row of `apart_publishers` none rests on another.
    """
    independent = frozenset(
        pair for one in sources for name in one.independent_of for pair in ((one.id, name), (name, one.id))
    ) | frozenset(_apart(sources, apart_publishers))
    home = {publisher(name): group for group, members in groups for name in members}
    group_of = {one.id: home[publisher(one.publisher)] for one in sources if publisher(one.publisher) in home}
    runs = {source.id: _runs(source.text) for source in sources}
    shared: Counter[tuple[str, str]] = Counter()
    holding: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in _in_order_of_time(sources):
        for run in runs[name]:
            holding[run].append(name)
    for names in holding.values():
        shared.update(combinations(names, 2))
    copy_of: dict[str, str] = {}
    later_first = {name: place for place, name in enumerate(_in_order_of_time(sources))}
    for (earlier, later), number in sorted(shared.items(), key=lambda item: [later_first[name] for name in item[0]]):
        shorter = min(len(runs[earlier]), len(runs[later]))
        if shorter >= FEWEST and number >= SHARE * shorter and (earlier, later) not in independent:
            copy_of.setdefault(later, copy_of.get(earlier, earlier))
    apart = {name for name, first in copy_of.items() if (name, first) in independent}
    return Origins({name: first for name, first in copy_of.items() if name not in apart}, independent, group_of)


def _apart(sources: Sequence[Source], rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of ids of articles by two publishers of one row, both ways round."""
    for row in rows:
        names = {publisher(name) for name in row}
        listed = [(publisher(one.publisher), one.id) for one in sources if publisher(one.publisher) in names]
        yield from ((a, b) for one, a in listed for other, b in listed if one != other)


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words of the story, without case and marks."""
    story = " ".join(text[item.start : item.end] for item in paragraphs.split(text) if item.kind in _STORY)
    words = _WORD.findall(story.casefold())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def _in_order_of_time(sources: Sequence[Source]) -> list[str]:
    """The ids by day; an article without one keeps its place after the one that it is listed behind."""
    day, keyed = date.min, []
    for place, source in enumerate(sources):
        day = source.published or day
        keyed.append((day, place, source.id))
    return [name for _, _, name in sorted(keyed)]


def voices(sides: Iterable[Side], origins: Origins) -> tuple[str, ...]:
    """Who stands behind some statements, each once: a speaker by any of his names, an article with all its copies and
    those of its publisher's group.
    """
    holders: list[Holder] = []
    articles: list[list[str]] = []
    for side in sides:
        if side.holder is None:
            joined = [voice for voice in articles if any(_one_voice(side.source, other, origins) for other in voice)]
            articles = [voice for voice in articles if voice not in joined]
            articles.append([*(name for voice in joined for name in voice), side.source])
        elif not any(speakers.one_voice(side.holder, other) for other in holders):
            holders.append(side.holder)
    return (*(holder.name for holder in holders), *(_called(voice, origins) for voice in articles))


def _one_voice(a: str, b: str, origins: Origins) -> bool:
    return origins.first(a) == origins.first(b) or origins.one_group(a, b) is not None


def _called(voice: Sequence[str], origins: Origins) -> str:
    """The article that all others are copies of, else the group that makes one voice of several."""
    first = list(dict.fromkeys(map(origins.first, voice)))
    group = next((origins.group_of[name] for name in voice if name in origins.group_of), first[0])
    return first[0] if len(first) == 1 else group
