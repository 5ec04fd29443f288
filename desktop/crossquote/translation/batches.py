"""Batches: many sentences through one model, longest first, several at a time, given back as they get done."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from crossquote.translation.loaded import Answer

BUDGET = 1024
"""Tokens, with padding, in a batch: more gains nothing, fewer leave the processor waiting."""
MOST = 32
"""Sentences in a batch: the engine keeps a score for each word it knows, for each of them, so they cost memory."""
_WINDOW = 128
_POLL = 0.004
_PATIENCE = 0.1
"""Seconds after which a step is shown though no batch is done, so that work can be cancelled at any time."""


class Running(Protocol):
    """A batch that is being translated."""

    numbers: Sequence[int]

    def done(self) -> bool:
        """Tell whether it is done."""

    def answers(self) -> list[Answer]:
        """Return the answers, waiting for them if need be."""


class Engine(Protocol):
    """What translates batches: as many side by side as it has workers."""

    workers: int

    def encode(self, sentence: str) -> list[str]:
        """Return the tokens of `sentence`."""

    def start(self, numbers: Sequence[int], batch: list[list[str]]) -> Running:
        """Begin to translate a batch."""


class Done(Struct, frozen=True):
    """A sentence that is translated: its number, its tokens, and the engine's answer."""

    number: int
    tokens: list[str]
    answer: Answer


def make_batches(sentences: Sequence[str], encode: Callable[[str], list[str]]) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield the sentences' numbers and tokens in batches, longest first, none of which goes beyond the budget.

    Tokens are made as they are needed, a window at a time, so that the engine is at work meanwhile.
    """
    batch: list[tuple[int, list[str]]] = []
    for number, tokens in _longest_first(sentences, encode):
        longest = max([len(tokens), *(len(others) for _, others in batch)])
        if batch and (longest * (len(batch) + 1) > BUDGET or len(batch) >= MOST):
            yield batch
            batch = []
        batch.append((number, tokens))
    if batch:
        yield batch


def _longest_first(sentences: Sequence[str], encode: Callable[[str], list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the sentences' numbers and tokens: by letters at large, by tokens within each window."""
    order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]), reverse=True)
    for start in range(0, len(order), _WINDOW):
        window = [(number, encode(sentences[number])) for number in order[start : start + _WINDOW]]
        yield from sorted(window, key=lambda pair: len(pair[1]), reverse=True)


def run_batches(engine: Engine, sentences: Sequence[str]) -> Generator[list[Done], None, None]:
    """Yield what is done, as soon as it is, and an empty list now and then while nothing is.

    Closed early, it leaves at most two batches a worker to be thrown away.
    """
    waiting = make_batches(sentences, engine.encode)
    running: list[tuple[Running, dict[int, list[str]]]] = []
    shown = time.monotonic()
    while True:
        while len(running) < 2 * engine.workers and (batch := next(waiting, None)) is not None:
            running.append((engine.start([n for n, _ in batch], [tokens for _, tokens in batch]), dict(batch)))
        if not running:
            return
        finished = [pair for pair in running if pair[0].done()]
        if finished or time.monotonic() - shown > _PATIENCE:
            running = [pair for pair in running if pair not in finished]
            yield [done for pair in finished for done in _collect(*pair)]
            shown = time.monotonic()
        else:
            time.sleep(_POLL)


def _collect(running: Running, tokens: dict[int, list[str]]) -> Iterator[Done]:
    for number, answer in zip(running.numbers, running.answers(), strict=True):
        yield Done(number, tokens[number], answer)
