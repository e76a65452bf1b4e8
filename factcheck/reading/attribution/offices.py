"""The roles and titles around a name: before it, in apposition after it, and whom they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.reading.attribution import roles

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 4  # Words of the longest role in the lexicon.
_WINDOW = 12  # Tokens before a name in which its role and affiliation stand.
_JOINTS = frozenset(["for", "at", "with", "of", "in", "from", "on"])
_INNER = frozenset(["of", "for", "and", "&", "the", "-", "de", "on", "al"])
_ROLE_KINDS = ("role", "voice")


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
        if place > 1 and doc[place].pos_ == "PROPN" and doc[place - 1].lower_ in ("in", "at", "for", "of"):
            place -= 2  # its director in Oslo, Jane Roe
    found = _role_ending(doc, place)
    if found is None or place < 0:
        return
    first, role = found
    left = _left_edge(doc, first)
    owned = any(doc[spot].text in ("'s", "'") or doc[spot].tag_ == "PRP$" for spot in range(max(left - 1, 0), first))
    article = doc[left].lower_ == "the" or (doc[left].lower_ in ("a", "an") and _closed(doc, start))
    if comma and not owned and not article:
        return
    for spot in range(left, first):
        if doc[spot].lower_ in ("former", "ex"):
            role, left = f"former {role}", max(left, spot + 1) if spot - left < 2 else left
            break
    yield role, _capitalised(doc, left, first)


def _closed(doc: Doc, start: int) -> bool:
    """A spokeswoman, Ann Roe, said: whether a comma or the end follows two or more capitalised words."""
    place = start
    while place < len(doc) and doc[place].text[:1].isupper():
        place += 1
    return place - start > 1 and (place == len(doc) or doc[place].text in (",", "."))


def _role_ending(doc: Doc, place: int) -> tuple[int, str] | None:
    """The longest role that ends at a token, with the words that belong to it: (its first token, its words)."""
    for length in range(_LONGEST, 0, -1):
        first = place - length + 1
        if first < 0:
            continue
        words = doc[first : place + 1].text.lower().replace(" - ", "-")
        if roles.kind(words) in _ROLE_KINDS:
            while first > 0 and (doc[first - 1].lower_ in roles.parts() and not doc[first - 1].is_punct):
                first -= 1
            return first, _singular_role(doc[first : place + 1].text.lower())
    return None


def _singular_role(role: str) -> str:
    """A role in the singular, spelled out ("gov." is governor)."""
    last = role.split()[-1]
    return " ".join([*role.split()[:-1], roles.spelled(last, whole=role)])


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
        if doc[spot].ent_type_ not in ("DATE", "TIME")  # said on Saturday French minister Jane Roe
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
    return token.pos_ == "ADJ" or (
        not token.ent_type_ and (token.pos_ != "PROPN" or roles.kind(token.lower_) is not None)
    )


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
