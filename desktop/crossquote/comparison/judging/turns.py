"""Small words that turn the sense round: "for" and "against", "to" and "from", "with" and "without"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.model.comparison import Op
from crossquote.model.span import Span
from crossquote.text.words import Word, fold

Phrase = tuple[str, ...]
_MOST = 5
"""A longer change says other things besides."""


@lru_cache(maxsize=64)
def _turns(language: Language) -> tuple[tuple[tuple[Phrase, ...], tuple[Phrase, ...]], ...]:
    """Return the phrases that stand against each other ("in favour of, for / against")."""
    found = []
    for entry in language.lexicon.texts("negation", "turns"):
        left, _, right = entry.partition("/")
        found.append((_phrases(left), _phrases(right)))
    return tuple(found)


def _phrases(side: str) -> tuple[Phrase, ...]:
    phrases = (tuple(fold(phrase).split()) for phrase in side.split(","))
    return tuple(sorted(phrases, key=len, reverse=True))


@lru_cache(maxsize=64)
def _opening(language: Language) -> frozenset[str]:
    """Return the first words of all phrases."""
    return frozenset(phrase[0] for sides in _turns(language) for side in sides for phrase in side)


def find_turns(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Yield the places of small words of which one stands where the other side has its contrary."""
    opening = _opening(pair.language)
    for change in pair.changes:
        if change.op is not Op.REPLACE:
            continue
        ours = pair.base_words[slice(*word_range(pair.base_words, change.base))]
        theirs = pair.text_words[slice(*word_range(pair.text_words, change.text))]
        short = 0 < len(ours) <= _MOST and 0 < len(theirs) <= _MOST
        if short and all(any(word.key in opening for word in side) for side in (ours, theirs)):
            yield from _turned(ours, theirs, pair.language)


def _turned(ours: Sequence[Word], theirs: Sequence[Word], language: Language) -> Iterator[tuple[Span, Span]]:
    for sides in _turns(language):
        for left, right in (sides, sides[::-1]):
            base = _place(ours, left)
            text = _place(theirs, right) if base is not None else None
            if base is not None and text is not None and not _place(ours, right) and not _place(theirs, left):
                yield base, text
                return


def _place(words: Sequence[Word], phrases: Sequence[Phrase]) -> Span | None:
    """Return where one of `phrases` stands among `words`."""
    keys = tuple(word.key for word in words)
    for phrase in phrases:
        if phrase[0] not in keys:
            continue
        for at in range(len(keys) - len(phrase) + 1):
            if keys[at : at + len(phrase)] == phrase:
                return Span(words[at].span.start, words[at + len(phrase) - 1].span.end)
    return None
