"""Progress of long work: a generator yields steps and returns its result; closing it cancels."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from crossquote.message import Message

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a long piece of work: `done` of `total` (0 where unknown), with a message that says which."""

    done: int
    total: int
    label: Message


Work = Generator[Step, None, T]
"""Long work: yields steps, returns a result. Take resources inside: closed before its first step, none of it runs."""


def finish(work: Work[T]) -> T:
    """Run `work` to its end and return its result."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result
