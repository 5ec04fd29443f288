"""Headings in title case, where nearly every word has a capital: what is a name there is told by the text below."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.model.span import Span
from crossquote.text.behind_names import tells_family
from crossquote.text.name_rules import NameRules
from crossquote.text.names import Name

_LINE = regex.compile(r"[^\n]+")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’-]{3,}")
"""A word of four letters or more: smaller ones have no capital in a heading."""
_CLOSED = regex.compile(r"(?<!\b\p{Lu})[.;:,][\"”’']?\s*$")
_LEAST, LONGEST_HEADING = 4, 200
"""A heading has so many such words at least, and so many letters at most."""
_SMALL = 5
"""One of so many words in a heading may have no capital."""
_BETWEEN = regex.compile(r"\S+")
_FULL = 2
"""So many words has a full name."""


def is_title_case(line: str) -> bool:
    """Tell whether a line is a heading in title case: "Lind Defends Her Plan By Saying Norland Needs It"."""
    if len(line) > LONGEST_HEADING or _CLOSED.search(line):
        return False
    words = _WORD.findall(line)
    return len(words) >= _LEAST and sum(not word[0].isupper() for word in words) * _SMALL <= len(words)


def told_below(text: str, names: Sequence[Name], rules: NameRules) -> Iterator[Name]:
    """Yield `names`, those in headings in title case only as far as the rest of the text has them, too.

    Where it has none of one, that stays if a given name opens it: without the word for what somebody does.
    """
    headings = [] if rules.nouns_have_capitals else _headings(text)
    if not headings:
        yield from names
        return
    starts = [line.start for line in headings]
    inside = {name.span.start for name in names if _is_inside(name.span, headings, starts)}
    below = [name for name in names if name.span.start not in inside]
    known = _NamesBelow(frozenset(name.key for name in below), _by_last(below), rules.given)
    for name in names:
        if not below or name.span.start not in inside:
            yield name
        else:
            yield from _parts(text, name, known)


def _is_inside(place: Span, headings: Sequence[Span], starts: Sequence[int]) -> bool:
    """Tell whether a place lies in one of the headings, which stand in order and begin at `starts`."""
    before = bisect_right(starts, place.start)
    return before > 0 and headings[before - 1].contains(place)


class _NamesBelow(Struct, frozen=True):
    """The names that a text has below its headings, those of several words by their last, and given names."""

    keys: frozenset[str]
    full: Mapping[str, Sequence[frozenset[str]]]
    given: AbstractSet[str]

    def names(self, words: Sequence[str]) -> bool:
        """Tell whether words are a name of the text, or one in short: "Ana Roe" of "Ana J. Roe"."""
        if " ".join(words) in self.keys:
            return True
        full = self.full.get(words[-1], ())
        opens = len(words) == _FULL and words[0] in self.given and bool(full)
        return opens or any(name.issuperset(words) for name in full)


def _by_last(names: Sequence[Name]) -> dict[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for name in names:
        if len(name.words) > 1:
            found[name.words[-1]].append(frozenset(name.words))
    return found


def _headings(text: str) -> list[Span]:
    lines = (Span(match.start(), match.end()) for match in _LINE.finditer(text))
    return [line for line in lines if len(line) <= LONGEST_HEADING and is_title_case(line.of(text))]


def _parts(text: str, name: Name, known: _NamesBelow) -> Iterator[Name]:
    """Yield the parts of a name in a heading that are known ones, the longest first."""
    words = list(_BETWEEN.finditer(text, name.span.start, name.span.end))
    keys = name.words
    if len(words) != len(keys) or len(keys) == 1:
        if known.names(keys):
            yield name
        return
    at, found = 0, False
    while at < len(keys):
        end = next((end for end in range(len(keys), at, -1) if known.names(keys[at:end])), None)
        if end is not None:
            end += end < len(keys) and tells_family(keys[end])  # "Jan Roe Jr."
            yield _part(name, words, at, end)
            found = True
        at = end or at + 1
    if not found and keys[0] in known.given:
        yield _part(name, words, 0, _FULL)


def _part(name: Name, words: Sequence[regex.Match[str]], first: int, end: int) -> Name:
    span = Span(words[first].start(), words[end - 1].end())
    return replace(name, span=span, key=" ".join(name.words[first:end]), title=name.title if not first else None)
