"""The board that cards lie on: columns as wide as reading needs, the base kept in view, or rows."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from crossquote.gui.between import BetweenEvents
from crossquote.gui.direction import is_mirrored
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.views.card import Card
from crossquote.gui.views.cards_to_come import AT_ONCE, letters_of
from crossquote.gui.words import say
from crossquote.progress import QUIET, Work

GAP = 10
MARGIN = 14
NARROWEST, WIDEST = 280, 620
LEAST = 236
"""Two columns may be as narrow as this: base and rendition side by side come before wide lines."""
LOW = 250
"""In a board lower than this, the worst finding of a card stands above its words."""
LOWEST = 54
"""So high is a row at least."""
BESIDE = 860
"""From this width on, rows have their findings beside their words."""


class Board(QScrollArea):
    """Places cards. With more cards than columns the base stays in the first; the others follow as one reads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setAccessibleName(say("window.board.renditions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget(self)
        self._ground.setObjectName("board")
        self._ground.setAccessibleName(say("window.board.renditions"))
        self.setWidget(self._ground)
        self._cards: list[Card] = []
        self._rows, self._of, self._kept = False, 0, 0
        self._pinned: Card | None = None
        self._followed: Card | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._arrange_anew)
        self.arranging = BetweenEvents(self)
        self.verticalScrollBar().valueChanged.connect(self._keep_base)

    @property
    def cards(self) -> list[Card]:
        """The cards, the base first."""
        return self._cards

    @property
    def ground(self) -> QWidget:
        """What cards are children of."""
        return self._ground

    def filled_by(self, *, rows: bool) -> int:
        """Return about how many cards can be seen at once, side by side under a base that stays, or as rows."""
        seen = self.viewport().size()
        if rows:
            return 1 + seen.height() // LOWEST
        beside = max(self._columns(seen.width() - 2 * MARGIN) - 1, 1)
        return 1 + beside * ceil(seen.height() / scaled(NARROWEST))

    def show_cards(self, cards: Sequence[Card], *, rows: bool, of: int, same: bool = False) -> None:
        """Show `cards` in place of those that are here; there are to be so many in all, for which there is room.

        Where they are the `same` cards anew, the board can be scrolled as far as before while the others are to come.
        """
        self.arranging.leave()
        self._kept = self._ground.height() if same else 0
        self._let_go()
        self._rows, self._of = rows, of
        self.verticalScrollBar().setValue(0)
        self.add_cards(cards)

    def put_away(self) -> None:
        """Let go of the cards, and free them now; the others to come will be as high as they were."""
        self.arranging.leave()
        for card in self._let_go():
            QCoreApplication.sendPostedEvents(card, QEvent.Type.DeferredDelete)

    def _let_go(self) -> list[Card]:
        """Let go of the cards that are here, which are freed later; return them."""
        gone, self._cards, self._pinned, self._followed = self._cards, [], None, None
        for card in gone:  # the focus goes from one to the next while they go: none of that is a choice
            card.blockSignals(True)  # noqa: FBT003 - Qt's
        for card in gone:
            card.hide()
            card.deleteLater()
        return gone

    def add_cards(self, cards: Sequence[Card]) -> None:
        """Show more cards after those that are here."""
        room = self.viewport().width() - 2 * MARGIN
        width = max(room if self._rows else self._column_width(room), LEAST)
        for card in cards:
            card.installEventFilter(self)
            card.resize(width, LOWEST)  # else it is measured at another width first, to be shown
            card.show()
        self._cards += cards
        self.arrange()

    def bring_into_view(self, part: QWidget, around: int = MARGIN) -> None:
        """Scroll so that a card, or a part of one, and what is `around` can be seen; of what is too high, its head."""
        if part.height() > self.viewport().height():
            self.verticalScrollBar().setValue(part.mapTo(self._ground, QPoint(0, -2)).y())
        else:
            self.ensureWidgetVisible(part, 0, around)

    @Slot()
    def _arrange_anew(self) -> None:
        """Place the cards for the current width: where their texts are long, one card between two events."""
        if sum(letters_of(card.data) for card in self._cards) > AT_ONCE:
            self.arranging.begin(self._arranging(tuple(self._cards)))
        else:
            self.arrange()

    def _arranging(self, cards: Sequence[Card]) -> Work[None]:
        """Lay the cards out one by one; then all that there is to do for their places is known."""
        for card in cards:
            room = self.viewport().width() - 2 * MARGIN
            width = max(room if self._rows else self._column_width(room), LEAST)
            card.set_room(room, narrow=room < scaled(BESIDE))
            card.set_low(low=self._is_low)
            card.resize(width, max(card.heightForWidth(width), LOWEST))
            yield QUIET
        self.arrange()

    def arrange(self) -> None:
        """Place the cards for the current width; while they are put away, their room stays as it is."""
        self.arranging.leave()
        room = self.viewport().width() - 2 * MARGIN
        if room <= 0 or (self._of and not self._cards):
            return
        height = self._arrange_rows(room) if self._rows else self._arrange_columns(room)
        kept = self._kept if len(self._cards) < self._of else 0
        self._ground.resize(self.viewport().width(), max(height, kept))
        self._keep_base()
        if self._followed is not None:
            self.bring_into_view(self._followed)
            self._followed = None

    def _arrange_rows(self, room: int) -> int:
        self._pinned = None
        y = 2
        for card in self._cards:
            card.set_room(room, narrow=room < scaled(BESIDE))
            height = max(card.heightForWidth(room), LOWEST)
            card.setGeometry(MARGIN, y, room, height)
            y += height + 6
        return y + MARGIN

    def _arrange_columns(self, room: int) -> int:
        columns, width = self._column_count(room), self._column_width(room)
        lefts = [self._left(column, width) for column in range(columns)]
        if max(self._of, len(self._cards)) <= columns:
            return self._arrange_one_row(lefts, width)
        pinned = columns > 1
        bottoms = [2] * columns
        self._pinned = self._cards[0] if pinned else None
        for number, card in enumerate(self._cards):
            card.set_low(low=self._is_low)
            height = card.heightForWidth(width)
            column = 1 + (number - 1) % (columns - 1) if pinned and number else number % columns
            card.setGeometry(lefts[column], bottoms[column], width, height)
            bottoms[column] += height + GAP
        return max(bottoms) + MARGIN - GAP

    def _column_count(self, room: int) -> int:
        return max(1, min(max(self._of, len(self._cards)), self._columns(room)))

    def _column_width(self, room: int) -> int:
        columns = self._column_count(room)
        return min((room - GAP * (columns - 1)) // columns, scaled(WIDEST))

    def _columns(self, room: int) -> int:
        """Return how many cards `room` lets lie side by side."""
        columns = (room + GAP) // (scaled(NARROWEST) + GAP)
        return 2 if columns < 2 <= (room + GAP) // (LEAST + GAP) else columns

    def _left(self, column: int, width: int) -> int:
        """Return where a column begins; the first stands where reading begins."""
        start = MARGIN + column * (width + GAP)
        return self.viewport().width() - start - width if is_mirrored() else start

    @property
    def _is_low(self) -> bool:
        """Whether so little can be seen that what weighs most is to stand first."""
        return self.viewport().height() < scaled(LOW)

    def _arrange_one_row(self, lefts: list[int], width: int) -> int:
        """Place all cards side by side: as high as the highest where that fits, else as high as their own text."""
        for card in self._cards:
            card.set_low(low=self._is_low)
        heights = [card.heightForWidth(width) for card in self._cards]
        highest = max(heights, default=0)
        fits = highest + 2 + MARGIN <= self.viewport().height()
        self._pinned = None if fits or len(self._cards) < 2 else self._cards[0]
        for left, card, own in zip(lefts, self._cards, heights, strict=False):
            card.setGeometry(left, 2, width, highest if fits else own)
        return highest + 2 + MARGIN

    @Slot()
    def _keep_base(self) -> None:
        """Keep the base where it can be seen while the others scroll."""
        card = self._pinned
        if card is None:
            return
        lowest = max(self._ground.height() - card.height() - MARGIN, 2)
        overhang = max(card.height() + MARGIN - self.viewport().height(), 0)
        card.move(card.x(), max(2, min(self.verticalScrollBar().value() - overhang + 2, lowest)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        seen = QRect(QPoint(0, self.verticalScrollBar().value()), event.oldSize())
        current = (card for card in self._cards if card.is_current and card is not self._pinned)
        self._followed = self._followed or next((card for card in current if seen.intersects(card.geometry())), None)
        self._arrange_anew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start(0)
        return super().eventFilter(watched, event)
