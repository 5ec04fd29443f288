"""The way of the key Tab through the parts of a window."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_in_order(parts: Sequence[QWidget]) -> None:
    """Let Tab lead from each of `parts` to the next, as the eye goes."""
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)
