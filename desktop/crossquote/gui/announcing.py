"""What a screen reader is to say at once, though nothing has the focus that says it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(part: QWidget, text: str) -> None:
    """Have `text` said for `part`, once the screen reader has said what it is at."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, text))
