"""Speakers in the window: which names are one person's, why, and what the user says of it."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.ask import AskDialog, Question
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.jobs import Job
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say, say_fact, say_message, say_step
from crossquote.message import message
from crossquote.progress import Step, Work
from crossquote.work.edits import speakers
from crossquote.work.people import Speakers, find_speakers
from crossquote.work.session import Session

_Chosen = tuple[str, str]
"""A name, and the name of the person whom it stands for."""
_LOOKING = message("window.people.looking")


class People(QObject):
    """Lists the names of speakers with the person each stands for; lets the user join and part them."""

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._shell, self._bridge = shell, bridge
        self._list: ListDialog[_Chosen] | None = None
        self._looking: Job[Speakers] | None = None
        self._found: Speakers | None = None
        bridge.changed.connect(self._keep_up)

    def show(self) -> None:
        """List the speakers of the open articles, once it is known who they are."""
        listing = Listing(
            say("window.people.speakers"),
            say("window.people.about"),
            (
                say("window.people.name"),
                say("window.people.language"),
                say("window.people.person"),
                say("window.people.quotes"),
                say("window.people.why"),
            ),
            say("window.people.stands-for"),
            empty=say("window.people.no-speaker-is-named-yet"),
            wide=4,
        )
        dialog: ListDialog[_Chosen] = ListDialog(listing, self._shell)
        self._list = dialog
        dialog.when_answered(self._ask)
        dialog.finished.connect(self._forget)
        if self._found is not None:
            self._show_lines(self._found)
        else:
            dialog.show_waiting(say_message(_LOOKING))
        self._keep_up()
        open_dialog(dialog)
        self._bridge.expect_edits()

    @Slot(object)
    def _keep_up(self, _: object = None) -> None:
        """Look again who speaks where that has changed, unless that is to be looked at yet; nobody sees it: forget."""
        if self._found is not None and self._found.are_of(self._bridge.state):
            return
        if self._list is None:
            self._found = None
        elif self._looking is None:
            self._look(self._list)

    def _look(self, dialog: ListDialog[_Chosen]) -> None:
        """Find out who speaks in what is open when its turn comes, as long as the dialog is."""
        looking = self._bridge.edit(_find, _LOOKING)
        looking.then(partial(self._take, dialog))
        looking.stepped.connect(partial(self._show_step, dialog))
        looking.failed.connect(partial(self._give_up, dialog))
        looking.stopped.connect(partial(self._give_up, dialog))
        self._looking = looking

    def _take(self, dialog: ListDialog[_Chosen], found: Speakers) -> None:
        if self._list is dialog:
            self._looking, self._found = None, found
            self._show_lines(found)
            self._keep_up()

    def _show_step(self, dialog: ListDialog[_Chosen], step: Step) -> None:
        if self._list is dialog and self._found is None:
            dialog.show_waiting(say_step(Step(step.done, step.total, _LOOKING)))

    def _give_up(self, dialog: ListDialog[_Chosen], _: object = None) -> None:
        """Close the list where it can't be known who speaks: what went wrong is told elsewhere."""
        if self._list is dialog:
            dialog.reject()

    def _show_lines(self, found: Speakers) -> None:
        if self._list is not None:
            self._list.show_lines(
                [
                    Line(
                        (
                            known.name,
                            known.language.code or "?",
                            person.name,
                            say_fact(found.quotes[known]),
                            say_message(why),
                        ),
                        (known.name, person.name),
                    )
                    for person in found.people
                    for known, why in zip(person.names, person.reasons, strict=True)
                ]
            )

    @Slot()
    def _forget(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        self._list = self._looking = None
        self._keep_up()

    def _ask(self, chosen: _Chosen) -> None:
        """Ask whom a name stands for."""
        name, person = chosen
        others = dict.fromkeys(one.name for one in self._found.people) if self._found is not None else {}
        offered = [person, *(other for other in others if other != person), *([name] if name not in others else [])]
        about = say("window.people.stands-for-this", name=name)
        question = Question(say("window.people.speaker"), about, say("window.people.set"), person, offered=offered)
        dialog = AskDialog(question, self._list or self._shell)
        dialog.answered.connect(partial(self._tell, name))
        open_dialog(dialog)

    def _tell(self, name: str, person: str) -> None:
        person = person.strip()
        if not person:
            self._bridge.decide(lambda session: speakers.forget_speaker(session, name))
        elif person == name:
            self._bridge.decide(lambda session: speakers.part_speaker(session, name))
        else:
            self._bridge.decide(lambda session: speakers.join_speakers(session, name, person))


def _find(session: Session) -> Work[Speakers]:
    return find_speakers(session.state)
