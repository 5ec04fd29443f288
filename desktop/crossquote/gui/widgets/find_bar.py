"""Finding in a page: a field, how many places there are, one after the other, all of them lit."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QWidget

from crossquote.gui.plain import PlainLabel
from crossquote.gui.units import places_of
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.clearing import offer_clearing
from crossquote.gui.widgets.found import find_places
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.words import say

_MOST = 2000
"""So many places are lit at most."""


class FindField(LineField):
    """A field whose Escape is its own, not that of the window that it stands in."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        offer_clearing(self)

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt's
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().event(event)


class FindBar(QFrame):
    """Looks for words in `page`; hidden until it is asked for, and gone again with Escape.

    `light` is how the page takes what is to be lit in it. Ctrl+F in `home` asks for it, F3 and Shift+F3 go on; whoever
    goes on from the last place comes to the first one again, and that is said: by 1, and by -1 the other way round.
    """

    came_round = Signal(int)

    def __init__(
        self,
        page: QTextEdit,
        light: Callable[[list[QTextEdit.ExtraSelection]], object],
        colour: Callable[[], str],
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._page, self._light, self._colour = page, light, colour
        self._cursors: list[QTextCursor] = []
        self._at = 0
        self.setObjectName("bar")
        self.setAccessibleName(say("window.find.bar"))
        self.field = FindField(self)
        self.field.left.connect(self.leave)
        self.field.setPlaceholderText(say("window.find.hint"))
        self.field.setAccessibleName(say("window.find.hint"))
        self.field.textChanged.connect(self.look)
        self.field.returnPressed.connect(self.next)
        self.told = PlainLabel(parent=self)
        self.told.setObjectName("soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        for part in (self.field, self.told):
            row.addWidget(part)
        for code, run in (("previous", self.previous), ("next", self.next), ("close", self.leave)):
            row.addWidget(plain_button(say(f"window.find.{code}"), run, self))
        row.addStretch(1)
        for key, run in (("Ctrl+F", self.start), ("F3", self.next), ("Shift+F3", self.previous)):
            QShortcut(QKeySequence(key), home).activated.connect(run)
        self.hide()

    @Slot()
    def start(self) -> None:
        """Ask for words; those that are selected in the page are offered."""
        if selected := self._page.textCursor().selectedText():
            self._put(selected.replace("\u2029", " ")[:200])
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.look()

    def look_for(self, words: str) -> None:
        """Look for `words`; the page keeps the focus."""
        self.show()
        if self.field.text() == words:
            self.look()
        else:
            self._put(words)

    def _put(self, words: str) -> None:
        self.field.selectAll()
        self.field.insert(words)

    @Slot()
    def look(self) -> None:
        """Light every place that has the words, and go to the first."""
        text = self._page.toPlainText()
        places = find_places(text, self.field.text())[:_MOST] if self.isVisible() else []
        units = places_of(text) if places else []
        self._cursors = [self._cursor(units[place.start], units[place.end]) for place in places]
        self._at = 0
        self.draw()
        if self._cursors:
            self._go()
        else:
            self._tell()

    def draw(self) -> None:
        """Light the places anew."""
        self._light([self._selection(cursor) for cursor in self._cursors])

    @Slot()
    def next(self) -> None:
        """Go to the next place, from the last to the first."""
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """Go to the place before, from the first to the last."""
        self._step(-1)

    def go_to_last(self) -> None:
        """Go to the last place."""
        if self._cursors:
            self._at = len(self._cursors) - 1
            self._go()

    @Slot()
    def leave(self) -> None:
        """Put the lights out and go back to the page."""
        self.put_out()
        self._page.setFocus()

    def put_out(self) -> None:
        """Put the lights out."""
        self.hide()
        self._cursors = []
        self.draw()

    def _step(self, by: int) -> None:
        if not self.isVisible():
            self.start()
        elif self._cursors:
            onward = self._at + by
            self._at = onward % len(self._cursors)
            self._go()
            if onward != self._at:
                self.came_round.emit(by)

    def _go(self) -> None:
        self._page.setTextCursor(self._cursors[self._at])
        self._page.ensureCursorVisible()
        self._tell()

    def _tell(self) -> None:
        """Say which place this is of how many."""
        if self._cursors:
            self.told.show_text(say("window.found.place", number=self._at + 1, all=len(self._cursors)))
        else:
            self.told.show_text(say("window.found.nothing") if self.field.text().strip() else "")

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor
        made.format.setBackground(QColor(self._colour()))
        return made
