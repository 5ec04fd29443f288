"""The lock in the bar: it says while something that the user agreed to is online, and afterwards that it was."""

from PySide6.QtCore import QObject, Slot

from crossquote.gui.jobs import Job
from crossquote.gui.plain import give_tip, plain_caption
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say


class Connection(QObject):
    """Follows the jobs that go online and shows on the lock what there is of them."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._online = 0

    def follow(self, job: Job[object], text: str) -> None:
        """Show `text` on the lock until `job` and all others that go online are over."""
        self._online += 1
        job.destroyed.connect(self._end)
        self._show(text, say("window.connection.open"))

    @Slot()
    def _end(self) -> None:
        self._online -= 1
        if not self._online:
            told = say("window.connection.closed-again")
            self._show(say("window.connection.offline"), told)

    def _show(self, text: str, told: str) -> None:
        self._shell.lock.setText(plain_caption(f"● {text}"))
        self._shell.lock.setAccessibleName(text)
        give_tip(self._shell.lock, told)
