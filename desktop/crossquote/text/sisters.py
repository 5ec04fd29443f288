"""Sisters: words of one kind, of which one is never another ("Monday", "Tuesday"), whatever a thesaurus says.

Days and months are CLDR's and the lexicon's, numbers the lexicon's; colours and the like stand in `[words] apart`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.language import Language
from crossquote.text.dates import load_calendar
from crossquote.text.numerals import load_numerals
from crossquote.text.stems import stem
from crossquote.text.words import fold

Kinds = Mapping[str, frozenset[float]]
"""The kinds that a word is of, with what it may stand for in each."""
_NONE: Kinds = MappingProxyType({})


def are_sisters(one: str, other: str, language: Language) -> bool:
    """Tell whether two stems stand for two things of one kind."""
    kinds = _kinds(language)
    ours, theirs = kinds.get(one, _NONE), kinds.get(other, _NONE)
    both = ours.keys() & theirs.keys()
    return bool(both) and all(ours[kind].isdisjoint(theirs[kind]) for kind in both)


@lru_cache(maxsize=64)
def _kinds(language: Language) -> Mapping[str, Kinds]:
    """Return stem → its kinds."""
    found: dict[str, dict[str, frozenset[float]]] = {}
    for word, kind, value in _words(language):
        kinds = found.setdefault(stem(fold(word), language), {})
        kinds[kind] = kinds.get(kind, frozenset()) | {value}
    return MappingProxyType(found)


def _words(language: Language) -> Iterator[tuple[str, str, float]]:
    """Yield (word, kind, what it stands for)."""
    calendar, numerals = load_calendar(language), load_numerals(language)
    tables = (("day", calendar.weekdays), ("month", calendar.months))
    numbers = (("number", numerals.values), ("number", numerals.multipliers))
    for kind, known in (*tables, *numbers):
        yield from ((word, kind, value) for word, value in known.items())
    for entry in language.lexicon.texts("words", "apart"):
        for number, side in enumerate(entry.split("/")):
            yield from ((word, entry, number) for word in side.split())
