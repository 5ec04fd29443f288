"""A row that goes on in the next line where it is too long for its width, from the side where reading begins.

The first paint comes by here: nothing may name the namespace `Qt`.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

W = TypeVar("W", bound=QWidget)
_REFITTING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.FontChange)


class Flow(QLayout):
    """Places widgets one beside the other, and below one another where there is no more room; hidden ones take none."""

    def __init__(self, parent: QWidget | None = None, *, across: int = 4, down: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down

    def add(self, widget: W) -> W:
        """Place one more widget, and return it."""
        self.addWidget(widget)
        return widget

    def rows_of(self, widgets: Sequence[QWidget], width: int) -> int:
        """Return how many rows `widgets` would take, placed here in a room of `width`."""
        margins = self.contentsMargins()
        widths = [widget.sizeHint().width() for widget in widgets]
        return len(self._begin_rows(widths, width - margins.left() - margins.right()))

    def _begin_rows(self, widths: Sequence[int], room: int) -> list[int]:
        """Return which of the things that are so wide begin a row of `room`, by number."""
        begins, x = [0], 0
        for number, wide in enumerate(widths):
            if x and x + wide > room:
                begins.append(number)
                x = 0
            x += wide + self._across
        return begins

    def _arrange(self, room: QRect) -> None:
        """Place the widgets in a room, row below row."""
        inside = room.marginsRemoved(self.contentsMargins())
        sized = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        begins = self._begin_rows([size.width() for _, size in sized], inside.width())
        top = inside.top()
        for begin, end in pairwise((*begins, len(sized))):
            x, row = inside.left(), list[tuple[QLayoutItem, QRect]]()
            for item, size in sized[begin:end]:
                row.append((item, QRect(x, top, min(size.width(), inside.width()), size.height())))
                x += size.width() + self._across
            height = max((box.height() for _, box in row), default=0)
            self._place_row(row, inside, height)
            top += height + self._down

    def _place_row(self, row: list[tuple[QLayoutItem, QRect]], inside: QRect, height: int) -> None:
        """Place a row of a height, each widget in its middle."""
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for item, box in row:
            box.translate(0, (height - box.height()) // 2)
            if mirrored:
                box.moveRight(inside.left() + inside.right() - box.left())
            item.setGeometry(box)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: D102, N802 - Qt's
        self._items.append(item)

    def count(self) -> int:  # noqa: D102 - Qt's
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: D102, N802 - Qt's
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: D102, N802 - Qt's
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: D102, N802 - Qt's
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102, N802 - Qt's
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        heights = [size.height() for size in sizes]
        begins = self._begin_rows([size.width() for size in sizes], width - margins.left() - margins.right())
        rows = [max(heights[begin:end], default=0) for begin, end in pairwise((*begins, len(sizes)))]
        return sum(rows) + self._down * (len(rows) - 1) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:  # noqa: D102, N802 - Qt's
        super().setGeometry(rect)
        self._arrange(rect)

    def sizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: D102, N802 - Qt's
        margins = self.contentsMargins()
        size = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())


class WholeFlow(Flow):
    """Wants to be as wide as its widgets are in one line, and goes on in the next one where it can't be."""

    def sizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        margins = self.contentsMargins()
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        width = sum(widths) + self._across * max(len(widths) - 1, 0) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))


class FlowRow(QWidget):
    """A row of widgets as high as its lines are at its width: a splitter asks for no more than a least height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = Flow(self)

    def fit(self) -> None:
        """Be as high as the lines are."""
        self.setFixedHeight(self.flow.heightForWidth(max(self.width(), 1)))

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt's
        done = super().event(event)
        if event.type() in _REFITTING:
            self.fit()
        return done
