"""The strength scale: where each rendition stands between suggesting and ordering."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossquote.comparison.instruments.side_by_side import stand_on_scale
from crossquote.comparison.reading.scale import LABELS, Request
from crossquote.gui.direction import drawing_flags, is_mirrored
from crossquote.gui.models.cards import CardData
from crossquote.gui.plain import give_tip, in_line
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import SMALL, sans, scaled
from crossquote.gui.widgets.disclosure import Disclosure
from crossquote.gui.words import say, say_fact, say_joined, say_message
from crossquote.model.signs import strength_name
from crossquote.wording.joining import Joint

_TITLE, _WITH_TITLE = 128, 620
"""How wide the title is at least, and from which width on it stands beside the scale; else it stands above."""
_ABOVE = 20
"""How high a title above is."""
_MARGIN = 14
_MOST_MARKS = 24
"""Of how many renditions, the first, it is told where they stand."""


class OutletMark(Struct, frozen=True):
    """One rendition on the scale."""

    outlet: str
    place: Request
    base: bool


class StrengthScale(QWidget):
    """Draws the scale; hidden where fewer than two renditions stand on it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._marks: tuple[OutletMark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("window.strength.strength-scale"))
        self.line = Disclosure(opened=False, parent=parent)
        self.line.toggled.connect(self._show)
        self._low = self._alone = False
        appearance.changed.connect(self._name_line)
        self._show()

    def show_marks(self, marks: Sequence[OutletMark]) -> None:
        """Show where renditions stand, weakest first."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.place.value))
        spoken = [
            say("window.strength.mark", outlet=mark.outlet, phrase=mark.place.phrase, point=_point(mark.place.label))
            for mark in self._marks
        ]
        self.setAccessibleDescription(say_joined(spoken, Joint.CLAUSE))
        give_tip(self, "\n".join(spoken))
        self._show()
        self.update()

    def make_room(self, *, low: bool, alone: bool) -> None:
        """In a `low` comparison stand under a line that opens and closes the scale; leave a table there `alone`."""
        self._low, self._alone = low, alone
        self._show()

    @Slot()
    def _show(self) -> None:
        stands = len(self._marks) > 1 and not self._alone
        self.line.setVisible(stands and self._low)
        self.setVisible(stands and (not self._low or self.line.isChecked()))
        self._name_line()

    @Slot()
    def _name_line(self) -> None:
        self.line.say(say("window.strength.how-strongly-it-asks"), self._appearance.theme)
        self.updateGeometry()

    def _left(self) -> float:
        return _MARGIN + 16 + self._title() + self._inset()

    def _title(self) -> int:
        """Return how wide the title beside the scale is: a narrow scale has none there."""
        wanted = QFontMetrics(sans(SMALL)).horizontalAdvance(say("window.strength.how-strongly-it-asks")) + _MARGIN
        return max(scaled(_TITLE), wanted) if self.width() >= scaled(_WITH_TITLE) else 0

    def _above(self) -> int:
        """Return how high the title above the scale is; in a low comparison the line above says it already."""
        return 0 if self._title() or self._low else scaled(_ABOVE)

    def _room(self, start: float, top: float, width: float, height: float) -> QRectF:
        """Return what begins at `start` on the side where reading begins: there the scale is weakest."""
        return QRectF(self.width() - start - width if is_mirrored() else start, top, width, height)

    def _inset(self) -> float:
        return scaled(34)

    def _x(self, value: float) -> float:
        right = self.width() - _MARGIN - 16 - self._inset()
        share = min(max(value / (len(LABELS) - 1), -0.03), 1.03)
        return self._left() + share * (right - self._left())

    def sizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        return QSize(scaled(320), scaled(69) + 13 + self._above())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(_MARGIN + 0.5, 0.5, self.width() - 2 * _MARGIN - 1, self.height() - 13)
        painter.setPen(QPen(QColor(theme.surface.line), 1))
        painter.setBrush(QColor(theme.surface.card))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(sans(SMALL))
        painter.setPen(QColor(theme.text.soft))
        middle = float(scaled(32) + self._above())
        self._draw_title(painter, middle)
        painter.setPen(QPen(QColor(theme.surface.line_strong), 2))
        line = self._room(self._x(0) - 20, middle, self._x(len(LABELS) - 1) - self._x(0) + 40, 0)
        painter.drawLine(line.topLeft(), line.topRight())
        self._draw_labels(painter, middle)
        self._draw_marks(painter, middle)

    def _draw_title(self, painter: QPainter, middle: float) -> None:
        """Say what the scale is about, beside it or above."""
        text, beside = say("window.strength.how-strongly-it-asks"), self._title()
        if beside or self._above():
            top, width = (middle - scaled(10), beside) if beside else (4, self.width() - 2 * (_MARGIN + 16))
            flags = drawing_flags(text, mirrored=is_mirrored()) | int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self._room(_MARGIN + 16, top, width, scaled(20)), flags, text)

    def _draw_labels(self, painter: QPainter, middle: float) -> None:
        theme = self._appearance.theme
        painter.setFont(sans(12))
        for value, label in enumerate(LABELS):
            x = self._x(value)
            tick = self._room(x, middle - 3, 0, 6)
            painter.setPen(QPen(QColor(theme.surface.line_strong), 1))
            painter.drawLine(tick.topLeft(), tick.bottomLeft())
            painter.setPen(QColor(theme.text.soft))
            painter.drawText(
                self._room(x - scaled(50), middle + scaled(11), scaled(100), scaled(18)),
                int(Qt.AlignmentFlag.AlignCenter),
                _point(label),
            )

    def _draw_marks(self, painter: QPainter, middle: float) -> None:
        """Draw a dot for each place, and above it the outlets that stand there, as far as they fit."""
        theme = self._appearance.theme
        metrics = QFontMetrics(sans(SMALL))
        painter.setFont(sans(SMALL))
        free = self._left() - self._inset()
        for marks in _together(self._marks):
            x = self._x(marks[0].place.value)
            base = any(mark.base for mark in marks)
            colour = QColor(theme.accent.main if base else theme.change.changed)
            painter.setPen(QPen(QColor(theme.surface.card), 2))
            painter.setBrush(colour)
            painter.drawEllipse(self._room(x - 7, middle - 7, 14, 14))
            room = max(self.width() - _MARGIN - 10 - free, 0)
            text = metrics.elidedText(
                in_line(say_fact(tuple(m.outlet for m in marks), "row")),
                Qt.TextElideMode.ElideRight,
                int(min(room, scaled(260))),
            )
            width = metrics.horizontalAdvance(text)
            left = min(max(x - width / 2, free), self.width() - _MARGIN - 10 - width)
            if left + width > self.width() - _MARGIN or left < free:
                continue
            painter.setPen(QColor(theme.text.ink if base else theme.text.soft))
            above = self._room(left, middle - scaled(27), width + 4, scaled(16))
            painter.drawText(above, drawing_flags(text, mirrored=is_mirrored()), text)
            free = left + width + 10


def _point(label: str) -> str:
    """Return what a point of the scale is called."""
    return say_message(strength_name(label))


def _together(marks: Sequence[OutletMark]) -> list[list[OutletMark]]:
    """Return marks grouped by where they stand; the base leads its group."""
    groups: list[list[OutletMark]] = []
    for mark in marks:
        if groups and abs(groups[-1][0].place.value - mark.place.value) < 0.08:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [sorted(group, key=lambda mark: not mark.base) for group in groups]


def marks_of(cards: Sequence[CardData]) -> list[OutletMark]:
    """Return where the renditions stand on the scale of strength, those that stand on it."""
    by_index = {card.index: card for card in cards}
    texts = [card.beside for card in cards[:_MOST_MARKS]]
    placed = stand_on_scale(texts, texts[0].language) if texts else ()
    return [OutletMark(by_index[row].outlet, place, by_index[row].base) for row, place in placed]
