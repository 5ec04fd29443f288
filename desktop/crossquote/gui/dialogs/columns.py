"""What the columns of a table hold that nobody knows by their names: said once, and remembered by the names."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.wishes.articles import TellColumns
from crossquote.gui.words import say
from crossquote.work.columns import PARTS, UnknownTable

_HOLDS = ("", *PARTS)
_HEADS = ("name", "cell", "holds")


class ColumnsDialog(QDialog):
    """Shows the columns of a table with what stands first in each; asks which part of an article each holds."""

    wished = Signal(object)

    def __init__(self, table: UnknownTable, file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        give_title(self, say("window.columns.title"))
        about = PlainLabel(say("window.columns.about", file=file), self)
        about.setWordWrap(True)
        self.boxes = [self._box(name, part) for name, part in zip(table.names, table.parts, strict=True)]
        buttons, self.read = answer_buttons(say("window.columns.read"), self)
        buttons.accepted.connect(self._answer)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 720)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addLayout(self._grid())
        layout.addStretch(1)
        layout.addWidget(buttons)
        self._check()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for column, head in enumerate(_HEADS):
            label = PlainLabel(say(f"window.columns.head.{head}"), self)
            label.setObjectName("soft")
            grid.addWidget(label, 0, column)
        for row, (name, cell, box) in enumerate(zip(self._table.names, self._table.cells, self.boxes, strict=True), 1):
            named, shown = PlainLabel(name, self), ElidedLabel(parent=self)
            shown.show_text(cell)
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            for column, part in enumerate((named, shown, box)):
                grid.addWidget(part, row, column)
        return grid

    def _box(self, name: str, part: str) -> QComboBox:
        box = QComboBox(self)
        box.addItems([say(f"window.columns.part.{one or 'none'}") for one in _HOLDS])
        box.setCurrentIndex(_HOLDS.index(part))
        box.setFixedWidth(scaled(150))
        box.setAccessibleName(say("window.columns.holds-of", column=name))
        box.currentIndexChanged.connect(self._check)
        return box

    def _told(self) -> tuple[tuple[str, str], ...]:
        chosen = ((_HOLDS[box.currentIndex()], name) for box, name in zip(self.boxes, self._table.names, strict=True))
        return tuple((part, name) for part, name in chosen if part)

    @Slot()
    def _check(self) -> None:
        """Let the table be read where one column holds the text, and no two the same."""
        parts = [part for part, _ in self._told()]
        self.read.setEnabled(PARTS[0] in parts and len(parts) == len(set(parts)))

    @Slot()
    def _answer(self) -> None:
        told = self._told()
        self.accept()
        self.wished.emit(TellColumns(told))
