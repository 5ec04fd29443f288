"""Institutions: the form of the dictionary for a body that an article names in another case ("у Білому домі")."""

from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.quotes.word_order import load_order
from crossquote.text.words import fold

_LONGEST_ENDING, _LONGEST_CASE = 3, 2


class Institutions(Struct, frozen=True):
    """The bodies of a language: those of several words as printed, and the single words that inflect."""

    names: tuple[tuple[str, tuple[str, ...]], ...]
    words: tuple[str, ...]
    vowels: tuple[str, ...]

    def dictionary_form(self, text: str) -> str | None:
        """Return the dictionary's form of `text`, None where it is none of them or stands in that form already."""
        keys = tuple(fold(text).split())
        if len(keys) == 1:
            found = next((word for word in self.words if self._inflects(word, keys[0])), None)
            return found.capitalize() if found and text[:1].isupper() else found
        if not text[:1].isupper():
            return None
        for name, parts in self.names:
            alike = len(parts) == len(keys) and all(map(_alike, parts, keys))
            if alike and parts[0][:3] == keys[0][:3]:
                return name if name != text else None
        return None

    def _inflects(self, word: str, key: str) -> bool:
        """Tell whether `key` is `word` in another case: all but a vowel at its end, and an ending."""
        if word == key or len(word) < 4:
            return False
        stem = word[:-1] if word.endswith(self.vowels) else word
        return key.startswith(stem) and 0 < len(key) - len(stem) <= _LONGEST_CASE


@lru_cache(maxsize=64)
def load_institutions(language: Language) -> Institutions:
    """Return the institutions of `language`."""
    names = tuple((name, tuple(fold(name).split())) for name in language.lexicon.texts("titles", "institutions"))
    bodies = language.lexicon.texts("titles", "bodies") if load_order(language).names_inflect else ()
    words = tuple(fold(body) for body in bodies if " " not in body)
    return Institutions(names, words, language.lexicon.texts("names", "vowels"))


def _alike(one: str, other: str) -> bool:
    """Tell whether two words may be forms of one, if with another vowel inside ("дім", "домі")."""
    if abs(len(one) - len(other)) > _LONGEST_ENDING or one[:1] != other[:1]:
        return False
    common = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if common == 1:
        return one[2:3] == other[2:3] != ""
    return common is None or common >= min(len(one), len(other)) - _LONGEST_ENDING
