"""Filling the window's frame: everything that is not needed for the first paint is imported from here."""

from crossquote.gui.bridge import Bridge
from crossquote.gui.crash import CrashReporter
from crossquote.gui.desk import Desk
from crossquote.gui.windows.shell import Shell
from crossquote.logs import log_to
from crossquote.model.state import State
from crossquote.paths import logs_folder
from crossquote.translation.default import open_translator
from crossquote.work.session import Session
from crossquote.work.settings import load_settings


def fill_shell(shell: Shell) -> Desk:
    """Build session, bridge and views, and hand the desk back."""
    log_to(logs_folder())
    crashes = CrashReporter(shell)
    crashes.install()
    settings = load_settings()
    session = Session(State(reading_language=settings.reading_language), open_translator())
    return Desk(shell, Bridge(session, shell), settings, crashes)
