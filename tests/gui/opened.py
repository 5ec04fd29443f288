"""A window opened whole, as the program opens it."""

from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.fill import fill_shell
from crossquote.gui.start import open_shell


def open_window(qtbot: QtBot) -> Desk:
    """Return the desk of a window in the light theme; it is closed with the test."""
    shell = open_shell("light")
    shell.resize(1440, 900)
    desk = fill_shell(shell)
    qtbot.addWidget(shell)
    shell.show()
    qtbot.waitExposed(shell)
    return desk
