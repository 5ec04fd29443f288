"""Two texts that scroll in step: where one shows a sentence, so does the other."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QTextEdit

_MOST = 2000
"""So many pairs are enough to scroll by: where each stands is asked anew with each width, and of an article of forty
thousand sentences that took seconds."""


class InStep(QObject):
    """Keeps two texts side by side, by pairs of places that belong together."""

    def __init__(self, left: QTextEdit, right: QTextEdit) -> None:
        super().__init__(left)
        self._texts = left, right
        self._pairs: Sequence[tuple[int, int]] = ()
        self._heights: tuple[list[float], list[float]] | None = None
        self._following = False
        left.verticalScrollBar().valueChanged.connect(self._follow_left)
        right.verticalScrollBar().valueChanged.connect(self._follow_right)
        for text in self._texts:
            text.document().documentLayout().documentSizeChanged.connect(self._forget)

    def pair(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Take `pairs` of positions, in order, as what belongs together; the right text follows the left one."""
        self._pairs = pairs[:: len(pairs) // _MOST + 1]
        self._forget()
        self._follow_left()

    @Slot()
    def _forget(self) -> None:
        self._heights = None

    @Slot()
    def _follow_left(self) -> None:
        self._follow(0, 1)

    @Slot()
    def _follow_right(self) -> None:
        self._follow(1, 0)

    def _follow(self, leader: int, follower: int) -> None:
        """Scroll one text to where the other is: at the top by their tops, at the end by their ends."""
        if self._following or not self._texts[follower].isVisible():
            return
        bar, other = (self._texts[side].verticalScrollBar() for side in (leader, follower))
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        if self._heights is None:
            self._heights = self._measure(0), self._measure(1)
        at = bar.value() + share * self._texts[leader].viewport().height()
        there = _between(at, self._heights[leader], self._heights[follower])
        self._following = True
        other.setValue(round(there - share * self._texts[follower].viewport().height()))
        self._following = False

    def _measure(self, side: int) -> list[float]:
        """Return how far down each place of one text stands, with its top and its end; a place beyond that is there."""
        document = self._texts[side].document()
        found = [0.0]
        for pair in self._pairs:
            block = document.findBlock(pair[side])
            if not block.isValid():  # the text became shorter, and its new pairs are still to come
                break
            top = document.documentLayout().blockBoundingRect(block).top()
            line = block.layout().lineForTextPosition(pair[side] - block.position())
            found.append(max(found[-1], top + (line.y() if line.isValid() else 0)))
        end = max(found[-1], document.size().height())
        return [*found, *[end] * (len(self._pairs) + 2 - len(found))]


def _between(at: float, own: Sequence[float], other: Sequence[float]) -> float:
    """Return what `at` on the scale `own` is on the scale `other`: straight between two marks."""
    after = min(max(bisect_right(own, at), 1), len(own) - 1)
    low, high = own[after - 1], own[after]
    share = (at - low) / (high - low) if high > low else 0.0
    return other[after - 1] + min(max(share, 0.0), 1.0) * (other[after] - other[after - 1])
