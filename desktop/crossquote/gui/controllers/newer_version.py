"""Looking for a newer version from the window: asked for, agreed to, then run as a job that can be stopped."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from crossquote.errors import UserError
from crossquote.gui.bridge import Bridge
from crossquote.gui.connection import Connection
from crossquote.gui.dialogs.newer_version import NewerVersionDialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.jobs import Job
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.program import AskVersion, OpenPage, StopAsking
from crossquote.gui.words import say
from crossquote.message import message
from crossquote.version import this_version
from crossquote.work.newer_version import Release, feed_host, look_for_newer, release_feed


class NewerVersion(QObject):
    """Runs what the dialog asks for; by itself it does nothing."""

    def __init__(self, shell: Shell, bridge: Bridge, connection: Connection, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._connection, self._wishes = shell, bridge, connection, wishes
        self.dialog: NewerVersionDialog | None = None
        self._asking: Job[Release | None] | None = None

    def show(self) -> None:
        """Open the dialog; nothing is asked of anyone before the user says so there."""
        feed = release_feed()
        try:
            host = feed_host(feed) if feed else ""
        except UserError as problem:
            self._bridge.problems_found.emit((problem,))
            return
        dialog = NewerVersionDialog(this_version(), host, feed or "", self._shell)
        dialog.wished.connect(self._wishes.grant)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        open_dialog(dialog)

    @grants(AskVersion)
    def _ask(self, _wish: AskVersion) -> None:
        feed, dialog = release_feed(), self.dialog
        if feed is None or dialog is None:
            return
        work = look_for_newer(feed, this_version())
        job = self._bridge.run(message("window.newer-version.looking"), work)
        job.then(dialog.show_answer)
        job.failed.connect(dialog.show_failure)
        job.stopped.connect(dialog.show_stopped)
        job.stepped.connect(dialog.show_step)
        dialog.rejected.connect(job.stop)
        self._asking = job
        self._connection.follow(job, say("window.newer-version.online"))

    @grants(StopAsking)
    def _stop_asking(self, _wish: StopAsking) -> None:
        if self._asking is not None:
            self._asking.stop()

    @grants(OpenPage)
    def _open_page(self, wish: OpenPage) -> None:
        if not QDesktopServices.openUrl(QUrl(wish.page)) and self.dialog is not None:
            self.dialog.show_no_browser()

    @Slot()
    def _forget(self) -> None:
        self.dialog = self._asking = None
