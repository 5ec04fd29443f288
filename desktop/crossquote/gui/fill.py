"""Filling the window's frame: everything that is not needed for the first paint is imported from here."""

from collections.abc import Iterator

from msgspec.structs import replace

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.gui.bridge import Bridge
from crossquote.gui.crash import CrashReporter
from crossquote.gui.desk import Desk
from crossquote.gui.idle import Idleness
from crossquote.gui.windows.shell import Shell
from crossquote.message import message
from crossquote.translation.default import open_translator
from crossquote.work.columns import set_columns_aside
from crossquote.work.encodings import set_encodings_aside
from crossquote.work.own_files import told_aside
from crossquote.work.projects import new_untitled
from crossquote.work.recent import set_recent_aside
from crossquote.work.session import Session
from crossquote.work.settings import load_settings, set_settings_aside


def fill_shell(shell: Shell, opened: Session | None = None) -> Desk:
    """Build session, bridge and views, and hand the desk back; it goes on with what is `opened`, where something is."""
    crashes = CrashReporter(shell)
    crashes.install()
    settings = load_settings()
    session, problems = (Session(), ()) if opened is not None else _begin()
    if session.state.reading_language != settings.reading_language:
        session.move_to(replace(session.state, reading_language=settings.reading_language))
    desk = Desk(shell, Bridge(session, shell), settings, crashes)
    idleness = Idleness(shell, desk)
    idleness.began.connect(desk.bridge.leave_alone)
    idleness.ended.connect(desk.bridge.attend)
    desk.show_problems((*problems, *_set_aside()))
    if opened is not None:
        desk.bridge.change_session(opened)
    return desk


def _set_aside() -> Iterator[UserError]:
    """Set aside what of the program's own can't be read, and yield what to tell of it."""
    for set_aside in (set_settings_aside, set_recent_aside, set_columns_aside, set_encodings_aside):
        try:
            if aside := set_aside():
                yield told_aside(aside)
        except UserError as problem:
            yield problem


def _begin() -> tuple[Session, tuple[UserError, ...]]:
    """Return a session that keeps every step on the disk; one that keeps none where that can't be."""
    translator = open_translator()
    try:
        return new_untitled(translator), ()
    except UserError as problem:
        return Session(translator=translator), (problem,)
    except OSError as error:
        told = UserError(ErrorCode.WRITE, message("error.work-not-kept", reason=cause_of(error)))
        return Session(translator=translator), (told,)
