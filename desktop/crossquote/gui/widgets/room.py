"""How large a window begins: by the size of text, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from crossquote.gui.theme.fonts import scaled

_OF_THE_SCREEN = 0.92


def make_room(window: QWidget, width: int, height: int = 0) -> None:
    """Let `window` begin with a size that holds at the usual text size; without a height, be so wide at least."""
    most = window.screen().availableSize() * _OF_THE_SCREEN
    size = QSize(scaled(width), scaled(height)).boundedTo(most)
    if height:
        window.resize(size)
    else:
        window.setMinimumWidth(size.width())


def fit_height(window: QWidget) -> None:
    """Let `window` be as high at least as its texts are at its width: Qt gives them what they want at their own."""
    layout = window.layout()
    if layout is not None:
        most = window.screen().availableSize() * _OF_THE_SCREEN
        window.setMinimumHeight(min(layout.totalHeightForWidth(window.width()), most.height()))
