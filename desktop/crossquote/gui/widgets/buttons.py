"""Buttons named for screen readers: plain ones, and those that end a dialog."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from crossquote.gui.plain import give_tip, plain_caption
from crossquote.gui.words import say


def plain_button(text: str, run: Callable[[], object], parent: QWidget) -> QPushButton:
    """Return a button that says `text` and calls `run`; Enter elsewhere never presses it."""
    button = QPushButton(plain_caption(text), parent)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    button.clicked.connect(run)
    return button


def answer_buttons(act: str, dialog: QDialog) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the row that ends a dialog, and its button that says `act`; that one comes first by Tab, then Cancel.

    Ctrl+Enter presses it, too, wherever the focus is: in a text of several lines Enter begins the next.
    """
    box = QDialogButtonBox(dialog)
    box.setAccessibleName(say("window.buttons.choices"))
    give = box.addButton(plain_caption(act), QDialogButtonBox.ButtonRole.AcceptRole)
    give.setDefault(True)
    give_tip(give, say("window.buttons.ctrl-enter"))
    box.addButton(QDialogButtonBox.StandardButton.Cancel)
    box.rejected.connect(dialog.reject)
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), dialog).activated.connect(give.click)
    return box, give
