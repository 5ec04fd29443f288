"""Which checks are on, in the window: chosen from a list, or on a check's own page; all is then compared anew."""

from PySide6.QtCore import QObject, Signal

from crossquote.comparison.table import known_checks
from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.dialogs.checks import ChecksDialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.checks import ChooseChecks, CompareWithout, SwitchCheck
from crossquote.gui.words import interface_language
from crossquote.message import Message, message
from crossquote.work.checks import list_checks
from crossquote.work.stages.pipeline import switch_checks


class Switches(QObject):
    """Keeps in the settings which checks are off, and has what is open compared by the others."""

    switched = Signal(object)

    def __init__(self, shell: Shell, bridge: Bridge, choices: Choices, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._choices, self._wishes = shell, bridge, choices, wishes

    @property
    def off(self) -> frozenset[str]:
        """The ids of the checks that are off."""
        return frozenset(self._choices.settings.checks_off.split()).intersection(known_checks())

    def show(self) -> None:
        """List the checks with a box each."""
        state = self._bridge.state
        others = frozenset(state.checks_off.split()) if state.utterances else self.off
        dialog = ChecksDialog(list_checks(interface_language()), self.off, others, self._shell)
        dialog.wished.connect(self._wishes.grant)
        open_dialog(dialog)

    @grants(ChooseChecks)
    def _show(self, _wish: ChooseChecks) -> None:
        self.show()

    @grants(SwitchCheck)
    def switch(self, wish: SwitchCheck) -> None:
        """Switch one check on or off."""
        self._choose(self.off - {wish.check} if wish.on else self.off | {wish.check})

    @grants(CompareWithout)
    def _compare_without(self, wish: CompareWithout) -> None:
        self._choose(wish.off)

    def _choose(self, off: frozenset[str]) -> None:
        """Keep which checks are off, and compare anew where that changes anything."""
        step = self._step(off)
        self._choices.choose_checks(off)
        self.switched.emit(off)
        state = self._bridge.state
        if state.utterances and frozenset(state.checks_off.split()) != off:
            self._bridge.edit(lambda session: switch_checks(session, step))

    def _step(self, off: frozenset[str]) -> Message:
        """Return what the step is called."""
        gone, back = off - self.off, self.off - off
        if len(gone) + len(back) != 1:
            return message("did.choose-checks")
        (check,) = gone | back
        return message("did.turn-off" if gone else "did.turn-on", check=check)
