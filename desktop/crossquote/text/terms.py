"""Terms: the words and phrases of a lexicon, found in a text in one pass over its words.

A phrase in a lexicon is one or more words; a word that ends in `*` stands for all words that begin so
("просил*"). Within one section the longest phrase wins and no two overlap.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.words import Word, fold

_SHORTEST_STEM = 2


class Term(Struct, frozen=True):
    """A phrase of a lexicon: its section, its group (the key it stands under) and its words."""

    section: str
    group: str
    words: tuple[str, ...]


class Hit(Struct, frozen=True):
    """Where a term stands: words `first` to `last` (half-open), and that place in the text."""

    section: str
    group: str
    first: int
    last: int
    span: Span


class TermIndex(Struct, frozen=True, eq=False):
    """The terms of a lexicon by their first word; `stems` by the letters that a first word begins with."""

    whole: Mapping[str, tuple[Term, ...]]
    stems: Mapping[str, tuple[Term, ...]]
    longest: int


@lru_cache(maxsize=65536)
def _starting(index: TermIndex, key: str) -> tuple[Term, ...]:
    """Return the terms that may start with the word `key`, the longest first."""
    found = list(index.whole.get(key, ()))
    for length in range(_SHORTEST_STEM, min(len(key), index.longest) + 1):
        found.extend(index.stems.get(key[:length], ()))
    return tuple(sorted(found, key=_specific, reverse=True))


def _specific(term: Term) -> tuple[int, int]:
    return len(term.words), sum(map(len, term.words)) - term.words[0].endswith("*")


def _matches(pattern: str, key: str) -> bool:
    return key.startswith(pattern[:-1]) if pattern.endswith("*") else key == pattern


@lru_cache(maxsize=64)
def term_index(language: Language, groups: tuple[tuple[str, str], ...]) -> TermIndex:
    """Return the index of all terms of `lexicon` in `groups`, which are (section, key) pairs."""
    whole: dict[str, list[Term]] = defaultdict(list)
    stems: dict[str, list[Term]] = defaultdict(list)
    for section, key in groups:
        for phrase in language.lexicon.texts(section, key):
            words = tuple(fold(word) for word in phrase.removesuffix(".").split())
            if words:
                start = words[0]
                (stems[start[:-1]] if start.endswith("*") else whole[start]).append(Term(section, key, words))
    longest = max(map(len, stems), default=0)
    return TermIndex(
        {start: tuple(terms) for start, terms in whole.items()},
        {start: tuple(terms) for start, terms in stems.items()},
        longest,
    )


def find_terms(words: Sequence[Word], index: TermIndex) -> Iterator[Hit]:
    """Yield where terms of `index` stand among `words`, in order."""
    ends: dict[str, int] = {}
    for first, word in enumerate(words):
        for term in _starting(index, word.key):
            last = first + len(term.words)
            if ends.get(term.section, 0) > first or last > len(words):
                continue
            if all(_matches(p, w.key) for p, w in zip(term.words, words[first:last], strict=True)):
                ends[term.section] = last
                span = Span(word.span.start, words[last - 1].span.end)
                yield Hit(term.section, term.group, first, last, span)
