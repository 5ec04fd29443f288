"""Carrying a rendition by the mouse from its card to another utterance."""

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView, QWidget

RENDITION = "application/x-crossquote-rendition"


def start_drag(card: QWidget, article: str) -> None:
    """Let the user carry the rendition of `article`, until the button is let go."""
    data = QMimeData()
    data.setData(RENDITION, article.encode())
    drag = QDrag(card)
    drag.setMimeData(data)
    drag.exec(Qt.DropAction.MoveAction)


def carried(data: QMimeData) -> str:
    """Return the article whose rendition is carried, nothing where it is something else."""
    return bytes(data.data(RENDITION).data()).decode() if data.hasFormat(RENDITION) else ""


class DropTable(QTableView):
    """A table that a rendition can be let go on; says which, and on which row."""

    rendition_dropped = Signal(str, QModelIndex)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent if isinstance(parent, QWidget) else None)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102, N802 - Qt's
        event.setAccepted(bool(carried(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: D102, N802 - Qt's
        event.setAccepted(bool(carried(event.mimeData())) and self.indexAt(event.position().toPoint()).isValid())

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102, N802 - Qt's
        article, index = carried(event.mimeData()), self.indexAt(event.position().toPoint())
        if article and index.isValid():
            event.acceptProposedAction()
            self.rendition_dropped.emit(article, index)
