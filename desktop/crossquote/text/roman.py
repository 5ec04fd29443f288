"""Roman numerals: "World War II", "le XVIIe siècle", "XVIII век", "Wilhelm II."; a lone I is mostly a word."""

import re
from collections.abc import Iterator, Sequence

from crossquote.text.quantity import Quantity, Sort
from crossquote.text.words import Word

_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_NUMERAL = re.compile(r"([IVX])|([IVX]{2,7}|M[MDCLXVI]{3,})[a-zèé]{0,3}(?:-\w{1,3})?")
"""A numeral, with what may be glued to it for an ordinal; of the larger ones only what is long enough for a year."""
_ALIKE = str.maketrans("ІХМС", "IXMC")
"""Cyrillic letters that stand for Latin ones."""


def read_roman(token: str) -> int | None:
    """Return the value of a Roman numeral in capitals; None where it is none, or written as nobody writes it."""
    match = _NUMERAL.fullmatch(token.translate(_ALIKE))
    if match is None:
        return None
    numeral = left = match[1] or match[2]
    value = 0
    for worth, sign in _VALUES:
        while left.startswith(sign):
            value, left = value + worth, left[len(sign) :]
    return value if not left and write_roman(value) == numeral else None


def write_roman(value: int) -> str:
    """Return a number in Roman numerals."""
    found = ""
    for worth, sign in _VALUES:
        count, value = divmod(value, worth)
        found += sign * count
    return found


def find_romans(text: str, words: Sequence[Word]) -> Iterator[Quantity]:
    """Yield the Roman numerals among `words`; a single letter counts behind two names or more ("World War I").

    They are weak: nobody misses one, for it may be said in many ways, yet one put for another is an error.
    """
    for at, word in enumerate(words):
        token = word.span.of(text)
        value = read_roman(token) if token[:1] in "IVXMІХ" else None
        if value is not None and (len(token) > 1 or _is_counted(text, words, at)):
            yield Quantity(Sort.NUMBER, word.span, (float(value),), weak=True, parts=(float(value),))


def _is_counted(text: str, words: Sequence[Word], at: int) -> bool:
    """Tell whether two words with capitals stand right before word `at`, or one that does not open a sentence."""
    before = [words[n].span.of(text) for n in range(max(0, at - 2), at)]
    joined = at > 0 and text[words[at - 1].span.end : words[at].span.start].isspace()
    return joined and len(before) > 1 and all(word[:1].isupper() and len(word) > 1 for word in before)
