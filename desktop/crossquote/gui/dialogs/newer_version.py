"""Looking for a newer version: what would be asked of whom, then how far it is, then the answer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crossquote.errors import UserError
from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.widgets.busy import Busy
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.widgets.text_field import TextField
from crossquote.gui.wishes.program import AskVersion, OpenPage, StopAsking
from crossquote.gui.words import say, say_error, say_joined
from crossquote.message import message
from crossquote.progress import Step
from crossquote.wording.joining import Joint
from crossquote.work.newer_version import Release


class NewerVersionDialog(QDialog):
    """Asks before anything is asked of `host` at `address`; both are empty where the build names none."""

    wished = Signal(object)

    def __init__(self, version: str, host: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_title(self, say("window.newer-version.newer-version"))
        self._version, self._host, self._page = version, host, ""
        self.heading, self.told = self._label("heading"), self._label("")
        self.named_page = LineField(parent=self)
        self.named_page.setReadOnly(True)
        self.named_page.setAccessibleName(say("window.newer-version.its-page"))
        self.notes = TextField(parent=self)
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(say("window.newer-version.what-is-new"))
        self.notes.setMinimumHeight(150)
        stop = QAction(say("window.newer-version.stop"), self)
        stop.triggered.connect(self._stop)
        self.busy = Busy(stop, self)
        self.ask = plain_button(say("window.newer-version.ask", host=host), self._ask, self)
        self.page = plain_button(say("window.newer-version.open-its-page"), self._open_page, self)
        self.leave = QPushButton(self)
        self._column = QVBoxLayout(self)
        be_wide(self, self._column, 520)
        self._place()
        if address:
            self._show_question(address)
        else:
            self._show_no_address()

    def _label(self, name: str) -> PlainLabel:
        label = PlainLabel(parent=self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def _place(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.setAccessibleName(say("window.newer-version.choices"))
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
        told = say("window.newer-version.what-is-sent", host=self._host, address=address)
        self._show(say("window.newer-version.ask-for-newer", host=self._host), told)
        self.leave.setText(say("window.newer-version.cancel"))
        self.ask.show()
        self._fit()

    def _show_no_address(self) -> None:
        told = say("window.newer-version.no-address-to-ask", version=self._version)
        self._show(say("window.newer-version.no-address"), told)

    def show_step(self, step: Step) -> None:
        """Show how far the asking is."""
        self.busy.show_step(step)

    @Slot(object)
    def show_answer(self, release: object) -> None:
        """Show what the answer says: a release that is newer, or None."""
        if isinstance(release, Release):
            self._show_release(release)
        else:
            told = say("window.newer-version.names-none", host=self._host, version=self._version)
            self._show(say("window.newer-version.newest"), told)

    def _show_release(self, release: Release) -> None:
        lines = [say("window.newer-version.your-version", version=self._version)]
        if release.published:
            lines.insert(0, say("window.newer-version.published", day=release.published.isoformat()))
        told = say_joined(lines, Joint.NEXT)
        if release.page:
            here = say("window.newer-version.page-here")
            elsewhere = say("window.newer-version.page-elsewhere")
            told = f"{told}\n\n{here if release.on_feed_host else elsewhere}"
        self._show(say("window.newer-version.is-out", version=release.version), told)
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
        told = say_error(error) if isinstance(error, UserError) else say("window.newer-version.mistake")
        self._show(say("window.newer-version.no-answer"), told)

    @Slot()
    def show_stopped(self) -> None:
        """Say that nothing was found out, as the user wished."""
        self._show(
            say("window.newer-version.stopped"), say("window.newer-version.nothing-found-out", version=self._version)
        )

    def show_no_browser(self) -> None:
        """Say that the page has to be opened by hand."""
        self._show(say("window.newer-version.no-browser"), say("window.newer-version.no-browser-opened"))
        self.named_page.show()
        self._fit()

    def _show(self, heading: str, told: str) -> None:
        """Show a heading and a text, and nothing else but the button that leaves."""
        for label, text in ((self.heading, heading), (self.told, told)):
            label.show_text(text)
        for part in (self.named_page, self.notes, self.busy, self.ask, self.page):
            part.hide()
        self.leave.setText(say("window.newer-version.close"))
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
        self._show(say("window.newer-version.asking", host=self._host), say("window.newer-version.can-be-stopped"))
        self.leave.setText(say("window.newer-version.cancel"))
        self.show_step(Step(0, 0, message("window.newer-version.waiting-for-its-turn")))
        self._fit()
        self.wished.emit(AskVersion())

    @Slot()
    def _stop(self) -> None:
        self.show_step(Step(0, 0, message("window.newer-version.stopping")))
        self.wished.emit(StopAsking())

    @Slot()
    def _open_page(self) -> None:
        self.wished.emit(OpenPage(self._page))
