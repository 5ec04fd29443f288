"""A few words beside a part of the window, with a tip that points at it: it asks for nothing and holds nothing up."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygon, QRegion
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossquote.gui.announcing import announce
from crossquote.gui.direction import is_mirrored
from crossquote.gui.plain import PlainLabel, give_tip, plain_caption
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.beside import Flank, place_beside
from crossquote.gui.widgets.follower import seen_part
from crossquote.gui.words import say, say_joined
from crossquote.wording.joining import Joint

_TIP = 9
"""How long the tip is; so much is left free on every side of the box."""
_ROUND = 8
_WIDE = 372
"""How wide it is at the usual size of text."""
_EDGE = 4
"""So far it stays away from the edges of its room."""


class CalloutText(Struct, frozen=True):
    """What a callout says: title and text, which of how many it is."""

    title: str
    text: str
    number: int
    all: int


class Callout(QWidget):
    """Lies over its window and never takes the focus; Tab leads to it, and Escape, anywhere in the window, ends it."""

    next_wanted = Signal()
    back_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._side, self._point = Flank.BELOW, QPoint()
        self.title, self.place, self.text = (PlainLabel(parent=self) for _ in range(3))
        self.title.setObjectName("calloutTitle")
        self.title.setWordWrap(True)
        self.place.setObjectName("small")
        self.text.setWordWrap(True)
        self.leave, self.back, self.next = (QPushButton(self) for _ in range(3))
        self.leave.setObjectName("quiet")
        self.next.setObjectName("primary")
        for button, wanted in (
            (self.next, self.next_wanted),
            (self.back, self.back_wanted),
            (self.leave, self.leave_wanted),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(wanted)
        _name(self.leave, say("window.tour.leave"))
        _name(self.back, say("window.tour.back"))
        give_tip(self.leave, say("window.tour.leave-tip"))
        self._lay_out()
        self.hide()
        window.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(_TIP + 14, _TIP + 10, _TIP + 14, _TIP + 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addLayout(buttons)

    def tell(self, told: CalloutText) -> None:
        """Say something else, and have it said by a screen reader."""
        self.title.show_text(told.title)
        self.place.show_text(say("window.tour.place", number=told.number, all=told.all))
        self.text.show_text(told.text)
        _name(self.next, say("window.tour.finish") if told.number == told.all else say("window.tour.next"))
        if told.number == 1 and self.back.hasFocus():
            self.next.setFocus()
        self.back.setEnabled(told.number > 1)
        name = say("window.tour.name", title=told.title, number=told.number, all=told.all)
        self.setAccessibleName(name)
        self.setAccessibleDescription(told.text)
        announce(self, say_joined((name, told.text), Joint.NEXT))

    def point_at(self, part: QWidget, room: QWidget, sides: Sequence[Flank]) -> None:
        """Lie in `room` beside `part`, on the first of `sides` that has the room; hide while nothing is seen of it."""
        target = seen_part(part)
        self.setVisible(not target.isEmpty())
        if target.isEmpty():
            return
        inside = seen_part(room).marginsRemoved(QMargins(_EDGE, _EDGE, _EDGE, _EDGE))
        placed = place_beside(target, self._fitted(inside.size()), inside, sides, mirrored=is_mirrored())
        self.setGeometry(placed.box)
        self._side, self._point = placed.side, placed.tip - placed.box.topLeft()
        self.setMask(QRegion(self._box()) + QRegion(self._arrow().boundingRect()))
        self.raise_()
        self.update()

    def follow_in_order(self, before: QWidget) -> None:
        """Be what Tab leads to from `before`."""
        for first, then in ((before, self.next), (self.next, self.back), (self.back, self.leave)):
            QWidget.setTabOrder(first, then)

    def has_focus(self) -> bool:
        """Tell whether one of its buttons has the focus."""
        return any(button.hasFocus() for button in (self.next, self.back, self.leave))

    def _fitted(self, room: QSize) -> QSize:
        """Return a size with room for all words: as wide as usual, wider where that would be too high."""
        least = self.minimumSizeHint().width()
        widths = [
            max(min(width, room.width()), least) for width in (scaled(_WIDE), scaled(_WIDE * 3 // 2), room.width())
        ]
        sizes = [QSize(width, self.heightForWidth(width)) for width in widths]
        return next((size for size in sizes if size.height() <= room.height() // 2), sizes[-1])

    def _box(self) -> QRect:
        return self.rect().adjusted(_TIP, _TIP, -_TIP, -_TIP)

    def _arrow(self) -> QPolygon:
        """Return the three points of the tip; the first looks at what is spoken of."""
        x, y = self._side.value
        across, base = QPoint(y * (_TIP - 1), x * (_TIP - 1)), self._point + QPoint(x, y) * _TIP
        return QPolygon([self._point, base + across, base - across])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent.main), 1))
        painter.setBrush(QColor(theme.surface.raised))
        painter.drawRoundedRect(self._box().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        tip, first, last = self._arrow().toList()
        inward = QPoint(*self._side.value)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygon([tip, first + inward, last + inward]))
        painter.setPen(QPen(QColor(theme.accent.main), 1))
        painter.drawPolyline(QPolygon([first, tip, last]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if watched is self.parent() and self.isVisible() and _is_escape(event):
            self.leave_wanted.emit()
            return True
        return super().eventFilter(watched, event)


def _name(button: QPushButton, text: str) -> None:
    button.setText(plain_caption(text))
    button.setAccessibleName(text)


def _is_escape(event: QEvent) -> bool:
    """Tell whether Escape was pressed, and nobody in the window had a use for it."""
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
