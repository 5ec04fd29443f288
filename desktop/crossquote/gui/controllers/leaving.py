"""Leaving the program: work that is under way and work without a name are asked about first."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.projects import Projects
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say
from crossquote.work.session import Session

_PATIENCE = 4000
"""Milliseconds that a system which ends the user's session is made to wait for the step that is running."""


class Leaving(QObject):
    """Closes the window when nothing speaks against it any more; says so just before."""

    left = Signal()

    def __init__(self, shell: Shell, bridge: Bridge, projects: Projects) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._projects = shell, bridge, projects
        projects.ready_to_close.connect(self._close)
        shell.close_requested.connect(self.ask, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def ask(self) -> None:
        """Ask about work that is under way and about what has no name, then close."""
        job = self._bridge.asked_for
        if job is None:
            self._projects.may_close()
            return
        box = confirm_dialog(
            self._shell,
            say("window.leaving.still-at-work", step=job.step.label or job.label),
            say("window.leaving.finished-steps-are-kept"),
            say("window.leaving.stop-and-close"),
        )
        box.accepted.connect(self._stop_and_close)
        open_dialog(box)

    @Slot()
    def _stop_and_close(self) -> None:
        self._shell.counts.show_text(say("window.leaving.stopping"))
        self._bridge.when_stopped(self._projects.may_close)

    @Slot()
    def _close(self) -> None:
        if self._shell.may_close:  # it was asked for twice
            return
        self._bridge.jobs.wait(_PATIENCE)
        self.left.emit()
        self._shell.may_close = True
        self._shell.close()

    def hand_over(self) -> Session:
        """Close the window and leave open what is open in it: nothing works on it any more, and another goes on."""
        self._bridge.end_ahead()
        self._close()
        return self._bridge.session

    @Slot()
    def at_once(self) -> None:
        """Close once the step that runs has ended, and ask nothing; work without a name is there the next time."""
        self._bridge.when_stopped(self._let_go)

    @Slot()
    def end_session(self) -> None:
        """Let go of the file, as the system is about to end the program with the user's session, and may not wait.

        The window goes when the system has its answer: what it asks, it asks of the window. Under a step that takes
        longer the file stays open: all that was done is on the disk, and the next start finds it.
        """
        if self._bridge.jobs.wait(_PATIENCE):
            self._projects.let_go()
            QTimer.singleShot(0, self, self._close)
        else:
            self.at_once()

    def _let_go(self) -> None:
        self._projects.let_go()
        self._close()
