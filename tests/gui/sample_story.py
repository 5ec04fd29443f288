"""The sample story as it is once it is open, for all tests that only begin with it.

That a window opens it by the first page's button, and by its menu, is what other tests are about.
"""

from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.model.state import State
from crossquote.work.stories import list_stories
from gui.opened import take
from sample_stories import read_story


def sample_story() -> State:
    """Return what the program makes of the sample story."""
    return read_story(list_stories()[0])


def take_sample(desk: Desk, qtbot: QtBot) -> None:
    """Let a window in which nothing is open take the sample story in as a step of its own."""
    state = sample_story()
    take(qtbot, desk, state, len(state.articles))
