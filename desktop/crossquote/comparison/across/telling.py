"""Which names tell something across two languages: those that are surely names, and words that nobody translates."""

from crossquote.comparison.reading.one_text import Reading
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.places import PlaceKeys, is_country, load_places
from crossquote.text.stems import stem
from crossquote.text.thesaurus import is_unheard, load_thesaurus

_FEW = 1
"""So many senses has a place's name at most that is hardly a word otherwise ("Devon", a cattle)."""


def is_sure(name: Name, reading: Reading) -> bool:
    """Tell whether a name is surely one, or its language gives all nouns a capital and any may be."""
    capitals = load_name_rules(reading.language).nouns_have_capitals
    return name.sure or capitals or name.key in load_places(reading.language).keys


def tells(word: str, places: PlaceKeys, reading: Reading, *, parted: bool) -> bool:
    """Tell whether a word can hardly be translated or left out: a country, or what a thesaurus does not know.

    It may know a place's name a little. A people is often left out where all know whose it is: it tells nothing where
    the other side has no words that blanks part, of which it may be a single sign.
    """
    if any(map(is_country, places)):
        return parted or word in load_places(reading.language).countries
    few = bool(places) and len(load_thesaurus(reading.language).senses(stem(word, reading.language)).all) <= _FEW
    return few or is_unheard(word, reading.language)
