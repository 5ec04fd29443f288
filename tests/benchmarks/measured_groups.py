"""How well quotes are brought together, by what is known: precision and recall of each quote's utterance (B-cubed)."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from press import PressArticle, Rendered
from rapidfuzz import fuzz

from crossquote.archive.grouped import Grouped
from crossquote.archive.records import ArchivedQuote, read_record

OF_ONE = 80
"""What a quote that is found has in common with what was printed, in hundredths."""
_QUOTES = """
    SELECT quotes.number, CAST(path AS TEXT), CAST(value AS BLOB) FROM quotes
    JOIN articles ON article = articles.number JOIN files ON files.document = articles.document
"""
Pairs = Iterator[tuple[int, int]]


def known_utterances(
    shards: Sequence[sqlite3.Connection], grouped: Grouped, written: Mapping[str, PressArticle]
) -> Pairs:
    """Yield of each quote the number of the utterance that it was brought to, and of that which it renders."""
    truth = [dict(_known_in(shard, written)) for shard in shards]
    roll = grouped.roll
    for number, units in enumerate(grouped.utterances()):
        for unit in units:
            for row in roll.rows(unit):
                known = truth[roll.shards[row]].get(roll.numbers[row])
                if known is not None:
                    yield number, known


def _known_in(shard: sqlite3.Connection, written: Mapping[str, PressArticle]) -> Pairs:
    """Yield the quotes of a shard of which it is known what they render."""
    for number, name, text in said_in(shard):
        for said in written[name].quoted:
            if is_of(said, text):
                yield number, said.utterance
                break


def said_in(shard: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """Yield the quotes of a shard: their numbers, the names of their files, and their words."""
    for number, path, value in shard.execute(_QUOTES):
        yield number, Path(path).name, read_record(value, ArchivedQuote).text


def is_of(said: Rendered, text: str) -> bool:
    """Tell whether a quote that was found is what was printed."""
    return said.text == text or fuzz.ratio(said.text, text) > OF_ONE


def b_cubed(pairs: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Return how many of those brought together with a quote are of its utterance, and how many of these are there."""
    both, here, there = Counter(pairs), Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    count = max(1, len(pairs))
    precision = sum(times * times / here[one] for (one, _), times in both.items()) / count
    recall = sum(times * times / there[other] for (_, other), times in both.items()) / count
    return precision, recall
