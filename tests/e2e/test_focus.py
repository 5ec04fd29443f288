"""The focus on a card while cards come and go: nobody's choice is an old card's."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.views.card import Card
from e2e.user import CONTROL, KEY, User
from gui.sample_story import take_sample


@pytest.fixture(scope="module")
def opened(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[User]:
    """Return a user who has the sample story open; whoever takes something out of it brings it back."""
    assert qapp is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        user = User(QtBot(request))
        take_sample(user.desk, user.qtbot)
        user.settle()
        yield user
        user.leave()
        user.shell.close()
        user.shell.deleteLater()


@pytest.fixture
def sample(opened: User) -> User:
    """Return a user who has the sample story open, with the focus on the last card of its first utterance."""
    opened.shell.activateWindow()
    opened.qtbot.waitUntil(opened.shell.isActiveWindow)
    opened.desk.utterances.select(opened.desk.utterances.model.ids()[0])
    opened.qtbot.waitUntil(lambda: len(opened.desk.comparison.board.cards) == len(opened.utterance().renditions))
    opened.desk.comparison.board.cards[-1].setFocus()
    return opened


def test_going_on_from_the_last_card_leads_through_all_utterances(sample: User) -> None:
    seen = []
    for _ in sample.desk.bridge.state.utterances:
        seen.append(sample.utterance().id)
        QTest.keyClick(QApplication.focusWidget() or sample.shell, KEY.Key_Down, CONTROL)
        sample.settle()
        index = sample.desk.comparison.current_rendition
        assert index is None or index in sample.utterance().renditions
        assert isinstance(QApplication.focusWidget(), Card)
    assert set(seen) == sample.desk.bridge.state.utterances.keys()


def test_the_last_card_is_taken_out_and_brought_back(sample: User) -> None:
    shared = sample.utterance()
    QTest.keyClick(QApplication.focusWidget() or sample.shell, KEY.Key_S)
    sample.settle()
    assert [one.article for one in sample.utterance().renditions] == [shared.renditions[-1].article]
    left = [one.article for one in shared.renditions[:-1]]
    known = sample.desk.bridge.state.utterances.values()
    assert sorted(left) in [sorted(one.article for one in found.renditions) for found in known]
    QTest.keyClick(QApplication.focusWidget() or sample.shell, KEY.Key_Z, CONTROL)
    sample.settle()
    assert sample.utterance() == shared
    assert sample.desk.bridge.session.project is not None
    assert sample.shell.actions_by_id["redo"].isEnabled()
