"""Korean in lines: browsers break its words at any syllable, other programs between words; a line doesn't say which."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

import regex
from msgspec import Struct

from crossquote.notation import read_json
from crossquote.resources import resource

_SYLLABLE = regex.compile(r"\p{Hangul}")
_WORD = regex.compile(r"\p{Hangul}+")
_FEWEST, _WITHIN = 6, 0.45
"""So many lines have to end in Korean, and of them so many where no blank is likely."""
_LONGEST = 50
"""Syllables that no word has."""
_COUNTED, _COUNTED_APART = regex.compile(r"\d\p{Hangul}"), regex.compile(r"\d\s+\p{Hangul}")
_MORE = 3
_SURE, _LIKELY = 4.0, 1.5
"""How much words of the text itself say of one that may go on in the next line (log odds)."""


class HangulHabits(Struct, frozen=True):
    """The words within the lines of a text, whether its lines break words, and whether what is counted is."""

    words: Counter[str]
    breaks: bool
    counts: bool


def hangul_habits(lines: Sequence[str]) -> HangulHabits:
    """Return how a text has Korean in its lines: between words, most of its lines would end where a blank is likely."""
    words = Counter(word for line in lines for word in _WORD.findall(line)[1:-1])
    joints = [(first, second) for first, second in pairwise(lines) if joint_features(first[-2:], second[:2])]
    within = sum(_blank_odds(first, second) < 0 for first, second in joints)
    breaks = len(joints) >= _FEWEST and within > _WITHIN * len(joints)
    tight, loose = (sum(len(sign.findall(line)) for line in lines) for sign in (_COUNTED, _COUNTED_APART))
    return HangulHabits(words, breaks, counts=tight > _MORE * loose)


def is_broken(first: str, second: str, habits: HangulHabits) -> bool:
    """Tell whether a line ends within a word, which goes on in the next: by its syllables, and the text's own words.

    What is counted stands right behind its number, where the text has it so: programs that break no word part these.
    """
    if not _SYLLABLE.match(second):
        return False
    if first[-1:].isdecimal():
        return habits.breaks or habits.counts
    if not habits.breaks or not _SYLLABLE.match(first[-1:]):
        return False
    head, tail = _WORD.findall(first[-_LONGEST:])[-1], _WORD.findall(second[:_LONGEST])[0]
    odds = _blank_odds(first, second) - (_SURE if f"{head}{tail}" in habits.words else 0.0)
    return odds + _LIKELY * sum(len(word) > 1 and word in habits.words for word in (head, tail)) < 0


def _blank_odds(first: str, second: str) -> float:
    """Return how likely a blank is between two lines (log odds)."""
    expected, odds = _joints()
    return expected + sum(odds.get(one, 0.0) for one in joint_features(first[-2:], second[:2]))


def joint_features(before: str, behind: str) -> list[str]:
    """Return what is known of a place between two syllables by the one or two on each side, none where none are.

    A stroke stands for the place; a dot for what is no syllable.
    """
    last, first = before[-1:], behind[:1]
    if not _SYLLABLE.match(last) or not _SYLLABLE.match(first):
        return []
    ahead = before[-2:-1] if _SYLLABLE.match(before[-2:-1]) else "."
    after = behind[1:2] if _SYLLABLE.match(behind[1:2]) else "."
    return [f"{last}|", f"{ahead}{last}|", f"|{first}", f"|{first}{after}", f"{last}|{first}"]


@lru_cache(maxsize=1)
def _joints() -> tuple[float, Mapping[str, float]]:
    """Return how much a blank is to be expected between two syllables, and what each feature adds (log odds)."""
    table = read_json(resource("hangul_joints.json"))
    odds = {
        feature: int(level) * table["step"]
        for level, features in table["levels"].items()
        for feature in features.split()
    }
    return table["expected"], MappingProxyType(odds)
