"""The crew: processes that take files side by side, each its own, as many as the machine has cores unless said."""

import os
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from crossquote.archive.records import FileTrouble, TakenFile, trouble_of
from crossquote.archive.taking import WayOfReading, ask_for, read_answer, take_file
from crossquote.child.limits import Limits
from crossquote.child.question import NamedFunction
from crossquote.child.trouble import ChildError, Trouble, own_mistake, part_not_loaded
from crossquote.child.worker import Worker
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import QUIET

TAKING = Limits(seconds=1800, memory=4 * 1024 * 1024 * 1024, output=512 * 1024 * 1024)
"""What one file may cost: it may hold ten thousand articles, all of which are searched for quotes."""
_AHEAD = 4
"""So many files wait for each process at most."""
_MOMENT = 0.05
"""Seconds after which whoever waits is given a chance to leave."""
_STARTS, _PAUSE = 5, 2.0
"""So often a process is started that does not start, with so many seconds between."""
_ANSWERED_BY = NamedFunction("crossquote.archive.taking", "answer")
TakenFrom = tuple[Path, TakenFile]


class _NotStartedError(Exception):
    """No process could be had this time."""


def cores() -> int:
    """Return how many processes this one may have run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def take_all(paths: Iterator[Path | None], way: WayOfReading, workers: int) -> Iterator[TakenFrom | None]:
    """Yield what is kept of each file, in whatever order it comes; None now and then, where nothing has come yet."""
    if workers > 1:
        yield from _Crew(way, workers).take(paths)
        return
    with way.door() as door:
        for path in paths:
            yield None if path is None else (path, take_file(path, door))


class _Crew:
    """Threads that each have a process of their own, and give it one file after another."""

    def __init__(self, way: WayOfReading, workers: int) -> None:
        self._way = way
        self._workers = workers
        self._stopped = Event()
        self._asked: SimpleQueue[Path | None] = SimpleQueue()
        self._answered: SimpleQueue[TakenFrom | UserError] = SimpleQueue()

    def take(self, paths: Iterator[Path | None]) -> Iterator[TakenFrom | None]:
        """Yield what is kept of each file, and None while one is waited for."""
        threads = [Thread(target=self._work, daemon=True) for _ in range(self._workers)]
        for thread in threads:
            thread.start()
        try:
            yield from self._exchange(paths)
        finally:
            self._stopped.set()
            for _ in threads:
                self._asked.put(None)
            for thread in threads:
                thread.join()

    def _exchange(self, paths: Iterator[Path | None]) -> Iterator[TakenFrom | None]:
        waiting = 0
        for path in paths:
            if path is None:
                yield None
                continue
            self._asked.put(path)
            waiting += 1
            while waiting >= _AHEAD * self._workers:
                waiting -= yield from self._next()
        while waiting:
            waiting -= yield from self._next()

    def _next(self) -> Generator[TakenFrom | None, None, bool]:
        """Yield the next file that has come; tell whether one has."""
        try:
            came = self._answered.get(timeout=_MOMENT)
        except Empty:
            yield None
            return False
        if isinstance(came, UserError):
            raise came
        yield came
        return True

    def _work(self) -> None:
        with Worker(_ANSWERED_BY, TAKING) as worker:
            while not self._stopped.is_set() and (path := self._asked.get()) is not None:
                try:
                    taken = self._ask(worker, path)
                except UserError as error:
                    self._answered.put(error)
                    return
                if taken is not None:
                    self._answered.put((path, taken))

    def _ask(self, worker: Worker, path: Path) -> TakenFile | None:
        """Return what a process makes of a file, None where all is stopped; a `UserError` where none can be had.

        A night's work does not end because the machine was too busy once to start a process.
        """
        for _ in range(_STARTS - 1):
            try:
                return self._ask_once(worker, path)
            except _NotStartedError:
                self._stopped.wait(_PAUSE)
        try:
            return self._ask_once(worker, path)
        except _NotStartedError as error:
            raise UserError(ErrorCode.PROGRAM, message("error.no-process"), path=str(path)) from error

    def _ask_once(self, worker: Worker, path: Path) -> TakenFile | None:
        try:
            with closing(worker.ask(ask_for(path, self._way), QUIET)) as asking:
                while not self._stopped.is_set():
                    next(asking)
        except StopIteration as stop:
            return believed(stop.value)
        except ChildError as error:
            if error.trouble is Trouble.NOT_LOADED:
                raise part_not_loaded(error, str(path)) from error
            if error.trouble is Trouble.NOT_STARTED:
                raise _NotStartedError from error
            return _mistaken(error, path) if error.trouble is Trouble.FAILED else FAILED
        return None


def _mistaken(error: ChildError, path: Path) -> TakenFile:
    """Return what is kept of a file that the program itself failed at: another time it is tried again."""
    return TakenFile("", troubles=(trouble_of(own_mistake(error, str(path)), str(path)),))


def believed(said: bytes) -> TakenFile:
    """Return what a process says of a file, as far as it can be true."""
    try:
        return read_answer(said)
    except (ValueError, RecursionError):
        return FAILED


FAILED = TakenFile("", troubles=(FileTrouble(ErrorCode.UNREADABLE, message("error.process-failed")),))
"""What is kept of a file that was a process's end: another time it is tried again."""
