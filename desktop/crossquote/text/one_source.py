"""Articles that are one source: outlets that print the same wire copy share most of their text."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from zlib import crc32

from crossquote.text.words import fold_text

Runs = Sequence[int]
"""What a text is known again by: checksums of some of its runs of words, each once; a few hundred bytes to keep."""

_RUN = 8
"""So many words in a row are soon the same only where one text was copied from the other."""
_ONE_IN = 4
"""Of the runs every so many is looked at: those that a checksum chooses, the same in each text."""
_FEWEST = 6
"""A text with fewer runs to look at is too short to tell."""
_LEAST, _AT_MOST = 3, 60
"""Two have no majority to be counted for; of more than these, each against each takes too long."""
_SHARED = 0.6
"""Such a share of the shorter text's runs stands in the other."""


def number_sources(runs: Sequence[Runs]) -> tuple[int, ...]:
    """Return the number of the source of each of some texts: those that share most of their text have the same."""
    sources = list(range(len(runs)))
    if not _LEAST <= len(runs) <= _AT_MOST:
        return tuple(sources)
    sets = [frozenset(own) for own in runs]
    for one, other in combinations(range(len(sets)), 2):
        if _is_copy(sets[one], sets[other], len(sets[one] & sets[other])):
            low, high = sorted((sources[one], sources[other]))
            sources = [low if source == high else source for source in sources]
    return tuple(sources)


def find_copies(texts: Mapping[str, Runs]) -> Mapping[str, tuple[str, ...]]:
    """Return for each text that shares most of itself with others the names of those, in their order; the rest is out.

    A text is held against the first of each source alone, by the runs that it has in common with it: so a thousand
    texts take about a thousand times what one does.
    """
    sources: dict[str, list[str]] = {}
    firsts: dict[int, list[str]] = {}
    for name, runs in texts.items():
        common = Counter(first for run in runs for first in firsts.get(run, ()))
        likely = ((one, frozenset(texts[one]), shared) for one, shared in common.most_common(3))
        first = next((one for one, its_runs, shared in likely if _is_copy(frozenset(runs), its_runs, shared)), None)
        if first is not None:
            sources[first].append(name)
            continue
        sources[name] = [name]
        for run in runs:
            firsts.setdefault(run, []).append(name)
    alike = (tuple(members) for members in sources.values() if len(members) > 1)
    return {name: (*members[:at], *members[at + 1 :]) for members in alike for at, name in enumerate(members)}


def _is_copy(one: frozenset[int], other: frozenset[int], shared: int) -> bool:
    """Tell whether two texts with so many runs in common are of one source; short ones only where they are the same."""
    fewer = min(len(one), len(other))
    return fewer > 0 and (one == other or (fewer >= _FEWEST and shared >= _SHARED * fewer))


def runs_of(text: str) -> Runs:
    """Return the checksums of the runs of words that are looked at."""
    words = fold_text(text).split()
    sums = (crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1))
    return array("I", sorted({number for number in sums if number % _ONE_IN == 0}))
