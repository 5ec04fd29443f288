"""Words: where they stand in a text, and the key by which two words count as the same."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from crossquote.language.language import UNKNOWN, Language
from crossquote.model.span import Span
from crossquote.text.segments import DENSE, segment

_APOSTROPHES = "'’ʼ‘`´＇"
# What joins or hides between the letters of a word: soft hyphens, joiners, no-width blanks.
_INSIDE = "\u00ad\u200b\u200c\u200d\u2060"
# Vowel signs of Arabic and its line of length: a text has them or not, as it pleases.
_VOWEL_SIGNS = "\u0640" + "".join(map(chr, range(0x064B, 0x0653)))
_WORD = regex.compile(
    rf"""
    \p{{N}}+(?:[.,\u00A0\u202F:/]\p{{N}}+)*\p{{M}}*%?      # a number with its separators: 1,200  13.5  18:30  40%
    | [\p{{L}}\p{{M}}\p{{N}}]+(?:[{_APOSTROPHES}{_INSIDE}\-‐‑·.][\p{{L}}\p{{M}}\p{{N}}]+)*  # a word: м'яч  30-day  U.S
    """,
    regex.VERBOSE,
)
_DENSE = regex.compile(rf"[{DENSE}]")
_FOLD_MARKS = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys("‐‑", "-") | dict.fromkeys(_INSIDE + _VOWEL_SIGNS)
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its span in the text, and its key, the same for the same word in another dress.

    The key folds case, compatibility forms, apostrophes and hyphens; it keeps letters and accents.
    """

    span: Span
    key: str


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the key of a word or phrase: case, compatibility forms, apostrophes and hyphens folded."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_FOLD_MARKS)


def _places(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text that has letters of a script without blanks."""
    for match in _WORD.finditer(text, concurrent=True):
        if _DENSE.search(text, match.start(), match.end()):
            yield from segment(text, match.start(), match.end(), language)
        else:
            yield match.span()


def written_words(text: str, language: Language = UNKNOWN) -> Sequence[str]:
    """Return the words of `text` in order as they are written, for who does not ask where they stand."""
    if _DENSE.search(text):
        return [text[start:end] for start, end in _places(text, language)]
    found: list[str] = _WORD.findall(text, concurrent=True)
    return found


def split_words(text: str, language: Language = UNKNOWN) -> tuple[Word, ...]:
    """Return the words of `text` in order; punctuation and blanks lie between them."""
    if _DENSE.search(text):
        return tuple(Word(Span(start, end), fold(text[start:end])) for start, end in _places(text, language))
    return tuple(
        Word(Span(match.start(), match.end()), fold(match[0])) for match in _WORD.finditer(text, concurrent=True)
    )
