"""Waiting for the window's work, for all tests of the window."""

from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until all work is done."""
    qtbot.waitUntil(lambda: desk.bridge.jobs.current is None, timeout=20_000)
