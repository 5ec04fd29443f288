"""The search field: what it finds is a key away, and Escape empties it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from crossquote.gui.views.workspace import Workspace
from crossquote.gui.windows.shell import Shell


class Find(QObject):
    """Leads from the search field to what it finds."""

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self._field, self._workspace = shell.search, workspace
        self._field.textChanged.connect(workspace.utterances.search)
        self._field.installEventFilter(self)

    def start(self) -> None:
        """Put the cursor into the search field."""
        self._field.setFocus()
        self._field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._field.clear()
                self._workspace.utterances.find_now()
                self._workspace.utterances.table.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._workspace.go_to_found()
                return True
        return super().eventFilter(watched, event)
