"""Replaced words: which content word stands in another's place, what the two are to each other, and what agrees beside.

Words that are one, or say the same, are paired off first. What is left is a replacement where one word of each side is
left; more are words that nobody can pair.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.content import content_words
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.text.kinship import Kinship, kinship
from crossquote.text.words import Word

_AGREE = frozenset({Kinship.SAME, Kinship.SYNONYM, Kinship.NEAR})
_SMALL_WORDS = 1
"""So many small words may change beside a word that is put for another: an article, a preposition."""
_MOST = 12
"""A stretch of more content words than these is other wording, not words put for others."""


class Replacement(Struct, frozen=True):
    """What a change puts in the place of what: the words left on each side after those that say the same.

    `kinship` is what the two are to each other where one is left on each side; None where the change only puts words
    that say the same, UNKNOWN where several are left. `single` tells that it is one word for one, with next to nothing
    else in the change.
    """

    change: Change
    base: tuple[Word, ...]
    text: tuple[Word, ...]
    kinship: Kinship | None
    single: bool = True


def replacements(pair: Pair) -> Iterator[Replacement]:
    """Yield what each change of wording replaces, in the order of the base."""
    for change in pair.changes:
        if change.op is Op.REPLACE and change.kind is ChangeClass.WORDING:
            base, text = content_words(pair, change.base, in_base=True), content_words(pair, change.text, in_base=False)
            if base or text:
                yield _replacement(change, base, text, pair)


def _replacement(change: Change, base: Sequence[Word], text: Sequence[Word], pair: Pair) -> Replacement:
    if max(len(base), len(text)) > _MOST:
        return Replacement(change, tuple(base), tuple(text), Kinship.UNKNOWN, single=False)
    left, right = _unpaired(base, text, pair.language)
    if len(left) == len(right) == 1:
        kin = kinship(left[0].key, right[0].key, pair.language)
        return Replacement(change, left, right, kin, single=_is_single(change, pair, max(len(base), len(text))))
    return Replacement(change, left, right, Kinship.UNKNOWN if left and right else None, single=False)


def _is_single(change: Change, pair: Pair, content: int) -> bool:
    """Tell whether a change holds little more than its content words, and as many words on both sides."""
    sides = ((pair.base_words, change.base), (pair.text_words, change.text))
    counts = [last - first for first, last in (word_range(words, span) for words, span in sides)]
    return counts[0] == counts[1] and counts[0] - content <= _SMALL_WORDS


def _unpaired(
    base: Sequence[Word], text: Sequence[Word], language: Language
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the words of both sides without those that say the same."""
    left, right = list(base), list(text)
    for one in base:
        same = next((other for other in right if kinship(one.key, other.key, language) in _AGREE), None)
        if same is not None:
            left.remove(one)
            right.remove(same)
    return tuple(left), tuple(right)


class Agreed(Struct, frozen=True):
    """Which words of both sides agree, None for those outside what the rendition renders; how many, and of how many."""

    base_words: Sequence[Word]
    text_words: Sequence[Word]
    base: tuple[bool | None, ...]
    text: tuple[bool | None, ...]
    agreeing: int
    inside: int

    def beside(self, change: Change) -> tuple[float, int]:
        """Return the share of words that agree beside a change, and how many words of one side do so."""
        places = word_range(self.base_words, change.base), word_range(self.text_words, change.text)
        sides = zip((self.base, self.text), places, strict=True)
        here = [same for agree, (first, last) in sides for same in agree[first:last] if same is not None]
        agreeing, inside = self.agreeing - sum(here), self.inside - len(here)
        return (agreeing / inside if inside else 0.0), agreeing // 2


def agreement(pair: Pair, found: Sequence[Replacement]) -> Agreed:
    """Return which words of both sides agree: those that are kept, and those in whose place the same is said."""
    told = [one.change for one in found if one.kinship in (None, *_AGREE)]
    base = _agreeing(pair.base_words, pair.links.base_same, [change.base for change in told])
    text = _agreeing(pair.text_words, pair.links.text_same, [change.text for change in told])
    inside = [same for same in base + text if same is not None]
    return Agreed(pair.base_words, pair.text_words, base, text, sum(inside), len(inside))


def _agreeing(words: Sequence[Word], same: Sequence[bool | None], told: Sequence[Span]) -> tuple[bool | None, ...]:
    agree = list(same)
    for span in told:
        for number in range(*word_range(words, span)):
            agree[number] = True if agree[number] is False else agree[number]
    return tuple(agree)
