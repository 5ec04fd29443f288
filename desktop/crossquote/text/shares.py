"""Shares in words: "half", "two thirds", "tres cuartas partes", "üçte iki"."""

from collections.abc import Mapping

from msgspec import Struct

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], float], ...]]
"""Shares of several words, by the first of them, the longest first."""


class Shares(Struct, frozen=True, eq=False):
    """The words of a language for shares.

    `alone` are words, `phrases` several words that are a share by themselves, or a part of one behind a number;
    `behind` and `phrases_behind` have those, too, that are it behind a number alone, and ordinals elsewhere ("dwie
    trzecie", "dy të tretat").
    """

    alone: Mapping[str, float]
    behind: Mapping[str, float]
    phrases: Phrases
    phrases_behind: Phrases


def make_shares(alone: Mapping[str, float], behind: Mapping[str, float]) -> Shares:
    """Return the shares of a lexicon: `[numbers.shares]` and `[numbers.shares_behind]`, folded."""
    return Shares(_words(alone), _words(alone) | _words(behind), _phrases(alone), _phrases({**alone, **behind}))


def _words(table: Mapping[str, float]) -> dict[str, float]:
    return {entry: value for entry, value in table.items() if " " not in entry}


def _phrases(table: Mapping[str, float]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for entry in sorted(table, key=len, reverse=True):
        words = tuple(entry.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, table[entry]))
    return {first: tuple(phrases) for first, phrases in found.items()}
