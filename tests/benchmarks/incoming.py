"""While 500 articles come in: the longest stretch for which the window answers nothing, and what it did then.

A folder is dropped on the window, and a clock in its loop of events ticks until all is compared. Between two ticks
counts what the window's own thread computes; how long that took by the clock stands beside it, and is longer where the
machine, or the work beside, keeps it waiting.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import ingesting
from figure import Figure
from msgspec import Struct

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FILES, TICK, GOAL = 500, 5, 0.100
"""Files; milliseconds between two ticks; seconds that no event is to take."""


class Stretch(Struct, frozen=True):
    """From one tick to the next: seconds computed by the window's thread, seconds by the clock, and what was done."""

    busy: float
    passed: float
    step: str


def measure() -> Iterator[Figure]:
    """Yield the figures of articles that come in."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as home:
        os.environ["CROSSQUOTE_HOME"] = home
        folder = Path(name)
        for number, text in enumerate(islice(cycle(ingesting.articles()), FILES)):
            own = text.replace("Story number", f"Account {number} of story", 1)
            (folder / f"outlet-{number}.en.txt").write_text(own, encoding="utf-8")
        stretches = taken_in(folder)
    by_busy = sorted(stretches, key=lambda one: one.busy)
    worst = by_busy[-1]
    yield Figure(f"{FILES} articles come in: longest stretch of the window ({worst.step})", worst.busy, None, GOAL)
    yield Figure("the same, by the clock", worst.passed, None, GOAL)
    yield Figure("longest of all by the clock", max(one.passed for one in stretches), None, GOAL)
    yield Figure("99 of 100 stretches are shorter than", by_busy[len(by_busy) * 99 // 100].busy, None, GOAL)
    yield Figure("stretches over the goal", sum(one.busy > GOAL for one in stretches), None, 0, unit="")
    yield Figure("all of it, by the clock", sum(one.passed for one in stretches), None, 60)


def taken_in(folder: Path) -> list[Stretch]:
    """Drop a folder on a window, wait until all in it is compared and shown; return what passed between ticks."""
    from PySide6.QtCore import QEventLoop, QMimeData, Qt, QTimer, QUrl  # noqa: PLC0415 - Qt only where it is measured
    from PySide6.QtGui import QDragEnterEvent, QDropEvent  # noqa: PLC0415

    from crossquote.gui.frames import Frames  # noqa: PLC0415
    from crossquote.gui.start import make_application, open_shell  # noqa: PLC0415
    from crossquote.gui.words import say_message  # noqa: PLC0415

    application = make_application()
    shell = open_shell("light")
    shell.resize(1440, 900)
    shell.show()
    frames = Frames(application)
    frames.listen()
    desk = frames.fill(shell)
    application.processEvents()
    stretches: list[Stretch] = []
    loop = QEventLoop()
    busy, passed = time.thread_time(), time.perf_counter()

    def tick() -> None:
        nonlocal busy, passed
        now, clock, job = time.thread_time(), time.perf_counter(), desk.bridge.jobs.current
        stretches.append(Stretch(now - busy, clock - passed, say_message(job.step.label) if job else "the end"))
        busy, passed = now, clock
        if job is None and desk.comparison.board.cards:
            loop.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    middle, copy = shell.rect().center(), Qt.DropAction.CopyAction
    application.sendEvent(shell, QDragEnterEvent(middle, copy, data, left, nothing))
    application.sendEvent(shell, QDropEvent(middle.toPointF(), copy, data, left, nothing))
    timer.start(TICK)
    loop.exec()
    timer.stop()
    if len(desk.bridge.state.articles) != FILES:
        raise LookupError(len(desk.bridge.state.articles))
    desk.leave()
    application.processEvents()
    return stretches
