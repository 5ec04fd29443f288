"""Waiting for what a server does, so that whoever stops waits for nobody."""

from collections.abc import Callable
from math import inf
from threading import Thread
from time import monotonic
from typing import Generic, TypeVar

from msgspec import Struct

from crossquote.progress import Step, Work

_A_MOMENT = 0.05

T = TypeVar("T")


class _AskedAside(Struct, Generic[T]):
    """A question on a thread of its own, with its answer or what went wrong."""

    ask: Callable[[], T]
    answers: list[T]
    error: Exception | None = None

    def run(self) -> None:
        try:
            self.answers.append(self.ask())
        except Exception as error:  # noqa: BLE001 - raised again where the answer is waited for
            self.error = error


class WaitedTooLongError(Exception):
    """What was waited for did not come in its time."""


def wait_for(
    ask: Callable[[], T], step: Step, leave: Callable[[], None] = lambda: None, *, seconds: float = inf
) -> Work[T]:
    """Return what `ask` returns, or raise what it raises; where work is stopped meanwhile, it is left alone.

    `leave` is then to end what it waits for, and where that takes longer than `seconds`, which raises a
    `WaitedTooLongError`; what interrupts the work stops it too.
    """
    asked: _AskedAside[T] = _AskedAside(ask, [])
    thread, until = Thread(target=asked.run, daemon=True), monotonic() + seconds
    thread.start()
    try:
        while True:
            thread.join(_A_MOMENT)
            if not thread.is_alive():
                break
            if monotonic() > until:
                raise WaitedTooLongError
            yield step
    finally:
        if thread.is_alive():
            leave()
    if asked.error is not None:
        raise asked.error
    return asked.answers[0]
