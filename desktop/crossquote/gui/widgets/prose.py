"""Quoted words with marks: selectable text, as high as it needs to be, its marks drawn by hand under it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from crossquote.gui.plain import give_tip
from crossquote.gui.theme.fonts import sans
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.units import places_of
from crossquote.gui.widgets.found import find_places, shown_within, x_of
from crossquote.gui.words import say_message
from crossquote.gui.wrapping import wrapping
from crossquote.model.markup import Look, Piece
from crossquote.model.span import Span


class _PlacedPiece(Struct, frozen=True):
    """A piece as it lies in the document; positions count UTF-16 units, as Qt does."""

    piece: Piece
    start: int
    end: int


class Prose(QTextEdit):
    """Read-only text in pieces. Heights follow widths; the wheel is left to what it lies in."""

    pointed = Signal(object)
    pressed = Signal()
    double_clicked = Signal()
    menu_wanted = Signal(object)
    copy_wanted = Signal()

    def __init__(self, font: QFont, theme: Theme, parent: QWidget | None = None, *, soft: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._soft = theme, soft
        self._marks: list[_PlacedPiece] = []
        self._letters = False
        self._lit: tuple[Span, ...] = ()
        self._glow: tuple[Span, ...] = ()
        self._wanted = ""
        self._heights: dict[int, int] = {}
        self.setReadOnly(True)
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(2)

    def show_pieces(self, pieces: Sequence[Piece], *, letters: bool = False) -> None:
        """Show `pieces` one after the other; with `letters`, mark inside changed words only what differs."""
        selected = self._selected()
        self._letters = letters
        self._marks = []
        self._heights = {}
        self.clear()
        self.setWordWrapMode(wrapping("".join(piece.text for piece in pieces)))
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(114, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.beginEditBlock()  # laid out once: a line for each of thousands of pieces
        cursor.setBlockFormat(block)
        for piece in pieces:
            start = cursor.position()
            cursor.insertText(piece.text.replace("\n", "\u2028"), self._format(piece))
            self._marks.append(_PlacedPiece(piece, start, cursor.position()))
        cursor.endEditBlock()
        self._select(selected)
        self.updateGeometry()
        self.viewport().update()

    def _selected(self) -> tuple[int, int]:
        """Return between which characters of the shown text the selection is, from where it began."""
        cursor = self.textCursor()
        return self._character(cursor.anchor()), self._character(cursor.position())

    def _select(self, selected: tuple[int, int]) -> None:
        """Select again what was selected before the text was written anew."""
        begun, ended = map(self._position, selected)
        cursor = self.textCursor()
        cursor.setPosition(begun)
        cursor.setPosition(ended, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _character(self, position: int) -> int:
        """Return which character of the shown text stands at a place of the document, or before it."""
        at = 0
        for mark in self._marks:
            if mark.piece.span is not None and mark.start <= position:
                inside = _units(mark.piece.text) > position - mark.start
                before = _points(mark.piece.text, position - mark.start) if inside else len(mark.piece.text)
                at = mark.piece.span.start + before
        return at

    def _position(self, character: int) -> int:
        """Return where a character of the shown text stands in the document."""
        at = 0
        for mark in self._marks:
            if mark.piece.span is not None and mark.piece.span.start <= character:
                at = mark.start + _units(mark.piece.text[: character - mark.piece.span.start])
        return at

    def marked(self) -> list[Piece]:
        """Return the pieces that are marked, in order."""
        return [mark.piece for mark in self._marks if mark.piece.look is not Look.PLAIN]

    def light(self, spans: tuple[Span, ...]) -> None:
        """Draw a box around the words of each of `spans` in the shown text; none takes all away."""
        self._lit = spans
        self.viewport().update()

    def lit(self) -> list[str]:
        """Return the words that have a box around them, one entry a box."""
        return ["".join(self._words(span)) for span in self._lit]

    def glow(self, spans: tuple[Span, ...]) -> None:
        """Lay a wash under the words of `spans` in the shown text."""
        if spans != self._glow:
            self._glow = spans
            self.viewport().update()

    def seek(self, wanted: str) -> None:
        """Lay a wash under the words that are looked for."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.viewport().update()

    def found(self) -> list[str]:
        """Return the words that have the wash of what is looked for, in order."""
        text = self.toPlainText()
        return [place.of(text) for place in find_places(text, self._wanted)]

    def span_at(self, at: QPoint) -> Span | None:
        """Return the character of the shown text that lies under a point, None where there is none."""
        position = self.document().documentLayout().hitTest(QPointF(at), Qt.HitTestAccuracy.ExactHit)
        for mark in self._marks:
            span = mark.piece.span
            if span is not None and mark.start <= position < mark.end:
                before = _points(mark.piece.text, position - mark.start)
                return Span(span.start + before, span.start + before + 1)
        return None

    def _format(self, piece: Piece) -> QTextCharFormat:
        colours = self._theme.change
        shown = QTextCharFormat()
        colour = self._theme.text.soft if self._soft else self._theme.text.ink
        if piece.look is Look.OUTSIDE:
            colour = colours.outside
        elif piece.look is Look.MISSING:
            quiet = piece.severity is None or piece.severity.quiet
            colour = colours.outside if quiet else colours.missing
            shown.setFont(sans(16, bold=True))
        elif piece.look in (Look.CHANGED, Look.ADDED, Look.MOVED):
            colour = getattr(colours, piece.look.value)
        shown.setForeground(QColor(colour))
        if piece.tip:
            give_tip(shown, say_message(piece.tip))
        return shown

    def _rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return where the document's characters from `start` to `end` lie, one rectangle a line."""
        found = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            layout = block.layout()
            origin = layout.position()
            number = layout.lineForTextPosition(max(start - block.position(), 0)).lineNumber()
            while 0 <= number < layout.lineCount() and layout.lineAt(number).textStart() < end - block.position():
                line = layout.lineAt(number)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = sorted((x_of(line.cursorToX(first)), x_of(line.cursorToX(last))))
                    top = line.y() + line.height() - line.descent() - line.ascent()
                    height = line.ascent() + line.descent()
                    found.append(QRectF(left + origin.x(), top + origin.y(), right - left, height))
                number += 1
            block = block.next()
        return found

    def _draw_mark(self, painter: QPainter, mark: _PlacedPiece) -> None:
        colours = self._theme.change
        look = mark.piece.look
        if look in (Look.PLAIN, Look.OUTSIDE, Look.MISSING):
            return
        for box in self._rectangles(mark.start, mark.end):
            if look is Look.WORDING:
                _dots(painter, box, QColor(colours.wording))
                continue
            _wash(painter, box, QColor(getattr(colours, f"{look.value}_wash")))
            _underline(painter, box, look, QColor(getattr(colours, look.value)))
        if self._letters and look is Look.CHANGED:
            self._draw_letters(painter, mark)

    def _draw_letters(self, painter: QPainter, mark: _PlacedPiece) -> None:
        """Draw the letters that differ inside a changed word more strongly."""
        colour = QColor(self._theme.change.changed)
        colour.setAlpha(70)
        span = mark.piece.span
        for letters in mark.piece.letters:
            if span is None or not span.contains(letters):
                continue
            start = mark.start + _units(mark.piece.text[: letters.start - span.start])
            for box in self._rectangles(start, start + _units(letters.of(" " * span.start + mark.piece.text))):
                painter.fillRect(box, colour)

    def _draw_light(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._theme.accent.main), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for span in self._lit:
            for box in _by_line(self._boxes(span)):
                painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), 4, 4)

    def _draw_glow(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent.wash))
        for span in self._glow:
            for box in self._boxes(span):
                painter.drawRoundedRect(box.adjusted(-1, 0, 1, 1), 3, 3)

    def _draw_found(self, painter: QPainter, shown: Span) -> None:
        """Lay the wash under what is found of those places, in UTF-16 units, that are shown: there may be thousands."""
        text = self.toPlainText() if self._wanted else ""
        units = places_of(text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.surface.found))
        for place in find_places(text, self._wanted):
            start, end = units[place.start], units[place.end]
            for box in self._rectangles(start, end) if start < shown.end and shown.start < end else ():
                painter.drawRoundedRect(box.adjusted(-1, 0, 1, 1), 3, 3)

    def _boxes(self, wanted: Span) -> Iterator[QRectF]:
        """Yield where the words of `wanted` lie; a sign's own box where it is an empty place."""
        for mark in self._marks:
            span = mark.piece.span
            if span is None or not (span.overlaps(wanted) or (len(wanted) == 0 and span == wanted)):
                continue
            inner = Span(max(span.start, wanted.start), max(min(span.end, wanted.end), span.start, wanted.start))
            start = mark.start + _units(mark.piece.text[: inner.start - span.start])
            end = start + _units(mark.piece.text[inner.start - span.start : inner.end - span.start])
            yield from self._rectangles(start, end if end > start else mark.end)

    def _words(self, wanted: Span) -> Iterator[str]:
        for mark in self._marks:
            span = mark.piece.span
            if span is not None and span.overlaps(wanted):
                yield mark.piece.text[max(wanted.start - span.start, 0) : max(wanted.end - span.start, 0)]

    def hasHeightForWidth(self) -> bool:  # noqa: D102, N802 - Qt's
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102, N802 - Qt's
        height = self._heights.get(width)
        if height is None:  # layouts ask a dozen times, and each time the text would be laid out anew
            self.document().setTextWidth(width)
            height = self._heights[width] = int(self.document().size().height()) + 3
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        if self.document().textWidth() == self.viewport().width():  # laid out so by now: Qt would do it anew
            self.verticalScrollBar().setRange(0, 0)
            self.horizontalScrollBar().setRange(0, 0)  # mirrored, what is left over shifts words
        else:
            super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102, N802 - Qt's
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights = {}

    def sizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        return QSize(260, 24)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        return QSize(60, 20)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        super().mousePressEvent(event)
        self.pressed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102, N802 - Qt's
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        event.accept()
        self.double_clicked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointed.emit(self.span_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102, N802 - Qt's
        super().leaveEvent(event)
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102, N802 - Qt's
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802 - Qt's
        width = self.viewport().width()
        if self.document().textWidth() != width:  # it was last laid out to see how high another width would be
            self.document().setTextWidth(width)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = shown_within(self.document(), event.rect())
        self._draw_found(painter, shown)
        for mark in self._marks:
            if mark.start < shown.end and shown.start < mark.end:
                self._draw_mark(painter, mark)
        self._draw_glow(painter)
        self._draw_light(painter)
        painter.end()
        super().paintEvent(event)


def _by_line(boxes: Iterable[QRectF]) -> list[QRectF]:
    """Return one box a line, around all that lie in it."""
    lines: list[QRectF] = []
    for box in boxes:
        if lines and lines[-1].top() < box.center().y() < lines[-1].bottom():
            lines[-1] = lines[-1].united(box)
        else:
            lines.append(box)
    return lines


def _units(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    return len(text) + sum(character > "\uffff" for character in text)


def _points(text: str, units: int) -> int:
    """Return how many characters the first `units` UTF-16 units of `text` are."""
    for count, character in enumerate(text):
        if units <= 0:
            return count
        units -= 2 if character > "\uffff" else 1
    return max(len(text) - 1, 0)


def _wash(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box.adjusted(-1.5, 0, 1.5, 1), 3, 3)


def _underline(painter: QPainter, box: QRectF, look: Look, colour: QColor) -> None:
    """Draw the line that tells the look apart without colour: solid changed, double added, dashed moved."""
    y = box.bottom() + 1
    pen = QPen(colour, 2 if look is Look.CHANGED else 1.2)
    if look is Look.MOVED:
        pen = QPen(colour, 2, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left() - 1, y), QPointF(box.right() + 1, y))
    if look is Look.ADDED:
        painter.drawLine(QPointF(box.left() - 1, y + 2.6), QPointF(box.right() + 1, y + 2.6))


def _dots(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, 1.5)
    pen.setDashPattern([1, 1.6])
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left(), box.bottom() + 1), QPointF(box.right(), box.bottom() + 1))
