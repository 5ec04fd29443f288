"""Speakers in the window: which names are one person's, why, and what the user says of it."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.ask import AskDialog, Question
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say, say_message
from crossquote.work.edits import speakers
from crossquote.work.people import people


class People(QObject):
    """Lists the names of speakers with the person each stands for; lets the user join and part them."""

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._shell, self._bridge = shell, bridge
        self._list: ListDialog[tuple[str, str]] | None = None
        bridge.changed.connect(self._show_lines)

    def show(self) -> None:
        """List the speakers of the open articles."""
        listing = Listing(
            say("window.people.speakers"),
            say("window.people.about"),
            (
                say("window.people.name"),
                say("window.people.language"),
                say("window.people.person"),
                say("window.people.why"),
            ),
            say("window.people.stands-for"),
            empty=say("window.people.no-speaker-is-named-yet"),
            wide=3,
        )
        dialog: ListDialog[tuple[str, str]] = ListDialog(listing, self._shell)
        self._list = dialog
        dialog.when_answered(self._ask)
        dialog.finished.connect(self._forget)
        self._show_lines()
        open_dialog(dialog)
        self._bridge.expect_edits()

    @Slot()
    @Slot(object)
    def _show_lines(self, _: object = None) -> None:
        if self._list is None:
            return
        lines = [
            Line((known.name, known.language.code or "?", person.name, say_message(reason)), (known.name, person.name))
            for person in people(self._bridge.state)
            for known, reason in zip(person.names, person.reasons, strict=True)
        ]
        self._list.show_lines(lines)

    @Slot()
    def _forget(self) -> None:
        self._list = None

    def _ask(self, chosen: tuple[str, str]) -> None:
        """Ask whom a name stands for."""
        name, person = chosen
        others = dict.fromkeys(person.name for person in people(self._bridge.state))
        offered = [person, *(other for other in others if other != person), *([name] if name not in others else [])]
        about = say("window.people.stands-for-this", name=name)
        question = Question(say("window.people.speaker"), about, say("window.people.set"), person, offered=offered)
        dialog = AskDialog(question, self._list or self._shell)
        dialog.answered.connect(partial(self._tell, name))
        open_dialog(dialog)

    def _tell(self, name: str, person: str) -> None:
        person = person.strip()
        if not person:
            self._bridge.edit(lambda session: speakers.forget_speaker(session, name))
        elif person == name:
            self._bridge.edit(lambda session: speakers.part_speaker(session, name))
        else:
            self._bridge.edit(lambda session: speakers.join_speakers(session, name, person))
