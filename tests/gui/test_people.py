"""The list of speakers: who is one person, and what the user says of it."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.wishes.review import Judge
from crossquote.model.review import Verdict
from crossquote.model.state import State
from crossquote.work.people import people
from crossquote.work.reviewer import reviewer
from crossquote.work.settings import load_settings
from gui.opened import answer_asked, seen_windows


def tell(desk: Desk, qtbot: QtBot, person: str) -> None:
    """Open the list and say that its first name stands for `person`."""
    desk.people.show()
    (listing,) = desk.shell.findChildren(ListDialog)
    item = listing.tree.topLevelItem(0)
    assert item is not None
    listing.tree.setCurrentItem(item)
    QTest.mouseClick(listing.act, Qt.MouseButton.LeftButton)
    (question,) = listing.findChildren(AskDialog)
    assert question.line is not None
    question.line.setCurrentText(person)
    assert isinstance(question.give, QPushButton)
    with qtbot.waitSignal(desk.bridge.changed):
        QTest.mouseClick(question.give, Qt.MouseButton.LeftButton)
    listing.reject()


def test_two_names_become_one_person_and_two_again(desk: Desk, qtbot: QtBot) -> None:
    before = people(desk.bridge.state)
    assert len(before) > 1
    first, second = before[0].names[0].name, before[1].name
    tell(desk, qtbot, second)
    assert desk.bridge.state.same_speakers == {first: second}
    assert len(people(desk.bridge.state)) == len(before) - 1


def test_the_name_of_who_reviews_is_asked_for_and_kept(desk: Desk) -> None:
    desk.shell.actions_by_id["reviewer"].trigger()
    (dialog,) = seen_windows(AskDialog)
    assert dialog.text == ""
    assert dialog.line is not None
    dialog.line.setCurrentText("  Ada\u202e Nym\x07an ")
    dialog.give.click()
    assert load_settings().reviewer == reviewer() == "Ada Nyman"
    desk.shell.actions_by_id["reviewer"].trigger()
    (dialog,) = seen_windows(AskDialog)
    assert dialog.text == "Ada Nyman"
    assert dialog.line is not None
    dialog.line.setCurrentText("")
    dialog.give.click()
    assert reviewer() == ""


def test_nobody_s_name_stands_beside_a_decision_that_gave_none(empty_desk: Desk, state: State, qtbot: QtBot) -> None:
    desk = empty_desk
    desk.choices.settings = replace(desk.choices.settings, reviewer_asked=False)
    desk.bridge.session.state = state
    desk.bridge.catch_up()
    first, second = (desk.bridge.state.utterances[key].renditions[1] for key in ("u1", "u2"))
    desk.wishes.grant(Judge(first, Verdict.FAITHFUL))
    (dialog,) = seen_windows(AskDialog)
    assert dialog.text == "", "the account's name is only offered"
    assert not desk.bridge.state.verdicts
    with qtbot.waitSignal(desk.bridge.changed):
        dialog.reject()
    with qtbot.waitSignal(desk.bridge.changed):
        desk.wishes.grant(Judge(second, Verdict.FAITHFUL))
    assert not seen_windows(AskDialog), "it is asked for once"
    assert len(desk.bridge.state.verdicts) == 2
    assert {one.stamp.who for one in desk.bridge.state.verdicts.values()} == {""}
    assert load_settings().reviewer_asked


def test_the_first_decision_bears_the_name_that_is_given_then(empty_desk: Desk, state: State, qtbot: QtBot) -> None:
    desk = empty_desk
    desk.choices.settings = replace(desk.choices.settings, reviewer_asked=False)
    desk.bridge.session.state = state
    desk.bridge.catch_up()
    desk.wishes.grant(Judge(desk.bridge.state.utterances["u1"].renditions[1], Verdict.FAITHFUL))
    with qtbot.waitSignal(desk.bridge.changed):
        answer_asked("Ada Nyman")
    assert [one.stamp.who for one in desk.bridge.state.verdicts.values()] == ["Ada Nyman"]
