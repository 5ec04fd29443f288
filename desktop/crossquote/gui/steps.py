"""Steps: what undo and redo would act on, and what was done last."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSizePolicy

from crossquote.gui.announcing import announce
from crossquote.gui.bridge import Bridge
from crossquote.gui.plain import plain_caption
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say, say_message
from crossquote.model.step import StepName

_ALMOST_ALL = 1000
"""The share of the status bar's free room that goes to what was done, beside the gap's 1."""
_SAID = 220
"""So many pixels of what was done are shown of at least, before the numbers of all that is open."""


class Steps(QObject):
    """Names the steps in the menu, and says in the status bar what has just been done or taken back."""

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._shell, self._bridge = shell, bridge
        self._project: object = None
        self.said = ElidedLabel(parent=shell)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.said.setAccessibleName(say("window.steps.nothing-done-yet"))
        before_the_gap = shell.status_row.count() - 2
        shell.status_row.insertWidget(before_the_gap, self.said, _ALMOST_ALL)
        self.last: StepName | None = None
        self.undone: StepName | None = None
        bridge.came_to_rest.connect(self.look)

    @Slot()
    def look(self) -> None:
        """See which steps there are now."""
        project = self._bridge.session.project
        last, undone = project.next_steps if project is not None else (None, None)
        if project is not self._project:
            self._say("")
        elif last is not None and (self.last is None or last.number > self.last.number):
            self._say(say("window.steps.done", step=last.name))
        elif self.last is not None and (last is None or last.number < self.last.number):
            self._say(say("window.steps.taken-back", step=self.last.name))
        self._project, self.last, self.undone = project, last, undone
        for action, word, step in (
            ("undo", say("window.action.undo"), last),
            ("redo", say("window.action.redo"), undone),
        ):
            named = plain_caption(say_message(step.name)) if step else ""
            text = say("window.steps.in-menu", action=word, step=named) if named else word
            self._shell.actions_by_id[action].setText(text)

    def _say(self, text: str) -> None:
        self.said.setMinimumWidth(min(_SAID, self.said.fontMetrics().horizontalAdvance(text)))
        self.said.show_text(text, spoken=text or say("window.steps.nothing-done-yet"))
        if text:
            announce(self.said, text)
