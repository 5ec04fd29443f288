"""Plain buttons: named for screen readers, and never pressed by Enter elsewhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget


def plain_button(text: str, run: Callable[[], object], parent: QWidget) -> QPushButton:
    """Return a button that says `text` and calls `run`."""
    button = QPushButton(text, parent)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    button.clicked.connect(run)
    return button
