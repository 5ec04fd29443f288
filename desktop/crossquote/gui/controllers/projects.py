"""Project files in the window: opened, saved under a name, listed, asked about before they are lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from crossquote.errors import UserError
from crossquote.files import Consent, agreed_at
from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.recent import RecentProjects
from crossquote.gui.dialogs.compact import CompactDialog
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.files import ask_place, suggested_path
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.messages import opened_lines, problem_line, set_aside_lines
from crossquote.gui.plain import give_title, plain_box
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.program import CompactProject
from crossquote.gui.words import say
from crossquote.message import Message, message
from crossquote.project.store import Size
from crossquote.work.copies import copies_among
from crossquote.work.edits.wanted import check_same
from crossquote.work.projects import (
    COPY_HELPS,
    SUFFIX,
    close,
    compact,
    discard,
    holds_work,
    is_untitled,
    lies_nowhere,
    new_untitled,
    open_copy,
    open_project,
    rescue,
    save_as,
)
from crossquote.work.session import Session

T = TypeVar("T")

_KEPT, _LIE = "window.projects.kept-so-far", "window.projects.lies-nowhere"


class Projects(QObject):
    """Opens and saves projects; says when the window may close, and what there is to know of what was opened."""

    ready_to_close = Signal()
    left = Signal()
    opened = Signal()
    told = Signal(object)

    def __init__(self, shell: Shell, bridge: Bridge, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._wishes = shell, bridge, wishes
        self.recent = RecentProjects(shell, bridge)
        self.recent.chosen.connect(self._open_named)
        self.recent.save_requested.connect(self._save_left)
        bridge.came_to_rest.connect(self.show_title)

    def open(self) -> None:
        """Ask for a project and open it."""
        name, _ = QFileDialog.getOpenFileName(self._shell, say("window.projects.open-a-project"), "", _file_kind())
        if name:
            self.open_path(Path(name))

    def begin(self, then: Callable[[], object] | None = None) -> None:
        """Begin a project that holds nothing, in place of what is open, which is kept; `then` do what it is for."""
        session = self._bridge.session
        if not session.state.articles and (session.project is None or is_untitled(session)):
            self.recent.show()
            if then is not None:
                then()
            return
        beginning = message("window.projects.beginning")
        self._go_to(_Opening(beginning, _begun, partial(self._take_begun, then)))

    def begin_new(self) -> None:
        """Begin a project that holds nothing."""
        self.begin()

    def _take_begun(self, then: Callable[[], object] | None, session: Session) -> None:
        self.told.emit(self._go_over(session))
        self.recent.show()
        if then is not None:
            then()

    def open_path(self, path: Path) -> None:
        """Open the project at `path` in place of what is open, which is kept."""
        opening = message("window.projects.opening")
        self._go_to(_Opening(opening, partial(_opened, path), partial(self._take_over, path)))

    def save(self) -> None:
        """Save under the name it has; ask for one where it has none."""
        if self._bridge.session.project is None or is_untitled(self._bridge.session):
            self.save_as()
        else:
            self._shell.counts.show_text(say("window.projects.always-saved"))

    def save_as(self) -> None:
        """Ask for a name and save there."""
        if path := self._ask_path():
            self._save_to(path, self._say_saved)

    def may_close(self) -> None:
        """Ask about work that has no name yet, or no file any more; `ready_to_close` follows unless the user stays."""
        session = self._bridge.session
        if lies_nowhere(session) or (is_untitled(session) and holds_work(session)):
            self._ask_to_save(self._leave)
        else:
            self._leave()

    def _ask_to_save(self, then: Callable[[], object]) -> None:
        """Ask what is to become of work that has no name, or no file, and do `then` unless the user stays."""
        nowhere = lies_nowhere(self._bridge.session)
        text, more = say("window.projects.save-this-work"), say(_LIE if nowhere else _KEPT)
        box = plain_box(self._shell, say("window.program"), text, more)
        box.setIcon(QMessageBox.Icon.Question)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.finished.connect(partial(self._answer, then))
        open_dialog(box)

    def let_go(self) -> None:
        """Close the file of what is open once the step that runs has ended, and nothing more is begun.

        Without a name, or a file, it stays where an earlier run's work is found.
        """
        self._bridge.jobs.wait(-1)
        rescue(self._bridge.session)
        close(self._bridge.session)

    def show_title(self) -> None:
        """Show the project's name in the title."""
        session = self._bridge.session
        named = session.project is not None and not is_untitled(session)
        title = say("window.program")
        if named and session.project is not None:
            title = say("window.program.of-project", project=session.project.path.stem)
        give_title(self._shell, title)

    def _ask_path(self) -> Path | None:
        suggested = suggested_path(self._bridge.session, say("window.files.name.project"))
        title = say("window.projects.save-as")
        return ask_place(self._shell, title, f"{suggested}{SUFFIX}", _file_kind(), SUFFIX)

    def _save_to(self, path: Path, then: Callable[[object], object]) -> None:
        saved = partial(_saved, self._bridge.session, path, agreed_at(path))
        self._bridge.save(saved, message("window.projects.saving")).then(then)

    @Slot(object)
    def _say_saved(self, _: object) -> None:
        self.show_title()
        self._shell.counts.show_text(say("window.projects.saved"))
        project = self._bridge.session.project
        if project is not None and project.set_aside:
            self.told.emit(set_aside_lines(project))

    def _answer(self, then: Callable[[], object], answer: int) -> None:
        if answer == QMessageBox.StandardButton.Discard.value:
            then()
        elif answer == QMessageBox.StandardButton.Save.value and (path := self._ask_path()):
            self._save_to(path, partial(_do_saved, then))

    def _leave(self) -> None:
        """Close what is open once nothing works on it: that may have begun under the question."""
        self._bridge.when_stopped(self._discard)

    def _discard(self) -> None:
        """Close what is open; work that has no name goes."""
        discard(self._bridge.session)
        self.ready_to_close.emit()

    def _go_to(self, opening: "_Opening[T]", agreed: Session | None = None) -> None:
        """Open something in place of what is open, unless that holds work that would go: `agreed` may."""
        job = self._bridge.keep(partial(_unless_missed, opening.open, agreed), opening.label)
        job.then(partial(self._take_opened, opening))

    def _take_opened(self, opening: "_Opening[T]", opened: T | None) -> None:
        if opened is None:
            self._ask_to_save(partial(self._go_to, opening, self._bridge.session))
        else:
            opening.then(opened)

    def _take_over(self, path: Path, opened: Session | UserError) -> None:
        if isinstance(opened, UserError):
            self._offer_copy(path, opened)
        else:
            lines = [*opened_lines(opened), *self._go_over(opened), *self._go_on()]
            self.opened.emit()
            self.told.emit(lines)

    def _go_over(self, session: Session) -> list[str]:
        """Go over to another session, close the one before, and return what there is to say of that.

        It is what came of a job: the next one has not begun, so that only what is read ahead may be under way. What was
        decided meanwhile, and waits, is about the session before, and is kept there.
        """
        self._bridge.end_ahead()
        self._bridge.jobs.keep_decided()
        before = self._bridge.session
        unnamed = is_untitled(before) and bool(before.state.articles) and before.project is not None
        self.left.emit()
        self._bridge.change_session(session)
        if unnamed:
            close(before)
        else:
            discard(before)
        self.show_title()
        return [say("window.projects.kept-without-a-name")] if unnamed else []

    def _go_on(self) -> list[str]:
        """Go on with work that was stopped, and say so; not where that would forget what can be done again."""
        session = self._bridge.session
        if not session.state.unfinished:
            return []
        if session.project is not None and session.project.next_steps[1] is not None:
            return [say("window.projects.stopped")]
        self._bridge.refresh()
        return [say("window.projects.stopped-goes-on")]

    def _offer_copy(self, path: Path, problem: UserError) -> None:
        """Offer to open a copy of what can't be opened itself."""
        more = say("window.projects.about-copy")
        told, act = problem_line(problem, advice=False), say("window.projects.open-a-copy")
        box = confirm_dialog(self._shell, told, more, act, harmless=True)
        box.accepted.connect(partial(self._open_copy, path))
        open_dialog(box)

    def _open_copy(self, path: Path) -> None:
        opening = message("window.projects.opening-a-copy")
        self._go_to(_Opening(opening, partial(_copied, path), partial(self._take_over, path)))

    @Slot(object)
    def _save_left(self, left: Path) -> None:
        """Ask for a name for work that was left behind, open it, and save it there."""
        if target := self._ask_path():
            opening = message("window.projects.opening")
            self._go_to(_Opening(opening, partial(_opened, left), partial(self._save_opened, left, target)))

    def _save_opened(self, left: Path, target: Path, opened: Session | UserError) -> None:
        self._take_over(left, opened)
        if isinstance(opened, Session):
            self._save_to(target, self._say_saved)

    @Slot(str)
    def _open_named(self, name: str) -> None:
        self.open_path(Path(name))

    def compact(self) -> None:
        """Say how large the project is, and make it smaller where the user wants that."""
        if self._bridge.session.project is not None:
            self._bridge.keep(_size, message("window.projects.looking")).then(self._ask_compact)

    def _ask_compact(self, size: Size | None) -> None:
        if size is not None:
            dialog = CompactDialog(size, self._shell)
            dialog.wished.connect(self._wishes.grant)
            open_dialog(dialog)

    @grants(CompactProject)
    def _compact(self, wish: CompactProject) -> None:
        compacting = message("window.projects.compacting")
        self._bridge.keep(partial(compact, forget_steps=wish.forget), compacting).then(self._say_compacted)

    def _say_compacted(self, sizes: tuple[Size, Size]) -> None:
        before, after = (size.whole for size in sizes)
        self._shell.counts.show_text(say("window.projects.compacted", before=before, after=after))


