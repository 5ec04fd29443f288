"""Cities: what the large ones of the world are called, in whatever language ("Bombay", "Mumbai" and "Мумбаи" are one).

A city's key is its English name with the code of its country, as `resources/cities.json` has it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from crossquote.notation import read_json
from crossquote.resources import resource

_SHORTEST = 3
"""So many letters of a city's name are in all its cases."""
_LONG = 5
"""A shorter name is too like others to be told in its cases: "Peru" is no case of "Perm"."""
_ENDING = 2
"""So many letters more at most has another case."""


class Cities(Struct, frozen=True, eq=False):
    """The folded names of cities by their keys, and as (name, key) by how they begin; which stand for a land's code."""

    names: Mapping[str, tuple[str, ...]]
    starts: Mapping[str, tuple[tuple[str, str], ...]]
    capitals: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def load_cities() -> Cities:
    """Return the cities of `resources/cities.json`."""
    said = read_json(resource("cities.json"))
    starts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    names = {key: tuple(joined.split("|")) for key, joined in said["cities"].items()}
    for key, own in names.items():
        for name in own:
            starts[name[:_SHORTEST]].append((name, key))
    return Cities(
        MappingProxyType(names),
        MappingProxyType({start: tuple(begun) for start, begun in starts.items()}),
        MappingProxyType({land: tuple(keys) for land, keys in said["capitals"].items()}),
    )


@lru_cache(maxsize=4096)
def cities_of(name: str, *, cases: bool = True, shortest: int = 0) -> frozenset[str]:
    """Return the keys of the cities that are called as a folded name is.

    Where none is, and names have `cases`, of those that it may be in another case, whose names have no fewer letters
    than `shortest`.
    """
    known = load_cities().starts.get(name[:_SHORTEST], ())
    exactly = frozenset(key for own, key in known if own == name)
    if exactly or not cases:
        return exactly
    return frozenset(key for own, key in known if len(own) >= shortest and _is_form(name, own))


def _is_form(word: str, name: str) -> bool:
    """Tell whether a word is a name in one of its cases: "Москвы"."""
    kept = max(_SHORTEST, len(name) - 1)
    return word[:kept] == name[:kept] and len(name) >= kept and 0 <= len(word) - len(name) <= _ENDING


def is_one_city(one: str, other: str, *, cases: bool) -> bool:
    """Tell whether two folded names are of one city, as they stand or, where names have `cases`, in other ones."""
    ours, theirs = (cities_of(name, cases=cases, shortest=_LONG) for name in (one, other))
    return not ours.isdisjoint(theirs)


def city_names(name: str) -> Iterator[str]:
    """Yield what the cities are called, folded, that a folded name may be of."""
    for key in cities_of(name):
        yield from load_cities().names[key]
