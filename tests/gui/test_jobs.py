"""Work runs beside the window: with progress, stopped between steps, its failures handed over."""

import gc
import threading
import time
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from crossquote.gui.jobs import JobQueue, Runner
from crossquote.message import SILENCE, verbatim
from crossquote.progress import Step, Work

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def queue() -> Iterator[JobQueue]:
    queue = JobQueue()
    yield queue
    assert queue.wait(5000)


def counting(to: int, seen: list[int]) -> Work[int]:
    for number in range(to):
        seen.append(threading.get_ident())
        yield Step(number, to, verbatim("Counting"))
    return to


def test_a_job_runs_elsewhere_and_returns(queue: JobQueue, qtbot: QtBot) -> None:
    seen: list[int] = []
    job = queue.submit(SILENCE, counting(3, seen))
    with qtbot.waitSignal(job.finished) as done:
        pass
    assert done.args == [3]
    assert threading.get_ident() not in seen
    assert queue.current is None


def test_jobs_run_one_after_the_other(queue: JobQueue, qtbot: QtBot) -> None:
    order: list[str] = []

    def work(name: str) -> Work[None]:
        order.append(f"{name} begins")
        yield Step(0, 1, verbatim(name))
        order.append(f"{name} ends")

    queue.submit(SILENCE, work("a"))
    last = queue.submit(SILENCE, work("b"))
    with qtbot.waitSignal(last.finished):
        pass
    assert order == ["a begins", "a ends", "b begins", "b ends"]


def test_stopping_closes_the_work_between_steps(queue: JobQueue, qtbot: QtBot) -> None:
    closed = threading.Event()
    going = threading.Event()

    def endless() -> Work[None]:
        try:
            while True:
                going.set()
                yield Step(0, 0, verbatim("On and on"))
        finally:
            closed.set()

    job = queue.submit(SILENCE, endless())
    going.wait(5)
    with qtbot.waitSignal(job.stopped):
        job.stop()
    assert closed.is_set()


def test_work_whose_queue_has_gone_tells_nobody() -> None:
    told: list[int] = []

    def gone(number: int, _: object) -> None:
        told.append(number)
        raise RuntimeError("Signal source has been deleted")

    Runner(7, counting(3, []), gone, threading.Event()).run()
    assert told == [7, 7]


def test_a_failure_is_handed_over(queue: JobQueue, qtbot: QtBot) -> None:
    def failing() -> Work[None]:
        yield Step(0, 1, verbatim("Failing"))
        raise RuntimeError("as it must")

    job = queue.submit(SILENCE, failing())
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert str(failed.args[0]) == "as it must"


def test_many_jobs_leave_their_objects_on_this_thread(queue: JobQueue, qtbot: QtBot) -> None:
    here = QThread.currentThread()
    threads = []
    last = None
    for _ in range(100):
        last = queue.submit(SILENCE, counting(1, []))
        last.destroyed.connect(lambda: threads.append(QThread.currentThread()))
    assert last is not None
    with qtbot.waitSignal(last.destroyed):
        pass
    assert threads == [here] * len(threads)
    assert len(threads) == 100


def test_the_next_job_begins_once_what_came_of_the_last_is_taken(queue: JobQueue, qtbot: QtBot) -> None:
    taken: list[int] = []
    found: list[list[int]] = []

    def looking() -> Work[None]:
        found.append(list(taken))
        yield Step(0, 1, verbatim("Looking"))

    queue.submit(SILENCE, counting(3, [])).then(taken.append)
    last = queue.submit(SILENCE, looking())
    time.sleep(0.2)  # long enough for a worker that does not wait
    with qtbot.waitSignal(last.finished):
        pass
    assert found == [[3]]


def test_after_waiting_nothing_begins_any_more(queue: JobQueue, qtbot: QtBot) -> None:
    begun: list[str] = []
    going = threading.Event()

    def work(name: str) -> Work[None]:
        begun.append(name)
        while True:
            going.set()
            yield Step(0, 0, verbatim(name))

    queue.submit(SILENCE, work("first"))
    last = queue.submit(SILENCE, work("last"))
    assert going.wait(5)
    with qtbot.waitSignal(last.stopped):
        assert queue.wait(5000)
    assert begun == ["first"]
    assert queue.current is None


class Kept:
    """What tells whether work has kept something, and what it holds for that."""

    def __call__(self) -> bool:
        return True


def test_a_runner_that_has_run_holds_nothing_of_what_was_open() -> None:
    """Qt lets some of them live on: with those lived the project that was open, in memory."""
    asked = Kept()
    told = weakref.ref(asked)
    runner = Runner(1, counting(3, []), lambda *_: None, threading.Event(), asked)
    runner.run()
    del asked
    gc.collect()
    assert told() is None
