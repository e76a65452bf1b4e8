"""Countries, nationalities, regions and cities by name, from lexicon and tables; read once, when first asked."""

from __future__ import annotations

import functools
import importlib.resources
import re
import unicodedata
from dataclasses import dataclass

from factcheck import lexicons
from factcheck.model import Entity

# Romanised Arabic article; newspapers write or drop it at will.
_ARTICLE = re.compile(r"^(?:a[a-z]{1,2}-|e[lrsdnzt]-|[ae]l |[ae](sh|[rsdnzt]) (?=\1))(?=\w{3})")
_APOSTROPHES = re.compile(r"[`'.]")
_OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class City:
    """A city of the table; `region` may be unknown (empty); `size` in thousands of inhabitants."""

    entity: Entity
    country: str
    size: int


@functools.lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Lower-case ASCII without article, apostrophes, stops or hyphens: the form that names are looked up by."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = _APOSTROPHES.sub("", plain.lower()).replace("&", " and ")
    return _OTHER.sub(" ", _ARTICLE.sub("", plain)).strip()


def slug(name: str) -> str:
    """The folded name as part of a key."""
    return fold(name).replace(" ", "-")


def _lines(table: str) -> list[list[str]]:
    path = importlib.resources.files(lexicons) / "tables" / f"{table}.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


@functools.cache
def countries() -> dict[str, Entity]:
    """Folded name to country; names that need evidence (`ambiguous()`) are left out."""
    named = {code: Entity(code, name, "country") for code, name, _, _ in _lines("countries")}
    more = lexicons.load("places")["countries"]
    named |= {code: Entity(code, names[0], "country") for code, names in more.items() if code not in named}
    found: dict[str, Entity] = {}
    for code, name, _, others in _lines("countries"):
        for variant in (name, *filter(None, others.split("|"))):
            found.setdefault(fold(variant), named[code])
    found |= {fold(name): named[code] for code, names in more.items() for name in names}
    return {name: entity for name, entity in found.items() if name not in ambiguous()}


@functools.cache
def ambiguous() -> dict[str, tuple[str, ...]]:
    """Folded name to the keys of countries and regions it may mean, none or one of which the text must bear out."""
    return {fold(name): tuple(keys) for name, keys in lexicons.load("places")["ambiguous"].items()}


@functools.cache
def capitals() -> dict[str, str]:
    """Folded name of a capital to its country's code."""
    return {fold(capital): code for code, _, capital, _ in _lines("countries") if capital}


@functools.cache
def by_key() -> dict[str, Entity]:
    """Key to entity, for countries and regions."""
    found = {code: Entity(code, name, "country") for code, name, _, _ in _lines("countries")}
    found |= {entity.key: entity for entity in countries().values()}
    for key, name, above, _ in _lines("regions"):
        found[key] = Entity(key, name, "region", (*filter(None, [above]), key[:2]))
    return found


@functools.cache
def regions() -> dict[str, tuple[Entity, ...]]:
    """Folded name to the regions that bear it."""
    found: dict[str, list[Entity]] = {}
    english = lexicons.load("places")["regions"]
    for key, name, _, others in _lines("regions"):
        for variant in dict.fromkeys([fold(name), *others.split("|"), *map(fold, english.get(key, ()))]):
            found.setdefault(variant, []).append(by_key()[key])
    return {name: tuple(entities) for name, entities in found.items() if name}


@functools.cache
def _cities() -> dict[str, tuple[list[str], ...]]:
    found: dict[str, list[list[str]]] = {}
    renamed = {fold(new): fold(old) for old, new in lexicons.load("places")["cities"].items()}
    for line in _lines("cities"):
        name = fold(line[0])
        variants = dict.fromkeys([name, *line[4].split("|")])
        if name in renamed and int(line[3]) > 400:
            variants[renamed[name]] = None
        for variant in variants:
            found.setdefault(variant, []).append(line)
    return {name: tuple(lines) for name, lines in found.items() if name}


@functools.lru_cache(maxsize=5_000)
def cities(folded: str) -> tuple[City, ...]:
    """The cities of that folded name, largest first."""
    return tuple(_city(*line[:4]) for line in _cities().get(folded, ()))


def _city(name: str, country: str, region: str, size: str) -> City:
    above = by_key()[region].within if region else (country,)
    # "New York City" is the chief town of New York: it shares the region's name, as pairing/entities.py expects.
    short = slug(name).removesuffix("-city")
    key = f"{country}:{short if region == f'{country}/{short}' else slug(name)}"
    return City(Entity(key, name, "place", tuple(filter(None, (region, *above)))), country, int(size))


@functools.cache
def _named_in() -> dict[str, list[tuple[str, list[str]]]]:
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for name, lines in _cities().items():
        for line in lines:
            found.setdefault(line[1], []).append((name, line))
    return found


@functools.lru_cache(maxsize=64)
def _spellings(country: str) -> dict[str, dict[str, tuple[str, list[str]]]]:
    found: dict[str, dict[str, tuple[str, list[str]]]] = {}
    for name, line in _named_in().get(country, ()):
        for heard in filter(None, (squeezed(name), consonants(name))):
            found.setdefault(heard, {}).setdefault(line[0], (name, line))
    return found


def respelt(folded: str, country: str) -> tuple[City, ...]:
    """A country's cities whose name, of like length and beginning, differs in doubled letters, else in vowels."""
    for heard in filter(None, (squeezed(folded), consonants(folded))):
        alike = [
            _city(*line[:4])
            for name, line in _spellings(country).get(heard, {}).values()
            if name[0] == folded[0] and abs(len(name) - len(folded)) <= 3
        ]
        if alike:
            return tuple(alike)
    return ()


def squeezed(folded: str) -> str:
    """A name without doubled letters and final h; marked, so that it never equals consonants; empty when short."""
    heard = re.sub(r"(.)\1+", r"\1", folded.replace(" ", "")).removesuffix("h")
    return f"={heard}" if len(heard) >= 4 else ""


def consonants(folded: str) -> str:
    """A romanised name without vowels, doubled letters and articles; empty when too little is left."""
    articles = lexicons.load("places")["particles"]["articles"]
    words = [word for word in folded.split() if word not in articles]
    bare = re.sub(r"[aeiouyhw]", "", "".join(words))
    heard = re.sub(r"(.)\1+", r"\1", bare)
    return heard if len(heard) >= 4 else ""


@functools.cache
def nationalities() -> dict[str, Entity]:
    """Folded adjective of nationality to its country or nation."""
    table = lexicons.load("places")["nationalities"]
    return {fold(word): by_key()[key] for key, words in table.items() for word in words}


@functools.cache
def peoples() -> dict[str, Entity]:
    """Folded adjective or noun to a people or faith without a state of its own."""
    table = lexicons.load("places")["peoples"]
    return {fold(word): Entity(f"people/{key}", words[0], "people") for key, words in table.items() for word in words}


@functools.cache
def nationals() -> dict[str, Entity]:
    """Folded noun for people of a nation to their country or nation: the adjective with an s, or a noun of its own."""
    irregular = lexicons.load("places")["nationals"]
    found = {fold(word): by_key()[key] for key, words in irregular.items() for word in words}
    plurals = {
        f"{word}s": entity for word, entity in nationalities().items() if word[-2:] not in ("sh", "ch", "se", "ss")
    }
    return plurals | found


@functools.cache
def areas() -> dict[str, Entity]:
    """Folded name to an area larger than a country."""
    names = lexicons.load("places")["areas"]["names"]
    return {fold(name): Entity(f"area/{slug(name)}", name, "region") for name in names}
