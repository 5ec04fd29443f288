"""How large a window begins: by the size of text, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossquote.gui.theme.fonts import scaled

_OF_THE_SCREEN = 0.92


def make_room(window: QWidget, width: int, height: int) -> None:
    """Let `window` begin with a size that holds at the usual text size."""
    window.resize(_held(window, width, height))


def be_wide(window: QWidget, column: QVBoxLayout, width: int) -> None:
    """Let `window` be so wide at least at the usual text size, and as wide as what stands in its `column` needs.

    A least width that the window itself is given would count instead of that of what stands in it.
    """
    margins = column.contentsMargins()
    column.addStrut(_held(window, width, 0).width() - margins.left() - margins.right())


def fit_height(window: QWidget) -> None:
    """Let `window` be as high at least as its texts are at its width: Qt gives them what they want at their own."""
    layout = window.layout()
    if layout is not None:
        window.setMinimumHeight(min(layout.totalHeightForWidth(window.width()), _most(window).height()))


def _held(window: QWidget, width: int, height: int) -> QSize:
    """Return a size as the text's is now, no larger than the screen."""
    return QSize(scaled(width), scaled(height)).boundedTo(_most(window))


def _most(window: QWidget) -> QSize:
    return window.screen().availableSize() * _OF_THE_SCREEN
