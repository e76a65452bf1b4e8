"""Institutions as the lexicon has them: kinds by head noun, bodies the world knows, words that make coalitions."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading.names.gazetteer import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Head:
    """What a head noun makes of a state's name: the kind and part of the key, and the part that is above it."""

    id: str
    kind: str
    part: str
    above: str | None = None


@functools.cache
def heads() -> dict[tuple[str, ...], Head]:
    """Words of a head noun (lower case) to what it makes."""
    return {
        tuple(words.split()): Head(entry["id"], entry["kind"], entry["part"], entry.get("above"))
        for entry in lexicons.entries("institutions")
        for words in entry["words"]
    }


@functools.cache
def lengths() -> dict[str, tuple[int, ...]]:
    """First word of the head nouns to the numbers of words that they have, longest first."""
    found: dict[str, set[int]] = {}
    for phrase in heads():
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(counts, reverse=True)) for word, counts in found.items()}


def head_at(doc: Doc, i: int) -> tuple[Head, int] | None:
    """The head noun at token i and where it ends; "government forces" is a force."""
    for length in lengths().get(doc[i].lower_, ()) if i < len(doc) else ():
        words = tuple(token.lower_ for token in doc[i : i + length])
        head = heads().get(words) if len(words) == length else None
        if head:
            end = i + length
            if head.part == "government" and end < len(doc):
                force = head_at(doc, end)
                if force and force[0].kind == "force":
                    return force
            return head, end
    return None


@functools.cache
def known() -> dict[str, tuple[Entity, bool]]:
    """Folded name to a body known everywhere, and whether the name is one of capitals only ("WHO", not "Who")."""
    found: dict[str, tuple[Entity, bool]] = {}
    for item in lexicons.load("institutions")["institution"]:
        entity = Entity(item["key"], item["name"], item["kind"], tuple(item.get("within", ())))
        for name in item["words"]:
            capitals = found.get(fold(name), (entity, True))[1] and name.isupper()
            found[fold(name)] = (entity, capitals)
    return found


@functools.cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """A word list of the lexicon, for membership only."""
    listed: dict[str, Any] = lexicons.load("institutions")[table]
    return frozenset(listed[key])


def part_of(base: Entity, head: Head) -> Entity:
    """The force, government or people of a state or place, under the state's key."""
    above = (f"{base.key}/{head.above}",) if head.above else ()
    return Entity(f"{base.key}/{head.part}", f"{base.name} {head.id}", head.kind, (*above, base.key, *base.within))


def led(leader: Entity) -> Entity:
    """The coalition that is named by its leader."""
    return Entity(f"coalition/{leader.key}", f"{leader.name}-led coalition", "coalition", led_by=leader.key)


def backed(backer: Entity, noun: str) -> Entity:
    """The group that is named by its backer and a common noun."""
    return Entity(f"backed/{backer.key}/{fold(noun)}", f"{backer.name}-backed {noun}", "group", backed_by=backer.key)
