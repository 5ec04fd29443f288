"""Processes of the program that are kept from one test to the next, as they are from one article to the next."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from crossquote.child.limits import Limits
from crossquote.child.question import Function, NamedFunction
from crossquote.child.worker import Worker
from crossquote.progress import Step, Work


class _Lent:
    """A worker that is let go of and not ended: whoever asks next has it as it is."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        pass

    @property
    def spent(self) -> float:
        return self._worker.spent

    def ask(self, payload: bytes, step: Step, cpu: float = math.inf) -> Work[bytes]:
        return self._worker.ask(payload, step, cpu)


class Kept:
    """Lends workers by what they answer with; `lend` stands where `Worker` does."""

    def __init__(self) -> None:
        self._workers: dict[tuple[Function | NamedFunction, Limits], Worker] = {}

    def lend(self, function: Function | NamedFunction, limits: Limits) -> _Lent:
        return _Lent(self._workers.setdefault((function, limits), Worker(function, limits)))

    def close(self) -> None:
        for worker in self._workers.values():
            worker.close()


@contextmanager
def keeping() -> Iterator[Kept]:
    """Keep what is lent until the end of the block."""
    kept = Kept()
    try:
        yield kept
    finally:
        kept.close()
