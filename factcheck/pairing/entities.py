"""How entities stand to each other as places and as agents, by their keys alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from factcheck.model import Entity

_POLITICAL = ("country", "government", "force")
_COMPASS = ("north", "south", "east", "west", "centre", "countryside")
_SMALL_WORDS = ("of", "for", "the", "and", "in", "on", "to")


def contains(a: Entity, b: Entity) -> bool:
    """True when b is a, or lies in a by its key or its chain."""
    return a.key == b.key or a.key in b.within


def tail(key: str) -> str:
    """The last word of a key, by which a short name is found beside a full one: "roe" of "person/jane-roe"."""
    return key.rpartition("/")[2].rpartition("-")[2]


def tails(entity: Entity) -> tuple[str, ...]:
    """The last words of an entity's key and of all that it acts for."""
    return tuple(tail(key) for key in (entity.key, *entity.within, entity.led_by) if key)


def relation(a: Sequence[Entity], b: Sequence[Entity]) -> str:
    """How the places of one side stand to those of the other.

    same: each lies in the other · inside: every place of a lies in some place of b · contains: the reverse · overlaps:
    some but not all of a lies in b or the reverse · different: every pair excludes the other, see `_exclude` · unknown:
    anything else, and whenever a side is empty.
    """
    if not a or not b:
        return "unknown"
    a, b = _narrowest(a), _narrowest(b)
    inside = [any(contains(outer, inner) for outer in b) for inner in a]
    around = [any(contains(outer, inner) for outer in a) for inner in b]
    if all(inside) and all(around):
        return "same"
    if all(inside):
        return "inside"
    if all(around):
        return "contains"
    if any(inside) or any(around):
        return "overlaps"
    return "different" if all(_exclude(x, y) for x, y in product(a, b)) else "unknown"


def _narrowest(places: Sequence[Entity]) -> list[Entity]:
    """Without those that only say where another of them lies: "in Cusco, in the south of Peru" is Cusco; what no table
    knows lies there too.
    """
    outer = [place for place in places if any(other.key != place.key and _around(place, other) for other in places)]
    if not outer:
        return list(places)
    return [_placed(place, outer) for place in places if place not in outer]


def _placed(place: Entity, outer: Sequence[Entity]) -> Entity:
    around = [key for item in outer if _around(item, place) for key in (item.key, *item.within)]
    return replace(place, within=tuple(dict.fromkeys((*place.within, *around))))


def _around(outer: Entity, inner: Entity) -> bool:
    """True if `inner` lies in `outer`, or in what `outer` is a quarter of; a place that no table knows lies in what is
    named beside it.
    """
    of, _, last = outer.key.rpartition("/")
    wide = outer.kind == "region" or not outer.key.startswith("place/")
    unlisted = inner.key.startswith("place/") and inner.kind != "region" and wide
    return (
        (unlisted and set(inner.within) <= set(outer.within))
        or outer.key in inner.within
        or (of in inner.within and last.split("-")[0] in _COMPASS)
    )


def _exclude(a: Entity, b: Entity) -> bool:
    """True when the chains name two countries, two regions of a country, or two of its cities.

    A bare name of a province's chief town may mean the province, so it never excludes what lies in that province. The
    north of a country and a place in it, or a village whose town is unknown, do not exclude anything in that country.
    """
    if _one(a, "country") != _one(b, "country"):
        return bool(_one(a, "country") and _one(b, "country"))
    levels = [(level, _one(a, level), _one(b, level)) for level in ("region", "city")]
    for level, x, y in levels:
        if x and y and x != y:
            return not (level == "city" and (_namesake(x) in b.within or _namesake(y) in a.within))
    return False


def _one(entity: Entity, level: str) -> str | None:
    """The key of the country, topmost region or city that an entity is or lies in, told by the key's form."""
    keys = [key for key in (entity.key, *entity.within) if _level(key) == level]
    return keys[-1] if keys else None


def _level(key: str) -> str:
    if len(key) == 2:
        return "country"
    if key[2:3] == ":":
        return "city" if "/" not in key else "part"
    if key[2:3] == "/" and key[:2].isupper() and key.count("/") == 1 and key[3:].split("-")[0] not in _COMPASS:
        return "region"
    return "part"


def _namesake(city: str) -> str:
    """The key that the province of the city's name has or would have."""
    return city.replace(":", "/")


def agent_relation(a: Entity, b: Entity) -> str:
    """How two agents stand to each other: same, inside (a in b), contains, leader, different or unknown.

    leader: one leads the other's coalition, or belongs to the state that leads it. Two bodies of one state, and bodies
    whose names may stand for each other but need not, are unknown. "X-backed" beside X is different.
    """
    if a.key == b.key or _alike(a, b):
        return "same"
    if a.backed_by or b.backed_by:
        return "inside" if b.key in a.within else "contains" if a.key in b.within else "different"
    if contains(b, a):
        return "inside"
    if contains(a, b):
        return "contains"
    if _leads(a, b) or _leads(b, a):
        return "leader"
    return _apart(a, b)


def _leads(leader: Entity, coalition: Entity) -> bool:
    return coalition.led_by is not None and coalition.led_by in (leader.key, *leader.within)


def _apart(a: Entity, b: Entity) -> str:
    """Different or unknown, for two agents neither of which lies in the other."""
    countries = [_one(entity, "country") for entity in (a, b)]
    if all(countries):
        return "different" if countries[0] != countries[1] else "unknown"
    if a.kind == "coalition" and b.kind == "coalition":
        return "different" if a.led_by and b.led_by else "unknown"
    if "coalition" in (a.kind, b.kind):
        # A state may be a member of a coalition that another leads.
        return "unknown"
    kinds = {a.kind, b.kind}
    if kinds <= {"organisation", "group"} or (kinds & {"organisation", "group"} and kinds & set(_POLITICAL)):
        return "different" if _resolved(a) and _resolved(b) else "unknown"
    return "different" if kinds == {"person"} else "unknown"


def _resolved(entity: Entity) -> bool:
    return not entity.key.startswith("person/")


def _alike(a: Entity, b: Entity) -> bool:
    """True when one organisation's name is the other's first words, or its initials."""
    if not (a.key.startswith("org/") and b.key.startswith("org/")):
        return False
    short, long = sorted((a.key[4:].split("-"), b.key[4:].split("-")), key=lambda words: (len(words), words))
    initials = "".join(word[0] for word in long if word and word not in _SMALL_WORDS)
    return long[: len(short)] == short or (len(short) == 1 and len(long) > 1 and short[0] == initials)
