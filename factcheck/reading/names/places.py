"""Places by name: what lies in what as the article says, then by the tables where the article bears them out."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck import lexicons
from factcheck.model import Entity
from factcheck.reading.names import gazetteer
from factcheck.reading.names.gazetteer import slug
from factcheck.reading.names.kinds import compass, nouns
from factcheck.reading.names.sights import Sight

# States, provinces and nations that the press names without their country.
_FEDERAL = ("US/", "GB/", "CA/", "AU/", "IN/", "DE/")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between two names: one in the other ("X, a town in Y"), beside, or around ("Y's town of X")."""
    listed = lexicons.load("places")["prepositions"]
    containing, beside = "|".join(listed["containing"]), "|".join(listed["beside"])
    kinds = "|".join(sorted(nouns()))
    sides = "|".join([*sorted(compass()), *listed["ranking"], "[a-z]+-[a-z]+"])
    free = r"(?:[a-z]+(?:-[a-z]+)? )*"
    into = rf"^(?:,? ?|, (?:an?|the) {free})(?:{containing})(?: the)?(?: {free}(?:of)?)?$"
    away = rf"(?:[a-z]+ )?[0-9.]+ ?(?:{'|'.join(listed['measures'])})\b[^A-Z,;]*(?:from|of)"  # "some 60 km from"
    near = rf"^,? ?(?:[a-z]+ ){{0,2}}(?:just )?(?:{beside}|{away})(?: the)?(?: [a-z]+ of)?$"
    around = rf"^(?:'s?)?(?: (?:{sides}|and))*(?: (?:{kinds}))*(?: of)?,?$"
    return re.compile(into), re.compile(near), re.compile(around)


def containments(sights: Sequence[Sight], between: Sequence[str], found: dict[str, Counter[str]]) -> None:
    """Count in `found` what one sentence says each name lies in; `between[n]` is the text from sight n to n+1."""
    into, near, around = _patterns()
    for n, gap in enumerate(between):
        inner, outer = sights[n], sights[n + 1]
        listed = n + 2 < len(sights) and re.fullmatch(r",|,? and|,? or", between[n + 1]) and not sights[n + 2].known
        after_list = n > 0 and between[n - 1] == "," and not sights[n - 1].known and not outer.known
        if inner.folded == outer.folded:
            continue
        if inner.known is None and not outer.adjective:
            if into.match(gap) or (gap == "," and not listed and not after_list):
                _count(found, inner, outer)
            elif near.match(gap) and n + 2 < len(sights) and sights[n + 2].known and into.match(between[n + 1]):
                _count(found, inner, sights[n + 2])
            elif near.match(gap) and outer.known is None:
                found.setdefault(inner.folded, Counter())[f"?{outer.folded}~"] += 1
        if inner.known is not None and outer.known is None:
            direct = gap == "" and not inner.adjective
            if direct or (gap not in (",", "") and around.match(gap)):
                _count(found, outer, inner)


def _count(found: dict[str, Counter[str]], inner: Sight, outer: Sight) -> None:
    key = outer.known.key if outer.known else f"?{outer.folded}{'!' if inner.urban else ''}"
    found.setdefault(inner.folded, Counter())[key] += 1


