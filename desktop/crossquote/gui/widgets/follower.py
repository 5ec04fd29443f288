"""Watches where something is on its window, also when what it lies on is moved, resized, shown or hidden."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

_MOVING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class Follower(QObject):
    """Follows one widget; says when it may have moved. Who follows another lets this one go."""

    moved = Signal()

    def __init__(self, followed: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.followed = followed
        for part in _lineage(followed):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, D102, N802 - Qt's
        if event.type() in _MOVING:
            self.moved.emit()
        return False


def seen_part(widget: QWidget) -> QRect:
    """Return what can be seen of a widget, from the corner of its window; nothing where it is hidden or scrolled away.

    What lies over it is not asked for.
    """
    window, seen = widget.window(), QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    for part in _lineage(widget):
        seen &= QRect(part.mapTo(window, QPoint()), part.size())
    return seen if widget.isVisible() else QRect()


def _lineage(widget: QWidget) -> list[QWidget]:
    """Return a widget and what it lies on, its window last."""
    parts = [widget]
    while not parts[-1].isWindow() and (around := parts[-1].parentWidget()) is not None:
        parts.append(around)
    return parts
