"""How dialogs are opened: before the window that asks, and gone for good once they are closed.

A dialog has two signals, and no other. By `wished` it says what the user wishes, a frozen value that travels to the
dispatcher as from any view, whoever opened it. By `answered` it says what it was asked (a reason, a line of a list,
what is right of a quote) to the function that opened it, which alone knows what the answer is about.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from crossquote.gui.windows.shell import Shell


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog; whichever way it is left, it is freed then. F1 asks for help in it, too."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    home = dialog.parentWidget()
    while home is not None and not isinstance(home, Shell):
        home = home.parentWidget()
    if home is not None:
        home.give_help(dialog)
    QDialog.open(dialog)  # that of a print dialog asks for a receiver


def once_answered(then: Callable[[], object]) -> bool:
    """Return whether a dialog is open; `then` is done when it is closed, and what it was asked is answered.

    What is written in one would be gone with the window that it belongs to, or be about what is open no more.
    """
    asking = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    dialog = next(asking, None)
    if dialog is not None:
        dialog.finished.connect(lambda _: QTimer.singleShot(0, then))
    return dialog is not None
