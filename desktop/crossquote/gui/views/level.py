"""Two texts with as many paragraphs: each pair begins at one height, whichever of the two is longer."""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

GAP = 3.0
"""Pixels under a paragraph, at least."""
_MOST = 1500
"""Paragraphs: of more than these, each keeps its own height, since measuring takes time."""


class Level(QObject):
    """Puts space under the shorter one of two paragraphs, again whenever the texts become wider or narrower."""

    def __init__(self, left: QTextEdit, right: QTextEdit) -> None:
        super().__init__(left)
        self._texts = left, right
        self._widths = (-1, -1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.settle)
        for text in self._texts:
            text.document().setUndoRedoEnabled(False)
            text.viewport().installEventFilter(self)

    @Slot()
    def settle(self) -> None:
        """Bring paragraphs to one height, where the widths are no longer those of the last time."""
        widths = (self._texts[0].viewport().width(), self._texts[1].viewport().width())
        if widths != self._widths and self._texts[1].isVisible():
            self._widths = widths
            self._even_out()

    def begin_anew(self) -> None:
        """Bring paragraphs to one height, since the texts changed."""
        self._widths = (-1, -1)
        self.settle()

    def _even_out(self) -> None:
        left, right = (text.document() for text in self._texts)
        if left.blockCount() != right.blockCount() or left.blockCount() > _MOST:
            return
        first, second = _heights(left), _heights(right)
        _space(left, _margins(first, second))
        _space(right, _margins(second, first))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._later.start(0)
        return super().eventFilter(watched, event)


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    block, found = document.begin(), []
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _heights(document: QTextDocument) -> list[float]:
    """Return how high each paragraph is, without the space under it."""
    layout, blocks = document.documentLayout(), _blocks(document)
    tops = [layout.blockBoundingRect(block).top() for block in blocks]
    ends = [*tops[1:], tops[-1]]
    margins = [block.blockFormat().bottomMargin() for block in blocks]
    return [end - top - margin for top, end, margin in zip(tops, ends, margins, strict=True)]


def _margins(own: list[float], other: list[float]) -> list[float]:
    """Return how much space goes under each paragraph so that the next one begins where the other text's does."""
    return [GAP + max(0.0, there - here) for here, there in zip(own, other, strict=True)]


def _space(document: QTextDocument, margins: list[float]) -> None:
    """Put so much space under each paragraph."""
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for block, margin in zip(_blocks(document), margins, strict=True):
        shape = block.blockFormat()
        if abs(shape.bottomMargin() - margin) >= 0.5:
            shape.setBottomMargin(margin)
            QTextCursor(block).setBlockFormat(shape)
    edit.endEditBlock()
