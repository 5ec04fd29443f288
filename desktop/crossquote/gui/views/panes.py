"""From pane to pane by a key: where the focus goes in each."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from crossquote.gui.views.comparison import ComparisonPane


class Pane(NamedTuple):
    """A pane, and what in it has the focus first."""

    whole: QWidget
    entry: QWidget


def step_on(panes: Iterable[Pane], by: int) -> None:
    """Put the focus on the pane `by` panes on among those that are seen, round and round; from elsewhere, on an end.

    A pane whose entry is not seen, a list that is empty, is passed over.
    """
    seen = [pane for pane in panes if pane.whole.isVisible()]
    holder = QApplication.focusWidget()
    inside = (at for at, pane in enumerate(seen) if holder is not None and _holds(pane.whole, holder))
    at = next(inside, -1 if by > 0 else 0)
    ahead = (seen[(at + by * steps) % len(seen)].entry for steps in range(1, len(seen) + 1))
    entry = next((entry for entry in ahead if entry.isVisible()), None)
    if entry is not None:
        entry.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(whole: QWidget, part: QWidget) -> bool:
    return whole is part or whole.isAncestorOf(part)


def entry_of(comparison: ComparisonPane) -> QWidget:
    """Return what of the comparison has the focus first: the table, or the current card, else the first."""
    if comparison.table.isVisible():
        return comparison.table.table
    current = comparison.current_card
    cards = sorted(comparison.board.cards, key=lambda card: current is None or card.data.index != current.index)
    return next(iter(cards), comparison.board)
