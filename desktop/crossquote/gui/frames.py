"""The program's windows: one a project, side by side in one process, each made anew when another language is spoken."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt, Slot

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.gui.application import Application
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.opening import once_answered
from crossquote.gui.fill import fill_shell
from crossquote.gui.filling import filling
from crossquote.gui.garbage import GarbageCollector
from crossquote.gui.interrupt import Interrupts
from crossquote.gui.key_places import KeyPlaces
from crossquote.gui.speaking import speak
from crossquote.gui.start import open_shell
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.logs import log_to
from crossquote.message import message
from crossquote.paths import logs_folder
from crossquote.wording.catalogue import choose_language
from crossquote.work.session import Session
from crossquote.work.settings import load_settings


class Frames(QObject):
    """Fills windows, opens more of them, and hands on to them what the system tells the program."""

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self._application = application
        self.desks: list[Desk] = []
        self._untold: list[UserError] = []
        self._collector = GarbageCollector(self, self._unattended)
        application.commitDataRequest.connect(self._end_session)
        application.files_arrived.connect(self.take_in)
        self._interrupts = Interrupts(self)
        self._interrupts.arrived.connect(self._leave)

    def listen(self) -> None:
        """Take over from Python what it does itself: collecting garbage, heeding the system's signals; heed keys."""
        self._collector.start()
        self._interrupts.install()
        KeyPlaces(self._application)

    def keep_log(self) -> None:
        """Keep a log from now on; where there can be none, the first window says so, and all else works."""
        folder = logs_folder()
        try:
            log_to(folder)
        except OSError as error:
            told = message("error.log-not-kept", folder=str(folder), reason=cause_of(error))
            self._untold.append(UserError(ErrorCode.WRITE, told))

    def fill(self, shell: Shell, session: Session | None = None) -> Desk:
        """Put the views into a window: on work without a name, or on what is open in `session`."""
        with filling(shell):
            desk = self.adopt(fill_shell(shell, session))
            desk.show_problems(self._untold)
        self._untold = []
        return desk

    def adopt(self, desk: Desk) -> Desk:
        """Take a window among those that are looked after; return its desk."""
        self.desks.append(desk)
        desk.bridge.read.connect(self._collector.keep)
        desk.another_wanted.connect(self.open_another)
        desk.preferences.spoken.connect(self._speak)
        desk.leaving.left.connect(partial(self._forget, desk))
        desk.shell.destroyed.connect(self._collector.expect_much)
        desk.shell.appearance.changed.connect(partial(self._dress_alike, desk))
        return desk

    @property
    def front(self) -> Desk | None:
        """The desk of the window that the user is at, else of the one opened last; None once all are closed."""
        active = [desk for desk in self.desks if desk.shell.isActiveWindow()]
        return next(iter((*active, *reversed(self.desks))), None)

    @Slot()
    def open_another(self) -> Desk:
        """Open one more window, on nothing yet."""
        shell = open_shell(load_settings().theme.value)
        shell.show()
        return self.fill(shell)

    @Slot(object)
    def take_in(self, names: Sequence[str]) -> None:
        """Add files to what is open in front, or open the project among them there, once nothing is being asked."""
        if not once_answered(partial(self.take_in, names)) and self.front is not None:
            self.front.take_in(tuple(names))

    def _unattended(self) -> bool:
        """Tell whether nobody is at any window."""
        return all(desk.bridge.alone for desk in self.desks)

    @Slot()
    def _speak(self) -> None:
        """Speak the language of the settings: at once, or when what came of the work that is under way is taken.

        Nor is a window made anew under a dialog, which would go with it, and with what is written in it.
        """
        if once_answered(self._speak):
            return
        for desk in self.desks:
            if desk.bridge.asked_for is not None:
                desk.bridge.jobs.changed.connect(self._speak, Qt.ConnectionType.SingleShotConnection)
                return
        wish = load_settings().interface_language
        speak(self._application, choose_language(wish, QLocale.system().uiLanguages()))
        for desk in tuple(self.desks):
            self.make_anew(desk)

    def make_anew(self, before: Desk) -> None:
        """Put a new window in place of another, on what is open there, with the same utterance and articles shown."""
        chosen, read, tour = before.utterances.current_id(), before.readers.read, before.tours.at
        before.room.keep()
        shell = open_shell(before.shell.appearance.choice)
        shell.take_place(before.shell.place)
        shell.show()
        desk = self.fill(shell, before.leaving.hand_over())
        if chosen:
            desk.utterances.select(chosen)
        for article in read:
            desk.wishes.grant(ReadArticle(article))
        desk.intake.take_over(before.intake)
        desk.tours.go_on(tour)
        _free(before)

    def _forget(self, desk: Desk) -> None:
        """Go on without a window that is closed, and free it; bugs are told by another from now on."""
        if desk in self.desks:
            self.desks.remove(desk)
        if self.desks:
            self.desks[-1].crashes.install()
        _free(desk)

    def _dress_alike(self, desk: Desk) -> None:
        """Let all windows have the look that one of them was given: they share the application's."""
        given = desk.shell.appearance
        for other in self.desks:
            has = other.shell.appearance
            if (has.choice, has.text_step) != (given.choice, given.text_step):
                other.choices.take_look(given.choice, given.text_step)

    @Slot()
    def _leave(self) -> None:
        if not self.desks:  # a window that could not be filled has nothing to close first
            self._application.quit()
        for desk in tuple(self.desks):
            desk.leave()

    @Slot()
    def _end_session(self) -> None:
        for desk in tuple(self.desks):
            desk.leaving.end_session()


def _free(desk: Desk) -> None:
    """Free a window that is closed; what works for it still ends first."""
    desk.bridge.when_stopped(desk.shell.deleteLater)
