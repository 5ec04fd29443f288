"""Carrying a rendition, or a whole utterance, by the mouse to another utterance."""

from msgspec import Struct
from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QTableView, QWidget

from crossquote.gui.direction import is_mirrored
from crossquote.gui.theme.fonts import sans, serif
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.words import say

RENDITION = "application/x-crossquote-rendition"
UTTERANCE = "application/x-crossquote-utterance"
_MOST = 320
"""So wide is the label under the pointer at most."""


class Carried(Struct, frozen=True):
    """What is carried: the rendition of an article, or an utterance, by its id."""

    kind: str
    id: str


def start_drag(source: QWidget, carried: Carried, words: str, theme: Theme, data: QMimeData | None) -> None:
    """Let the user carry something, with its `words` under the pointer, until the button is let go.

    `data` is what another program takes of it.
    """
    data = data or QMimeData()
    data.setData(carried.kind, carried.id.encode())
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(_label(words, theme, source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(-14, -6))
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def carried_in(data: QMimeData) -> Carried | None:
    """Return what is carried, None where it is something else."""
    for kind in (RENDITION, UTTERANCE):
        if data.hasFormat(kind):
            return Carried(kind, bytes(data.data(kind).data()).decode(errors="replace"))
    return None


def _label(words: str, theme: Theme, scale: float) -> QPixmap:
    """Return the words as a small card."""
    font = serif(13)
    metrics = QFontMetrics(font)
    text = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, _MOST)
    width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 12
    picture = QPixmap(round(width * scale), round(height * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(theme.surface.raised))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor(theme.accent.main))
    painter.drawRect(0, 0, width - 1, height - 1)
    painter.setPen(QColor(theme.text.ink))
    painter.drawText(QRect(10, 0, width - 20, height), Qt.AlignmentFlag.AlignVCenter, text)
    painter.end()
    return picture


class DropTable(QTableView):
    """A table whose rows can be carried, and on whose rows something can be let go; says what, and where.

    The row under the pointer is framed, and says what letting go there does. Escape carries nothing anywhere.
    """

    carry_requested = Signal(QModelIndex)
    dropped = Signal(object, QModelIndex)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent if isinstance(parent, QWidget) else None)
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.hints = {RENDITION: say("window.drag.move-here"), UTTERANCE: say("window.drag.merge-with-this-utterance")}
        self.theme: Theme | None = None
        self.hinted = QModelIndex()
        self._hint = ""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        chosen = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        if chosen.isValid() and 0 <= chosen.top() <= chosen.bottom() <= event.oldSize().height():
            self.scrollTo(self.currentIndex())  # what was in view stays so

    def keyboardSearch(self, search: str) -> None:  # noqa: ARG002, D102, N802 - Qt's
        return  # letters are commands here: one that does not apply just now must not go to another row

    def _show_hint(self, index: QModelIndex, carried: Carried | None) -> None:
        self.hinted, self._hint = index, self.hints[carried.kind] if carried and index.isValid() else ""
        self.viewport().update()

    def _target(self, event: QDropEvent) -> tuple[Carried | None, QModelIndex]:
        """Return what is carried, and the row that it can be let go on: not its own, which is the current one."""
        carried, index = carried_in(event.mimeData()), self.indexAt(event.position().toPoint())
        return carried, QModelIndex() if index.row() == self.currentIndex().row() else index

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: ARG002, D102, N802 - Qt's
        if self.currentIndex().isValid():
            self.carry_requested.emit(self.currentIndex())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102, N802 - Qt's
        event.setAccepted(carried_in(event.mimeData()) is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: D102, N802 - Qt's
        carried, index = self._target(event)
        self._show_hint(index, carried)
        event.setAccepted(carried is not None and index.isValid())
        margin, y = self.autoScrollMargin(), event.position().y()
        if not margin <= y <= self.viewport().height() - margin:
            self.startAutoScroll()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        self._show_hint(QModelIndex(), None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102, N802 - Qt's
        carried, index = self._target(event)
        self._show_hint(QModelIndex(), None)
        if carried is not None and index.isValid():
            event.acceptProposedAction()
            self.dropped.emit(carried, index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802 - Qt's
        super().paintEvent(event)
        if self.hinted.isValid() and self.theme is not None:
            painter = QPainter(self.viewport())
            self._draw_hint(painter, self.theme)
            painter.end()

    def _draw_hint(self, painter: QPainter, theme: Theme) -> None:
        """Frame the row, and say at its end what letting go does."""
        cell = self.visualRect(self.hinted)
        row = QRect(1, cell.top(), self.viewport().width() - 3, cell.height() - 1)
        painter.setPen(QPen(QColor(theme.accent.main), 2))
        painter.drawRect(row)
        painter.setFont(sans(12, bold=True))
        width = painter.fontMetrics().horizontalAdvance(self._hint) + 24
        left = row.left() if is_mirrored() else row.right() - width
        label = QRect(left, row.top(), width, row.height())
        painter.fillRect(label, QColor(theme.accent.main))
        painter.setPen(QColor(theme.text.on_accent))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self._hint)
