"""How dialogs are opened: before the window that asks, and gone for good once they are closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog; whichever way it is left, it is freed then."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
