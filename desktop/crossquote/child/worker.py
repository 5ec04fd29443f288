"""The parent's side: a kept process that answers one question after another, within limits, and is replaced."""

import math
import sys
import time
from types import TracebackType
from typing import Self

from crossquote.child.command import child_command, child_environment
from crossquote.child.exchange import Exchange
from crossquote.child.family import Family, start_family
from crossquote.child.limits import WATCHED, Limits
from crossquote.child.question import (
    PREFIX,
    Became,
    Errand,
    Function,
    NamedFunction,
    decode_answer,
    encode_errand,
    encode_question,
    printable,
)
from crossquote.child.trouble import ChildError, Trouble
from crossquote.child.weight import memory_of
from crossquote.progress import Step, Work

_MOMENT, _WATCHED_MOMENT = 0.05, 0.2
"""Seconds between two looks at a child; fewer where each look at its memory starts a process."""
_STARTING = 60
"""Seconds: how long a process may take to start, on a machine that is busy with others."""
_TROUBLE = {
    Became.FAILED: Trouble.FAILED,
    Became.NO_MEMORY: Trouble.MEMORY,
    Became.NOT_LOADED: Trouble.NOT_LOADED,
}


class Worker:
    """A process for one function, which is asked one question after another; the first question starts it.

    Whatever goes wrong is one question's `ChildError`, and the next is put to a new process: one that was too slow,
    took too much memory, sent something else than an answer or was left alone with its question is ended, with all
    that it has started. Where a process that has answered before dies or sends garbage, the question is put to a new
    one once more: what an earlier question has broken must not be blamed on this.

    `watched` says that the parent watches the memory, as the system does not hold the child to its limit. `spent` is
    how many seconds the child worked at the last question: what it says itself; by the clock, up to its limit, where
    it says nothing.
    """

    def __init__(self, function: Function | NamedFunction, limits: Limits, *, watched: bool = WATCHED) -> None:
        self._named = (
            function
            if isinstance(function, NamedFunction)
            else NamedFunction(function.__module__, function.__qualname__)
        )
        self._limits = limits
        self._watched = watched
        self._family: Family | None = None
        self._asked = 0
        self.spent = 0.0

    def ask(self, payload: bytes, step: Step, cpu: float = math.inf) -> Work[bytes]:
        """Return what the function makes of `payload` in the child; a `ChildError` says why there is no answer.

        Yields `step` while it waits. The child may work for `cpu` seconds where that is less than the limit.
        """
        fresh, most = self._family is None, min(cpu, self._limits.cpu)
        try:
            return (yield from self._ask(payload, step, most))
        except ChildError as error:
            if fresh or error.trouble not in (Trouble.DIED, Trouble.GARBAGE):
                raise
        return (yield from self._ask(payload, step, most))

    def _ask(self, payload: bytes, step: Step, cpu: float) -> Work[bytes]:
        self.spent = 0.0
        family = self._family or (yield from self._started(step))
        self._asked += 1
        exchange = Exchange(*family.pipes, encode_question(self._asked, cpu, payload), PREFIX + self._limits.output)
        began = time.monotonic()
        try:
            content = yield from self._exchange(family, exchange, step, self._limits.seconds, cpu)
        except ChildError as error:
            self.spent = min(time.monotonic() - began, cpu)
            raise (ChildError(Trouble.SLOW) if family.had_its_time else error) from error
        became, said = self._checked(content)
        if became is Became.NO_MEMORY:
            self.close()
        if became is not Became.DONE:
            raise ChildError(_TROUBLE[became], printable(said))
        return said

    def _started(self, step: Step) -> Work[Family]:
        """Start a process, tell it its errand, and wait until it is ready: what that takes is no question's fault."""
        try:
            self._family = family = start_family(child_command(), child_environment(), self._limits.memory)
        except OSError as error:
            raise ChildError(Trouble.NOT_STARTED) from error
        try:
            yield from self._exchange(family, Exchange(*family.pipes, self._errand(), 0), step, _STARTING)
        except ChildError as error:
            raise ChildError(Trouble.NOT_STARTED) from error
        return family

    def _exchange(
        self, family: Family, exchange: Exchange, step: Step, seconds: float, cpu: float = math.inf
    ) -> Work[bytes]:
        """Return what comes of an exchange; the process is ended where nothing does, or nobody waits for it."""
        came, moment = False, _WATCHED_MOMENT if self._watched else _MOMENT
        until, worked = time.monotonic() + seconds, family.worked() + cpu
        try:
            while not exchange.wait(moment):
                yield step
                self._watch(family, until, worked)
            content = exchange.answer()
            came = True
            return content
        finally:
            if not came:
                self.close()
                exchange.wait(_MOMENT)

    def _errand(self) -> bytes:
        named, limits = self._named, self._limits
        memory = None if self._watched else limits.memory
        return encode_errand(Errand(named.module, named.name, tuple(sys.path), limits.seconds, memory, limits.written))

    def _checked(self, content: bytes) -> tuple[Became, bytes]:
        try:
            self.spent, became, said = decode_answer(self._asked, content)
        except ValueError as error:
            self.close()
            raise ChildError(Trouble.GARBAGE) from error
        return became, said

    def _watch(self, family: Family, until: float, worked: float) -> None:
        """Raise a `ChildError` where the child has had its time, by the clock or at work, or has too much memory."""
        if time.monotonic() > until or family.worked() > worked:
            raise ChildError(Trouble.SLOW)
        if self._watched and self._limits.memory and (memory_of(family.number) or 0) > self._limits.memory:
            raise ChildError(Trouble.MEMORY)

    def close(self) -> None:
        """End the process, if there is one, and all that it has started."""
        if self._family is not None:
            self._family.end()
            self._family = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
