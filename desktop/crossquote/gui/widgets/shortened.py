"""A label and a button that shorten their text with an ellipsis instead of cutting it off.

The first paint comes by here: nothing may name the namespace `Qt`.
"""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crossquote.gui.direction import drawing_flags, is_mirrored, keep_direction
from crossquote.gui.plain import PlainLabel, give_tip, in_line, plain_caption
from crossquote.text.visible import visible_apart

_MIDDLE = 0x80
"""Qt.AlignmentFlag.AlignVCenter."""
_AT_THE_END = 1
"""Qt.TextElideMode.ElideRight."""


class ElidedLabel(PlainLabel):
    """One line; the whole text is in the tooltip and for screen readers."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, *, spoken: str = "") -> None:
        """Show `text`, all of it where the pointer rests."""
        super().show_text(in_line(text), spoken=spoken or text)
        give_tip(self, text)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        least = super().minimumSizeHint()
        return QSize(min(40, least.width()), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        painter = QPainter(self)  # it begins with the pen of the foreground; to set one names `Qt`
        shown = _shortened(self.text(), self.fontMetrics(), self.contentsRect().width())
        flags = drawing_flags(shown, mirrored=is_mirrored()) | _MIDDLE
        painter.drawText(self.contentsRect(), flags, shown)


class ElidedButton(QPushButton):
    """A button in a line of its own, in as many words as there is room for; a screen reader says them all.

    What its frame takes beside the words is `_around`.
    """

    _around, _whole = 0, ""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(plain_caption(text), parent)
        self._whole = in_line(text)
        self.setAccessibleName(visible_apart(text))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, *, spoken: str = "") -> None:
        """Show `text`; a screen reader says it, or what is `spoken` instead."""
        self._whole = in_line(text)
        self.setAccessibleName(visible_apart(spoken or text))
        self._shorten()

    def _shorten(self) -> None:
        shown = _shortened(self._whole, self.fontMetrics(), self.width() - self._around)
        self.setText(plain_caption(keep_direction(shown, mirrored=is_mirrored())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102, N802 - Qt's
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._shorten()


def _shortened(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return `text` with an ellipsis at its end where it is wider than `room`; only then an enumeration is made."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    from PySide6.QtWidgets import QStyleOptionViewItem  # noqa: PLC0415 - as said

    kind = type(QStyleOptionViewItem().textElideMode)
    return metrics.elidedText(text, kind(_AT_THE_END), room)
