"""Places: what countries, cities and parts of countries are called in each language, by CLDR and the lexicons.

A place has one key in all languages: the code of a country, the English name of any other. The people of a country, and
its short forms, are the words that a lexicon says to name the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.language.source import is_code
from crossquote.notation import read_json
from crossquote.resources import resource
from crossquote.text.cities import is_one_city
from crossquote.text.same_names import load_same_names
from crossquote.text.words import fold

_PEOPLE = 5
"""So many letters a people has from its country: "European", "Macedonian"."""

_SHORT = 4
"""A shorter word is in one form alone, as far as anybody can tell."""

_TWO = regex.compile(r"(\p{L}+) \((\p{L}+)\)")

PlaceKeys = frozenset[str]


class Gazetteer(Struct, frozen=True, eq=False):
    """The places that a language has names for: their keys by folded name.

    `countries` are the names of countries by CLDR, of one word each, with their keys.
    """

    keys: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, str]


@lru_cache(maxsize=8)
def load_places(language: Language) -> Gazetteer:
    """Return what places are called in `language`; few languages are kept."""
    path = resource("cldr", f"{language.code}.json")
    if not is_code(language.code) or not path.is_file():
        return Gazetteer({}, {})
    said = read_json(path)
    keys: dict[str, set[str]] = defaultdict(set)
    for table in ("territories", "cities", "regions"):
        for key, name in said[table].items():
            for called in _ways(name):
                keys[called].add(key)
    for key in language.lexicon.keys("places"):
        for name in language.lexicon.texts("places", key):
            keys[fold(name)].add(key)
    countries = said["territories"]
    for group in set(load_same_names(language).values()):
        shared = {key for name in group for key in keys.get(name, ())}
        shared |= {name.upper() for name in group if name.upper() in countries}
        for name in group if shared else ():
            keys[name] |= shared
    return Gazetteer(
        MappingProxyType({name: tuple(places) for name, places in keys.items()}),
        MappingProxyType({fold(name): key for key, name in countries.items() if " " not in name}),
    )


def _ways(name: str) -> Iterator[str]:
    """Yield a place's name, folded, and each of two where the second stands in brackets: "Myanmar (Burma)"."""
    yield fold(name)
    two = _TWO.fullmatch(name) if "(" in name else None
    yield from map(fold, two.groups()) if two else ()


def is_one_place(one: str, other: str, language: Language) -> bool:
    """Tell whether two folded names are of one country, city or part of a country ("Bombay", "Mumbai")."""
    if is_one_city(one, other, cases=language.lexicon.text("names", "cases") == "yes"):
        return True
    keys = load_places(language).keys
    return not set(keys.get(one, ())).isdisjoint(keys.get(other, ()))


def place_names(key: str, language: Language) -> tuple[str, ...]:
    """Return what a place is called in `language`, folded."""
    return _names(language).get(key, ())


@lru_cache(maxsize=8)
def _names(language: Language) -> Mapping[str, tuple[str, ...]]:
    names: dict[str, list[str]] = defaultdict(list)
    for name, places in load_places(language).keys.items():
        for key in places:
            names[key].append(name)
    return MappingProxyType({key: tuple(called) for key, called in names.items()})


@lru_cache(maxsize=4096)
def places_of(name: str, language: Language) -> PlaceKeys:
    """Return the keys of the places that a folded name is of, or whose people it is."""
    known = load_places(language)
    if name in known.keys or len(name) <= _PEOPLE:
        return frozenset(known.keys.get(name, ()))
    return frozenset(key for country, key in known.countries.items() if country.startswith(name[:_PEOPLE]))


def may_be_of_place(word: str, language: Language) -> bool:
    """Tell whether a folded word can be a place in another case, by all but its last letter: "Франции"."""
    return len(word) > _SHORT and not {word, word[:-1]}.isdisjoint(_stems(language))


@lru_cache(maxsize=8)
def _stems(language: Language) -> frozenset[str]:
    """Return the last words of what places are called, and what they begin with, without their last letter."""
    last = {name.rsplit(maxsplit=1)[-1] for name in load_places(language).keys if name.strip()}
    return frozenset(form for word in last if len(word) > _SHORT for form in (word, word[:-1]))


def is_country(key: str) -> bool:
    """Tell whether a place's key is a country's or a continent's."""
    return key.isdigit() or (len(key) == 2 and key.isupper())
