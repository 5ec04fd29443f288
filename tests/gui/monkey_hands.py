"""A monkey's hands: what can be done to a window by clicks, keys, menus, drags and files, chosen by chance.

Only what a user could reach is acted on: what lies under a dialog or a menu is out of reach.
"""

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from crossquote.gui.desk import Desk
from crossquote.gui.widgets.dragging import RENDITION, UTTERANCE

LEAVING = frozenset({"quit"})
KEYS = (
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *[Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Delete]
    * 3,
    *[Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End] * 3,
    *(Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_Menu, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Slash, Qt.Key.Key_Question),
)
MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 6,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Hands:
    """Act on the window of `desk`; each act tells what it did. `texts` are pasted and typed, `folder` has the files."""

    def __init__(self, desk: Desk, chance: random.Random, texts: Sequence[str], folder: Path) -> None:
        self._desk, self._random, self._texts, self._folder = desk, chance, texts, folder

    def act(self) -> str:
        """Do something."""
        act: Callable[[Hands], str] = self._random.choices(*zip(*_ACTS, strict=True))[0]
        return act(self)

    def windows(self) -> list[QWidget]:
        """Return the windows that lie open besides the main one."""
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self._desk.shell]

    def _reach(self) -> QWidget:
        """Return what can be acted on: an open menu, else the dialog that waits for an answer, else any window."""
        first = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return first or self._random.choice([self._desk.shell] * 3 + self.windows())

    def _parts(self, *kinds: type[QWidget]) -> list[QWidget]:
        """Return the parts of what can be acted on that are seen and enabled."""
        window = self._reach()
        inside = [one for kind in kinds for one in window.findChildren(kind)]
        return [one for one in (window, *inside) if one.isVisible() and one.isEnabled() and isinstance(one, kinds)]

    def _click(self) -> str:
        parts = self._parts(QWidget)
        if not parts:
            return "saw nothing to click"
        part = self._random.choice(parts)
        at = QPoint(self._random.randrange(max(part.width(), 1)), self._random.randrange(max(part.height(), 1)))
        right = self._random.random() < 0.15
        told = f"{'right-' if right else ''}clicked {_name(part)} at {at.x()}, {at.y()}"
        if right:
            QTest.mouseClick(part, Qt.MouseButton.RightButton, pos=at)
        elif self._random.random() < 0.15:
            QTest.mouseDClick(part, Qt.MouseButton.LeftButton, pos=at)
        else:
            QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at)
        return told

    def _draw(self) -> str:
        """Press somewhere, draw the pointer elsewhere and let go: a selection, a splitter, a column, a card."""
        parts = self._parts(QWidget)
        if not parts:
            return "saw nothing to draw at"
        part = self._random.choice(parts)
        width, height = max(part.width(), 1), max(part.height(), 1)
        places = [QPoint(self._random.randrange(width), self._random.randrange(height)) for _ in range(4)]
        told = f"drew from {places[0].x()}, {places[0].y()} in {_name(part)}"
        QTest.mousePress(part, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            if isValid(part):
                QTest.mouseMove(part, place)
        if isValid(part):
            QTest.mouseRelease(part, Qt.MouseButton.LeftButton, pos=places[-1])
        return told

    def _press_button(self) -> str:
        buttons = self._parts(QAbstractButton)
        if not buttons:
            return "saw no button"
        button = self._random.choice(buttons)
        told = f"pressed {_name(button)}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return told

    def _choose_row(self) -> str:
        views = [one for one in self._parts(QAbstractItemView) if isinstance(one, QAbstractItemView)]
        if not views:
            return "saw no list"
        view = self._random.choice(views)
        # Qt made it where a freed dialog's was: Python may take it for that one, and let go of it.
        if not isValid(view):
            return "saw a list that went"
        model: QAbstractItemModel | None = view.model()
        rows = model.rowCount() if model is not None else 0
        if model is not None and rows:
            index = model.index(self._random.randrange(rows), 0)
            view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        return f"chose a row of {rows} of {_name(view)}"

    def _press_key(self) -> str:
        window = self._reach()
        focus: QWidget | None = window.focusWidget()
        part = focus if focus is not None else window
        key, modifier = self._random.choice(KEYS), self._random.choice(MODIFIERS)
        told = f"pressed {modifier.name} {key.name} in {_name(part)}"
        QTest.keyClick(part, key, modifier)
        return told

    def _type(self) -> str:
        fields = self._parts(QLineEdit, QPlainTextEdit)
        text = self._random.choice(self._texts)[: self._random.choice((3, 40, 3000))]
        if not fields:
            return "saw nowhere to write"
        part = self._random.choice(fields)
        if not isValid(part):  # as above
            return "saw a field that went"
        if isinstance(part, QLineEdit):
            part.insert(text)
        elif isinstance(part, QPlainTextEdit):
            part.insertPlainText(text)
        return f"wrote {text[:20]!r} into {_name(part)}"

    def _scroll(self) -> str:
        bars = [one for one in self._parts(QScrollBar) if isinstance(one, QScrollBar)]
        if bars:
            bar = self._random.choice(bars)
            if not isValid(bar):  # as above
                return "saw a bar that went"
            bar.setValue(self._random.randint(bar.minimum(), bar.maximum()))
        return "scrolled"

    def _run_action(self) -> str:
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return self._leave()
        actions = self._desk.shell.actions_by_id
        able = [name for name, action in actions.items() if action.isEnabled() and name not in LEAVING]
        name = self._random.choice(able)
        told = f"ran {name}"
        actions[name].trigger()
        return told

    def _run_menu(self) -> str:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return self._run_action()
        able = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
        told = "left a menu"
        if able and (action := self._random.choice(able)).menu() is None:
            told = f"chose {action.text()!r} in a menu"
            if action.data() not in LEAVING:
                action.trigger()
        if isValid(menu):
            menu.close()
        return told

    def _leave(self) -> str:
        """Leave what lies open in one of the ways that there are."""
        window = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if window is None:
            return self._press_key()
        told = f"left {_name(window)}"
        if isinstance(window, QMessageBox) and self._random.random() < 0.5:
            self._random.choice(window.buttons()).click()
        elif isinstance(window, QDialog) and self._random.random() < 0.5:
            window.reject()
        else:
            QTest.keyClick(window, Qt.Key.Key_Escape)
        return told

    def _close_one(self) -> str:
        """Close a window that lies open; now and then the main one, which may ask first."""
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return self._leave()
        windows = self.windows() or ([self._desk.shell] if self._random.random() < 0.1 else [])
        for window in windows[:1]:
            window.close()
        return f"closed {_name(windows[0]) if windows else 'nothing'}"

    def _paste(self) -> str:
        text = self._random.choice(self._texts)
        data = QMimeData()
        if self._random.random() < 0.3:
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in self.some_files()])
        elif self._random.random() < 0.9:
            data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            self._desk.shell.actions_by_id["paste"].trigger()
        return f"pasted {text[:30]!r}"

    def _drop(self) -> str:
        """Let something go over the window, or carry a row to another."""
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return self._leave()
        data, target = QMimeData(), self._desk.utterances.table.viewport()
        state = self._desk.bridge.state
        kind = self._random.choice((RENDITION, UTTERANCE, ""))
        carried = [*(state.articles if kind == RENDITION else state.utterances), "gone"]
        if kind:
            data.setData(kind, self._random.choice(carried).encode())
        else:
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in self.some_files()])
            target = self._desk.shell
        at = QPointF(self._random.randrange(max(target.width(), 1)), self._random.randrange(max(target.height(), 1)))
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        way = Qt.DropAction.MoveAction if kind else Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at.toPoint(), way, data, left, none)  # without it no widget is given what is let go
        QApplication.sendEvent(target, enter)
        move = QDragMoveEvent(at.toPoint(), way, data, left, none)
        QApplication.sendEvent(target, move)
        if not (enter.isAccepted() and move.isAccepted()) or self._random.random() < 0.1:
            QApplication.sendEvent(target, QDragLeaveEvent())
            return f"carried {kind or 'files'} away again"
        QApplication.sendEvent(target, QDropEvent(at, way, data, left, none))
        return f"let {kind or 'files'} go"

    def _resize(self) -> str:
        window = self._random.choice([self._desk.shell, *self.windows()])
        width, height = self._random.randrange(200, 2000), self._random.randrange(150, 1300)
        if not isinstance(window, QMenu):
            window.resize(width, height)
        return f"made {_name(window)} {width} × {height}"

    def _wait(self) -> str:
        """Let the work go on for a while."""
        until = time.monotonic() + self._random.choice((0.01, 0.05, 0.3))
        while self._desk.bridge.jobs.current is not None and time.monotonic() < until:
            QTest.qWait(5)
        return "waited"

    def _remove_some(self) -> str:
        if self._desk.bridge.state.articles and QApplication.activeModalWidget() is None:
            self._desk.articles.list.setFocus()
            self._desk.articles.select([self._random.choice(list(self._desk.bridge.state.articles))])
            self._desk.articles.remove_selected()
        return "removed an article"

    def some_files(self) -> list[Path]:
        """Return files to open or to drop: articles, projects, and some that are not there."""
        names = [*sorted(self._folder.iterdir()), self._folder / "gone.txt", self._folder]
        return [self._random.choice(names) for _ in range(self._random.choice((1, 1, 2)))]

    def some_name(self, ending: str) -> str:
        """Return where something is to be saved; empty where the user thinks better of it."""
        if self._random.random() < 0.3:
            return ""
        return str(self._folder / f"{self._random.choice(('one', 'two', 'tři', 'x' * 245))}{ending}")


_ACTS: list[tuple[Callable[[Hands], str], int]] = [
    (Hands._click, 20),
    (Hands._draw, 6),
    (Hands._press_button, 14),
    (Hands._choose_row, 8),
    (Hands._press_key, 16),
    (Hands._type, 6),
    (Hands._scroll, 4),
    (Hands._run_action, 14),
    (Hands._run_menu, 8),
    (Hands._leave, 10),
    (Hands._close_one, 4),
    (Hands._paste, 4),
    (Hands._drop, 4),
    (Hands._resize, 2),
    (Hands._wait, 10),
    (Hands._remove_some, 2),
]
"""What the monkey does, and how often."""


def _name(part: QObject) -> str:
    said = getattr(part, "text", None)
    text = repr(said()[:30]) if callable(said) and isinstance(part, QAbstractButton) else ""
    return " ".join(one for one in (type(part).__name__, part.objectName(), text) if one)
