"""A choice in which any other text can be written."""

from PySide6.QtWidgets import QComboBox, QWidget

from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.widgets.line_field import LineField


class EditableChoice(QComboBox):
    """Takes a text of one line, which is written in `field` or chosen among those that are offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField(parent=self)
        self.setEditable(True)
        self.setLineEdit(self.field)
        self.setItemDelegate(ListedDelegate(self))

    def call(self, name: str, hint: str) -> None:
        """Give it a name for screen readers, and what its field shows as long as it is empty."""
        for part in (self, self.field):
            part.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
