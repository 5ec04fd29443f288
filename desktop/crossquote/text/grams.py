"""What a language is known by: its words, and the runs of letters in them."""

import unicodedata
from collections.abc import Iterator

import regex

_APOSTROPHES = "'’ʼ‘`´＇"
_PIECE = regex.compile(rf"[{_APOSTROPHES}]?[\p{{L}}\p{{M}}--[ʼ]]++[{_APOSTROPHES}]?", regex.VERSION1)
_LONGEST = 24
_DOTTED = str.maketrans({"\u0307": None})


def pieces(text: str) -> Iterator[str]:
    """Yield the words of `text`, lower case, between `_` or, where one joins it to the next piece, `'`."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    for match in _PIECE.finditer(text.lower().translate(_DOTTED)):
        word = match[0]
        left, right = ("'" if word[end] in _APOSTROPHES else "_" for end in (0, -1))
        yield left + word.strip(_APOSTROPHES)[:_LONGEST] + right


def grams(piece: str) -> list[str]:
    """Return the features of a piece: its letters, its runs of two to five, and the whole of it."""
    size = len(piece)
    found = list(piece[1:-1])
    for length in (2, 3, 4, 5):
        found += [piece[at : at + length] for at in range(size - length + 1)]
    if size > 5:
        found.append(piece)
    return found
