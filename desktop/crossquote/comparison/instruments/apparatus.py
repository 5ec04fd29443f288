"""The apparatus: a variant table in stretches that a person can read, several words to a stretch.

Neighbouring columns in which the same renditions agree make one stretch, together with what only some add there
("have strongly requested", "really asked", "asked very much").
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from crossquote.comparison.instruments.variants import Column, VariantTable
from crossquote.model.span import Span
from crossquote.text.words import split_words

_LONGEST = 7
"""A stretch holds so many columns at most: more are hard to take in at a glance."""
_BETWEEN = " … "


class Stretch(Struct, frozen=True):
    """Some neighbouring columns. By rendition: `spans` its words' places, `cells` these words as written.

    `covered` tells who speaks for this place at all, `agreeing` who reads as the consensus does;
    `consensus` is empty where most have nothing here.
    """

    spans: tuple[tuple[Span, ...], ...]
    cells: tuple[str, ...]
    covered: tuple[bool, ...]
    agreeing: tuple[bool, ...]
    consensus: str

    @property
    def unanimous(self) -> bool:
        """Tell whether all who speak for this place agree."""
        return _unanimous(self)


def cut_stretches(table: VariantTable, texts: Sequence[str]) -> tuple[Stretch, ...]:
    """Return the stretches of the table made of `texts`, in order; every word lies in one of them."""
    runs: list[list[Column]] = []
    for column in table.columns:
        if runs and len(runs[-1]) < _LONGEST and _belongs(column, runs[-1]):
            runs[-1].append(column)
        else:
            runs.append([column])
    places = [_places(table.columns, row) for row in range(len(texts))]
    return tuple(_stretch(run, texts, places) for run in runs)


def _belongs(column: Column, run: Sequence[Column]) -> bool:
    """Tell whether `column` goes on with `run`: the same renditions agree, or it only adds to what differs anyway."""
    if column.covered != run[0].covered:
        return False
    adds = not (column.consensus and any(other.consensus for other in run))
    return column.agreeing == run[-1].agreeing or (adds and not _unanimous(column) and not _unanimous(run[-1]))


def _unanimous(column: "Column | Stretch") -> bool:
    """Tell whether all who speak for a place agree."""
    return all(agrees for agrees, speaks in zip(column.agreeing, column.covered, strict=True) if speaks)


def _places(columns: Iterable[Column], row: int) -> tuple[Span, ...]:
    """Return the places of all words of a rendition, in the order of its text."""
    return tuple(sorted(span for column in columns if (span := column.cells[row]) is not None))


def _stretch(run: Sequence[Column], texts: Sequence[str], places: Sequence[tuple[Span, ...]]) -> Stretch:
    rows = range(len(texts))
    spans = tuple(tuple(sorted(span for column in run if (span := column.cells[row]) is not None)) for row in rows)
    cells = tuple(_words(texts[row], spans[row], places[row]) for row in rows)
    agreeing = tuple(all(column.agreeing[row] for column in run) for row in rows)
    consensus = " ".join(column.consensus for column in run if column.consensus)
    if not any(agreeing):
        consensus, agreeing = _commonest(cells, run[0].covered) or (consensus, agreeing)
    return Stretch(spans, cells, run[0].covered, agreeing, consensus)


def _commonest(cells: Sequence[str], covered: Sequence[bool]) -> tuple[str, tuple[bool, ...]] | None:
    """Return the reading that most have, where two at least share one, and who has it."""
    folded = [tuple(word.key for word in split_words(cell)) for cell in cells]
    counted = Counter(reading for reading, speaks in zip(folded, covered, strict=True) if speaks)
    reading, count = counted.most_common(1)[0] if counted else ((), 0)
    if count < 2:
        return None
    return cells[folded.index(reading)], tuple(other == reading for other in folded)


def _words(text: str, spans: Sequence[Span], places: Sequence[Span]) -> str:
    """Return the words at `spans` as written, with the marks that follow; a gap where other words stand between."""
    parts: list[str] = []
    first = 0
    for last, span in enumerate(spans):
        follows = _after(places, span)
        if last + 1 < len(spans) and spans[last + 1] == follows:
            continue
        end = _with_marks(text, span.end, len(text) if follows is None else follows.start)
        parts.append(text[spans[first].start : end])
        first = last + 1
    return _BETWEEN.join(parts)


def _after(places: Sequence[Span], span: Span) -> Span | None:
    """Return the word that comes after `span` in its text."""
    number = places.index(span) + 1
    return places[number] if number < len(places) else None


def _with_marks(text: str, end: int, limit: int) -> int:
    """Return where the marks end that cling to the word before `end`."""
    while end < limit and not text[end].isspace() and text[end] not in "([{«“„‘¿¡":
        end += 1
    return end
