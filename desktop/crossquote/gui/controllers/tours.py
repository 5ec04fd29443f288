"""The tour: offered with the sample story to who begins, had at any time from the help, and remembered as done."""

from PySide6.QtCore import QObject, Signal, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.controllers.intake import Intake
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.walk import Walk
from crossquote.gui.windows.shell import Shell
from crossquote.work.settings import load_settings
from crossquote.work.stories import is_story_open
from crossquote.work.tour import Tour


class Tours(QObject):
    """Begins a walk through the sample once it is open; says so."""

    begun = Signal()

    def __init__(self, shell: Shell, bridge: Bridge, workspace: Workspace, choices: Choices, intake: Intake) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._workspace = shell, bridge, workspace
        self._choices, self._intake = choices, intake
        self.walk: Walk | None = None
        self._waits = False
        shell.actions_by_id["sample"].triggered.connect(self._offer)
        bridge.came_to_rest.connect(self._begin_when_open)
        shell.start_page.tell_of_tour(told=choices.settings.tour_due)

    @property
    def at(self) -> Tour | None:
        """How far one is, None where nobody is on a tour."""
        return self.walk.tour if self.walk is not None else None

    def begin(self) -> None:
        """Open the sample, where it isn't open, and begin."""
        self._waits = True
        if self._is_open():
            self._begin_when_open()
        else:
            self._intake.open_sample()

    def go_on(self, tour: Tour | None) -> None:
        """Go on with a tour that was begun in another window."""
        if tour is not None:
            self._walk_from(tour)

    @Slot()
    def leave(self) -> None:
        """End the tour, where there is one: by itself it never comes again."""
        walk, self.walk = self.walk, None
        if walk is not None:
            walk.close()
            self._choices.keep_tour_done()
            self._shell.start_page.tell_of_tour(told=False)

    @Slot()
    def _offer(self) -> None:
        """Wait for the sample that is being opened, where nobody has been on the tour yet, in any window."""
        self._waits = self._choices.settings.tour_due and load_settings().tour_due

    def _is_open(self) -> bool:
        return bool(self._bridge.state.utterances) and is_story_open(self._bridge.state)

    @Slot()
    def _begin_when_open(self) -> None:
        if self._waits and self._bridge.asked_for is None and self._is_open():
            self._waits = False
            self._walk_from(Tour())

    def _walk_from(self, tour: Tour) -> None:
        if self.walk is not None:
            self.walk.close()
        self.begun.emit()
        self.walk = Walk(self._shell, self._bridge, self._workspace, tour)
        self.walk.ended.connect(self.leave)
