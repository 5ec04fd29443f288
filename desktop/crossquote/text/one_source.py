"""Articles that are one source: outlets that print the same wire copy share most of their text, and all its figures."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations
from zlib import crc32

import regex
from msgspec import Struct

from crossquote.text.segments import DENSE
from crossquote.text.words import fold_text

_RUN = 8
"""So many words in a row are soon the same only where one text was copied from the other."""
_ONE_IN = 4
"""Of the runs every so many is looked at: those that a checksum chooses, the same in each text."""
_FEWEST = 6
"""A text with fewer runs to look at is too short to tell, unless all of it is the same."""
_LEAST, _AT_MOST = 3, 60
"""Two have no majority to be counted for; of more than these, each against each takes too long."""
_SHARED = 0.6
"""Such a share of the shorter text's runs stands in the other."""
_BESIDE = 3
"""So many words on either side of a figure are what it is known again by."""
_DENSE = regex.compile(rf"[{DENSE}]")
_WORD = regex.compile(rf"[{DENSE}]|[^\s{DENSE}]+")
_FIGURE = regex.compile(r"\d+(?:[.,:]\d+)*")


class Trace(Struct, frozen=True):
    """What a text is known again by, in a few hundred bytes: checksums.

    `runs` are of some of its runs of words, each once, `whole` of all its words; `figures` are of what stands around a
    figure, other figures left open, each with that of the figure itself.
    """

    whole: int
    runs: Sequence[int]
    figures: Mapping[int, frozenset[int]]


def trace_of(text: str) -> Trace:
    """Return what a text is known again by."""
    lines = fold_text(text).splitlines()
    words = [word for line in lines for word in _words_of(line)]
    sums = (_sum_of(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    runs = array("I", sorted({number for number in sums if number % _ONE_IN == 0}))
    figures: dict[int, set[int]] = {}
    for around, figure in chain.from_iterable(map(_figures_of, filter(_FIGURE.search, lines))):
        figures.setdefault(around, set()).add(figure)
    whole = _sum_of(words) if len(words) >= _RUN else 0
    return Trace(whole, runs, {around: frozenset(own) for around, own in figures.items()})


def _words_of(line: str) -> list[str]:
    """Return the words of a line; where no blanks stand between them, its letters."""
    return _WORD.findall(line) if _DENSE.search(line) else line.split()


def _figures_of(line: str) -> Iterator[tuple[int, int]]:
    """Yield the checksum of what stands around each figure of a line, and that of the figure."""
    words = _words_of(line)
    for at, word in enumerate(words):
        around = words[max(0, at - _BESIDE) : at + _BESIDE + 1]
        if _FIGURE.search(word) and len(around) > _BESIDE + 1:
            yield _sum_of([_FIGURE.sub("#", one) for one in around]), _sum_of([word])


def _sum_of(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode())


def number_sources(traces: Sequence[Trace]) -> tuple[int, ...]:
    """Return the number of the source of each of some texts: those that share most of their text have the same."""
    sources = list(range(len(traces)))
    if not _LEAST <= len(traces) <= _AT_MOST:
        return tuple(sources)
    for one, other in combinations(range(len(traces)), 2):
        if _is_copy(traces[one], traces[other]):
            low, high = sorted((sources[one], sources[other]))
            sources = [low if source == high else source for source in sources]
    return tuple(sources)


def find_copies(texts: Mapping[str, Trace]) -> Mapping[str, tuple[str, ...]]:
    """Return for each text that shares most of itself with others the names of those, in their order; the rest is out.

    A text is held against the first of each source alone, by the runs that it has in common with it: so a thousand
    texts take about a thousand times what one does.
    """
    sources: dict[str, list[str]] = {}
    firsts: dict[int, list[str]] = {}
    for name, trace in texts.items():
        common = Counter(first for run in (trace.whole, *trace.runs) for first in firsts.get(run, ()))
        likely = (one for one, _ in common.most_common(3))
        first = next((one for one in likely if _is_copy(trace, texts[one])), None)
        if first is not None:
            sources[first].append(name)
            continue
        sources[name] = [name]
        for run in (trace.whole, *trace.runs):
            firsts.setdefault(run, []).append(name)
    alike = (tuple(members) for members in sources.values() if len(members) > 1)
    return {name: (*members[:at], *members[at + 1 :]) for members in alike for at, name in enumerate(members)}


def _is_copy(one: Trace, other: Trace) -> bool:
    """Tell whether two texts are of one source; short ones only where they are the same, word by word.

    Where the same words stand around other figures, one is another report in the words of the first.
    """
    if one.whole == other.whole:
        return one.whole > 0
    shared, fewer = len(frozenset(one.runs).intersection(other.runs)), min(len(one.runs), len(other.runs))
    return fewer >= _FEWEST and shared >= _SHARED * fewer and not _tell_other_figures(one, other)


def _tell_other_figures(one: Trace, other: Trace) -> bool:
    """Tell whether each of two texts has a figure that the other has not, with the same words around it."""
    common = one.figures.keys() & other.figures.keys()
    return any(
        one.figures[around] - other.figures[around] and other.figures[around] - one.figures[around] for around in common
    )
