"""A menu of the window's bar.

The first paint comes by here: nothing may name the namespace `Qt`.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crossquote.gui.direction import is_mirrored

if TYPE_CHECKING:  # the first window has its menus closed
    from PySide6.QtWidgets import QStyleOptionMenuItem

_MARK = "\u200e"
"""It is not seen, and read from left to right: signs beside it are, too."""


class Menu(QMenu):
    """A menu whose keys are read from left to right where all else is not: "Ctrl+.", no ".+Ctrl"."""

    def initStyleOption(self, option: "QStyleOptionMenuItem", action: QAction) -> None:  # noqa: D102, N802 - Qt's
        super().initStyleOption(option, action)
        words, tab, keys = option.text.partition("\t")
        if tab and is_mirrored():
            option.text = f"{words}{tab}{_MARK}{keys}{_MARK}"
