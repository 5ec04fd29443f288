"""The head of a reader: whose article it is, what there is to know of it, and what can be done with its quotes."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from crossquote.gui.direction import set_margins
from crossquote.gui.messages import language_name
from crossquote.gui.plain import PlainLabel, give_tip
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.words import say, say_joined
from crossquote.model.article import Article
from crossquote.wording.joining import Joint

_NARROWEST, _NAME, _APART = 480, 150, 6
"""Pixels: how narrow the bar may be, what the outlet's name keeps at the usual size, how far apart buttons are."""


class ReaderHead(QFrame):
    """Shows outlet, language, date and number of quotes, and a button for each action that there is room for."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName(say("window.reader.article"))
        self.setMinimumWidth(_NARROWEST)
        self._outlet = ElidedLabel(parent=self)
        self._outlet.setObjectName("heading")
        self._outlet.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._about = PlainLabel(parent=self)
        self._about.setObjectName("soft")
        self._buttons = [self._button(action) for action in actions]
        self.more = self._more()
        row = QHBoxLayout(self)
        set_margins(row, 18, 9, 12, 9)
        row.setSpacing(_APART)
        row.addWidget(self._outlet, 1)
        for part in (self._about, *self._buttons, self.more):
            row.addWidget(part)

    def show_article(self, article: Article, quotes: int) -> None:
        """Show what there is to know of an article."""
        self._outlet.show_text(article.outlet)
        parts = (language_name(article.language), article.date or "", say("count.quotes", count=quotes))
        self._about.show_text(say_joined(parts, Joint.DOT))
        self._make_room()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _more(self) -> QToolButton:
        """Return the button that opens what there is no room for."""
        button = QToolButton(self)
        button.setText("⋯")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(say("window.reader.more"))
        give_tip(button, say("window.reader.more"))
        button.setMenu(QMenu(button))
        return button

    def _make_room(self) -> None:
        """Leave the buttons that a narrow bar has no room for, the last first, to the menu of one behind them."""
        room = self.width() - scaled(_NAME) - self._about.sizeHint().width()
        widths = [button.sizeHint().width() + _APART for button in self._buttons]
        if sum(widths) > room:
            room -= self.more.sizeHint().width() + _APART
        ends = accumulate(widths)
        seen = sum(end <= room for end in ends)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < seen)
        self.more.setVisible(seen < len(self._buttons))
        menu = self.more.menu()
        for action in menu.actions():
            menu.removeAction(action)
        menu.addActions([button.defaultAction() for button in self._buttons[seen:]])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102, N802 - Qt's
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()
