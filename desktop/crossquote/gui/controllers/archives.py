"""Archives in the window: what one has of an utterance is found, and what is chosen of it added."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from crossquote.errors import UserError
from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.dialogs.archive import ArchiveDialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.jobs import Job
from crossquote.gui.models.traced import rendition_row, timeline_rows
from crossquote.gui.views.current import Current
from crossquote.gui.widgets.busy import Busy
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.archive import BringIn, ChooseArchive, LookAgain
from crossquote.gui.words import say, say_error, say_message
from crossquote.message import message
from crossquote.model.quote import QuoteKind
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.progress import Work
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import Outcome

if TYPE_CHECKING:  # loaded once an archive is asked
    from crossquote.archive.trace import TracedRendition
    from crossquote.work.elsewhere import Elsewhere

_LOOKING, _ADDING = message("step.looking-into-archive"), message("window.job.reading")


class Archives(QObject):
    """Shows what the archive that was chosen last has of an utterance; says what came of adding some of it."""

    told = Signal(object)

    def __init__(self, shell: Shell, bridge: Bridge, current: Current, choices: Choices, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._current = shell, bridge, current
        self._choices, self._wishes = choices, wishes
        self.dialog: ArchiveDialog | None = None
        self._utterance = ""
        self._busy: Busy | None = None
        self._looking: Job[Elsewhere | None] | None = None

    def show(self) -> None:
        """Open the dialog on the utterance that is shown, and look for it where an archive is known."""
        utterance = self._bridge.state.utterances.get(self._current.utterance_id or "")
        if utterance is None:
            return
        dialog = ArchiveDialog(_words(self._bridge.state, utterance), self._shell.appearance, self._shell)
        dialog.wished.connect(self._wishes.grant)
        dialog.finished.connect(self._forget)
        self.dialog, self._utterance = dialog, utterance.id
        self._add_progress(dialog)
        self._look(dialog)
        open_dialog(dialog)

    def _add_progress(self, dialog: ArchiveDialog) -> None:
        """Let the dialog show how far the work is, since it lies before the window that does."""
        self._busy = Busy(self._shell.actions_by_id["stop"], dialog)
        dialog.add_progress(self._busy)
        self._bridge.stepped.connect(self._busy.show_step)
        self._bridge.came_to_rest.connect(self._busy.hide)

    def _look(self, dialog: ArchiveDialog) -> None:
        """Look into the archive that is known, or say that none is."""
        folder = self._choices.settings.archive
        dialog.show_folder(folder)
        if not folder:
            dialog.show_note(say("window.archive.none"))
            return
        dialog.show_note(say_message(_LOOKING))
        looking = self._bridge.edit(partial(_find, self._utterance, Path(folder)), _LOOKING)
        looking.then(partial(self._show, looking))
        looking.failed.connect(partial(self._say_failed, looking))
        looking.stopped.connect(partial(self._say_stopped, looking))
        self._looking = looking

    @grants(ChooseArchive)
    def _choose(self, _wish: ChooseArchive) -> None:
        known = self._choices.settings.archive
        name = QFileDialog.getExistingDirectory(self.dialog or self._shell, say("window.archive.choose-title"), known)
        if name:
            self._choices.keep_archive(name)
            self._look_again(LookAgain())

    @grants(LookAgain)
    def _look_again(self, _wish: LookAgain) -> None:
        if self.dialog is not None:
            if self._looking is not None:
                self._looking.stop()
            self._look(self.dialog)

    def _show(self, looking: "Job[Elsewhere | None]", found: "Elsewhere | None") -> None:
        if self.dialog is None or self._looking is not looking:
            return
        if found is None or not found.renditions:
            self.dialog.show_note(say("window.archive.nothing"))
            return
        from crossquote.work.elsewhere import is_open  # noqa: PLC0415 - loaded once an archive is asked

        state = self._bridge.state
        rows = [rendition_row(one, there=is_open(state, one)) for one in found.renditions]
        self.dialog.show_found(rows, tuple(timeline_rows(found.timeline, partial(is_open, state))))

    def _say_failed(self, looking: "Job[Elsewhere | None]", error: object) -> None:
        """Say in the dialog, too, what went wrong: it lies before the window that says so."""
        told = say_error(error) if isinstance(error, UserError) else say("window.archive.stopped")
        if self.dialog is not None and self._looking is looking:
            self.dialog.show_note(told, again=True)

    def _say_stopped(self, looking: "Job[Elsewhere | None]") -> None:
        if self.dialog is not None and self._looking is looking:
            self.dialog.show_note(say("window.archive.stopped"), again=True)

    @grants(BringIn)
    def _bring_in(self, wish: BringIn) -> None:
        archive = Path(self._choices.settings.archive)
        self._bridge.edit(partial(_bring, archive, wish.renditions), _ADDING).then(self._tell)

    @Slot(object)
    def _tell(self, outcome: Outcome) -> None:
        """Say how many were open already, and which of those that came only the archive has as they were."""
        from crossquote.work.elsewhere import as_kept  # noqa: PLC0415 - loaded once an archive is asked

        kept = tuple(dict.fromkeys(one.outlet for one in as_kept(self._bridge.state, outcome.changes)))
        told = [say("window.archive.as-kept", outlets=kept)] if kept else []
        told += [say("window.intake.again", count=outcome.again)] if outcome.again else []
        self.told.emit(told)

    @Slot()
    def _forget(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        if self._busy is not None:
            self._bridge.stepped.disconnect(self._busy.show_step)
            self._bridge.came_to_rest.disconnect(self._busy.hide)
        self.dialog = self._looking = self._busy = None


def _words(state: State, utterance: Utterance) -> str:
    """Return what an utterance is known by: the words of its base."""
    base = utterance.renditions[utterance.base]
    words = " ".join(base.shown.split())
    return words if state.kind_of(base) is QuoteKind.INDIRECT else say("window.quoted", words=words)


def _find(utterance: str, archive: Path, session: Session) -> "Work[Elsewhere | None]":
    """Return what an archive has of an utterance, None where that is not open any more."""
    from crossquote.work.elsewhere import find_elsewhere  # noqa: PLC0415 - loaded once an archive is asked

    state = session.state
    if utterance not in state.utterances:
        return None
    return (yield from find_elsewhere(state, state.utterances[utterance], archive, session.translator))


def _bring(archive: Path, chosen: "Sequence[TracedRendition]", session: Session) -> Work[Outcome]:
    from crossquote.work.elsewhere import bring_in  # noqa: PLC0415 - loaded once an archive is asked

    return bring_in(session, archive, chosen)
