"""Work without a name that an earlier run left behind, on the first page: what it is, and what can be done with it."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from crossquote.gui.plain import give_tip, plain_caption
from crossquote.gui.widgets.flow import WholeFlow
from crossquote.gui.widgets.whole_line import WholeLine
from crossquote.gui.words import say, say_joined
from crossquote.wording.joining import Joint


class LeftTold(Struct, frozen=True):
    """What is told of work that was left behind: how it came to be, and what it holds."""

    path: Path
    heading: str
    about: str


class LeftWork(QFrame):
    """Tells of one piece of work; says what the user wants done with it."""

    open_requested = Signal(object)
    save_requested = Signal(object)
    discard_requested = Signal(object)

    def __init__(self, told: LeftTold, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = told
        self.setObjectName("leftWork")
        self.setAccessibleName(say_joined((told.heading, told.about), Joint.SENTENCE))
        heading = WholeLine(told.heading, self)
        heading.setObjectName("leftHeading")
        about = WholeLine(told.about, self)
        about.setObjectName("soft")
        give_tip(about, str(told.path))
        row = WholeFlow(across=8, down=6)
        self.buttons = [
            self._button(name, run)
            for name, run in (("open", self._open), ("save", self._save), ("discard", self._discard))
        ]
        for button in self.buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(about)
        column.addSpacing(4)
        column.addLayout(row)

    def _button(self, name: str, run: Callable[[], None]) -> QPushButton:
        said = say(f"window.left.{name}")
        button = QPushButton(plain_caption(said), self)
        button.setAccessibleName(said.rstrip("…"))
        button.setAccessibleDescription(self.told.about)
        button.setAutoDefault(True)
        button.clicked.connect(run)
        return button

    @Slot()
    def _open(self) -> None:
        self.open_requested.emit(self.told)

    @Slot()
    def _save(self) -> None:
        self.save_requested.emit(self.told)

    @Slot()
    def _discard(self) -> None:
        self.discard_requested.emit(self.told)
