"""What the user is to know, without a dialog: what happened, to which file, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from crossquote.gui.plain import PlainLabel, give_tip
from crossquote.gui.words import say

_AT_MOST = 4


class Banner(QFrame):
    """A strip of lines at the top of the window, there until it is dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(say("window.banner.messages"))
        self.lines: list[str] = []
        self._text = PlainLabel(parent=self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.offer = QToolButton(self)
        self.offer.setObjectName("offer")
        self.offer.hide()
        self._dismiss = QToolButton(self)
        self._dismiss.setText(say("window.banner.dismiss"))
        self._dismiss.setAccessibleName(say("window.banner.dismiss-messages"))
        self._dismiss.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.addWidget(self.offer)
        row.addWidget(self._dismiss)
        side = QVBoxLayout()
        side.addLayout(row)
        side.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 8, 7)
        layout.addWidget(self._text, 1)
        layout.addLayout(side)
        self.hide()

    def show_lines(self, lines: Sequence[str], offer: QAction | None = None) -> None:
        """Show `lines` besides those that are not dismissed yet, with what one of them is `offer`ed to be helped by."""
        if offer is not None:
            self.offer.setDefaultAction(offer)
            self.offer.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self.offer.setAccessibleName(offer.iconText())
            self.offer.show()
        self.lines += [line for line in lines if line not in self.lines]
        shown = self.lines[:_AT_MOST]
        rest = len(self.lines) - len(shown)
        text = "\n".join(shown) + (say("window.banner.and-more", number=rest) if rest else "")
        every = "\n".join(self.lines)
        self._text.show_text(text, spoken=every)
        give_tip(self._text, every if rest else "")
        self.setVisible(bool(self.lines))

    @Slot()
    def dismiss(self) -> None:
        """Take all lines away."""
        self.lines = []
        self.offer.hide()
        self.hide()
