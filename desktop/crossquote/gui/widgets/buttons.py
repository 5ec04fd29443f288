"""Buttons named for screen readers: plain ones, and those that end a dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from crossquote.gui.plain import plain_caption
from crossquote.gui.words import say


def plain_button(text: str, run: Callable[[], object], parent: QWidget) -> QPushButton:
    """Return a button that says `text` and calls `run`; Enter elsewhere never presses it."""
    button = QPushButton(plain_caption(text), parent)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    button.clicked.connect(run)
    return button


def answer_buttons(act: str, dialog: QDialog) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the row that ends a dialog, and its button that says `act`; that one comes first by Tab, then Cancel."""
    box = QDialogButtonBox(dialog)
    box.setAccessibleName(say("window.buttons.choices"))
    give = box.addButton(plain_caption(act), QDialogButtonBox.ButtonRole.AcceptRole)
    give.setDefault(True)
    box.addButton(QDialogButtonBox.StandardButton.Cancel)
    box.rejected.connect(dialog.reject)
    return box, give
