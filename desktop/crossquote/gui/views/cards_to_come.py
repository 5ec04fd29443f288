"""Cards of an utterance that are made later, some at a time between other events; one may be gone to before that."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from crossquote.gui.models.cards import CardData
from crossquote.gui.views.card_focus import CardWish

_AT_A_TIME = 2
"""Some 10 ms of work each: a key or a click that comes meanwhile is answered between."""
AT_ONCE = 50_000
"""So many letters are laid out at once, unless one card has more: 400,000 in Chinese take a quarter of a second."""
_CARD, _FINDING = 3_000, 2_000
"""What a card, and a finding on it, take as long as: so many letters."""


def letters_of(data: CardData) -> int:
    """Return how many letters of a rendition are laid out in its card."""
    return len(data.text) + len(data.original or "")


def _work_of(data: CardData) -> int:
    """Return how long a card takes to make, as a number of letters."""
    return letters_of(data) + _CARD + _FINDING * len(data.reviewed)


class CardsToCome(QObject):
    """Says which cards are due, a list of `CardData` at a time, and keeps the wish to go to one of the others."""

    due = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: Sequence[CardData] = ()
        self.wish: CardWish | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self, cards: Sequence[CardData], most: int) -> Sequence[CardData]:
        """Return which of `cards` are to be made at once, so many at most; the others come, and no more those before.

        Where texts are long, or findings many, there are fewer of them.
        """
        now = max(1, sum(total <= AT_ONCE for total in accumulate(map(_work_of, cards[:most]))))
        self._waiting = cards[now:]
        if self._waiting:
            self._timer.start(0)
        else:
            self._timer.stop()
        return cards[:now]

    def waits(self, index: int) -> bool:
        """Tell whether a card is still to be made."""
        return any(data.index == index for data in self._waiting)

    def choose(self, index: int) -> None:
        """Wish for the card that is the current one now, where it is still to be made; no other is wished for."""
        if not self.waits(index):
            self.wish = None
        elif self.wish is None or self.wish.index != index:
            self.wish = CardWish(index)

    def bring_into_view(self, index: int, finding: int | None) -> None:
        """Let the card that is wished for come into view, if it is that one."""
        if self.wish is not None and self.wish.index == index:
            self.wish = replace(self.wish, seen=True, finding=finding)

    @Slot()
    def _go_on(self) -> None:
        self.due.emit(list(self.begin(self._waiting, _AT_A_TIME)))
