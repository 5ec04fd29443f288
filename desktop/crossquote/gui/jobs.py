"""Long work off the GUI thread: one generator at a time, with progress and stop.

A worker never owns a QObject: it holds its generator, an event that says stop, and one bound signal of the
queue, which lives on the GUI thread as long as the program does. A `Job` is only ever touched there.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from crossquote.message import Message
from crossquote.progress import Step, Work

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")
_BETWEEN_STEPS = 0.04
"""Seconds between two steps that are reported: more often than that nobody sees."""


class _JobResult(Struct, frozen=True):
    result: object


class _Failed(Struct, frozen=True):
    error: BaseException


class _Stopped(Struct, frozen=True):
    pass


class Job(QObject, Generic[T_co]):
    """One piece of work, as the GUI sees it; its signals carry what `then` gives its type back to."""

    stepped = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, label: Message, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self.step = Step(0, 0, label)
        self._stop = threading.Event()

    def then(self, use: Callable[[T_co], object]) -> None:
        """Hand the result to `use`, once it is there; what it is the answer to, `use` brings along."""
        self.finished.connect(use)

    @property
    def stop_requested(self) -> threading.Event:
        """The event that asks the worker to stop."""
        return self._stop

    @Slot()
    def stop(self) -> None:
        """Ask the work to stop after its current step."""
        self._stop.set()


class JobQueue(QObject):
    """Runs jobs one after the other on a worker thread.

    The next one begins once what came of the last has been taken: that may be another project, which it then works on.
    """

    changed = Signal()
    stepped = Signal(object)
    _reported = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, Job[object]] = {}
        self._waiting: deque[Runner] = deque()
        self._running = 0
        self._count = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reported.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    @property
    def current(self) -> Job[object] | None:
        """The job that runs now, None when all is quiet."""
        return next(iter(self._jobs.values()), None)

    @property
    def all(self) -> Collection[Job[object]]:
        """The job that runs, and those that wait, in their order."""
        return self._jobs.values()

    def has(self, labels: Collection[Message]) -> bool:
        """Tell whether a job of one of these labels runs or waits."""
        return any(job.label in labels for job in self._jobs.values())

    def submit(self, label: Message, work: Work[T], kept: Callable[[], bool] | None = None) -> Job[T]:
        """Queue `work` and return its job; connect to it before the event loop runs again.

        Where it is to keep what a user decided, or wrote, `kept` tells whether it has: it is not stopped before that.
        """
        self._count += 1
        job: Job[T] = Job(label, self)
        self._jobs[self._count] = job
        self._waiting.append(Runner(self._count, work, self._reported.emit, job.stop_requested, kept))
        self._start_next()
        self.changed.emit()
        return job

    def _start_next(self) -> None:
        if self._waiting and not self._running:
            runner = self._waiting.popleft()
            self._running = runner.number
            self._pool.start(runner)

    def stop_all(self) -> None:
        """Ask every job to stop."""
        for job in self._jobs.values():
            job.stop()

    def wait(self, milliseconds: int) -> bool:
        """Stop everything and wait for the worker; tell whether it came to rest in time.

        Of what waits only that is begun which keeps what the user decided. Below 0 it is waited for as long as it
        takes.
        """
        self.stop_all()
        self._begin_decided()
        while self._waiting:
            self._reported.emit(self._waiting.popleft().number, _Stopped())
        return self._pool.waitForDone(milliseconds)

    def keep_decided(self) -> None:
        """Keep what the user decided and what still waits for its turn, before that comes under another project."""
        for runner in self._begin_decided():
            self._jobs[runner.number].stop()
        self._pool.waitForDone()

    def _begin_decided(self) -> "Sequence[Runner]":
        """Begin what waits and is not to be stopped before it is kept: one after the other, on the only thread."""
        decided = [runner for runner in self._waiting if not runner.may_stop()]
        for runner in decided:
            self._waiting.remove(runner)
            self._pool.start(runner)
        return decided

    def wait_for_step(self) -> None:
        """Wait for the job that runs, which was asked to stop."""
        self._pool.waitForDone()

    @Slot(int, object)
    def _receive(self, number: int, report: object) -> None:
        job = self._jobs.get(number)
        if job is None:
            return
        if isinstance(report, Step):
            job.step = report
            job.stepped.emit(report)
            self.stepped.emit(report)
            return
        del self._jobs[number]
        if isinstance(report, _JobResult):
            job.finished.emit(report.result)
        elif isinstance(report, _Failed):
            job.failed.emit(report.error)
        else:
            job.stopped.emit()
        job.deleteLater()
        if number == self._running:
            self._running = 0
        self._start_next()
        self.changed.emit()


class Runner(QRunnable):
    """Runs one generator to its end on the worker thread, and reports through a bound signal.

    It may be stopped between two steps, once what it is to keep is `kept`.
    """

    def __init__(
        self,
        number: int,
        work: Work[object],
        report: Callable[[int, object], None],
        stop: threading.Event,
        kept: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__()
        self.number, self._work, self._report, self._stop = number, work, report, stop
        self.may_stop = kept or _always

    def run(self) -> None:
        """Run; whatever happens, exactly one last report goes out."""
        try:
            last: object = self._run()
        except Exception as error:  # noqa: BLE001 - every failure is handed to the GUI thread, which judges it
            last = _Failed(error)
        self.may_stop = _always  # what it asks holds what is open, and Qt keeps a runner that has run
        self._tell(last)

    def _tell(self, report: object) -> None:
        """Report, unless the queue has gone with its window meanwhile: then nobody waits for an answer."""
        with suppress(RuntimeError):
            self._report(self.number, report)

    def _run(self) -> _JobResult | _Stopped:
        shown = 0.0
        while True:
            if self._stop.is_set() and self.may_stop():
                self._work.close()
                return _Stopped()
            try:
                step = next(self._work)
            except StopIteration as end:
                return _JobResult(end.value)
            now = time.monotonic()
            if now - shown >= _BETWEEN_STEPS:
                shown = now
                self._tell(step)


def _always() -> bool:
    """Tell that work may be stopped, which keeps nothing that a user decided."""
    return True
