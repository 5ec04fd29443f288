"""A question with one thing to do, or to leave."""

from PySide6.QtWidgets import QMessageBox, QWidget

from crossquote.gui.plain import plain_box, plain_caption
from crossquote.gui.words import say


def confirm_dialog(parent: QWidget, text: str, more: str, act: str, *, harmless: bool = False) -> QMessageBox:
    """Return a dialog that is accepted where the user wants `act`; Enter does it only where it is `harmless`."""
    box = plain_box(parent, say("window.program"), text, more)
    box.setIcon(QMessageBox.Icon.Question)
    button = box.addButton(plain_caption(act), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(button if harmless else leave)
    return box
