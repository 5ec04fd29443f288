"""Terms: the words and phrases of a lexicon, found in a text in one pass over its words.

A phrase in a lexicon is one or more words; a word that ends in `*` stands for all words that begin so
("просил*"), one that begins with `*` for all that end so, and one with both for all that hold it inside ("*mıyor*").
Within one section the longest phrase wins and no two overlap.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.clitics import with_clitics
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


def beginning_within(hits: Sequence[Hit], first: int, last: int) -> Sequence[Hit]:
    """Return those of `hits`, which are in order, that begin at one of the words `first` to `last` (half-open)."""
    begin = bisect_left(hits, first, key=first_word)
    return hits[begin : bisect_left(hits, last, lo=begin, key=first_word)]


def first_word(hit: Hit) -> int:
    """Return where a hit stands in the order of the text."""
    return hit.first


class TermIndex(Struct, frozen=True, eq=False):
    """The terms of a lexicon by their first word.

    `stems` have them by the letters that a first word begins with, `ends` by those that it ends with, `inner` by those
    that it holds behind its root.
    """

    whole: Mapping[str, tuple[Term, ...]]
    stems: Mapping[str, tuple[Term, ...]]
    ends: Mapping[str, tuple[Term, ...]]
    inner: Mapping[str, tuple[Term, ...]]
    longest: int


@lru_cache(maxsize=65536)
def _starting(index: TermIndex, key: str) -> tuple[Term, ...]:
    """Return the terms that may start with the word `key`, the longest first."""
    found = list(index.whole.get(key, ()))
    for length in range(_SHORTEST_STEM, min(len(key), index.longest) + 1):
        found.extend(index.stems.get(key[:length], ()))
    for start in range(_SHORTEST_STEM, len(key)) if index.ends else ():
        found.extend(index.ends.get(key[start:], ()))
    for part in index.inner:
        if part in key[_SHORTEST_STEM:]:
            found.extend(index.inner[part])
    return tuple(sorted(found, key=_specific, reverse=True))


def _specific(term: Term) -> tuple[int, int]:
    return len(term.words), sum(len(word.strip("*")) for word in term.words)


def stands_for(pattern: str, key: str) -> bool:
    """Tell whether a word of a lexicon, folded, is the word `key`, or one of those that it stands for by its `*`."""
    bare = pattern.strip("*")
    if pattern.startswith("*"):
        inside = key[_SHORTEST_STEM:]
        return bare in inside if pattern.endswith("*") else inside.endswith(bare)
    return key.startswith(bare) if pattern.endswith("*") else key == pattern


@lru_cache(maxsize=64)
def term_index(language: Language, groups: tuple[tuple[str, str], ...]) -> TermIndex:
    """Return the index of all terms of `language` in `groups`, which are (section, key) pairs."""
    tables: dict[str, dict[str, list[Term]]] = {name: defaultdict(list) for name in ("whole", "stems", "ends", "inner")}
    terms = list(_terms(language, groups))
    hung = (
        Term(term.section, term.group, (start, *term.words[1:]))
        for term in terms
        for start in with_clitics(term.words[0], language)
    )
    for term in (*terms, *hung):  # what a lexicon has itself goes before what hangs on a word
        start = term.words[0]
        tables[_table_of(start)][start.strip("*")].append(term)
    whole, stems, ends, inner = ({start: tuple(terms) for start, terms in table.items()} for table in tables.values())
    return TermIndex(whole, stems, ends, inner, max(map(len, stems), default=0))


def _terms(language: Language, groups: tuple[tuple[str, str], ...]) -> Iterator[Term]:
    """Yield the phrases of a lexicon under some keys."""
    for section, key in groups:
        for phrase in language.lexicon.texts(section, key):
            words = tuple(fold(word) for word in phrase.removesuffix(".").split())
            if words:
                yield Term(section, key, words)


def _table_of(start: str) -> str:
    """Return which table of an index a first word belongs to, by where its `*` stand."""
    if start.startswith("*"):
        return "inner" if start.endswith("*") else "ends"
    return "stems" if start.endswith("*") else "whole"


def find_terms(words: Sequence[Word], index: TermIndex) -> Iterator[Hit]:
    """Yield where terms of `index` stand among `words`, in order."""
    ends: dict[str, int] = {}
    for first, word in enumerate(words):
        for term in _starting(index, word.key):
            last = first + len(term.words)
            if ends.get(term.section, 0) > first or last > len(words):
                continue
            if all(stands_for(p, w.key) for p, w in zip(term.words, words[first:last], strict=True)):
                ends[term.section] = last
                span = Span(word.span.start, words[last - 1].span.end)
                yield Hit(term.section, term.group, first, last, span)
