"""How large a dialog begins: by the size of text, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from crossquote.gui.theme.fonts import scaled

_OF_THE_SCREEN = 0.92


def make_room(dialog: QDialog, width: int, height: int = 0) -> None:
    """Let `dialog` begin with a size that holds at the usual text size; without a height, be so wide at least."""
    most = dialog.screen().availableSize() * _OF_THE_SCREEN
    size = QSize(scaled(width), scaled(height)).boundedTo(most)
    if height:
        dialog.resize(size)
    else:
        dialog.setMinimumWidth(size.width())
