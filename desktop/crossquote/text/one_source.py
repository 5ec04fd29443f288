"""Articles that are one source: outlets that print the same wire copy share most of their text."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from crossquote.text.words import fold

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


def number_sources(texts: Sequence[str]) -> tuple[int, ...]:
    """Return the number of the source of each of `texts`: those that share most of their text have the same."""
    sources = list(range(len(texts)))
    if not _LEAST <= len(texts) <= _AT_MOST:
        return tuple(sources)
    runs = [_runs(text) for text in texts]
    for one, other in combinations(range(len(texts)), 2):
        fewer = min(len(runs[one]), len(runs[other]))
        if fewer >= _FEWEST and len(runs[one] & runs[other]) >= _SHARED * fewer:
            low, high = sorted((sources[one], sources[other]))
            sources = [low if source == high else source for source in sources]
    return tuple(sources)


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[int]:
    """Return the checksums of the runs of words that are looked at."""
    words = fold(text).split()
    sums = (crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1))
    return frozenset(number for number in sums if number % _ONE_IN == 0)
