"""How lists and trees draw what they say: in one line, and in the text's own direction, also where it is shortened."""

from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from crossquote.gui.direction import is_mirrored, keep_direction
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.plain import in_line


class ListedDelegate(QStyledItemDelegate):
    """Draws entries as Qt does."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: ModelIndex) -> None:  # noqa: D102, N802 - Qt's
        super().initStyleOption(option, index)
        option.text = keep_direction(in_line(option.text), mirrored=is_mirrored())
