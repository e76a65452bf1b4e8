"""Do two words or phrases exclude one another? Numbers, ranks, contraries, things of one kind, names."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from factcheck import intervals, lexicons
from factcheck.pairing import propositions
from factcheck.pairing.opposites import twins
from factcheck.pairing.scene import namings
from factcheck.pairing.scene.sentences import Word

_THINGS = ("NOUN", "PROPN", "ADJ")
LONGEST = 4  # words of a phrase of the lexicon


@dataclass(frozen=True)
class Clash:
    """Words that cannot stand for one another: whose question it is, of what kind, and what each side has.

    `relation`: conflict; drift (one bound beside another); tension, where both may hold after all.
    """

    checker: str
    kind: str
    a: str
    b: str
    relation: str = "conflict"


def between(a: Sequence[Word], b: Sequence[Word]) -> Clash | None:
    """The clash between words that stand in one place, if any."""
    shown = " ".join(word.text for word in a), " ".join(word.text for word in b)
    if not a or not b or shown[0].casefold() == shown[1].casefold():
        return None
    figures = _numbers(a, b)
    if figures:
        return Clash("figures", figures, *shown, relation=_figures_relation(a, b))
    found = _contrary(a, b) or _one_kind(a, b) or _named(a, b)
    if found:
        return Clash(*found, *shown)
    if len(a) == len(b) > 1:
        return next(filter(None, (between([x], [y]) for x, y in zip(a, b, strict=True) if x.norm != y.norm)), None)
    return None


def _numbers(a: Sequence[Word], b: Sequence[Word]) -> str | None:
    """One number or rank on each side, and nothing else that differs."""
    for what in ("number", "rank"):
        one = [word for word in a if getattr(word, what)]
        other = [word for word in b if getattr(word, what)]
        rest = [{word.norm for word in some if not getattr(word, what)} for some in (a, b)]
        if len(one) == len(other) == 1 and rest[0] == rest[1] and getattr(one[0], what) != getattr(other[0], what):
            return what
    return None


def _figures_relation(a: Sequence[Word], b: Sequence[Word]) -> str:
    """Two figures may be one, rounded or told by a bound; two bounds of one sort are one thing told otherwise."""
    amounts = [word.quantity for some in (a, b) for word in some if word.quantity is not None]
    if len(amounts) != 2 or not intervals.meet(*intervals.rounded(*amounts)):
        return "conflict"
    one, other = amounts
    bounds = one.low is other.low is None or one.high is other.high is None
    return "drift" if bounds else "tension"


def _contrary(a: Sequence[Word], b: Sequence[Word]) -> tuple[str, str] | None:
    """Contraries of the lexicons, or one word with a prefix that turns it."""
    one, other = forms(a), forms(b)
    alike = len(a) == len(b) == 1 and bool(classes(a[0]) & classes(b[0]))
    turned = alike and any(twins.by_prefix(x, y) for x in one for y in other)
    return ("polarity", "contraries") if turned or any(against(form) & other for form in one) else None


def forms(words: Sequence[Word]) -> set[str]:
    """A phrase as a lexicon may list it."""
    if len(words) > LONGEST:
        return set()
    return {" ".join(word.text.casefold() for word in words), " ".join(word.norm for word in words)}


def classes(word: Word) -> set[str]:
    """The parts of speech that a word may be; participles are adjectives too."""
    found = {"VERB" if word.token.pos_ == "AUX" else word.token.pos_}
    return found | {"ADJ"} if word.token.tag_ in ("VBN", "VBG") else found


@functools.cache
def against(form: str) -> frozenset[str]:
    """All that cannot hold beside a word or phrase."""
    listed = {
        other
        for entry in lexicons.entries("contraries")
        if "opposite" in entry and form in entry["words"]
        for other in lexicons.words("contraries", entry["opposite"])
    }
    return frozenset(listed | propositions.opposites(form))


def kinds(words: Sequence[Word]) -> dict[str, str]:
    """The kinds of which a phrase names one thing, each with the word that the lexicon has for it."""
    if not words or words[-1].token.pos_ not in _THINGS:
        return {}
    return {name: form for form in sorted(forms(words)) for name in _kinds(form)}


@functools.cache
def _kinds(form: str) -> tuple[str, ...]:
    return tuple(entry["id"] for entry in lexicons.entries("kinds") if form in entry["words"])


@functools.cache
def entry_of(kind: str) -> dict[str, Any]:
    """The entry of a kind; empty for what is none of the lexicon's."""
    return next((entry for entry in lexicons.entries("kinds") if entry["id"] == kind), {})


def may_be_one(kind: str, one: str, other: str) -> bool:
    """True for two words of a kind for one thing: grey and gray."""
    return one == other or any(one in group and other in group for group in entry_of(kind).get("same", ()))


def _one_kind(a: Sequence[Word], b: Sequence[Word]) -> tuple[str, str] | None:
    one, other = kinds(a), kinds(b)
    for kind in one:
        if kind in other and not may_be_one(kind, one[kind], other[kind]):
            return str(entry_of(kind)["checker"]), kind
    return None


def _named(a: Sequence[Word], b: Sequence[Word]) -> tuple[str, str] | None:
    apart = namings.is_name(a) and namings.is_name(b) and not namings.may_be_one(a, b)
    return ("identities", "name") if apart else None
