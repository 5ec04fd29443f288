"""Makes `resources/cldr/<language>.json`: what Unicode's CLDR, which Babel carries, says of numbers, days and places.

What is asked of all languages at once, how they write dates, stands in `resources/date_words.json` too, in a hundredth
of the room.

    uv run python packaging/cldr.py CLDR_JSON

CLDR_JSON is a clone of github.com/unicode-org/cldr-json, which has the names of parts of countries; Babel has none.
Names of months and weekdays, of thousands and millions, of units, currencies and territories, and the signs with which
a language writes numbers and dates. Babel's own files hold twenty times as much, and are read by its own code alone.
Source: CLDR by way of Babel; licences: Unicode License v3, BSD-3-Clause (`licences/known.toml` names both).
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import regex
from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

from crossquote.text.cities import cities_of
from crossquote.text.words import fold

TARGET = Path(__file__).resolve().parents[1] / "resources" / "cldr"
DATE_WORDS = TARGET.parent / "date_words.json"
_UNITS = {
    "length-millimeter": "mm", "length-centimeter": "cm", "length-meter": "m", "length-kilometer": "km",
    "length-inch": "inch", "length-foot": "foot", "length-yard": "yard", "length-mile": "mile",
    "length-nautical-mile": "nautical_mile", "area-square-meter": "m2", "area-square-kilometer": "km2",
    "area-hectare": "hectare", "area-acre": "acre", "area-square-mile": "square_mile", "mass-milligram": "mg",
    "mass-gram": "g", "mass-kilogram": "kg", "mass-tonne": "tonne", "mass-pound": "pound", "mass-ounce": "ounce",
    "volume-milliliter": "ml", "volume-liter": "litre", "volume-cubic-meter": "m3", "volume-gallon": "gallon",
    "volume-barrel": "barrel", "speed-kilometer-per-hour": "km_h", "speed-mile-per-hour": "mph", "speed-knot": "knot",
    "temperature-celsius": "celsius", "temperature-fahrenheit": "fahrenheit", "power-watt": "watt",
    "power-kilowatt": "kw", "power-megawatt": "mw", "power-gigawatt": "gw", "power-milliwatt": "milliwatt",
    "energy-kilowatt-hour": "kwh", "digital-kilobyte": "kilobyte", "digital-megabyte": "megabyte",
    "digital-gigabyte": "gigabyte", "digital-terabyte": "terabyte", "duration-second": "second",
    "duration-minute": "minute", "duration-hour": "hour", "duration-day": "day", "duration-week": "week",
    "duration-month": "month", "duration-year": "year", "duration-decade": "decade", "duration-century": "century",
}  # fmt: skip
"""CLDR's units, and what `resources/measures.toml` calls them."""
_CODES = {"no": "nb", "zt": "zh_Hant", "pb": "pt", "tl": "fil"}
"""Codes of ours that CLDR knows by another name."""
_OF_ALL = re.compile("millimeter|centimeter|length-meter|kilometer|gram|tonne|liter|celsius|fahrenheit|watt|byte|cubic")
"""Units of which CLDR's short form is a symbol, and no abbreviation that may be a word ("in", "Mon", "So")."""
_NUMBERED = re.compile(r"\d+(\D)")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:[-ʼ’'\u200c]\p{L}[\p{L}\p{M}]*)*[’']?")
_PERIODS = ("year", "quarter", "month", "week", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STEM, _SHORTEST = 4, 3
"""Letters that forms of one noun have in common, at least: so many, or of a short one all but its last, no fewer."""
_SMALL = 2
"""Letters of a preposition that stands in all phrases, as the noun does."""
_SIGN = re.compile(r"y(?P<year>\w+?)\s?M+(?:\w+?)??\s?d(?P<day>\w+)")


def _telling(names: Iterable[object]) -> Iterator[str]:
    """Yield the names that say something by themselves: none of one letter, none with digits."""
    for name in map(str, names):
        bare = " ".join(name.split()).removesuffix(".")
        if len(bare) > 1 and not any(sign.isdigit() for sign in bare):
            yield bare


def _named(table: Mapping[str, Any], width: str, shift: int) -> dict[str, int]:
    """Return the names of months or weekdays, of one width, with their numbers."""
    return {
        telling: number + shift
        for context in ("format", "stand-alone")
        for number, name in table.get(context, {}).get(width, {}).items()
        for telling in _telling([name])
    }


def _times(locale: Locale) -> dict[str, list[str]]:
    """Return the nouns that CLDR says when by ("last week", "this Friday"), in the forms they have there, and the rest.

    What all phrases of a period have in common is its noun; what is left tells which one: "last", "this", "next".
    """
    nouns: set[str] = set()
    rest: set[str] = set()
    fields = _all_of(locale)["date_fields"]
    for period in _PERIODS:
        phrases = [_WORD.findall(str(phrase)) for _, phrase in sorted(_relative(fields, period).items())]
        shared = {one for words in phrases for one in words if all(_has_kin(one, other) for other in phrases)}
        long = {word for word in shared if len(word) > _SMALL} or shared
        if len(phrases) > 1 and long:
            told = {word for words in phrases for word in words if word.startswith(tuple(long))}
            nouns |= told
            rest |= {word for words in phrases for word in words if word not in told and len(word) > _SMALL}
    return {"periods": sorted(nouns), "which": sorted(rest - nouns)}


def _relative(fields: Mapping[str, Any], period: str) -> Mapping[int, str]:
    return {at: phrase for at, phrase in fields.get(period, {}).get("relative", {}).items() if abs(int(at)) <= 1}


def _has_kin(word: str, words: Sequence[str]) -> bool:
    """Tell whether a form of the noun `word` is among `words`."""
    stem = word[: max(min(_STEM, len(word) - 1), _SHORTEST)]
    return any(other.startswith(stem) for other in words)


def _multipliers(locale: Locale) -> dict[str, int]:
    """Return the words for thousands, millions and so on, of CLDR's short ways to write large numbers."""
    found: dict[str, int] = {}
    for width in ("long", "short"):
        for patterns in locale.compact_decimal_formats.get(width, {}).values():
            for power, pattern in patterns.items():
                text = str(getattr(pattern, "pattern", pattern)).replace("'", "").replace("\xa0", " ")
                noughts = text.count("0")
                word = text.replace("0", "").strip().removesuffix(".")
                if noughts and word and " " not in word and not (len(word) == 1 and word.isascii()):
                    found.setdefault(word, 10 ** (len(str(power)) - noughts))
    return found


_SYMBOLS = {"km/h": "km_h", "km²": "km2", "m²": "m2", "m³": "m3", "kW": "kw", "MW": "mw", "GW": "gw", "kWh": "kwh"}
"""What is written in Latin letters in any language."""


def _all_of(locale: Locale) -> Mapping[Any, Any]:
    """Return all that Babel has of a locale, where it has no name for it."""
    return localedata.LocaleDataDict(dict(localedata.load(str(locale)).items()))


def _units(locale: Locale) -> dict[str, str]:
    found = dict(_SYMBOLS)
    patterns = _all_of(locale)["unit_patterns"]
    for cldr, ours in _UNITS.items():
        for width in ("long", "short"):
            for pattern in patterns.get(cldr, {}).get(width, {}).values():
                name = str(pattern).replace("{0}", "").replace("\xa0", " ").strip().removesuffix(".")
                symbol = width == "long" or _OF_ALL.search(cldr)
                if symbol and isinstance(pattern, str) and name and not name.startswith("/"):
                    found.setdefault(name, ours)
    return found


def _currencies(locale: Locale) -> dict[str, str]:
    """Return the words and signs for currencies, those that are of one currency alone."""
    current = {
        code
        for uses in get_global("territory_currencies").values()
        for code, _, end, tender in uses
        if tender and not end
    }
    owners: dict[str, set[str]] = {}
    names = _all_of(locale)["currency_names_plural"]
    for code in sorted(current):
        words = {locale.currencies.get(code, ""), *map(str, names.get(code, {}).values())}
        words.add(locale.currency_symbols.get(code, code))
        for word in words:
            if (
                word
                and word != code
                and " " not in word
                and "\xa0" not in word
                and not any(sign.isdigit() for sign in word)
            ):
                owners.setdefault(word, set()).add(code)
    return {word: codes.pop() for word, codes in sorted(owners.items()) if len(codes) == 1}


def _dates(locale: Locale) -> dict[str, Any]:
    short, long = (str(locale.date_formats[width].pattern).replace("'", "") for width in ("short", "long"))
    found: dict[str, Any] = {"month_first": re.sub("[^yMd]", "", short).startswith("M")}
    signs, month = _SIGN.match(long), _NUMBERED.fullmatch(str(locale.months["format"]["abbreviated"][1]))
    if signs is not None and month is not None:
        found["signs"] = {**signs.groupdict(), "month": month[1]}
    return found


_CONTINENTS = frozenset({"002", "003", "005", "009", "019", "142", "150"})


def _is_country(code: str, name: str) -> bool:
    return (len(code) == 2 and code.isalpha() and name != code) or code in _CONTINENTS


def _cities(locale: Locale) -> dict[str, str]:
    """Return what the cities are called that time zones are named by, by the English name in the zone's.

    Of one that is called as in English, a language in Latin letters has no name of its own there ("Paris" in German):
    it is told of large cities, whose names are hardly words ("Troll").
    """
    told = {zone: str(own.get("city", _city(zone))) for zone, own in locale.time_zones.items()}
    if _is_latin(locale):
        told = {
            zone: _city(zone) for zone in get_global("zone_territories") if cities_of(fold(_city(zone)), cases=False)
        } | told
    return dict(sorted((_city(zone), name) for zone, name in told.items() if _is_of_city(zone)))


def _is_latin(locale: Locale) -> bool:
    return (locale.script or get_global("likely_subtags")[locale.language].split("_")[1]) == "Latn"


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _is_of_city(zone: str) -> bool:
    return "/" in zone and not zone.startswith("Etc")


def _regions(locale: Locale, clone: Path) -> dict[str, str]:
    """Return what parts of countries are called, by their English names; in English, cities too, each by itself."""
    english, own = _subdivisions("en", clone), _subdivisions(str(locale).replace("_", "-"), clone)
    found = {english[code]: name for code, name in own.items() if code in english}
    if locale.language == "en":
        found |= {_city(zone): _city(zone) for zone in get_global("zone_territories") if _is_of_city(zone)}
    return dict(sorted(found.items()))


def _subdivisions(locale: str, clone: Path) -> dict[str, str]:
    """Return the names of parts of countries by their codes; Babel has none."""
    path = f"cldr-json/cldr-subdivisions-full/subdivisions/{locale}/{locale}.json"
    shown = subprocess.run(["git", "-C", str(clone), "show", f"HEAD:{path}"], capture_output=True, check=False)
    if shown.returncode:
        return {}
    return dict(json.loads(shown.stdout)["subdivisions"]["localeDisplayNames"]["subdivisions"])


def describe(locale: Locale, clone: Path) -> dict[str, Any]:
    """Return what is kept of a locale."""
    symbols = locale.number_symbols.get("latn", locale.number_symbols)
    return {
        "two_scripts": all(localedata.exists(f"{locale.language}_{script}") for script in ("Latn", "Cyrl")),
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "months": _named(locale.months, "wide", 0),
        "short_months": _named(locale.months, "abbreviated", 0),
        "weekdays": _named(locale.days, "wide", 1),
        "times": _times(locale),
        **_dates(locale),
        "multipliers": _multipliers(locale),
        "units": _units(locale),
        "currencies": _currencies(locale),
        "cities": _cities(locale),
        "regions": _regions(locale, clone),
        "territories": {code: name for code, name in sorted(locale.territories.items()) if _is_country(code, name)},
    }  # fmt: skip


def _codes() -> Iterator[tuple[str, Locale]]:
    """Yield our codes of languages, with the locale of each that CLDR knows."""
    known = tomllib.loads((TARGET.parent / "language_names.toml").read_text(encoding="utf-8"))["english"]
    ours = {path.stem for path in (TARGET.parent / "languages").glob("*.toml")} - {"und"}
    for code in sorted({*known, *ours}):
        try:
            yield code, Locale.parse(_CODES.get(code, code))
        except (UnknownLocaleError, ValueError):
            continue


def date_words(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a language writes dates, of what is kept of its locale."""
    signs = {"signs": said["signs"]} if "signs" in said else {}
    return {"months": {**said["short_months"], **said["months"]}, **signs}


def main() -> None:
    """Write the files anew."""
    TARGET.mkdir(exist_ok=True)
    described = {code: describe(locale, Path(sys.argv[1])) for code, locale in _codes()}
    for code, said in described.items():
        _write(TARGET / f"{code}.json", said)
    _write(DATE_WORDS, {code: date_words(said) for code, said in described.items()})


def _write(path: Path, said: Mapping[str, Any]) -> None:
    """Write values by their names, each on a line of its own."""
    lines = (
        f"{json.dumps(name)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for name, value in said.items()
    )
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
