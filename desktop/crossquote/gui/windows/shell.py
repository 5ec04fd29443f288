"""The window's frame: menus, bar, stack of pages, status bar. It is all that the first paint needs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.clipboard import clipping_in, files_in, takes_copy
from crossquote.gui.menu_names import MENUS, action_text, menu_text
from crossquote.gui.plain import give_tip, give_title
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.views.start_page import StartPage
from crossquote.gui.widgets.clearing import offer_clearing
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.menu import Menu
from crossquote.gui.widgets.primary import PrimaryButton
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.widgets.tabbing import tab_in_order
from crossquote.gui.words import say

if TYPE_CHECKING:
    from crossquote.gui.actions import Action

_IN_BAR, _ON_START_PAGE = ("add", "languages", "report"), ("sample", "add", "help-getting-started")
"""The actions that the frame itself shows."""
_OF_THE_SCREEN = 0.92
"""So much of the screen's height and width the window takes at most by itself: its frame is to fit, too."""


class Shell(QMainWindow):
    """Holds the actions and the places where views go; says what was dropped on it and when it wants to close."""

    dropped = Signal(object)
    close_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.appearance = appearance
        self.may_close = False
        self.buttons: list[QToolButton] = []
        self.drop_hint: QWidget | None = None
        self.menus: dict[str, Menu] = {}
        give_title(self, say("window.program"))
        self.setMinimumSize(760, 520)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize() * _OF_THE_SCREEN))
        self.setAcceptDrops(True)
        self._make_menus()
        self.actions_by_id = {name: self._action(name) for name in (*_IN_BAR, *_ON_START_PAGE)}
        self._centre = QWidget(self)
        self.bar = QFrame(self._centre)
        self.search = LineField(parent=self.bar)
        self.stack = QStackedWidget(self._centre)
        self.stack.setAccessibleName(say("window.frame.page"))
        self.start_page = StartPage([self.actions_by_id[name] for name in _ON_START_PAGE], self.stack)
        self.stack.addWidget(self.start_page)
        self.column = QVBoxLayout()
        self._place()

    @property
    def place(self) -> str:
        """Where the window stands and how large it is, as text."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def take_place(self, place: str) -> None:
        """Stand where the window stood, as `place` has it; what it can't have stays as it is.

        Qt takes a damaged place as it comes: where no screen has it, the window stands where it stood before.
        """
        before = self.geometry()
        self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "replace")))
        if not any(screen.geometry().intersects(self.geometry()) for screen in QGuiApplication.screens()):
            self.setGeometry(before)

    def give_help(self, window: QWidget) -> None:
        """Let F1 ask for help in another window, too; a frame that could not be filled has none."""
        window.addActions([action for name, action in self.actions_by_id.items() if name == "help-here"])

    def _make_menus(self) -> None:
        """Name the menus: what stands in them comes after the first paint."""
        for name in MENUS:
            self.menus[name] = Menu(menu_text(name), self.menuBar())
            self.menuBar().addMenu(self.menus[name])
        self.menuBar().setAccessibleName(say("window.frame.menus"))

    def fill_menus(self, entries: "Sequence[Action]") -> None:
        """Put all actions into the menus, in the order of their table; those that the frame shows are there already."""
        groups: dict[str, QActionGroup] = {}
        shown, self.actions_by_id = self.actions_by_id, {}
        for entry in entries:
            if not entry.id:
                self.menus[entry.menu].addSeparator()
                continue
            action = shown.get(entry.id) or self._action(entry.id)
            action.setCheckable(entry.check)
            if entry.tip:
                give_tip(action, say(f"window.action.{entry.id}.tip"))
            if entry.group:
                groups.setdefault(entry.group, QActionGroup(self)).addAction(action)
            self.actions_by_id[entry.id] = action
            self.menus[entry.menu].addAction(action)
            self.addAction(action)

    def _action(self, action_id: str) -> QAction:
        action, text = QAction(self), action_text(action_id)
        action.setText(text)  # told at once, Qt asks whether it is an icon: that loads all there is to icons
        action.setData(action_id)
        give_tip(action, text.replace("&", ""))
        return action

    def _place(self) -> None:
        centre = self._centre
        centre.setAccessibleName(say("window.program"))
        centre.setLayout(self.column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._fill_bar())
        self.column.addWidget(self.stack, 1)
        self.column.addWidget(self._status())
        self.setCentralWidget(centre)

    def _fill_bar(self) -> QFrame:
        bar = self.bar
        bar.setObjectName("bar")
        bar.setAccessibleName(say("window.frame.tools"))
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(6)
        for name in _IN_BAR:
            row.addWidget(self._button(name, "" if self.buttons else "primary"))
        row.addStretch(1)
        self.search.setPlaceholderText(say("window.frame.find-in-quotes-and-articles"))
        self.search.setAccessibleName(say("window.frame.find-in-quotes-and-articles"))
        offer_clearing(self.search)
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(250)
        row.addWidget(self.search, 2)
        self.reading = QToolButton(bar)
        self.reading.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.reading.setText(say("window.frame.read-in-english"))
        self.reading.setAccessibleName(say("window.frame.read-in"))
        row.addWidget(self.reading)
        self.lock = QToolButton(bar)
        self.lock.setObjectName("lock")
        self.lock.setText(say("window.frame.offline-lit"))
        self.lock.setAccessibleName(say("window.frame.offline"))
        give_tip(self.lock, say("window.frame.nothing-left"))
        row.addWidget(self.lock)
        tab_in_order((*self.buttons, self.search, self.reading, self.lock))
        return bar

    def _button(self, action_id: str, name: str = "") -> QToolButton:
        action = self.actions_by_id[action_id]
        button = PrimaryButton(self.bar) if name == "primary" else QToolButton(self.bar)
        button.setObjectName(name)
        button.setDefaultAction(action)
        button.setText(action.text().replace("&", "").rstrip("…"))
        button.setAccessibleName(button.text())
        self.buttons.append(button)
        return button

    def _status(self) -> QFrame:
        strip = QFrame(self._centre)
        strip.setObjectName("statusBar")
        strip.setAccessibleName(say("window.frame.status"))
        row = QHBoxLayout(strip)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(18)
        self.counts = ElidedLabel(parent=strip)
        self.counts.show_text(say("window.frame.no-articles-yet"))
        self.counts.setMinimumWidth(40)
        row.addWidget(self.counts)
        row.addStretch(1)
        self.engine = ElidedLabel(parent=strip)
        self.engine.show_text("", spoken=say("window.frame.translation"))
        self.engine.setMinimumWidth(40)
        self.status_row = row
        row.addWidget(self.engine)
        return strip

    def _hint(self, *, shown: bool) -> None:
        """Show or hide that something can be dropped here."""
        if self.drop_hint is not None:
            place = self.stack.geometry().translated(0, self.menuBar().height())
            self.drop_hint.setGeometry(place.adjusted(18, 18, -18, -18))
            self.drop_hint.setVisible(shown)
            self.drop_hint.raise_()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102, N802 - Qt's
        outside = event.source() is None  # what is carried from here is no article for here
        if outside and (files_in(event.mimeData()) or event.mimeData().hasText()) and takes_copy(event):
            self._hint(shown=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        self._hint(shown=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102, N802 - Qt's
        self._hint(shown=False)
        data = event.mimeData()
        if takes_copy(event):
            self.dropped.emit(files_in(data) or clipping_in(data))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102, N802 - Qt's
        if self.may_close:
            event.accept()
        else:
            event.ignore()
            self.close_requested.emit()
