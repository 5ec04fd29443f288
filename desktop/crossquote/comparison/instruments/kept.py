"""What each rendition kept of the longest one: the map of what was cut."""

from collections.abc import Sequence

from msgspec import Struct

from crossquote.comparison.align.diff import diff
from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.span import Span
from crossquote.text.words import Word, split_words

_AT_MOST = 40
"""With more texts than these the base is the ruler, for which no further comparing is needed."""


class KeptMap(Struct, frozen=True):
    """The longest rendition as a ruler, and for each one the places of it that are rendered at all.

    `ruler` is its number, `text` its words; `kept` are places in it, `shares` how much of its words these hold, 0 to 1.
    """

    ruler: int
    text: str
    kept: tuple[tuple[Span, ...], ...]
    shares: tuple[float, ...]

    @property
    def order(self) -> tuple[int, ...]:
        """The renditions in the order to show: the ruler, then those that kept most."""
        return tuple(sorted(range(len(self.shares)), key=lambda row: (row != self.ruler, -self.shares[row])))


def map_kept(
    texts: Sequence[str], language: Language, base: int = 0, comparisons: Sequence[Comparison | None] = ()
) -> KeptMap | None:
    """Return what each of `texts`, all in one language, kept of the longest; None where none was cut short.

    `comparisons` with the text `base` are used where that is the longest; other pairs are compared here.
    Of very many texts the base is the ruler, however long.
    """
    counts = [len(split_words(text)) for text in texts]
    if len(texts) < 2:
        return None
    ruler = max(range(len(texts)), key=lambda number: (counts[number], number == base, -number))
    if len(texts) > _AT_MOST and comparisons:
        ruler = base
    found: list[Sequence[Change]] = []
    for number, text in enumerate(texts):
        known = comparisons[number] if ruler == base and number < len(comparisons) else None
        usable = known is not None and known.text == text and known.base == texts[ruler]
        found.append(known.changes if known is not None and usable else diff(texts[ruler], text, language))
    if not any(_is_cut(change) for changes in found for change in changes):
        return None
    kept = tuple(_kept(changes) for changes in found)
    words = split_words(texts[ruler])
    return KeptMap(ruler, texts[ruler], kept, tuple(_share(words, spans) for spans in kept))


def _is_cut(change: Change) -> bool:
    return change.kind is ChangeClass.TRUNCATION and change.op is Op.DELETE


def _kept(changes: Sequence[Change]) -> tuple[Span, ...]:
    """Return the places of the ruler that have a counterpart, neighbours joined."""
    kept: list[Span] = []
    for span in (change.base for change in changes if change.op is not Op.DELETE and len(change.base)):
        if kept and kept[-1].end == span.start:
            kept[-1] = Span(kept[-1].start, span.end)
        else:
            kept.append(span)
    return tuple(kept)


def _share(words: Sequence[Word], kept: Sequence[Span]) -> float:
    held = sum(any(span.overlaps(word.span) for span in kept) for word in words)
    return held / len(words) if words else 1.0