def _file_kind() -> str:
    return say("window.projects.file-kind", ending=SUFFIX)


class _Opening(NamedTuple, Generic[T]):
    """What is to take the place of what is open: what that work is called, who does it, and who takes what it made."""

    label: Message
    open: Callable[[Session], T]
    then: Callable[[T], object]


def _unless_missed(opening: Callable[[Session], T], agreed: Session | None, before: Session) -> T | None:
    """Open something in place of `before`; None where that would go with what the user may want back.

    Work without a name whose articles were all taken out is offered nowhere, once it is closed; so is what has no file.
    """
    goes = lies_nowhere(before) or (is_untitled(before) and not before.state.articles and holds_work(before))
    return None if goes and before is not agreed else opening(before)


def _opened(path: Path, before: Session) -> Session | UserError:
    """Open a project; return the reason where a copy of it could be opened instead."""
    try:
        return _looked_through(open_project(path, before.translator))
    except UserError as problem:
        if problem.code in COPY_HELPS:
            return problem
        raise


def _copied(path: Path, before: Session) -> Session:
    return _looked_through(open_copy(path, before.translator))


def _looked_through(session: Session) -> Session:
    """Look for articles that print the same text, while nobody waits for the window, which finds that done."""
    copies_among(session.state.articles)
    return session


def _begun(before: Session) -> Session:
    """Begin work without a name, read in the same language as what was open."""
    session = new_untitled(before.translator)
    session.keep(replace(session.state, reading_language=before.state.reading_language))
    return session


def _do_saved(then: Callable[[], object], _: object) -> None:
    then()


def _saved(meant: Session, path: Path, agreed: Consent, session: Session) -> None:
    """Save what was meant; a `UserError` says that it is no longer open."""
    check_same(meant, session)
    save_as(session, path, agreed)


def _size(session: Session) -> Size | None:
    """Return how large the project is, None where there is none."""
    return session.project.size() if session.project is not None else None
