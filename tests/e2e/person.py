"""One who has never seen the program: begins with an empty home, and does what can be done by mouse and keyboard alone.

With CROSSQUOTE_WALK_PICTURES=FOLDER each look is kept there, in light and dark.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QPainter, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.work.settings import load_settings
from e2e.user import NONE, User

_PICTURES = os.environ.get("CROSSQUOTE_WALK_PICTURES", "")
_LEFT = Qt.MouseButton.LeftButton


class Person(User):
    """Sees what is in front, presses keys where the focus is, clicks what is visible, and drops files."""

    def front(self) -> QWidget:
        """Return what is in front, made active as a window manager does: a menu, a dialog, a reader, the window."""
        QApplication.processEvents()
        in_front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if in_front is None:
            windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            readers = [one for one in windows if isinstance(one, ReaderWindow)]
            in_front = next(iter([one for one in windows if one.isActiveWindow()] or readers), self.shell)
        if QApplication.activePopupWidget() is None:
            in_front.activateWindow()
            self.qtbot.waitUntil(in_front.isActiveWindow)
        return in_front

    def dialog(self) -> QDialog:
        """Return the dialog that is in front."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        shown = self.front()
        assert isinstance(shown, QDialog)
        return shown

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the focus is."""
        for _ in range(times):
            shown = self.front()
            focus = None if QApplication.activePopupWidget() is not None else QApplication.focusWidget()
            QTest.keyClick(focus if focus is not None else shown, key, modifier)
            self.settle()

    def type_in(self, text: str) -> None:
        """Type a text where the focus is; what no key of a plain keyboard has comes as from an input method."""
        self.front()
        focus = QApplication.focusWidget()
        if isinstance(focus, QComboBox):
            focus = focus.lineEdit()
        assert focus is not None
        if text.isascii():
            QTest.keyClicks(focus, text)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QApplication.sendEvent(focus, event)
        self.settle()

    def click_at(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click something that is seen, in the middle unless told where."""
        assert widget.isVisible()
        assert widget.isEnabled()
        place = at if at is not None else widget.rect().center()
        assert widget.rect().contains(place)
        QTest.mouseClick(widget, _LEFT, pos=place)
        self.settle()

    def click_row(self, view: QAbstractItemView, row: int, *, twice: bool = False) -> None:
        """Click a row of a list or a table, once or twice, after scrolling to it."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        self.click_at(view.viewport(), place)
        if twice:
            QTest.mouseDClick(view.viewport(), _LEFT, pos=place)
            self.settle()

    def drag(self, handle: QWidget, over: QWidget, to: QPoint) -> None:
        """Press on something that is seen, carry it `to` a place over something, and let go; it may come along."""
        assert handle.isVisible()
        start = over.mapFromGlobal(handle.mapToGlobal(handle.rect().center()))
        QTest.mousePress(handle, _LEFT)
        for place in ((start + to) / 2, to):
            QTest.mouseMove(handle, handle.mapFromGlobal(over.mapToGlobal(place)))
        QTest.mouseRelease(handle, _LEFT, pos=handle.mapFromGlobal(over.mapToGlobal(to)))
        self.settle()

    def select_words(self, text: QTextEdit, words: str) -> None:
        """Draw the mouse over words of a text."""
        at = text.toPlainText().index(words)
        start, end = (place_in(text, place) for place in (at, at + len(words)))
        QTest.mousePress(text.viewport(), _LEFT, pos=start)
        QTest.mouseMove(text.viewport(), (start + end) / 2)
        QTest.mouseMove(text.viewport(), end)
        QTest.mouseRelease(text.viewport(), _LEFT, pos=end)
        self.settle()
        assert text.textCursor().selectedText() == words

    def pick(self, button: QToolButton, *texts: str) -> None:
        """Open the menu of a button, which waits in a loop of its own, and choose in it, one menu after the other."""
        waiting = list(texts)

        def choose_next() -> None:
            menu = QApplication.activePopupWidget()
            actions = menu.actions() if isinstance(menu, QMenu) else []
            action = next((one for one in actions if one.text().replace("&", "").startswith(waiting[0])), None)
            if not isinstance(menu, QMenu) or action is None:
                while (left := QApplication.activePopupWidget()) is not None:
                    left.close()
                return
            menu.setActiveAction(action)
            if waiting[1:]:
                QTimer.singleShot(0, choose_next)
            del waiting[0]
            QTest.keyClick(menu, Qt.Key.Key_Return)

        QTimer.singleShot(0, choose_next)
        self.click_at(button)
        assert not waiting
        self.settle()

    def sign(self, name: str, picture: str) -> None:
        """Give the name that is asked for before the first decision; it is kept."""
        assert isinstance(self.dialog(), AskDialog)
        self.type_in(name)
        self.look(picture)
        self.press(Qt.Key.Key_Return)
        assert load_settings().reviewer == name

    def drop(self, paths: Iterable[Path]) -> None:
        """Drop files and folders on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle = self.shell.rect().center()
        enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, _LEFT, NONE)
        QApplication.sendEvent(self.shell, enter)
        assert enter.isAccepted()
        let_go = QDropEvent(middle.toPointF(), Qt.DropAction.CopyAction, data, _LEFT, NONE)
        QApplication.sendEvent(self.shell, let_go)

    def look(self, name: str) -> None:
        """Keep a picture of all that is seen, in light and dark, where pictures are wanted.

        In other colours a box of Qt's has its first button as the default: the focus is put back where it was.
        """
        if not _PICTURES:
            return
        held = QApplication.focusWidget()
        folder = Path(_PICTURES)
        folder.mkdir(parents=True, exist_ok=True)
        for theme in ("dark", "light"):
            self.shell.appearance.choose(theme)
            self.settle()
            QApplication.processEvents()
            seen = self.shell.grab()
            painter = QPainter(seen)
            for window in QApplication.topLevelWidgets():
                if window.isVisible() and window is not self.shell:
                    painter.drawPixmap(window.pos() - self.shell.pos(), window.grab())
            painter.end()
            seen.save(str(folder / f"{name}-{theme}.png"))
        if isinstance(held, QPushButton) and isValid(held):
            held.setFocus()


def place_in(text: QTextEdit, at: int) -> QPoint:
    """Return where a place of a text is seen in it."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(at)
    return text.cursorRect(cursor).center()


class Hands(QObject):
    """Notes each press of a mouse anywhere in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel):
            self.presses += 1
        return super().eventFilter(watched, event)
