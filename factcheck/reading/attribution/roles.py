"""Roles and titles around a name: before it, in apposition after it, and whom they belong to (lexicons/roles.toml)."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.lexicons import entries, load

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 4  # Words of the longest role in the lexicon.
_WINDOW = 12  # Tokens before a name in which its role and affiliation stand.
_JOINTS = frozenset(["for", "at", "with", "of", "in", "from", "on"])
_INNER = frozenset(["of", "for", "and", "&", "the", "-", "de", "on", "al"])
_ROLE_KINDS = ("role", "voice")


@functools.cache
def _index() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for entry in entries("roles"):
        for word in entry["words"]:
            found.setdefault(word, entry)
    return found


@functools.cache
def _parts() -> frozenset[str]:
    return frozenset(word for entry in entries("roles") if entry["kind"] == "part" for word in entry["words"])


def kind(word: str) -> str | None:
    """The kind of a word: courtesy, voice, role, part, document, person, body, people, pronoun, relative or suffix."""
    entry = _index().get(word.lower()) or _index().get(singular(word.lower()))
    return entry["kind"] if entry else None


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


def around(doc: Doc, start: int, end: int) -> Iterator[tuple[str, str | None]]:
    """(role, affiliation) pairs that stand right before and right after the name in tokens [start, end)."""
    yield from _before(doc, start)
    yield from _after(doc, end)


def _before(doc: Doc, start: int) -> Iterator[tuple[str, str | None]]:
    """US Interior Ministry spokesman Jane Roe; France's finance minister, Jane Roe; Prime Minister of Chad Jane Roe."""
    place = start - 1
    comma = place >= 0 and doc[place].text == ","
    if comma:
        place -= 1
    found = _role_ending(doc, place)
    if found is None or place < 0:
        return
    first, role = found
    left = _left_edge(doc, first)
    if (
        comma
        and not any(doc[spot].text in ("'s", "'") for spot in range(left, first))
        and doc[left].lower_ not in ("the", "its", "their")
    ):
        return
    for spot in range(left, first):
        if doc[spot].lower_ in ("former", "ex"):
            role, left = f"former {role}", max(left, spot + 1) if spot - left < 2 else left
            break
    yield role, _capitalised(doc, left, first)


def _role_ending(doc: Doc, place: int) -> tuple[int, str] | None:
    """The longest role that ends at a token, with the words that belong to it: (its first token, its words)."""
    for length in range(_LONGEST, 0, -1):
        first = place - length + 1
        if first < 0:
            continue
        words = doc[first : place + 1].text.lower().replace(" - ", "-")
        if kind(words) in _ROLE_KINDS:
            while first > 0 and (doc[first - 1].lower_ in _parts() and not doc[first - 1].is_punct):
                first -= 1
            return first, _singular_role(doc[first : place + 1].text.lower())
    return None


def _singular_role(role: str) -> str:
    """A role in the singular, spelled out ("gov." is governor)."""
    last = role.split()[-1]
    full = load("roles")["spelled"].get(last, last if role in _index() or last in _index() else singular(last))
    return " ".join([*role.split()[:-1], full])


def _left_edge(doc: Doc, first: int) -> int:
    """Where the noun phrase that ends in a role begins."""
    left = first
    while left > 0 and first - left < _WINDOW:
        token = doc[left - 1]
        if token.text == "-" and (token.whitespace_ or doc[left - 2 if left > 1 else 0].whitespace_):
            break
        inside = (
            token.pos_ in ("PROPN", "NOUN", "ADJ", "NUM")
            or token.text in ("'s", "'", "-", "&", "/")
            or token.lower_ in ("the", "a", "an")
        )
        joined = (
            (token.lower_ in ("of", "for") or (token.lower_ == "and" and left < first))
            and left - 2 >= 0
            and doc[left - 2].pos_ == "PROPN"
            and doc[left - 2].ent_type_ != "PERSON"
            and doc[left].pos_ == "PROPN"
        )
        if not inside and not joined:
            break
        left -= 1
        if token.lower_ in ("the", "a", "an") and left > 0 and doc[left - 1].lower_ not in _INNER:
            break
    return left


def _capitalised(doc: Doc, left: int, right: int) -> str | None:
    """The name in tokens [left, right), without article, possessive and lower-case words around it."""
    spots = [
        spot
        for spot in range(left, right)
        if doc[spot].text[:1].isupper() and doc[spot].lower_ not in ("the", "a", "an") and not _only_first(doc, spot)
    ]
    if not spots:
        return None
    first, last = spots[0], spots[-1]
    half = first == last and doc[first].is_sent_start and doc[first].ent_type_ not in ("PERSON", "GPE", "NORP")
    if half and last + 1 < right and doc[last + 1].pos_ in ("NOUN", "PROPN"):
        return None  # Tea growers' leader: half a name, with its capital from the sentence
    for spot in range(first, last + 1):  # France's Finance …: the owner is France
        if doc[spot].text in ("'s", "'"):
            last = spot - 1
            break
    name = doc[first : last + 1].text
    return " ".join(name.split()) or None


