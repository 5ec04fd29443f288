"""Waiting for the window's work, for all tests of the window."""

from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk

PATIENCE = 300_000
"""Milliseconds, for work that takes a moment: of a machine that others work on, too, or of wine."""


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until all work is done."""
    qtbot.waitUntil(lambda: desk.bridge.jobs.current is None, timeout=PATIENCE)
