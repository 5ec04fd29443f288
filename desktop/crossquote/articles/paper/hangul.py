"""Korean in lines: browsers break its words at any syllable, other programs between words; a line doesn't say which."""

from collections import Counter
from collections.abc import Sequence

import regex
from msgspec import Struct

_SYLLABLE = regex.compile(r"\p{Hangul}")
_WORD = regex.compile(r"\p{Hangul}+")
_FEWEST = 20
_LONGEST = 50
"""Syllables that no word has."""
_MORE, _TIMES = 0.05, 1.5
"""Of lines that begin with a word of one syllable: so many more than words of one are within lines."""


class HangulHabits(Struct, frozen=True):
    """The words within the lines of a text, and whether its lines break words."""

    words: Counter[str]
    breaks: bool


def hangul_habits(lines: Sequence[str]) -> HangulHabits:
    """Return how a text has Korean in its lines."""
    firsts, words = list[str](), Counter[str]()
    for line in lines:
        found = _WORD.findall(line)
        firsts += found[:1] if _SYLLABLE.match(line) else []
        words.update(found[1:-1])
    if len(firsts) < _FEWEST or not words:
        return HangulHabits(words, breaks=False)
    within = sum(count for word, count in words.items() if len(word) == 1) / words.total()
    share = sum(len(word) == 1 for word in firsts) / len(firsts)
    return HangulHabits(words, breaks=share > _TIMES * within + _MORE)


def is_broken(first: str, second: str, habits: HangulHabits) -> bool:
    """Tell whether a line ends within a word, which goes on in the next: most do where any does."""
    if not habits.breaks or not _SYLLABLE.match(first[-1:]) or not _SYLLABLE.match(second):
        return False
    head, tail = _WORD.findall(first[-_LONGEST:])[-1], _WORD.findall(second[:_LONGEST])[0]
    both = len(head) > 1 and len(tail) > 1 and head in habits.words and tail in habits.words
    return f"{head}{tail}" in habits.words or not both
