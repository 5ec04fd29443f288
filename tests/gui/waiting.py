"""Waiting for the window's work, for all tests of the window."""

import time
from threading import Event

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.progress import QUIET, Work
from crossquote.work.session import Session

PATIENCE = 300_000
"""Milliseconds, for work that takes a moment: of a machine that others work on, too, or of wine."""


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until all work is done, by the word of who does it, and what comes of it is shown."""
    jobs = desk.bridge.jobs
    while jobs.current is not None:
        with qtbot.waitSignal(jobs.changed, timeout=PATIENCE):
            pass
        QApplication.processEvents()


def held_up(gate: Event) -> Work[None]:
    """Work on until `gate` is open: what is asked for after it waits."""
    while not gate.wait(0.01):
        yield QUIET


class Lasting:
    """Work whose one step lasts for a while; `open_at_its_end` says of each time whether the project still was."""

    def __init__(self) -> None:
        self.begun, self.open_at_its_end = Event(), list[bool]()

    def work(self, session: Session) -> Work[None]:
        """Last."""
        project = session.project
        assert project is not None
        self.begun.set()
        time.sleep(0.2)
        self.open_at_its_end.append(project.is_there())
        yield QUIET

    def begin(self, desk: Desk, qtbot: QtBot) -> None:
        """Have the step begun."""
        desk.bridge.edit(self.work)
        qtbot.waitUntil(self.begun.is_set)