class Places:
    """Resolves the place names of one article."""

    def __init__(self, said: dict[str, Counter[str]], countries: Counter[str]) -> None:
        self._said, self._countries = said, countries
        self._resolved: dict[str, Entity | None] = {}

    def resolve(self, folded: str, surface: str) -> Entity:
        """The entity of a name that is known to be a place; without containment if nothing tells where it is."""
        if folded not in self._resolved:
            self._resolved[folded] = None  # a circle of containments ends here
            self._resolved[folded] = self._listed(folded) or self._told(folded, surface)
        return self._resolved[folded] or Entity(f"place/{slug(surface)}", surface, "place")

    def is_listed(self, folded: str) -> bool:
        """True when the tables have that name in a country which the article mentions or says."""
        return self._listed(folded) is not None

    def region(self, folded: str, surface: str) -> Entity:
        """The entity of a name that a noun marks as a region ("X province")."""
        choices = [entity for entity in gazetteer.regions().get(folded, ()) if entity.key[:2] in self._likely(folded)]
        if not choices and (respelt := self._respelt(folded, self._likely(folded))):
            choices = [gazetteer.by_key()[key] for key in [respelt.key.replace(":", "/")] if key in gazetteer.by_key()]
        if choices:
            return max(choices, key=lambda entity: self._countries[entity.key[:2]])
        told = self._container(folded)
        if not told and (only := _only_region(folded)):
            return only
        city = self._listed(folded)
        if city and city.key[2:3] == ":":
            return Entity(city.key.replace(":", "/"), surface, "region", (city.key[:2],))
        if told and len(told.key) == 2:
            return Entity(f"{told.key}/{slug(surface)}", surface, "region", (told.key,))
        return Entity(f"place/{slug(surface)}", surface, "region", _chain(told) if told else ())

    def container(self, folded: str) -> tuple[str, ...]:
        """Keys of all that the text says a name lies in, innermost first."""
        told = self._container(folded)
        return _chain(told) if told else ()

    def holds_city(self, folded: str, key: str) -> bool:
        """True when the text puts a name in that one, and the tables have such a city in the region `key`."""
        return any(
            f"?{folded}" in outer and any(key in city.entity.within for city in gazetteer.cities(inner))
            for inner, outer in self._said.items()
        )

    def _likely(self, folded: str) -> list[str]:
        """Codes of the countries that a name may lie in: the one the text says, else all it mentions."""
        told = self._container(folded)
        country = next((key for key in _chain(told) if len(key) == 2), None) if told else None
        return [country] if country else [code for code, _ in self._countries.most_common()]

    def _listed(self, folded: str) -> Entity | None:
        """The city or region of the tables, where the text says or mentions its country, or no other is as large."""
        told, likely = self._container(folded), self._likely(folded)
        cities = gazetteer.cities(folded)
        inside = [city for city in cities if told and told.key in city.entity.within]
        if inside:
            return inside[0].entity
        if folded in lexicons.load("places")["common"]["words"]:
            return None
        # A federal state known the world over comes before a small town elsewhere.
        federal = [entity for entity in gazetteer.regions().get(folded, ()) if entity.key[:3] in _FEDERAL]
        if federal and not told and (not cities or cities[0].size < 300 or _is_named_for(cities[0], folded)):
            return federal[0]
        near = sorted((city for city in cities if city.country in likely), key=lambda c: -self._countries[c.country])
        if near:
            best = self._countries[near[0].country]
            largest = max((c for c in near if self._countries[c.country] == best), key=lambda c: c.size)
            # One passing mention of a country does not make a small town there of a great city elsewhere.
            if largest.size * 10 > cities[0].size or told:
                return largest.entity
        regions = [entity for entity in gazetteer.regions().get(folded, ()) if entity.key[:2] in likely]
        if regions and not near:
            return max(regions, key=lambda entity: self._countries[entity.key[:2]])
        if cities and not told and cities[0].size > 300 and (len(cities) == 1 or cities[0].size > 5 * cities[1].size):
            return cities[0].entity
        return self._respelt(folded, likely) or (None if told else _only_region(folded))

    def _respelt(self, folded: str, likely: Sequence[str]) -> Entity | None:
        """The one city of the article's countries with the same name but for vowels, doubled letters, articles."""
        cities = [city for country in likely for city in gazetteer.respelt(folded, country)]
        return cities[0].entity if len(cities) == 1 else None

    def _told(self, folded: str, surface: str) -> Entity | None:
        told = self._container(folded)
        return Entity(f"place/{slug(surface)}", surface, "place", _chain(told)) if told else None

    def _container(self, folded: str) -> Entity | None:
        """What the text most often says the name lies in; the narrowest on a tie."""
        said = self._said.get(folded)
        if not said:
            return None
        options = []
        for key, count in said.most_common():
            outer = self._outer(key, folded)
            if outer:
                options.append((count, len(outer.within), outer))
        return max(options, key=lambda option: (option[1], option[0]))[2] if options else None

    def _outer(self, key: str, inner: str) -> Entity | None:
        if not key.startswith("?"):
            return gazetteer.by_key().get(key)
        folded = key[1:].rstrip("!~")
        if self._resolved.get(folded, ...) is None:
            return None
        outer = self.resolve(folded, folded)
        if key.endswith("~"):  # what is near a town is in its country, if in nothing smaller that is known
            return gazetteer.by_key().get(outer.key[:2]) if outer.key[2:3] == ":" else None
        province = outer.key.replace(":", "/")
        # "a village in X": X may be the province that is named after its chief town, unless a part of a town is meant.
        if not key.endswith("!") and outer.key[2:3] == ":" and province in outer.within:
            return gazetteer.by_key().get(province, outer)
        return outer if f"place/{slug(inner)}" not in outer.within else None


def _only_region(folded: str) -> Entity | None:
    """The one region of the world with that name, if no city of another country has it too.

    American and British counties are no regions of the table, and borrow names ("Kent County").
    """
    named = gazetteer.regions().get(folded, ())
    if len(named) != 1 or named[0].key[:2] in ("US", "GB") or len(folded) < 5:
        return None
    code = named[0].key[:2]
    return named[0] if all(city.country == code for city in gazetteer.cities(folded)) else None


def _is_named_for(city: gazetteer.City, state: str) -> bool:
    """True for a city called after its state with "City" behind, which the state's bare name does not mean."""
    renamed = lexicons.load("places")["cities"].values()
    return gazetteer.fold(city.entity.name) == f"{state} city" and city.entity.name not in renamed


def _chain(outer: Entity) -> tuple[str, ...]:
    return (outer.key, *outer.within)


def part(base: Entity, side: str) -> Entity:
    """A part of a place by the compass, or the land around it."""
    return replace(base, key=f"{base.key}/{side}", name=f"{side} {base.name}", kind="region", within=_chain(base))


def surroundings(town: Entity) -> Entity:
    """The land around a town: outside it, inside what the town lies in."""
    return replace(
        town, key=f"{town.key}/countryside", name=f"{town.name} countryside", kind="region", within=town.within
    )
