"""Reports in the window: a place is asked for, and what is open is written there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.files import ask_report, suggested_path
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import interface_language, say
from crossquote.message import message
from crossquote.progress import Work
from crossquote.work.save_report import save_report
from crossquote.work.session import Session


class Reports(QObject):
    """Saves reports."""

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._shell, self._bridge = shell, bridge

    def save(self) -> None:
        """Ask for a place and save a report there."""
        if path := ask_report(self._shell, suggested_path(self._bridge.session, "report")):
            writing = partial(_write, path, interface_language())
            self._bridge.edit(writing, message("window.reports.writing")).then(self._say_saved)

    def _say_saved(self, path: Path) -> None:
        self._shell.counts.show_text(say("window.saved", file=str(path)))


def _write(path: Path, language: str, session: Session) -> Work[Path]:
    log = session.project.steps() if session.project is not None else ()
    return save_report(session.state, path, log=log, language=language)
