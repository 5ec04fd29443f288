"""Comparing: one utterance of twelve renditions of sixty words."""

import random
from collections.abc import Iterator

from figure import Figure, median_seconds

from crossquote.comparison.align.diff import diff
from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of

EN = language_of("en")

TEXT = (
    "we have asked the government to open the harbour before winter because forty thousand people on the northern "
    "islands can not be supplied by air and the council of ministers must not wait until the last ship has left on "
    "Friday evening as the mayor of Port Ellmar announced when she strongly urged all parties to sign what had been "
    "agreed in March"
)
WORDS = TEXT.split()
OTHERS = ("requested", "may", "never", "fifty", "southern", "some", "Monday", "quickly", "said", "harbor")


def renditions(number: int, seed: int = 7) -> list[str]:
    """Return `number` texts that differ from one another as renditions do: a few words in each."""
    chance = random.Random(seed)
    texts = []
    for _ in range(number):
        words = list(WORDS)
        for _ in range(6):
            words[chance.randrange(len(words))] = chance.choice(OTHERS)
        texts.append(" ".join(words))
    return texts


def measure() -> Iterator[Figure]:
    """Yield the figures of comparing."""
    base, *others = renditions(12)
    sides = [Side(text, EN) for text in others]
    aligned = median_seconds(lambda: [diff(base, text, EN) for text in others], runs=9)
    yield Figure("align 12 renditions of 60 words", aligned, None, 0.010)
    checked = median_seconds(lambda: [compare(Side(base, EN), side) for side in sides], runs=9)
    yield Figure("align, class and check the same", checked, aligned, 0.030)
