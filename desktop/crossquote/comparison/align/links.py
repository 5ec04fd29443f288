"""Which word of a rendition stands for which of the base, and how near the wording of two places is."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.text.stems import stem
from crossquote.text.words import Word

_KEPT = frozenset({ChangeClass.CASING, ChangeClass.MARKS})
_START, _END = attrgetter("span.start"), attrgetter("span.end")
_REACH = 4
"""How many words on each side of a place make up its surroundings."""


class Links(Struct, frozen=True):
    """The words of both sides by the change that they lie in.

    `base_changes` and `text_changes` give the index of each word's change (-1 where it lies in none);
    `base_same` and `text_same` tell whether the word is kept, None where it lies outside what the rendition renders;
    `base_near` and `text_near` whether it is kept, or but inflected where words are. So many words of both sides lie
    `inside`, so many of these are so `near`.
    """

    changes: tuple[Change, ...]
    base_words: tuple[Word, ...]
    text_words: tuple[Word, ...]
    base_changes: tuple[int, ...]
    text_changes: tuple[int, ...]
    base_same: tuple[bool | None, ...]
    text_same: tuple[bool | None, ...]
    base_near: tuple[bool | None, ...]
    text_near: tuple[bool | None, ...]
    inside: int
    near: int

    @property
    def nearness(self) -> float:
        """The share of words that are kept, or but inflected, among those inside, of both sides."""
        return self.near / self.inside if self.inside else 1.0

    def around(self, base: Span | None, text: Span | None) -> float:
        """Return the share of kept words around two places, those places themselves left out; 0 to 1."""
        sides = (
            (base, self.base_words, self.base_near),
            (text, self.text_words, self.text_near),
        )
        kept: list[bool | None] = []
        for span, words, same in sides:
            if span is not None:
                first, last = word_range(words, span)
                kept += same[max(0, first - _REACH) : first] + same[last : last + _REACH]
        inside = [same for same in kept if same is not None]
        return sum(inside) / len(inside) if inside else self.nearness

    def nearness_beside(self, span: Span, *, in_base: bool) -> float:
        """Return the share of kept words of both sides without those at `span`: how near the rest is."""
        words, near = (self.base_words, self.base_near) if in_base else (self.text_words, self.text_near)
        first, last = word_range(words, span)
        here = [kept for kept in near[first:last] if kept is not None]
        beside = self.inside - len(here)
        return (self.near - sum(here)) / beside if beside else 1.0

    def change_of(self, span: Span, *, in_base: bool) -> Change | None:
        """Return the change in which the place `span` of one side begins."""
        words, owners = (self.base_words, self.base_changes) if in_base else (self.text_words, self.text_changes)
        first, last = word_range(words, span)
        if first == last:
            return None
        index = owners[first]
        return self.changes[index] if index >= 0 else None

    def is_kept(self, span: Span, *, in_base: bool) -> bool:
        """Tell whether all words at a place of one side stand in the other as well."""
        words, same = (self.base_words, self.base_same) if in_base else (self.text_words, self.text_same)
        first, last = word_range(words, span)
        return all(same[first:last])


def word_range(words: Sequence[Word], span: Span) -> tuple[int, int]:
    """Return the half-open range of the words that overlap `span`."""
    first = bisect_right(words, span.start, key=_END)
    return first, bisect_left(words, span.end, lo=first, key=_START)


def link(
    changes: tuple[Change, ...], base_words: tuple[Word, ...], text_words: tuple[Word, ...], language: Language
) -> Links:
    """Return the links that `changes` make between the words of both sides."""
    base_owners, base_same = _owners(base_words, [change.base for change in changes], changes)
    text_owners, text_same = _owners(text_words, [change.text for change in changes], changes)
    inflected = frozenset(_inflected(changes, base_words, text_words, language))
    base_near, text_near = _near(base_same, base_owners, inflected), _near(text_same, text_owners, inflected)
    inside = [near for near in base_near + text_near if near is not None]
    owners = base_owners, text_owners, base_same, text_same
    return Links(changes, base_words, text_words, *owners, base_near, text_near, len(inside), sum(inside))


def _near(same: Sequence[bool | None], owners: Sequence[int], inflected: Collection[int]) -> tuple[bool | None, ...]:
    return tuple(
        True if kept is False and owner in inflected else kept for kept, owner in zip(same, owners, strict=True)
    )


def _inflected(
    changes: Sequence[Change], base_words: Sequence[Word], text_words: Sequence[Word], language: Language
) -> Iterator[int]:
    """Yield the changes, by their numbers, that only inflect words, in languages where what stands beside does so."""
    if language.lexicon.text("words", "cases") != "nouns":
        return
    for index, change in enumerate(changes):
        if change.op is Op.REPLACE and change.kind is not ChangeClass.TRUNCATION:
            base = base_words[slice(*word_range(base_words, change.base))]
            text = text_words[slice(*word_range(text_words, change.text))]
            stems = ([stem(word.key, language) for word in side] for side in (base, text))
            if len(base) == len(text) and next(stems) == next(stems):
                yield index


def _owners(
    words: Sequence[Word], spans: Sequence[Span], changes: Sequence[Change]
) -> tuple[tuple[int, ...], tuple[bool | None, ...]]:
    owners: list[int] = [-1] * len(words)
    same: list[bool | None] = [False] * len(words)
    starts, ends = [word.span.start for word in words], [word.span.end for word in words]
    for index, (span, change) in enumerate(zip(spans, changes, strict=True)):
        if span.start == span.end:
            continue
        first = bisect_right(ends, span.start)
        last = bisect_left(starts, span.end, lo=first)
        cut = change.kind is ChangeClass.TRUNCATION
        kept = None if cut else change.op in (Op.EQUAL, Op.MOVE) or change.kind in _KEPT
        for at in range(first, last):
            if owners[at] < 0:
                owners[at], same[at] = index, kept
    return tuple(owners), tuple(same)
