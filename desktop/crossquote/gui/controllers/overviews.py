"""The overview is a page of the window beside that of the utterances; it is made when it is first asked for."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from crossquote.gui.bridge import Bridge
from crossquote.gui.views.overview import OverviewPane
from crossquote.gui.views.panes import step_on
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.windows.shell import Shell
from crossquote.work.filters import Filters
from crossquote.work.overview import survey
from crossquote.work.saved_views import SavedView

_OF_THE_UTTERANCES = (
    "next",
    "previous",
    "next-utterance",
    "previous-utterance",
    "columns",
    "rows",
    "table",
    "findings",
)
"""What is done among the utterances, and leads there."""


class Overviews(QObject):
    """Shows the overview, and leads from it to what is chosen there."""

    def __init__(self, shell: Shell, bridge: Bridge, workspace: Workspace) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._workspace = shell, bridge, workspace
        self._action = shell.actions_by_id["overview"]
        self.pane: OverviewPane | None = None
        for name in _OF_THE_UTTERANCES:
            shell.actions_by_id[name].triggered.connect(self.leave)
        shell.search.textEdited.connect(self.leave)
        for name, by in (("next-pane", 1), ("previous-pane", -1)):
            shell.actions_by_id[name].triggered.connect(partial(self._step_on, by))

    @property
    def page(self) -> QWidget:
        """The page that shows what is open: the overview where it was asked for, else the utterances."""
        return self.pane if self.pane is not None and self._action.isChecked() else self._workspace

    def toggle(self) -> None:
        """Show the overview, or the utterances again."""
        if self._action.isChecked():
            self.show()
        else:
            self.leave()

    def show(self) -> None:
        """Show the overview of what is open now."""
        if self.pane is None:
            self.pane = OverviewPane(self._shell.appearance, self._shell)
            self.pane.chosen.connect(self._lead)
            self.pane.narrowed.connect(self._narrow)
            self.pane.left.connect(self.leave)
            self._shell.stack.addWidget(self.pane)
        self._action.setChecked(True)
        self.refresh()
        self._shell.stack.setCurrentWidget(self.pane)
        self.pane.table.setFocus()

    def refresh(self) -> None:
        """Show what is open now, where the overview is seen."""
        if self.pane is not None and self._action.isChecked():
            copies = self._workspace.articles.model.copies
            self.pane.show_overview(self._bridge.state, survey(self._bridge.state, copies))

    @Slot()
    def leave(self) -> None:
        """Go back to the utterances."""
        if self._action.isChecked():
            self._action.setChecked(False)
        if self.pane is not None and self._shell.stack.currentWidget() is self.pane:
            self._shell.stack.setCurrentWidget(self._workspace)
            self._workspace.utterances.table.setFocus()

    def _step_on(self, by: int, *_: object) -> None:
        """Put the focus on the list `by` lists on, where the overview is seen."""
        if self.pane is not None and self.pane.isVisible():
            step_on(self.pane.panes(), by)
            self.pane.show_focus()

    @Slot(str, str)
    def _lead(self, utterance: str, article: str) -> None:
        """Show an article's rendition of an utterance beside the others."""
        self.leave()
        if article:
            self._workspace.show_rendition(utterance, article)
        else:
            self._workspace.utterances.select(utterance)

    @Slot(object)
    def _narrow(self, filters: Filters) -> None:
        """Show the utterances that `filters` let through."""
        self.leave()
        self._workspace.utterances.take_view(SavedView("", filters))
