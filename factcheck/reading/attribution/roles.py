"""What words people are called by: kinds, genders and numbers of titles, roles and pronouns (lexicons/roles.toml)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from factcheck.lexicons import entries, load

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ROLE_KINDS = ("role", "voice")


@functools.cache
def _index() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for entry in entries("roles"):
        for word in entry["words"]:
            found.setdefault(word, entry)
    return found


@functools.cache
def parts() -> frozenset[str]:
    """The words that stand in front of a role and belong to it."""
    return frozenset(word for entry in entries("roles") if entry["kind"] == "part" for word in entry["words"])


def kind(word: str) -> str | None:
    """The kind of a word: courtesy, voice, role, part, document, person, body, people, pronoun, relative or suffix."""
    entry = _index().get(word.lower()) or _index().get(singular(word.lower()))
    return entry["kind"] if entry else None


def is_kin(words: set[str]) -> bool:
    """Whether one of these words means a relative of somebody."""
    return not words.isdisjoint(load("roles")["kin"]["words"])


def is_unnamed(word: str) -> bool:
    """Whether a pronoun names nobody whom a third person could be credited for: we, one, those."""
    return word in load("roles")["unnamed"]["words"]


def gender(word: str) -> str | None:
    """f or m, where a title, role or pronoun says so."""
    entry = _index().get(word.lower())
    if entry is None and " " in word:
        entry = _index().get(word.lower().split()[-1])
    return entry.get("gender") if entry else None


def number(word: str) -> str | None:
    """plural or body for pronouns that mean several or a body."""
    entry = _index().get(word.lower())
    return entry.get("number") if entry else None


def singular(word: str) -> str:
    """A role's singular, by its ending."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def without_titles(words: Sequence[str]) -> list[str]:
    """A name's words without the titles and roles before it."""
    rest = list(words)
    while len(rest) > 1 and kind(rest[0]) in ("courtesy", "role", "voice", "part"):
        rest = rest[1:]
    return rest


def without_suffix(words: Sequence[str]) -> list[str]:
    """A name's words without Jr., III, MP after it."""
    rest = [word.rstrip(",") for word in words]
    while len(rest) > 1 and rest[-1].lower() in _index() and _index()[rest[-1].lower()]["kind"] == "suffix":
        rest = rest[:-1]
    return rest


def has_role_word(name: str) -> bool:
    """Whether a name ends in a role ("Labour spokesman") or in a noun for a document: then it is no person's name."""
    return kind(name.split()[-1]) in ("role", "voice", "document") and " " in name and kind(name.split()[-1]) != "part"


def role_before_name(doc: Doc, start: int, end: int) -> int:
    """The token at which the name proper starts, behind the titles and roles that a named entity began with."""
    place = start
    for spot in range(start, end - 1):
        if spot > start and len(doc[spot]) == 2 and doc[spot].text.endswith("."):
            continue  # an initial: no Monsieur in the middle of a name
        if (kind(doc[spot].lower_) in ("courtesy", *_ROLE_KINDS) and doc[spot].lower_ != "general") or kind(
            doc[spot].lower_
        ) == "role":
            place = spot + 1
    return place


def title_at(doc: Doc, start: int) -> str | None:
    """The title or role word right before a name."""
    if start == 0:
        return None
    word = doc[start - 1].lower_
    return word if kind(word) in ("courtesy", *_ROLE_KINDS) else None


def bears(stated: str, role: str) -> bool:
    """Whether somebody who has the stated role can be called by `role` alone ("foreign minister": the minister)."""
    stated, role = (load("roles")["spelled"].get(words, words) for words in (stated, role))
    lesser = [word for entry in entries("roles") if entry["kind"] == "lesser" for word in entry["words"]]
    return stated == role or (
        stated.endswith(f" {role}") and not any(word in lesser for word in stated.split()[: -len(role.split())])
    )


def spelled(word: str, whole: str) -> str:
    """The last word of a role in the singular, spelled out ("gov." is governor); `whole`: the role's words."""
    known = whole in _index() or word in _index()
    full: str = load("roles")["spelled"].get(word, word if known else singular(word))
    return full
