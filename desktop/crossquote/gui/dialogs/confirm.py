"""A question with one thing to do, or to leave."""

from PySide6.QtWidgets import QMessageBox, QWidget

from crossquote.gui.words import say


def confirm_dialog(parent: QWidget, text: str, more: str, act: str) -> QMessageBox:
    """Return a dialog that is accepted where the user wants `act`."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(say("window.program"))
    box.setText(text)
    box.setInformativeText(more)
    box.setDefaultButton(box.addButton(act, QMessageBox.ButtonRole.AcceptRole))
    box.addButton(QMessageBox.StandardButton.Cancel)
    return box
