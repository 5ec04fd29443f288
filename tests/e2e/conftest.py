"""Windows in these tests are drawn where nobody sees them."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from crossquote.gui.garbage import GarbageCollector
from e2e.user import User


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[User]:
    """Return a user whose program collects its garbage as the real one does."""
    collector = GarbageCollector()
    collector.start()
    yield User(qtbot)
    collector.stop()
