"""Finds the phrases of lexicons/periods.toml in a text: the longest that do not overlap, not yet turned into days."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.lexicons import load
from factcheck.reading.periods.calendar import Days

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# What a rule's placeholders matched, by the placeholder's name.
Groups = dict[str, str]

_GRAINS = {0: "day", 1: "day", 2: "week", 3: "month", 4: "span", 5: "year", 6: "span"}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NUMBERS = {
    "y": rf"(?P<y>{_YEAR.pattern})(?!\d|[.,:]\d|\s?%)",
    "yy": r"(?P<yy>\d\d)",
    "mm": r"(?P<mm>0?[1-9]|1[0-2])",
    "dd": r"(?P<dd>0?[1-9]|[12]\d|3[01])",
    "d": r"(?P<d>0?[1-9]|[12]\d|3[01])(?![\d:]|[.,]\d)",
    "d2": r"(?P<d2>0?[1-9]|[12]\d|3[01])(?![\d:]|[.,]\d)",
}


@dataclass(frozen=True)
class Phrase:
    """A match of a rule at characters [start, end); `days` once it is resolved.

    `settled`: it was joined of two ends and takes no third.
    """

    start: int
    end: int
    groups: Groups
    means: str
    grain: str
    bare: bool
    days: Days | None = None
    settled: bool = False

    @property
    def dated(self) -> bool:
        """True where the text itself gives the year."""
        return any(self.groups.get(key) for key in ("y", "yy", "decade"))

    def span(self, doc: Doc) -> Span | None:
        """The tokens that the phrase touches."""
        return doc.char_span(self.start, self.end, alignment_mode="expand")


def value(name: str, groups: Groups) -> int | None:
    """What a word of a class counts for; none if the phrase has no such word."""
    word = groups.get(name)
    if not word:
        return None
    if word.isdecimal():
        return int(word)
    return _values(name).get(" ".join(word.lower().rstrip(".").split()))


def stated_year(groups: Groups, at: date) -> int | None:
    """The year that a phrase states, outright or as last, this or next year."""
    if groups.get("yy"):
        return 2000 + int(groups["yy"])
    if groups.get("y"):
        return int(groups["y"])
    direction = value("dir2", groups)
    return None if direction is None else at.year + direction


def may_have_year(text: str) -> bool:
    """False where no phrase of a text can have its year written out: quickly told, and true of most paragraphs."""
    return _YEAR.search(text) is not None


def find(text: str) -> list[Phrase]:
    """The longest phrases that do not overlap, in order of the text."""
    taken: list[Phrase] = []
    for phrase in sorted(_matches(text), key=lambda each: (each.start - each.end, each.start)):
        if all(phrase.end <= other.start or phrase.start >= other.end for other in taken):
            taken.append(phrase)
    return sorted(taken, key=lambda each: each.start)


def _matches(text: str) -> Iterator[Phrase]:
    for pattern, rule in _rules():
        for match in pattern.finditer(text):
            groups: Groups = {}
            for name, word in match.groupdict().items():
                if word is not None:
                    groups.setdefault(name.partition("__")[0], word)
            grain = _grain(rule["grain"], groups)
            yield Phrase(match.start(), match.end(), groups, rule["means"], grain, rule.get("bare", False))


def _grain(grain: str, groups: Groups) -> str:
    return _GRAINS[value(grain, groups) or 0] if grain in ("frame", "unit", "stretch") else grain


@functools.cache
def _rules() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    lexicon = load("periods")
    classes = _NUMBERS | {name: _alternatives(name, entry) for name, entry in lexicon["class"].items()}
    compiled = []
    for rule in lexicon["rule"]:
        pattern = re.sub(r"\{(\w+)\}", lambda place: classes[place[1]], rule["pattern"].replace(" ", r"\s+"))
        compiled.append((re.compile(rf"(?<![\w$£€#])(?<!\d[.,])(?i:{_number(pattern)})(?![\w%]|[.,:/]\d)"), rule))
    return tuple(compiled)


def _number(pattern: str) -> str:
    """Numbers the groups of placeholders that stand in several alternatives of a rule: names must differ."""
    seen: dict[str, int] = {}

    def name(group: re.Match[str]) -> str:
        seen[group[1]] = seen.get(group[1], 0) + 1
        return f"(?P<{group[1]}>" if seen[group[1]] == 1 else f"(?P<{group[1]}__{seen[group[1]]}>"

    return re.sub(r"\(\?P<(\w+)>", name, pattern)


def _alternatives(name: str, entry: dict[str, Any]) -> str:
    """The words of a class as one group, the longest first; full stops behind those that are shortened."""
    words = sorted(entry["words"], key=lambda word: (-len(word), word))
    whole = {word for word in words if not any(other != word and other.startswith(word) for other in words)}
    dots = {word: r"\.?" if entry.get("dotted") and word not in whole else "" for word in words}
    choice = "|".join(re.escape(word).replace(r"\ ", r"\s+") + dots[word] for word in words)
    if entry.get("capital"):
        choice = f"(?-i:{choice}|{'|'.join(word.upper() + dots[word] for word in words)})"
    if entry.get("digits"):
        choice += r"|\d{1,3}"
    # Most places in a text are given up at the first letter, which spares trying every word.
    first = "".join(sorted({re.escape(word[0]) for word in words})) + (r"\d" if entry.get("digits") else "")
    return rf"(?P<{name}>(?=[{first}])(?:{choice}))"


@functools.cache
def _values(name: str) -> dict[str, int]:
    return {word.lower(): value for word, value in load("periods")["class"][name]["words"].items()}
