"""Windows in these tests are drawn where nobody sees them."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from crossquote.gui.garbage import GarbageCollector
from crossquote.work.settings import Settings, save_settings
from e2e.person import Person
from e2e.user import User
from freed import free_what_is_let_go


@pytest.fixture(autouse=True)
def _what_is_let_go_of_goes() -> Iterator[None]:
    yield
    free_what_is_let_go()


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[User]:
    """Return a user who was asked for a name before, and whose program collects its garbage as the real one does."""
    save_settings(Settings(reviewer_asked=True))
    collector = GarbageCollector()
    collector.start()
    yield User(qtbot)
    collector.stop()


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Person]:
    """Return one who begins: nothing was ever asked or chosen."""
    collector = GarbageCollector()
    collector.start()
    yield Person(qtbot)
    collector.stop()
