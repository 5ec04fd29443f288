"""Projects to go on with, first on the first page: a line each, in as many words as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossquote.gui.plain import PlainLabel, give_tip
from crossquote.gui.widgets.shortened import ElidedButton
from crossquote.gui.words import say


class GoOnWith(QWidget):
    """Says which project the user wants to go on with; it takes no room where there is none."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.start.go-on-with"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 26)
        self._lines.setSpacing(3)
        self.first: QPushButton | None = None
        self._shown: list[tuple[str, str]] = []
        self.hide()

    def show_projects(self, projects: Sequence[tuple[str, str]]) -> None:
        """Offer projects, each by its name and its path; those that are offered already stay, with the focus."""
        if projects == self._shown:
            return
        self._shown = list(projects)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        title = PlainLabel(say("window.start.go-on-with"), self)
        title.setObjectName("soft")
        self._lines.addWidget(title)
        self.first = None
        for name, path in projects:
            button = ElidedButton(name, self)
            button.setObjectName("recent")
            give_tip(button, f"{name}\n{path}")
            button.setProperty("path", path)
            button.setAutoDefault(True)
            button.clicked.connect(self._open)
            self._lines.addWidget(button)
            self.first = self.first or button
        self.setVisible(bool(projects))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(str(self.sender().property("path")))