def _only_first(doc: Doc, spot: int) -> bool:
    """Whether a word has its capital from the start of the sentence: Retired …, Fellow …"""
    token = doc[spot]
    if not token.is_sent_start or token.ent_type_ in ("NORP", "GPE"):
        return False
    return token.pos_ == "ADJ" or (not token.ent_type_ and (token.pos_ != "PROPN" or kind(token.lower_) is not None))


def _after(doc: Doc, end: int) -> Iterator[tuple[str, str | None]]:
    """Jane Roe, a spokeswoman for the Health Ministry; Jane Roe, Oxfam's director; Jane Roe, 47, head of the union."""
    place = end
    if place < len(doc) and (doc[place].text in (",", "(", "-", "--") or doc[place].lower_ in ("is", "was")):
        place += 1
    if place + 1 < len(doc) and doc[place].lower_ == "who" and doc[place + 1].lower_ in ("is", "was"):
        place += 2
    if place + 1 < len(doc) and doc[place].like_num and doc[place + 1].text == ",":
        place += 2
    limit = min(len(doc), place + 9)
    for spot in range(place, limit):
        token = doc[spot]
        if (
            token.pos_ in ("VERB", "AUX")
            or (token.is_punct and token.text not in ("-",))
            or token.lower_ in ("who", "which")
        ):
            return
        if token.lower_ in _JOINTS and spot == place:
            return
        found = _role_ending(doc, spot)
        if found is None or found[0] < place or _role_ending_later(doc, spot, limit):
            continue
        if token.tag_ == "NNS" and not any(doc[end - 1].conjuncts):
            return  # one person is no "advisers": another phrase begins
        first, role = found
        if spot + 1 < len(doc) and doc[spot + 1].text in ("'s", "'"):
            continue  # the president's counsellor is no president
        # Without a comma only a lower-case role is an apposition: others start a new name.
        if doc[first].text[:1].isupper() and spot + 1 < limit and doc[spot + 1].pos_ == "PROPN":
            continue  # the title of somebody else, whose person this is
        joined = spot + 1 < len(doc) and doc[spot + 1].lower_ in _JOINTS
        if place == end and (doc[first].text[:1].isupper() or first != place or not joined):
            return
        before = _capitalised(doc, max(place, _left_edge(doc, first)), first)
        owned = before is not None and any(doc[owner].text in ("'s", "'") for owner in range(place, first))
        yield role, before if owned else _belongs_to(doc, spot + 1) or before
        return


def _role_ending_later(doc: Doc, spot: int, limit: int) -> bool:
    """Whether a longer role goes on: deputy | director, secretary | of state."""
    following = range(spot + 1, min(limit, spot + _LONGEST))
    return any((found := _role_ending(doc, later)) is not None and found[0] <= spot for later in following)


def _belongs_to(doc: Doc, place: int) -> str | None:
    """The name after for, at, of … behind a role, up to the next comma or verb; best the one after at."""
    found: str | None = None
    for spot in range(place, min(len(doc), place + 10)):
        token = doc[spot]
        if (token.is_punct and token.text != "-") or token.pos_ in ("VERB", "AUX") or token.text in ("'s", "'"):
            break
        if token.lower_ == "and" and (spot == place or doc[spot + 1].lower_ in ("a", "an", "the")):
            break  # mayor and friend of Poe; chief of staff to Roe and a friend of Poe
        if token.lower_ in _JOINTS or (token.lower_ == "to" and spot == place):
            name = _name_from(doc, spot + 1)
            found = name if name and (found is None or token.lower_ == "at") else found
    return found


def _name_from(doc: Doc, place: int) -> str | None:
    """A run of capitalised words from a token on; small words between two of them belong to it."""
    while place < len(doc) and doc[place].lower_ in ("the", "a", "an", "its", "their"):
        place += 1
    end = place
    while end < len(doc):
        token = doc[end]
        inner = token.lower_ in _INNER and end > place and end + 1 < len(doc) and doc[end + 1].text[:1].isupper()
        if not (token.text[:1].isupper() and not token.is_punct) and not inner:
            break
        end += 1
    return " ".join(doc[place:end].text.split()).replace(" - ", "-") or None
