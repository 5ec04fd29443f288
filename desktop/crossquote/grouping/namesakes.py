"""Namesakes: the persons that a further name can be of, found by its words, without looking at all persons.

Whoever is not found is not of that name: of two names of one person, all words of the one sound like words of the
other or are forms of their given names, or one is the other in a word, or both are one body or the same letters.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from crossquote.grouping.name_words import NameWord, name_words, written_words
from crossquote.grouping.same_person import BEGINNING
from crossquote.grouping.sounds import Sounds
from crossquote.language.language import Language
from crossquote.text.given_names import given_name_forms
from crossquote.text.romanize import name_skeleton
from crossquote.text.words import fold
from crossquote.text.worldwide import worldwide

_WRITTEN_TOGETHER = 2
"""Names of more words are never written in one."""
_MOST = 300
"""Whose words as many persons have as this is known by them no longer: no set of articles quotes so many namesakes."""


class SpokenName(Struct, frozen=True):
    """A speaker's name as the articles of one language write it."""

    name: str
    language: Language


class Namesakes:
    """Persons, by their numbers, under the words of their names.

    A name is kept under each of its words, for further names all of whose words it has, and under its rarest one with
    what its words are kept under, for those that have all of its own.
    """

    def __init__(self, names: Iterable[SpokenName] = ()) -> None:
        self._sounds, self._spread = Sounds(), Counter[str]()
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_rarest: dict[str, list[tuple[int, tuple[frozenset[str], ...]]]] = defaultdict(list)
        self._by_whole: dict[str, set[int]] = defaultdict(set)
        for one in names:
            self.expect(one)

    def expect(self, spoken: SpokenName) -> None:
        """Know the words of a name that will be asked for or kept, before any name is."""
        for word in name_words(spoken.name, spoken.language).words:
            self._spread[word.sound] += 1
            for sound in _sounds_of(word):
                self._sounds.add(sound)

    def add(self, spoken: SpokenName, person: int) -> None:
        """Keep that a name is one of a person's."""
        for key in _wholes(spoken):
            self._by_whole[key].add(person)
        parts = name_words(spoken.name, spoken.language)
        if parts.pure and parts.words:
            for key in (*parts.sounds, *map(_letters, written_words(spoken.name))):
                self._by_word[key].add(person)
            kept = tuple(frozenset((*_sounds_of(word), _letters(word.written))) for word in parts.words)
            rarest = min(range(len(kept)), key=lambda place: self._spread[parts.words[place].sound])
            for key in kept[rarest]:
                self._by_rarest[key].append((person, kept))

    def of(self, spoken: SpokenName) -> set[int]:
        """Return the persons that a name can be of."""
        found = {person for key in _wholes(spoken) for person in self._by_whole.get(key, ())}
        parts = name_words(spoken.name, spoken.language)
        if parts.pure and parts.words:
            words = [self._keys(word, spoken.language) for word in parts.words]
            given = (key for word in written_words(spoken.name) for key in _forms(word, spoken.language))
            found |= self._with_all(words)
            found |= self._within({*given, *chain.from_iterable(words)})
        return found

    def _keys(self, word: NameWord, language: Language) -> set[str]:
        """Return what the words are kept under that can be `word` in another name."""
        sounds = (other for sound in _sounds_of(word) for other in self._sounds.like(sound))
        return {*sounds, *_forms(word.written, language)}

    def _with_all(self, words: Iterable[Collection[str]]) -> set[int]:
        """Return the persons that have each of `words`, any of whose keys will do."""
        persons = sorted(
            ([self._by_word[key] for key in keys if key in self._by_word] for keys in words),
            key=lambda kept: sum(map(len, kept)),
        )
        few = set[int]().union(*persons[0])
        if len(few) > _MOST:
            return set()
        for kept in persons[1:]:
            few = set[int]().union(*(few & one for one in kept))
        return few

    def _within(self, keys: AbstractSet[str]) -> set[int]:
        """Return the persons that have a name all of whose words are among `keys`."""
        listed = (self._by_rarest.get(key, ()) for key in keys)
        near = chain.from_iterable(kept for kept in listed if len(kept) <= _MOST)
        return {person for person, words in near if not any(keys.isdisjoint(word) for word in words)}


def _sounds_of(word: NameWord) -> tuple[str, ...]:
    """Return how a word sounds, without and with a possessive ending."""
    whole = name_skeleton(word.written)
    return (word.sound,) if whole == word.sound else (word.sound, whole)


def _letters(word: str) -> str:
    return f"={fold(word)}"


def _forms(word: str, language: Language) -> Iterable[str]:
    return (f"={form}" for form in given_name_forms(word, language))


@lru_cache(maxsize=16384)
def _wholes(spoken: SpokenName) -> tuple[str, ...]:
    """Return what a name is kept under as a whole: its letters, the body that it is, its sounds in one word."""
    body, parts = worldwide(spoken.name, spoken.language), spoken.name.split()
    keys = [f"={fold(spoken.name)}"]
    if len(parts) <= _WRITTEN_TOGETHER:
        together = "".join(parts)
        keys.append(f"~{fold(together)[:BEGINNING]} {name_skeleton(together)}")
    return (*keys, f"#{body}") if body else tuple(keys)
