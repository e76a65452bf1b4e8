"""How a checker says what it found: two claims, a relation, and one plain sentence that names both values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck import identity, intervals
from factcheck.model import NOT_STATED, Claim, Comparability, Dimension, Evidence, Rule, Side
from factcheck.pairing import speakers
from factcheck.reading.names import gazetteer
from factcheck.reading.quantities import quantity_phrases

OPEN = ("unknown", "leader", "overlaps")
_AFTER = re.compile(r",| (?:of|for|in|at|on|with|from|to|who|that|near|by)\b")
_DETERMINED = {
    *("a", "an", "the", "this", "that", "these", "those", "some", "other", "more", "most", "many", "several", "all"),
    *("his", "her", "its", "their", "our", "my", "one", "two", "three", "four", "five", "another", "both", "few"),
}
_MANY = re.compile(r"(?:[^s]s|people|police|media|women|men)$")
_NUMBER = re.compile(r"\d")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def make(
    checker: str, relation: str, because: str, a: Claim, b: Claim, scope: Comparability, rules: Sequence[Rule]
) -> Evidence:
    """Evidence with an id that depends on the checker, both sources, and the words of both passages and figures
    alone.
    """
    counted_again = any(rule.rule == "figures.update" for rule in rules)  # a toll that grows is no change of mind
    if not counted_again and _changed_position(relation, a, b):
        days = " and ".join(day(claim.published) for claim in sorted((a, b), key=lambda item: str(item.published)))
        because = f"{because.rstrip('.')}; {who(a)} is credited with both, in articles of {days}: a change of position."
        rules = [*rules, Rule("speaker.change-of-position", f"one speaker, in articles of {days}")]
    key = identity.evidence_id(checker, a.passage.source, _words(a), b.passage.source, _words(b))
    return Evidence(key, relation, because, side(a), side(b), (), scope.dimensions, tuple(rules))


def day(value: date | None) -> str:
    """A day as an English reader writes it, whatever the locale: 8 March 2024."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else NOT_STATED


def other_days(a: Claim, b: Claim) -> bool:
    """The articles are known to be of two days."""
    return a.published is not None and b.published is not None and a.published != b.published


def _changed_position(relation: str, a: Claim, b: Claim) -> bool:
    """One speaker at odds with himself in articles of two days."""
    at_odds = relation in ("conflict", "dispute", "tension")
    return at_odds and speakers.surely_one(a.holder, b.holder) and other_days(a, b)


def _words(claim: Claim) -> str:
    """The words of a passage and, since a clause may hold two, of its figure."""
    return " | ".join((claim.passage.text, *(quantity.text for quantity in claim.quantities)))


def side(claim: Claim) -> Side:
    """A claim as one side of a finding."""
    passage = claim.passage
    return Side(
        passage.source,
        passage.start,
        passage.end,
        passage.line,
        passage.text,
        claim.id,
        value(claim),
        claim.holder,
        quantity=claim.quantities[0] if claim.quantities else None,
        period=claim.period,
    )


def value(claim: Claim) -> str:
    """What a claim gives, in a few words: its figure, else the clause that makes the statement."""
    return intervals.shown(claim.quantities[0]) if claim.quantities else cut(claim.clause)


def who(claim: Claim) -> str:
    """Whom the source credits, as the subject of a sentence: "Jane Roe (Health Ministry)" or "the article herald
    itself".
    """
    if claim.holder is None:
        return f"{claim.outlet} itself"
    affiliation = claim.holder.affiliation or ""
    name = called(claim.holder.name)
    told = not affiliation or affiliation.casefold() in name.casefold() or _is_adjective(affiliation)
    return name if told else f"{name} ({affiliation})"


def _is_adjective(affiliation: str) -> bool:
    """Of a nation alone, as it stands before an office ("the Danish minister"): in brackets it would be no body."""
    folded = gazetteer.fold(affiliation)
    return folded in gazetteer.nationalities() and folded not in gazetteer.countries()


def amount(shown: str, words: str) -> str:
    """A figure with what it counts: "12 dead", but "a toll of 12"."""
    total = set(words.casefold().split()[-1:]) & (quantity_phrases.words("toll") | quantity_phrases.words("number"))
    return f"a {words} of {shown}" if total else " ".join(filter(None, (shown, words)))


def called(name: str) -> str:
    """A holder's name as it stands inside a sentence, with the article that English wants before an office or a body:
    "the regional health office".
    """
    first, _, rest = name.strip(" ,").partition(" ")
    if first.casefold() in _DETERMINED and (rest[:1].islower() or first in ("A", "An")):
        return f"{first.casefold()} {rest}"
    head = _AFTER.split(name, maxsplit=1)[0].split()
    owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in head[:-1])
    plain = not head or owned or first.casefold() in _DETERMINED or not head[-1].islower() or _MANY.search(head[-1])
    return name.strip(" ,") if plain or _NUMBER.match(first) else f"the {name.strip(' ,')}"


def sources(told: Sequence[Evidence]) -> tuple[str, ...]:
    """The articles that some evidence stands in, each once, in its order."""
    sides = [side for item in told for side in item.sides]
    named = [name for side in sides for name in (side.source, *(passage.source for passage in side.also))]
    return tuple(dict.fromkeys(named))


def sentence(words: str) -> str:
    """Words as a sentence: a capital at the start and a stop at the end."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def cut(text: str, longest: int = 140) -> str:
    """A passage on one line, cut at a word where it is long."""
    words = " ".join(text.split()).rstrip(".,; ")
    return words if len(words) <= longest else f"{words[: longest - 1].rsplit(' ', 1)[0].rstrip(' …')} …"


def open_dimensions(scope: Comparability, *ignored: str) -> list[Dimension]:
    """The dimensions that leave it open whether both sides mean the same. Where neither side says anything nothing is
    open.
    """
    return [item for item in scope.dimensions if item.dimension not in ignored and is_open(item)]


def is_open(item: Dimension) -> bool:
    """True if a dimension leaves it open whether both sides mean the same."""
    silent = item.value == "unknown" and item.a == item.b == NOT_STATED and item.dimension != "incident"
    return item.value in OPEN and not silent


def open_words(dimensions: Sequence[Dimension]) -> str:
    """The open dimensions in words: "place (Denmark; not stated)"."""
    return ", ".join(f"{item.dimension} ({item.a}; {item.b})" for item in dimensions)
