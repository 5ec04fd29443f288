"""Looking for a newer version: what would be asked of whom, then how far it is, then the answer."""

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crossquote.errors import UserError
from crossquote.gui.widgets.busy import Busy
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.room import make_room
from crossquote.progress import Step
from crossquote.work.newer_version import Release


class NewerVersionDialog(QDialog):
    """Asks before anything is asked of `host` at `address`; both are empty where the build names none."""

    ask_requested = Signal()
    stop_requested = Signal()
    page_requested = Signal(str)

    def __init__(self, version: str, host: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Newer version"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        make_room(self, 520)
        self._version, self._host, self._page = version, host, ""
        self.heading, self.told = self._label("heading"), self._label("")
        self.named_page = QLineEdit(self)
        self.named_page.setReadOnly(True)
        self.named_page.setAccessibleName(self.tr("Its page"))
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(self.tr("What is new"))
        self.notes.setMinimumHeight(150)
        stop = QAction(self.tr("Stop"), self)
        stop.triggered.connect(self._stop)
        self.busy = Busy(stop, self)
        self.ask = plain_button(self.tr("Ask {}").format(host), self._ask, self)
        self.page = plain_button(self.tr("Open its page"), self._open_page, self)
        self.leave = QPushButton(self)
        self._column = QVBoxLayout(self)
        self._place()
        if address:
            self._show_question(address)
        else:
            self._show_no_address()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def _place(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.setAccessibleName(self.tr("Choices"))
        buttons.addButton(self.leave, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.ask, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.page, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._column.setContentsMargins(20, 18, 20, 14)
        self._column.setSpacing(10)
        for part in (self.heading, self.told, self.named_page):
            self._column.addWidget(part)
        self._column.addWidget(self.notes, 1)
        self._column.addWidget(self.busy)
        self._column.addWidget(buttons)

    def _show_question(self, address: str) -> None:
        told = self.tr(
            "Crossquote connects to {0} once and asks for\n{1}\n\n"
            "Nothing else is sent: neither your articles nor your settings nor which version you have. Like every web "
            "server, {0} sees the network address that you come from, and that a program called Crossquote asks."
        )
        self._show(self.tr("Ask {} for a newer version?").format(self._host), told.format(self._host, address))
        self.leave.setText(self.tr("Cancel"))
        self.ask.show()
        self._fit()

    def _show_no_address(self) -> None:
        told = self.tr(
            "This build names no address where it could look. Its version is {}; look where it came from whether there "
            "is a newer one."
        )
        self._show(self.tr("This build has no address to ask"), told.format(self._version))

    def show_step(self, step: Step) -> None:
        """Show how far the asking is."""
        self.busy.show_step(step)

    @Slot(object)
    def show_answer(self, release: object) -> None:
        """Show what the answer says: a release that is newer, or None."""
        if isinstance(release, Release):
            self._show_release(release)
        else:
            told = self.tr("{} names no version that is newer than yours, {}.").format(self._host, self._version)
            self._show(self.tr("You have the newest version"), told)

    def _show_release(self, release: Release) -> None:
        lines = [self.tr("You have {}.").format(self._version)]
        if release.published:
            day = QDate(release.published.year, release.published.month, release.published.day)
            lines.insert(0, self.tr("Published on {}.").format(QLocale().toString(day)))
        told = " ".join(lines)
        if release.page:
            here = self.tr("Its page, which the button opens in your browser:")
            elsewhere = self.tr("Its page is on another host than the one that was asked, so it is only named here:")
            told = f"{told}\n\n{here if release.on_feed_host else elsewhere}"
        self._show(self.tr("Crossquote {} is out").format(release.version), told)
        self.named_page.setText(release.page)
        self.named_page.setCursorPosition(0)
        self.named_page.setVisible(bool(release.page))
        self._page = release.page if release.on_feed_host else ""
        self.page.setVisible(bool(self._page))
        self.notes.setPlainText(release.notes)
        self.notes.setVisible(bool(release.notes))
        self._fit()

    @Slot(object)
    def show_failure(self, error: object) -> None:
        """Say why there is no answer, and what to do."""
        told = str(error) if isinstance(error, UserError) else self.tr("Crossquote made a mistake in asking.")
        self._show(self.tr("No answer"), told)

    @Slot()
    def show_stopped(self) -> None:
        """Say that nothing was found out, as the user wished."""
        self._show(self.tr("Stopped"), self.tr("Nothing was found out. Your version is {}.").format(self._version))

    def show_no_browser(self) -> None:
        """Say that the page has to be opened by hand."""
        self._show(self.tr("No browser"), self.tr("No browser could be opened. The page of the newer version is"))
        self.named_page.show()
        self._fit()

    def _show(self, heading: str, told: str) -> None:
        """Show a heading and a text, and nothing else but the button that leaves."""
        for label, text in ((self.heading, heading), (self.told, told)):
            label.setText(text)
            label.setAccessibleName(text)
        for part in (self.named_page, self.notes, self.busy, self.ask, self.page):
            part.hide()
        self.leave.setText(self.tr("Close"))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown needs, and let Enter leave: a row of buttons that changes loses the focus."""
        self.leave.setAccessibleName(self.leave.text())
        self.leave.setDefault(True)
        self.leave.setFocus()
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    @Slot()
    def _ask(self) -> None:
        self._show(self.tr("Asking {}…").format(self._host), self.tr("You can stop it at any time."))
        self.leave.setText(self.tr("Cancel"))
        self.show_step(Step(0, 0, self.tr("Waiting for its turn")))
        self._fit()
        self.ask_requested.emit()

    @Slot()
    def _stop(self) -> None:
        self.show_step(Step(0, 0, self.tr("Stopping…")))
        self.stop_requested.emit()

    @Slot()
    def _open_page(self) -> None:
        self.page_requested.emit(self._page)
