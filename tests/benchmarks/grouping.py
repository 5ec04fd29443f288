"""Grouping: 20,000 quotes of 500 articles, four renditions an utterance, one of them a fragment."""

import random
import resource
import sys
import time
from collections.abc import Iterator

from figure import Figure

from crossquote.grouping.group import Item, group_quotes
from crossquote.language.language import language_of

QUOTES, RENDITIONS, ARTICLES, VOCABULARY = 20_000, 4, 500, 25_000
STOP = ("the", "of", "to", "and", "a", "in", "is", "that", "for", "it", "on", "with", "as", "are", "this", "be", "we")
SYLLABLES = [first + second for first in "bcdfglmnprstvz" for second in "aeiou"]


def make_items(number: int, seed: int = 5) -> list[Item]:
    """Return quotes of invented words, a few of them common and most rare, as words are."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=2 + rank % 3)) for rank in range(VOCABULARY)]

    def word() -> str:
        if chance.random() < 0.45:
            return chance.choice(STOP)
        return words[min(VOCABULARY - 1, int(VOCABULARY * chance.random() ** 3))]

    items = []
    for utterance in range(number // RENDITIONS):
        said = [word() for _ in range(chance.randint(8, 40))]
        speaker = f"Person {words[chance.randrange(2000)].title()}" if chance.random() < 0.7 else None
        for rendition in range(RENDITIONS):
            kept = [one if chance.random() < 0.8 else word() for one in said]
            text = " ".join(kept[: len(kept) // 2] if rendition == RENDITIONS - 1 and len(kept) > 12 else kept)
            article = f"article {chance.randrange(ARTICLES)}"
            items.append(Item(f"{utterance}.{rendition}", article, language_of("en"), text, text, speaker))
    chance.shuffle(items)
    return items


def measure() -> Iterator[Figure]:
    """Yield the figures of grouping; memory is that of the whole process at its highest."""
    items = make_items(QUOTES)
    start = time.process_time()
    group_quotes(items)
    yield Figure("group 20,000 quotes", time.process_time() - start, None, 20.0)
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e9 if sys.platform == "darwin" else 1e6)
    yield Figure("group 20,000 quotes: memory", highest, None, 1.0, "GB")
