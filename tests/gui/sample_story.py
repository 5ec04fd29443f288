"""The sample story as it is once it is open: read once, for all tests that only begin with it.

That a window opens it by the first page's button, and by its menu, is what other tests are about.
"""

from functools import cache

from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.translation.default import open_translator
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from crossquote.work.stories import list_stories
from gui.opened import take


@cache
def sample_story() -> State:
    """Return what the program makes of the sample story."""
    session = Session(translator=open_translator())
    finish(add_files(session, list_stories()[0].files))
    return session.state


def take_sample(desk: Desk, qtbot: QtBot) -> None:
    """Let a window in which nothing is open take the sample story in as a step of its own."""
    state = sample_story()
    take(qtbot, desk, state, len(state.articles))
