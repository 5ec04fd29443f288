"""Names across scripts: the consonants of a name in Latin letters, the same however it is transliterated."""

import unicodedata
from functools import lru_cache

import regex
from anyascii import anyascii

from crossquote.language.language import UNKNOWN

_SOUNDS = (
    (regex.compile("schtsch|shch|szcz|chtch|tsch|tch|tsh|sch|sh|ch|cz|sz|zh|dzh|dj|gj"), "s"),
    (regex.compile("kh"), "h"),
    (regex.compile("ck|qu|q|x"), "k"),
    (regex.compile("ph"), "f"),
    (regex.compile("th"), "t"),
    (regex.compile("ts|tz"), "s"),
    (regex.compile("w"), "v"),
    (regex.compile("[zcj](?=[ei])|z"), "s"),
    (regex.compile("c"), "k"),
    (regex.compile("[aeiouyhj'`]"), ""),
    (regex.compile("[^a-z0-9]"), ""),
    (regex.compile(r"(.)\1+"), r"\1"),
)
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")


@lru_cache(maxsize=32768)
def name_skeleton(word: str) -> str:
    """Return the consonants of a name as they sound: "Zelensky", "Зеленський" and "Selenskyj" give the same.

    A name of fewer than two consonants gives all its letters. The Arabic article that some write before it is none of
    it: "al-Haddawi", "аль-Хаддави".
    """
    latin = _article().sub("", anyascii(unicodedata.normalize("NFC", word)).casefold())
    sounds = latin
    for pattern, replacement in _SOUNDS:
        sounds = pattern.sub(replacement, sounds)
    return sounds if len(sounds) > 1 else latin


@lru_cache(maxsize=1)
def _article() -> regex.Pattern[str]:
    """Return the pattern of what some write before names of any language, a soft sign in it or not: "al-", "аль-"."""
    prefixes = "|".join(regex.escape(prefix.removesuffix("-")) for prefix in UNKNOWN.lexicon.texts("names", "prefixes"))
    return regex.compile(rf"^(?:{prefixes})'?-(?=\p{{L}}{{3}})")


_VOWEL = regex.compile("[aeiouy]")


def has_vowel(text: str) -> bool:
    """Tell whether a letter of `text` is a vowel, whatever alphabet it is of."""
    return _VOWEL.search(anyascii(text).casefold()) is not None


@lru_cache(maxsize=16384)
def has_alphabet(text: str) -> bool:
    """Tell whether the letters of `text` are of alphabets that write vowels: only such names compare across scripts."""
    return all(unicodedata.name(c, "").startswith(_ALPHABETS) for c in text if c.isalpha())
