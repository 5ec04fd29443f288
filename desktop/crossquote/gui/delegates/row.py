"""Rows of lists and tables: one way to paint them, from the side where reading begins, be that left or right."""

from math import floor

from msgspec import Struct
from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from crossquote.gui.delegates.lettering import Lettering, Outline
from crossquote.gui.direction import drawing_flags
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.plain import at_most
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.theme.shapes import draw_severity
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.units import places_of
from crossquote.gui.widgets.found import find_places, x_of
from crossquote.model.finding import Severity
from crossquote.model.span import Span

_EDGE = 3
"""How wide the bar is that marks the chosen row."""
_RING = 2
"""How wide the frame is round what has the focus."""
_FRAME = 12
"""What the frame of a small label takes of its width."""
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_CENTRED = int(Qt.AlignmentFlag.AlignCenter)
_SELECTED, _POINTED_AT = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
_LEFTWARD = Qt.LayoutDirection.RightToLeft
_WHOLE_ROWS = QAbstractItemView.SelectionBehavior.SelectRows


class Face(Struct, frozen=True):
    """How words are written."""

    lettering: Lettering
    colour: str


class Sheet(Struct, frozen=True):
    """What a row is painted on. Places are told from the top and from the side where reading begins.

    Under the words that are looked for, `wanted`, lies a wash.
    """

    painter: QPainter
    box: QRect
    theme: Theme
    mirrored: bool = False
    wanted: str = ""

    def room(self, start: int, top: int, width: int, height: int) -> QRect:
        """Return the part of the sheet that begins at `start`, where it is to be seen."""
        inside = QRect(self.box.left() + start, self.box.top() + top, width, height)
        return QStyle.visualRect(_LEFTWARD, self.box, inside) if self.mirrored else inside

    def write(self, room: QRect, text: str, face: Face) -> int:
        """Write one line of `text`, shortened with an ellipsis where it does not fit; return how wide it came to be."""
        line, font = face.lettering.fit(text, room.width(), self.mirrored), face.lettering.font
        for place in find_places(line.shown, self.wanted) if self.wanted else ():
            self._wash(room, line.shown, place, font)
        self.painter.setFont(font)
        self.painter.setPen(QColor(face.colour))
        self.painter.drawText(room, line.flags, line.shown)
        return line.width

    def write_all(self, room: QRect, text: str, face: Face) -> None:
        """Write all of `text`, on as many lines as it takes."""
        self.painter.setFont(face.lettering.font)
        self.painter.setPen(QColor(face.colour))
        shown = at_most(text)
        self.painter.drawText(room, drawing_flags(shown, mirrored=self.mirrored) | _WRAPPED, shown)

    def outline(self, room: QRectF, colour: str, corner: int) -> None:
        """Draw the frame of what is chosen."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(QPen(QColor(colour), 2))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(room, corner, corner)

    def ring(self, *, begins: bool, ends: bool) -> None:
        """Draw the frame of what has the focus: of all of it, or of a cell of a row that does not begin or end it."""
        width, height, colour = self.box.width(), self.box.height(), self.theme.accent.main
        for top in (0, height - _RING):
            self.fill(self.room(0, top, width, _RING), colour)
        for start, drawn in ((0, begins), (width - _RING, ends)):
            if drawn:
                self.fill(self.room(start, 0, _RING, height), colour)

    def _wash(self, room: QRect, shown: str, place: Span, font: QFont) -> None:
        """Lay a wash under a part of a line."""
        layout = QTextLayout(shown, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1e6)
        layout.endLayout()
        units = places_of(shown)
        left, right = sorted(x_of(line.cursorToX(units[at])) for at in (place.start, place.end))
        width = line.naturalTextWidth()
        begin = room.right() + 1 - width if self.mirrored else room.left()
        height = QFontMetrics(font).height()
        begin -= line.naturalTextRect().left()  # a line that is read from right to left lies at its other end
        box = QRectF(begin + left, room.center().y() - height / 2, right - left, height + 1)
        self.painter.fillRect(box, QColor(self.theme.surface.found))

    def mark(self, room: QRect, severity: Severity) -> None:
        """Draw the shape of a severity."""
        draw_severity(self.painter, QRectF(room), severity.value, self.theme.severity)

    def framed(self, text: str, lettering: Lettering) -> int:
        """Return how wide a small framed label is."""
        return lettering.width(text) + _FRAME

    def frame(self, end: int, middle: int, text: str, lettering: Lettering) -> int:
        """Write a small framed label that ends at `end`; return where it begins."""
        width, height, surface = self.framed(text, lettering), scaled(17), self.theme.surface
        top = self.box.top() + middle - height / 2
        room = QRectF(self.room(end - width, 0, width, height)).adjusted(0.5, 0, -0.5, 0)
        room.moveTop(top)
        ratio = self.painter.device().devicePixelRatioF()
        outline = Outline(width, height, top % 1, surface.line_strong, surface.card, ratio)
        self.painter.drawPixmap(int(room.left()) - 1, floor(top) - 1, lettering.frame(outline))
        self.painter.setFont(lettering.font)
        self.painter.setPen(QColor(self.theme.text.soft))
        self.painter.drawText(room, _CENTRED, text)
        return end - width

    def fill(self, room: QRect, colour: str) -> None:
        """Fill a part of the sheet."""
        self.painter.fillRect(room, QColor(colour))


class RowDelegate(QStyledItemDelegate):
    """Paints what a row lies on, and the line under it; what stands on it, those that inherit draw.

    What is `wanted` is shown where it stands. `size` is that of a row at the usual text size; `lined` rows have a line
    under them. The bar that marks a chosen row is drawn in the column `edge_at`, where there is one.
    """

    size = (160, 48)
    lined = True
    edge_at: int | None = 0

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.wanted = ""
        appearance.changed.connect(self.take_fonts)
        self.take_fonts()

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces that the row is written in, as large as text is now."""
        raise NotImplementedError

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw what a row, or a cell of it, says."""
        raise NotImplementedError

    def draw_chosen(self, sheet: Sheet) -> None:
        """Draw what marks a chosen cell above what it says, where something does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:  # noqa: ARG002, D102, N802 - Qt's
        width, height = self.size
        return QSize(width, scaled(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:  # noqa: D102 - Qt's
        theme, box = self._appearance.theme, QRect(option.rect)
        mirrored = option.direction is _LEFTWARD
        sheet = Sheet(painter, box, theme, mirrored, self.wanted)
        painter.save()
        self._draw_ground(sheet, option.state.value, edge=index.column() == self.edge_at)
        if self.lined:
            sheet.fill(QRect(box.left(), box.bottom(), box.width(), 1), theme.surface.line)
        self.draw(sheet, index)
        if option.state.value & _SELECTED:
            self.draw_chosen(sheet)
        if isinstance(option.widget, QAbstractItemView):
            _draw_focus(sheet, option.widget, index)
        painter.restore()

    def _draw_ground(self, sheet: Sheet, state: int, *, edge: bool) -> None:
        if state & _SELECTED:
            sheet.fill(sheet.box, sheet.theme.surface.selected)
            if edge:
                sheet.fill(sheet.room(0, 0, _EDGE, sheet.box.height()), sheet.theme.accent.main)
        elif state & _POINTED_AT:
            sheet.fill(sheet.box, sheet.theme.surface.hover)


def _draw_focus(sheet: Sheet, view: QAbstractItemView, index: ModelIndex) -> None:
    """Draw a frame where the keys go: round a cell, or a row where rows are chosen, of the view that has the focus."""
    current = view.currentIndex()
    whole = view.selectionBehavior() is _WHOLE_ROWS
    if view.hasFocus() and index.row() == current.row() and (whole or index.column() == current.column()):
        sheet.ring(
            begins=not whole or index.column() == 0, ends=not whole or index.column() == _last_shown(view, index)
        )


def _last_shown(view: QAbstractItemView, index: ModelIndex) -> int:
    """Return the last column of a view that is not hidden."""
    columns = range(index.model().columnCount(index.parent()))
    return max(one for one in columns if not (isinstance(view, QTableView) and view.isColumnHidden(one)))
