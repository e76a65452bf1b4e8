"""One person with two ages or offices, one office with two holders, one place in two regions.

Why an editor should care: who somebody is, and how old, is what a paper has to correct most often. It forgives former,
acting and deputy, a shorter title, another word for a ministry, a birthday and the years between two articles, other
spellings of a name, and whatever one of the sources itself tells of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from difflib import SequenceMatcher
from typing import Any

from factcheck import evidence, lexicons
from factcheck.model import Claim, Comparability, Evidence, Rule
from factcheck.pairing import entities, index, speakers
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

ID = "identities"
ONE_NEWS_STORY = timedelta(days=31)
ALIKE = 0.6  # the share of letters in order from which two surnames may be one in two spellings
_YEAR = 365
_YEAR_NUMBER = re.compile(r"\b(?:19|20)\d\d\b")
_MINISTERS = ("minister", "secretary")


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """What the sources say of one person, of one office, of one place."""
    return index.pairs(statements, _keys, settings)


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence where two sources make one person, office or place two."""
    del scope, settings
    for rule, relation, told in (_ages(a, b), _ministries(a, b), _realms(a, b), _holders(a, b), _regions(a, b)):
        if rule:
            because = evidence.sentence(f"{told[0]}, writes {a.outlet}; {told[1]}, writes {b.outlet}")
            rules = [Rule(f"identities.{rule}", _RULES[rule])]
            yield evidence.make(ID, relation, because, a, b, Comparability(()), rules)
            return


_RULES = {
    "same": "both give one age",
    "age": "one person cannot be of two ages",
    "ministry": "one minister, two ministries",
    "realm": "one office, two places",
    "holder": "an office that one person holds at a time",
    "region": "one name in two regions: one place wrongly put, or two places",
}
_Found = tuple[str, str, tuple[str, str]]
_NOTHING: _Found = "", "", ("", "")


def _keys(claim: Claim) -> list[str]:
    if claim.kind != "identity":
        return []
    if not claim.agent.entities:
        return [entity.key for entity in claim.place.entities]
    return [f"person {claim.agent.words.split()[-1].casefold()}", *(f"{role} {body}" for role, body in _sole(claim))]


def _ages(a: Claim, b: Claim) -> _Found:
    if not (a.quantities and b.quantities and speakers.one_person(a.agent.words, b.agent.words)):
        return _NOTHING
    one, other = a.quantities[0].low, b.quantities[0].low
    if one is None or other is None or a.published is None or b.published is None:
        return _NOTHING
    told = f"{a.agent.words} is {one}", f"{b.agent.words} is {other}"
    if one == other:
        return ("same", "agree", told) if a.passage.source != b.passage.source else _NOTHING
    years = abs((a.published - b.published).days) // _YEAR + 1
    if abs(one - other) <= years:
        return _NOTHING
    return "age", "conflict", told


def _ministries(a: Claim, b: Claim) -> _Found:
    """Two ministries, of which neither source gives the other one too, nor any other that may hold both."""
    if not (speakers.one_person(a.agent.words, b.agent.words) and _near(a, b)):
        return _NOTHING
    one, other = _portfolios(a, current=True), _portfolios(b, current=True)
    if not one or not other or _portfolios(a, current=False) & _portfolios(b, current=False):
        return _NOTHING
    return "ministry", "conflict", (_called(a), _called(b))


def _realms(a: Claim, b: Claim) -> _Found:
    """One office of one person, in two places that exclude one another."""
    if not (a.agent.entities and speakers.one_person(a.agent.words, b.agent.words) and _near(a, b)):
        return _NOTHING
    shared = {role for role, _ in _sole(a)} & {role for role, _ in _sole(b)}
    if not shared or entities.relation(a.place.entities, b.place.entities) != "different":
        return _NOTHING
    return "realm", "conflict", (_called(a), _called(b))


def _holders(a: Claim, b: Claim) -> _Found:
    """Two persons in one office of one place or body, of whom neither source names the other's."""
    if not (set(_sole(a)) & set(_sole(b)) and _near(a, b)) or a.agent.words in b.named or b.agent.words in a.named:
        return _NOTHING
    one, other = (claim.agent.words.casefold().split() for claim in (a, b))
    if set(one) & set(other) or SequenceMatcher(None, one[-1], other[-1]).ratio() >= ALIKE:
        return _NOTHING
    return "holder", "conflict", (_called(a), _called(b))


def _regions(a: Claim, b: Claim) -> _Found:
    """A place of one name in two regions of one country."""
    if a.agent.entities or b.agent.entities or not (a.place.entities and b.place.entities):
        return _NOTHING
    one, other = a.place.entities[0], b.place.entities[0]
    if one.key != other.key or entities.relation([one], [replace(other, key=f"{other.key} ")]) != "different":
        return _NOTHING
    return "region", "tension", (a.place.words, b.place.words)


def _near(a: Claim, b: Claim) -> bool:
    """Written in one season, since offices change hands, and neither of one in its time ("from 2019 to 2022")."""
    timed = any(
        _YEAR_NUMBER.search(claim.clause)
        or set(claim.clause.casefold().replace(",", "").split()) & lexicons.words("offices", "once-held")
        for claim in (a, b)
    )
    if timed or a.published is None or b.published is None:
        return False
    return abs(a.published - b.published) <= ONE_NEWS_STORY


def _roles(claim: Claim) -> list[tuple[str, str]]:
    return [(role, body) for role, _, body in (term.partition(":") for term in claim.topic)]


def _is_current(role: str) -> bool:
    return not set(role.replace("-", " ").split()) & lexicons.words("offices", "not-quite")


def _sole(claim: Claim) -> list[tuple[str, str]]:
    """The offices that one person at a time holds, with their towns, regions, states or bodies; "the Republican
    governor" tells none.
    """
    kind = claim.place.entities[0].kind if claim.place.entities else "body"
    held = lexicons.words("offices", f"sole-{kind}")
    return [
        (role, body.casefold())
        for role, body in _roles(claim)[:1]
        if role in held and body and (kind != "body" or body.isupper() or " " in body)
    ]


def _portfolios(claim: Claim, *, current: bool) -> set[str]:
    """The ministries of a minister, by what they are for; with `current` only those not told as past or deputed."""
    found: set[str] = set()
    for role, _ in _roles(claim):
        if role.split()[-1] in _MINISTERS and (_is_current(role) or not current):
            words = set(role.replace("-", " ").split())
            found.update(entry["id"] for entry in _fields() if words & set(entry["words"]))
    return found


def _fields() -> list[dict[str, Any]]:
    return [entry for entry in lexicons.entries("offices") if entry["id"].startswith("portfolio")]


def _called(claim: Claim) -> str:
    """ "Jane Roe is mayor (Linz)"."""
    role, body = _roles(claim)[0]
    return f"{claim.agent.words} is {role}{f' ({body})' if body else ''}"
