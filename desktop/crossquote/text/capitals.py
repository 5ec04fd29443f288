"""Capitals: the cities that are named for their countries ("Moscow says", "Russia says").

What each is called, in whatever language, stands in `resources/capitals.json`, by the country's code.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.language import Language
from crossquote.notation import read_json
from crossquote.resources import resource
from crossquote.text.places import places_of

_SHORTEST = 3
"""So many letters of a capital's name are in all its cases."""
_ENDING = 2
"""So many letters more at most has another case."""


def is_capital_of(city: str, land: str, language: Language) -> bool:
    """Tell whether a folded name is that of the capital of the land that another names, or whose people it is."""
    return is_capital_in(city, places_of(land, language))


@lru_cache(maxsize=4096)
def lands_of_capital(city: str) -> frozenset[str]:
    """Return the codes of the countries whose capital a folded name is."""
    return frozenset(country for country, names in _capitals().items() if any(_is_form(city, name) for name in names))


def is_capital_in(city: str, countries: Iterable[str]) -> bool:
    """Tell whether a folded name is the capital's of one of some countries, which are known by their codes."""
    return any(_is_form(city, name) for country in countries for name in _capitals().get(country, ()))


@lru_cache(maxsize=1)
def _capitals() -> Mapping[str, tuple[str, ...]]:
    said = read_json(resource("capitals.json"))
    return MappingProxyType({country: tuple(names.split("|")) for country, names in said.items()})


def _is_form(word: str, name: str) -> bool:
    """Tell whether a word is a name in one of its cases: "Москвы"."""
    kept = max(_SHORTEST, len(name) - 1)
    return word == name or (word[:kept] == name[:kept] and len(name) >= kept and 0 <= len(word) - len(name) <= _ENDING)
