"""A row of choices of which one holds."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from crossquote.gui.plain import plain_caption
from crossquote.gui.words import say


class Segments(QFrame):
    """Choices side by side, by key and text."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: dict[str, str], current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for key, text in choices.items():
            action = QAction(plain_caption(text), self._group)
            action.setCheckable(True)
            action.setData(key)
            action.setChecked(key == current)
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAccessibleName(say("window.segments.choice", group=name, choice=text))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            layout.addWidget(button)
            self._actions[key] = action
        self._group.triggered.connect(self._choose)

    @property
    def current(self) -> str:
        """The key of the choice that holds."""
        action = self._group.checkedAction()
        return str(action.data())

    def choose(self, key: str) -> None:
        """Make `key` the choice, as a click would."""
        if key in self._actions and key != self.current:
            self._actions[key].trigger()

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
