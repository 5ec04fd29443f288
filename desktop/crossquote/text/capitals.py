"""Capitals: the cities that are named for their countries ("Moscow says", "Russia says")."""

from functools import lru_cache

from crossquote.language.language import Language
from crossquote.text.cities import cities_of, load_cities
from crossquote.text.places import places_of


def is_capital_of(city: str, land: str, language: Language) -> bool:
    """Tell whether a folded name is that of the capital of the land that another names, or whose people it is."""
    return not lands_of_capital(city).isdisjoint(places_of(land, language))


@lru_cache(maxsize=4096)
def lands_of_capital(city: str) -> frozenset[str]:
    """Return the codes of the countries whose capital, or whose government's seat, a folded name is."""
    meant = cities_of(city)
    return frozenset(land for land, keys in load_cities().capitals.items() if not meant.isdisjoint(keys))
