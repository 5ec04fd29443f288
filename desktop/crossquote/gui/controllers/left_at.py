"""A project opens at the utterance that was chosen when it was left."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.projects import Projects
from crossquote.gui.views.utterances import UtterancesPane
from crossquote.work.left_at import leave_at, left_at
from crossquote.work.projects import is_untitled


class LeftAt(QObject):
    """Notes which utterance is chosen in which project, keeps that as it is left, and goes there as it is opened."""

    def __init__(self, bridge: Bridge, utterances: UtterancesPane, projects: Projects) -> None:
        super().__init__(projects)
        self._bridge, self._utterances = bridge, utterances
        self._at: tuple[Path, str] | None = None
        utterances.chosen.connect(self._note)
        bridge.came_to_rest.connect(self._note)
        projects.left.connect(self.keep)
        projects.opened.connect(self._go_there)

    @property
    def _project(self) -> Path | None:
        session = self._bridge.session
        return session.project.path if session.project is not None and not is_untitled(session) else None

    @Slot()
    def _note(self) -> None:
        """Note where the user is: as it is left, the project is closed already."""
        project, utterance = self._project, self._utterances.current_id()
        if project is not None and utterance:
            self._at = project, utterance

    @Slot()
    def keep(self) -> None:
        """Keep where the user was."""
        if self._at is not None:
            leave_at(*self._at)
            self._at = None

    @Slot()
    def _go_there(self) -> None:
        project = self._project
        if project is not None and (utterance := left_at(project)):
            self._utterances.select(utterance)
