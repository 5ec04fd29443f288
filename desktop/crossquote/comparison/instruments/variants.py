"""Variants: all renditions of an utterance against all, as a table from which consensus and outlier can be read.

Each column is a place in the utterance, each row a rendition, each cell the word that it has there (a variant graph
written as a table). Renditions are added one by one, the longest first, each aligned with what the table has so far.
A fragment speaks only for the columns that it spans.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, field

from crossquote.comparison.align.alignment import align
from crossquote.comparison.align.keys import AlignmentToken, read_tokens
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.model.utterance import GAP

_MARKS = " .,;:…—–-"
_STOP_WEIGHT = 0.2
"""What a function word counts in agreement, against 0.5 and 1 for telling ones."""
_OTHERWISE = 3
"""Another word than most have weighs so many times what a word more or less does."""
_WHOLE = 0.7
"""A rendition with this share of the longest one's words is no fragment."""
_FEWEST = 3
"""An outlier needs at least two others that agree."""
_CLEARLY = 0.25
"""An outlier agrees with the consensus by so much less than the next one."""


class Column(Struct, frozen=True):
    """One place in the utterance. `cells` has a place in each rendition's text, None where it has no word there.

    `covered` tells which renditions speak for this place at all; `consensus` is the word that most of these have,
    empty where most have none; `agreeing` tells which renditions have it, inflected or not.
    """

    cells: tuple[Span | None, ...]
    covered: tuple[bool, ...]
    consensus: str
    agreeing: tuple[bool, ...]
    weight: float


class VariantTable(Struct, frozen=True):
    """All renditions side by side.

    `consensus` is what most say, in the words of the one rendition that is nearest to it, never put together of
    several; `agreement` gives for each rendition how much of what it covers agrees with the consensus, 0 to 1;
    `outlier` is the one that clearly agrees least, if any.
    """

    columns: tuple[Column, ...]
    consensus: str
    agreement: tuple[float, ...]
    outlier: int | None


class _GrowingColumn(Struct):
    """A column while the table grows: the word of each rendition that has one there."""

    words: dict[int, AlignmentToken] = field(default_factory=dict)

    def sample(self) -> AlignmentToken:
        """Return the word that most renditions have here, the first of these."""
        words = list(self.words.values())
        anchors = [word.anchor for word in words]
        return words[max(range(len(words)), key=lambda number: anchors.count(anchors[number]))]


def tabulate(texts: Sequence[str], language: Language) -> VariantTable:
    """Return the table of `texts`, all in one language; the parts of a rendition in fragments are joined by GAP."""
    words = [read_tokens(text, language) for text in texts]
    places = _collate(words, language)
    covers = _coverage(places, texts)
    columns = tuple(_column(place, number, covers) for number, place in enumerate(places))
    agreement = tuple(_agreement(columns, row) for row in range(len(texts)))
    return VariantTable(
        columns=columns,
        consensus=_nearest(columns, texts),
        agreement=agreement,
        outlier=_outlier(agreement),
    )


def _nearest(columns: Sequence[Column], texts: Sequence[str]) -> str:
    """Return the text, without marks at its ends, of the rendition that says most of what most say.

    Fragments are taken only where there is nothing else.
    """

    def rank(row: int) -> tuple[bool, float, int]:
        told = sum(_speaks_for(column, row) for column in columns if column.covered[row])
        return GAP not in texts[row], round(told, 6), -row

    return texts[max(range(len(texts)), key=rank)].strip(_MARKS) if texts else ""


def _speaks_for(column: Column, row: int) -> float:
    """Return what a rendition's word here says for its being the consensus; another word than most have says most."""
    if column.agreeing[row]:
        return column.weight
    return -column.weight * (_OTHERWISE if column.consensus and column.cells[row] is not None else 1)


def _collate(words: Sequence[Sequence[AlignmentToken]], language: Language) -> list[_GrowingColumn]:
    """Return the columns, in order."""
    places: list[_GrowingColumn] = []
    for row in sorted(range(len(words)), key=lambda number: (-len(words[number]), number)):
        alignment = align([place.sample() for place in places], words[row], language)
        met = {j: i for i, j in alignment.links}
        for move in alignment.moves:
            met.update(zip(move.of_text, move.of_base, strict=True))
        linked = {j for _, j in alignment.links}
        grown: dict[int, list[_GrowingColumn]] = {}
        last = -1
        for j, word in enumerate(words[row]):
            if j in met:
                places[met[j]].words[row] = word
                last = met[j] if j in linked else last
            else:
                grown.setdefault(last, []).append(_GrowingColumn({row: word}))
        places = [place for i in range(-1, len(places)) for place in (*places[max(i, 0) : i + 1], *grown.get(i, ()))]
    return places


def _coverage(places: Sequence[_GrowingColumn], texts: Sequence[str]) -> list[set[int]]:
    """Return for each rendition the columns that it speaks for: all, or those that its fragments span."""
    covers: list[set[int]] = []
    longest = max((sum(row in place.words for place in places) for row in range(len(texts))), default=0)
    for row, text in enumerate(texts):
        if GAP not in text and sum(row in place.words for place in places) >= _WHOLE * longest:
            covers.append(set(range(len(places))))
            continue
        held: dict[int, list[int]] = {}
        for number, place in enumerate(places):
            if row in place.words:
                held.setdefault(text.count(GAP, 0, place.words[row].span.start), []).append(number)
        covers.append({number for numbers in held.values() for number in range(min(numbers), max(numbers) + 1)})
    return covers


def _column(place: _GrowingColumn, number: int, covers: Sequence[set[int]]) -> Column:
    rows = range(len(covers))
    covered = tuple(number in covers[row] for row in rows)
    counted = Counter(word.anchor for word in place.words.values())
    sample = place.sample()
    anchor, count = sample.anchor, counted[sample.anchor]
    agreed = 2 * count > sum(covered) or (2 * count == sum(covered) and sample.tells)
    here = [place.words.get(row) for row in rows]
    written = Counter(word.text for word in here if word is not None and word.anchor == anchor)
    wanted = anchor if agreed else None
    return Column(
        cells=tuple(None if word is None else word.span for word in here),
        covered=covered,
        consensus=written.most_common(1)[0][0] if agreed else "",
        agreeing=tuple((None if word is None else word.anchor) == wanted for word in here),
        weight=max(_STOP_WEIGHT, sample.weight),
    )


def _agreement(columns: Sequence[Column], row: int) -> float:
    mine = [column for column in columns if column.covered[row]]
    total = sum(column.weight for column in mine)
    return sum(column.weight for column in mine if column.agreeing[row]) / total if total else 1.0


def _outlier(agreement: Sequence[float]) -> int | None:
    """Return the rendition that clearly agrees least with the consensus."""
    if len(agreement) < _FEWEST:
        return None
    least, next_least = sorted(range(len(agreement)), key=lambda row: (agreement[row], row))[:2]
    return least if agreement[next_least] - agreement[least] >= _CLEARLY else None
