"""Counterparts of names across two languages: whether a word of a name is in the other text, in whatever dress.

It is there by its letters or its sounds, as a place that both languages name, or its people, or as a body of which
there is one in the world.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex
from anyascii import anyascii
from msgspec import Struct

from crossquote.comparison.reading.naming import same_word
from crossquote.language.language import Language
from crossquote.text.cities import city_names
from crossquote.text.given_names import given_name_forms
from crossquote.text.places import PlaceKeys, place_names, places_of
from crossquote.text.scripts import is_latin
from crossquote.text.sounds import distance, distance_in, phones, weight
from crossquote.text.words import split_words
from crossquote.text.worldwide import worldwide, worldwide_names

_NAME, _WORD, _RUN = 0.42, 0.34, 0.36
"""So far apart are at most a name and another, any other word, and a part of a run of signs; tried on CLDR's cities."""
_NAME_SPELT, _WORD_SPELT = 0.37, 0.2
"""As above where both write Latin letters, which keep a name much as it is spelt ("Khrushchev", "Chruschtschow")."""
_MOST_OF = 0.7
"""What says less than so much of a name is none of its forms."""
_CASE = 2
"""So many letters at the end of a name may be others in its cases."""
_SHORTEST, _BEGINNING = 4, 4
"""So many letters of a place's name its people have."""
_PEOPLE_ENDS = 3
"""So many letters at the end of a people's name may be none of its country's."""
_LONGEST = 14
"""What has more letters than any word may be several that were glued together."""
_GLUED = 7
"""A run of kana may be several names that nothing parts."""
_MOST_HUNG = 3
"""So many phones stand at most before a word as its article or preposition, in scripts that write them together."""
_HUNG = regex.compile(r"[\p{Arabic}\p{Hebrew}]")
_PARTS = regex.compile(r"[\p{L}\p{M}]+")
_DENSE = regex.compile(r"[\p{Han}\p{Katakana}\p{Hiragana}]")
_KANA = regex.compile(r"[\p{Katakana}\p{Hiragana}]")
_SIGNS = regex.compile(r"[\p{Han}]+")
_FOREIGN = regex.compile(r"[\p{Katakana}ー]+|\p{Latin}+")


