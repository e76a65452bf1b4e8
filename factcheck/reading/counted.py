"""The class of what a figure counts ("civilian", "strike"), from the counted noun and lexicons/counted.toml."""

from __future__ import annotations

import functools
from typing import Any

from factcheck import lexicons

VOTES = ("vote", "vote against")
UNNAMED = "somebody"  # people counted without a noun: "killing 12"


@functools.cache
def _classes() -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
    words: dict[str, str] = {}
    entries: dict[str, dict[str, Any]] = {}
    for entry in lexicons.entries("counted"):
        entries[entry["id"]] = entry
        words.setdefault(entry["id"], entry["id"])
        for word in entry["words"]:
            words.setdefault(word, entry["id"])
    return words, entries


def classify(noun: str) -> str:
    """The class of a counted noun's lemma; a noun that no entry lists is its own class."""
    return _classes()[0].get(noun.lower(), noun.lower())


def is_listed(cls: str) -> bool:
    """False for the class of a noun that no lexicon lists, which is its lemma."""
    return cls in _classes()[1]


def ancestors(cls: str) -> tuple[str, ...]:
    """A class and all classes that hold it, nearest first."""
    entries = _classes()[1]
    line = [cls]
    while line[-1] in entries and "parent" in entries[line[-1]]:
        line.append(entries[line[-1]]["parent"])
    return tuple(line)


def is_people(cls: str) -> bool:
    """True for classes of human beings."""
    return "people" in ancestors(cls)


def is_unnamed(cls: str) -> bool:
    """True where the noun counts people by what befell them and not by who they are ("60 deaths")."""
    return bool(_classes()[1].get(cls, {}).get("unnamed"))


def relation(a: str, b: str) -> str:
    """How class `a` stands to class `b`: same, inside (a is a kind of b), contains, overlaps or different."""
    if a == b:
        return "same"
    line_a, line_b = ancestors(a), ancestors(b)
    if b in line_a:
        return "inside"
    if a in line_b:
        return "contains"
    entries = _classes()[1]
    apart_a = {word for cls in line_a for word in entries.get(cls, {}).get("apart", ())}
    apart_b = {word for cls in line_b for word in entries.get(cls, {}).get("apart", ())}
    if apart_a & set(line_b) or apart_b & set(line_a) or line_a[-1] != line_b[-1]:
        return "different"
    return "overlaps"
