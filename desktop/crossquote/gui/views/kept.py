"""The truncation map: the longest rendition as a ruler, and a bar for what each one kept of it."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from crossquote.comparison.instruments.kept import KeptMap
from crossquote.comparison.instruments.side_by_side import in_one_language, keep_of_longest
from crossquote.gui.direction import drawing_flags, is_mirrored, set_margins
from crossquote.gui.models.cards import REFERENCE, CardData
from crossquote.gui.plain import give_tip, in_line
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import SMALL, sans, scaled
from crossquote.gui.widgets.disclosure import Disclosure
from crossquote.gui.words import say, say_joined
from crossquote.language.language import UNKNOWN
from crossquote.text.direction import begins_leftward
from crossquote.wording.joining import Joint

_LINE = 17
_AT_MOST = 8
"""More bars than these would leave no room for the words; the tooltip has them all."""
_NAMES, _FIGURES = 150, 44
ROOMY, _SHARE = 430, 0.23
"""In a comparison as high as this the bars may take so much of the height; elsewhere the words need it more."""


class Bar(Struct, frozen=True):
    """One rendition: which it is, and the parts of the ruler that it kept, each from 0 to 1.

    `leftward` says that the texts are read from right to left, and the ruler with them.
    """

    index: int
    outlet: str
    base: bool
    ruler: bool
    parts: tuple[tuple[float, float], ...]
    share: float
    leftward: bool = False


def bars_of(cards: Sequence[CardData]) -> tuple[Bar, ...]:
    """Return the bars of the renditions that can be compared, the ruler first; none where nothing was cut."""
    texts = [card.beside for card in cards]
    language = texts[0].language if texts else UNKNOWN
    found = keep_of_longest(texts, language)
    if found is None:
        return ()
    by_index = {card.index: card for card in cards}
    told = [by_index[one.row] for one in in_one_language(texts, language)]
    return tuple(_bar(told[number], found, number) for number in found.order)


def _bar(card: CardData, found: KeptMap, number: int) -> Bar:
    length = len(found.text)
    parts = tuple((span.start / length, span.end / length) for span in found.kept[number])
    leftward = begins_leftward(found.text, otherwise=False)
    return Bar(card.index, card.outlet, card.base, number == found.ruler, parts, found.shares[number], leftward)


def _told(bar: Bar) -> str:
    if bar.ruler:
        return say("window.kept.fullest", outlet=bar.outlet, share=bar.share)
    return say("window.kept.share", outlet=bar.outlet, share=bar.share)


class KeptBars(QWidget):
    """Draws the bars; says which rendition was clicked."""

    chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("window.kept.what-each-rendition-kept"))

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show `bars`."""
        self.bars = bars
        told = [_told(bar) for bar in bars]
        self.setAccessibleDescription(say_joined(told, Joint.CLAUSE))
        give_tip(self, "\n".join(told))
        self.updateGeometry()
        self.update()

    def _row_at(self, at: QPoint) -> Bar | None:
        row = (at.y() - 2) // scaled(_LINE)
        return self.bars[row] if 0 <= row < min(len(self.bars), _AT_MOST) else None

    def _room(self, start: float, top: float, width: float, height: float) -> QRectF:
        """Return what begins at `start` on the side where reading begins."""
        return QRectF(self.width() - start - width if is_mirrored() else start, top, width, height)

    def _draw_bar(self, painter: QPainter, bar: Bar, top: int) -> None:
        theme = self._appearance.theme
        font, line = sans(SMALL, bold=bar.ruler), scaled(_LINE)
        names, figures = min(scaled(_NAMES), self.width() // 3), scaled(_FIGURES)
        painter.setFont(font)
        painter.setPen(QColor(theme.text.ink if bar.ruler or bar.base else theme.text.soft))
        name = QFontMetrics(font).elidedText(in_line(bar.outlet), Qt.TextElideMode.ElideRight, names - 10)
        middle_line, mirrored = int(Qt.AlignmentFlag.AlignVCenter), is_mirrored()
        flags = drawing_flags(name, mirrored=mirrored) | middle_line
        painter.drawText(self._room(0, top, names - 8, line), flags, name)
        share = say("window.share", share=bar.share)
        flags = drawing_flags(share, mirrored=False, on_right=not mirrored) | middle_line
        painter.drawText(self._room(self.width() - figures, top, figures, line), flags, share)
        track = self._room(names, top + 4, max(self.width() - names - figures - 4, 10), line - 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.surface.line_strong), 1, Qt.PenStyle.DotLine))
        middle = track.center().y()
        painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent.main if bar.ruler else theme.change.outside))
        for start, end in bar.parts:
            width = max((end - start) * track.width(), 2)
            begin = track.width() - start * track.width() - width if bar.leftward else start * track.width()
            painter.drawRoundedRect(QRectF(track.left() + begin, track.top(), width, track.height()), 2, 2)

    def sizeHint(self) -> QSize:  # noqa: D102, N802 - Qt's
        return QSize(300, min(len(self.bars), _AT_MOST) * scaled(_LINE) + 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        bar = self._row_at(event.position().toPoint())
        if bar is not None:
            self.chosen.emit(bar.index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, bar in enumerate(self.bars[:_AT_MOST]):
            self._draw_bar(painter, bar, 2 + row * scaled(_LINE))


class KeptPane(QFrame):
    """The map under a line that says it in words; the line opens and closes it. Hidden where nothing was cut."""

    chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kept")
        self.setAccessibleName(say("window.kept.truncation-map"))
        self._own = False
        self._room = 0
        self._shown: tuple[CardData, ...] = ()
        self._appearance = appearance
        self.line = Disclosure(opened=True, parent=self)
        self.line.clicked.connect(self._toggle)
        self.bars = KeptBars(appearance, self)
        self.bars.chosen.connect(self.chosen)
        layout = QVBoxLayout(self)
        set_margins(layout, 14, 0, 18, 8)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self.bars)
        appearance.changed.connect(self._redraw)
        self.hide()

    def show_cards(self, cards: tuple[CardData, ...]) -> None:
        """Show what the renditions in `cards` kept of the longest."""
        if cards != self._shown:
            self._shown = cards
            self.bars.show_bars(bars_of(cards))
        bars = self.bars.bars
        self._name_line()
        self.setVisible(bool(bars))
        self.make_room(self._room)

    def make_room(self, height: int) -> None:
        """Close the bars where there is little room, and open them where there is more; the user's choice stays."""
        self._room = height
        if not self._own:
            self.line.setChecked(height >= scaled(ROOMY) and self.bars.sizeHint().height() <= height * _SHARE)
            self._show_bars()

    @Slot()
    def _toggle(self) -> None:
        self._own = True
        self._show_bars()

    @Slot()
    def _redraw(self) -> None:
        self.bars.update()
        self._name_line()

    def _show_bars(self) -> None:
        self.bars.setVisible(self.line.isChecked())
        self._name_line()

    def _name_line(self) -> None:
        cut = [bar for bar in self.bars.bars if not bar.ruler and bar.index != REFERENCE and bar.share < 1]
        least = min(cut, key=lambda bar: bar.share, default=None)
        text = say("window.kept.how-much")
        if least is not None:
            text = say("window.kept.least", outlet=least.outlet, share=least.share)
        self.line.say(text, self._appearance.theme)