class _Heard(Struct, frozen=True):
    """A text as names are looked for in it: the keys of its words; names, other words and runs of signs in phones.

    So many phones as `hung` may stand before a word as its article or preposition.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    runs: tuple[str, ...]
    hung: int
    latin: bool


@lru_cache(maxsize=256)
def _hear(text: str, language: Language) -> _Heard:
    words = split_words(text, language)
    parts = [part for word in words for part in _with_parts(word.span.of(text))]
    foreign = _FOREIGN.findall(text) if _DENSE.search(text) else []
    signs = [] if _KANA.search(text) else _SIGNS.findall(text)
    return _Heard(
        keys=tuple(word.key for word in words),
        names=_all_phones([*(part for part in parts if part[:1].isupper()), *foreign]),
        words=_all_phones(part for part in parts if not part[:1].isupper()),
        runs=_all_phones(
            [
                *signs,
                *(run for run in foreign if len(run) > _GLUED),
                *(part for part in parts if len(part) > _LONGEST and not part[:1].isascii()),
            ]
        ),
        hung=_MOST_HUNG if _HUNG.search(text) else 0,
        latin=is_latin(text),
    )


def _with_parts(word: str) -> Iterator[str]:
    """Yield a word and, where it is joined of several, each of these."""
    yield word
    parts = _PARTS.findall(word)
    yield from parts if len(parts) > 1 else ()


def _all_phones(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sounds for sounds in map(phones, words) if len(sounds) > 1))


def sounds_in(word: str, text: str, language: Language, own: Language) -> bool:
    """Tell whether a folded word of a name, which is of the language `own`, is in a text by its letters or its sounds.

    A first name is there in any of its forms, too.

    Where both languages write Latin letters, and none writes foreign names by ear, it has to be spelt much alike.
    """
    by_ear = any(one.lexicon.text("names", "foreign") == "by ear" for one in (own, language))
    if _sounds_in(word, text, language, by_ear=by_ear):
        return True
    return not given_name_forms(word, own).isdisjoint(_hear(text, language).keys)


@lru_cache(maxsize=16384)
def _sounds_in(word: str, text: str, language: Language, *, by_ear: bool) -> bool:
    heard, name = _hear(text, language), phones(word)
    spelt = heard.latin and not by_ear and is_latin(word)
    names, words = (_NAME_SPELT, _WORD_SPELT) if spelt else (_NAME, _WORD)
    return (
        any(same_word(word, key) for key in heard.keys)
        or any(_alike(name, other, heard.hung, names) for other in heard.names)
        or any(_alike(name, other, heard.hung, words) for other in heard.words)
        or any(distance_in(name, run) <= _RUN for run in heard.runs)
    )


def _alike(name: str, other: str, hung: int, most: float) -> bool:
    """Tell whether two names in phones are one, either of them with what hangs on it."""
    if weight(other) < _MOST_OF * weight(name):
        return False
    return distance(name, other, hung=hung) <= most or (not hung and distance(other, name) <= most)


def stands_in(word: str, text: str, language: Language, own: Language) -> bool:
    """Tell whether a folded word of a name is in a text as `sounds_in` tells, or as a place that both name."""
    return names_place(places_of(word, own), word, text, language) or sounds_in(word, text, language, own)


def names_place(places: PlaceKeys, people: str, text: str, language: Language) -> bool:
    """Tell whether a text names one of some places, or its people, which are called `people` in the other language."""
    if not places:
        return False
    called = {name for key in places for name in place_names(key, language)}
    if any(_says(name, text, language) for name in called):
        return True
    starts = tuple(_beginning(part) for name in called for part in name.split() if len(part) >= _SHORTEST)
    forms = (form for word in split_words(text, language) for form in _without_hung(word.key))
    if any(_beginning(form).startswith(starts) for form in forms):
        return True
    cuts = (cut for cut in range(1, 1 + _PEOPLE_ENDS) if len(people) - cut > _SHORTEST)
    return any(_sounds_in(people[:-cut], text, language, by_ear=True) for cut in cuts)


def _without_hung(word: str) -> Iterator[str]:
    """Yield a word, and in scripts that write articles and prepositions together with it, what may be without these."""
    yield word
    if _HUNG.match(word):
        yield from (word[cut:] for cut in range(1, 1 + _MOST_HUNG) if len(word) - cut >= _SHORTEST)


def names_city(name: str, text: str, language: Language) -> bool:
    """Tell whether the large city that a folded name is of is in a text by any of its names ("Bombay", "Мумбаи")."""
    return any(_says(one, text, language) for one in city_names(name))


def names_body(name: str, ours: Language, text: str, language: Language) -> bool:
    """Tell whether the body that a folded name is of, one of the whole world, is in a text by any of its names."""
    key = worldwide(name, ours)
    return key is not None and any(_says(one, text, language) for one in worldwide_names(key, language))


def _says(name: str, text: str, language: Language) -> bool:
    """Tell whether a text has the words of a folded name one behind the other, in whatever case."""
    if language.lexicon.text("words", "blanks") == "none":
        return name in "".join(text.split()).casefold()
    parts = [part[: max(_SHORTEST - 1, len(part) - _CASE)] for part in name.split()]
    keys = [word.key for word in split_words(text, language)]
    places = range(len(keys) - len(parts) + 1)
    return any(all(key.startswith(part) for key, part in zip(keys[at:], parts, strict=False)) for at in places)


@lru_cache(maxsize=65536)
def _beginning(word: str) -> str:
    return anyascii(word)[:_BEGINNING].casefold()
