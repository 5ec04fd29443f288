"""Words that a lexicon lists, where no blanks part them: each is one word, whatever a model makes of its letters.

What the checks look for, numbers, days, sums, measures and `[words] whole` are known. A letter of `[words] fronts` is a
word of its own before any other, and so is a number of one sign before what it counts (`[words] counters`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.digits import opens_number

_SECTIONS = (
    "negation", "modality", "strength", "stance", "quantifiers", "particles", "hedges", "tense", "persons",
    "conditions", "numbers", "dates", "money", "measures", "same_names",
)  # fmt: skip
_SHORTEST = 2
_SURE = 4
"""So many letters are a word even where the model begins and ends none with them."""


class KnownWords(Struct, frozen=True, eq=False):
    """What a lexicon knows, by the first letter and the longest first; and what is counted."""

    words: Mapping[str, tuple[str, ...]]
    counters: tuple[str, ...]
    fronts: frozenset[str]

    def cut(self, run: str, breaks: AbstractSet[int]) -> list[int]:
        """Return where the words of `run` end, which a model ends at `breaks`."""
        ends = set(breaks)
        at = 0
        while at < len(run):
            length = self._length(run, at, ends)
            if length:
                ends.difference_update(range(at + 1, at + length))
                ends.update((at, at + length))
            at += length or 1
        return sorted(ends - {0})

    def _length(self, run: str, at: int, ends: AbstractSet[int]) -> int:
        """Return how many letters the known word at `at` has, 0 where none stands there."""
        for word in self.words.get(run[at], ()):
            edge = at in ends or at == 0 or at + len(word) in ends
            if run.startswith(word, at) and (edge or len(word) >= _SURE):
                return len(word)
        if run[at] in self.fronts and (at in ends or at == 0):
            return 1
        counted = opens_number(run[at]) and self.counters and run.startswith(self.counters, at + 1)
        return 1 if counted and not (at and opens_number(run[at - 1])) else 0


@lru_cache(maxsize=64)
def load_known_words(language: Language) -> KnownWords | None:
    """Return what the lexicon of `language` knows, None where blanks part its words."""
    lexicon = language.lexicon
    if lexicon.text("words", "blanks") != "none":
        return None
    whole, counters, fronts = (lexicon.texts("words", key) for key in ("whole", "counters", "fronts"))
    tables = (table for section in _SECTIONS for table in lexicon.tables.get(section, {}).values())
    found: dict[str, list[str]] = defaultdict(list)
    for word in {*_parts(entry for table in tables for entry in _entries(table)), *_parts(whole)}:
        found[word[0]].append(word)
    words = {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in found.items()}
    return KnownWords(words, counters, frozenset(fronts))


def _entries(table: object) -> Iterator[str]:
    """Yield the words of a list, of a table of lists, or those that a table gives a number."""
    if isinstance(table, Mapping):
        for name, value in table.items():
            yield from [name] if isinstance(value, int | float) else _entries(value)
    elif isinstance(table, list):
        yield from (entry for entry in table if isinstance(entry, str))


def _parts(entries: Iterable[str]) -> Iterator[str]:
    """Yield the words of phrases that have letters enough to be told anywhere."""
    return (part for entry in entries for part in entry.replace("*", "").split() if len(part) >= _SHORTEST)
