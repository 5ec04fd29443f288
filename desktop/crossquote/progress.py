"""Progress of long work: a generator yields steps and returns its result; closing it cancels."""

from collections.abc import Generator, Iterable
from contextlib import closing
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from crossquote.message import SILENCE, Message

T = TypeVar("T")


class Step(Struct, frozen=True):
    """One step of a long piece of work: `done` of `total` (0 where unknown), with a message that says which."""

    done: int
    total: int
    label: Message


QUIET = Step(0, 0, SILENCE)
"""The step of work that is finished at once: nobody is told of it."""
Work = Generator[Step, None, T]
"""Long work: yields steps, returns a result. Take resources inside: closed before its first step, none of it runs."""


def gather(items: Iterable[T], step: Step, every: int = 500) -> Work[list[T]]:
    """Return `items`, which are worked out one by one, as a list; yields `step` after `every` of them."""
    held: list[T] = []
    for number, item in enumerate(items, start=1):
        held.append(item)
        if number % every == 0:
            yield step
    return held


def part_of(step: Step, work: Work[T]) -> Work[T]:
    """Do `work` as a part of what `step` counts: it says what it does, and how far all of it is."""
    with closing(work):
        while True:
            try:
                inner = next(work)
            except StopIteration as stop:
                result: T = stop.value
                return result
            yield replace(inner, done=step.done, total=step.total)


def finish(work: Work[T]) -> T:
    """Run `work` to its end and return its result."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result
