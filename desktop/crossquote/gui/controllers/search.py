"""The search field: what it finds is a key away, and Escape empties it."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from crossquote.gui.views.workspace import Workspace
from crossquote.gui.windows.shell import Shell


class Find(QObject):
    """Leads from the search field to what it finds."""

    def __init__(self, shell: Shell, workspace: Workspace) -> None:
        super().__init__(shell)
        self._field, self._workspace = shell.search, workspace
        self._field.textChanged.connect(workspace.utterances.search)
        self._field.returnPressed.connect(workspace.go_to_found)
        workspace.utterances.words_wanted.connect(self._look_for)
        for key, run in (("Down", workspace.go_to_found), ("Esc", self._leave)):
            shortcut = QShortcut(QKeySequence(key), self._field)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(run)

    def start(self) -> None:
        """Put the cursor into the search field."""
        self._field.setFocus()
        self._field.selectAll()

    @Slot(str)
    def _look_for(self, words: str) -> None:
        """Look for other words, at once."""
        if words != self._field.text():
            self._field.selectAll()
            self._field.insert(words)
            self._workspace.utterances.find_now()

    @Slot()
    def _leave(self) -> None:
        """Show everything again, and go back to the list."""
        self._field.clear()
        self._workspace.utterances.find_now()
        self._workspace.utterances.table.setFocus()
