"""The list of speakers: who is one person, and what the user says of it."""

from threading import Event

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.wishes.review import Judge
from crossquote.gui.words import say
from crossquote.message import message
from crossquote.model.review import Verdict
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.edits.speakers import forget_speaker, join_speakers
from crossquote.work.people import find_speakers
from crossquote.work.reviewer import reviewer
from crossquote.work.settings import load_settings
from gui.opened import answer_asked, seen_windows
from gui.waiting import held_up, settle


def opened(desk: Desk) -> ListDialog[tuple[str, str]]:
    """Open the list of speakers."""
    desk.people.show()
    (listing,) = seen_windows(ListDialog)
    return listing


def names_in(listing: ListDialog[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the names that are listed, each with the person it stands for."""
    return [
        (item.text(0), item.text(2))
        for row in range(listing.tree.topLevelItemCount())
        if (item := listing.tree.topLevelItem(row)) is not None
    ]


def spoken(desk: Desk) -> list[tuple[str, str]]:
    """Return the names of all who speak, each with the person it stands for."""
    people = finish(find_speakers(desk.bridge.state)).people
    return [(known.name, person.name) for person in people for known in person.names]


def tell(desk: Desk, qtbot: QtBot, person: str) -> None:
    """Open the list and say that its first name stands for `person`."""
    listing = opened(desk)
    settle(qtbot, desk)
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
    settle(qtbot, desk)
    assert names_in(listing) == spoken(desk)
    listing.reject()


def test_two_names_become_one_person_and_two_again(desk: Desk, qtbot: QtBot) -> None:
    before = spoken(desk)
    persons = dict.fromkeys(person for _, person in before)
    assert len(persons) > 1
    first, second = before[0][0], list(persons)[1]
    tell(desk, qtbot, second)
    assert desk.bridge.state.same_speakers == {first: second}
    assert len({person for _, person in spoken(desk)}) == len(persons) - 1


def test_the_list_opens_at_once_and_says_that_it_is_being_found_out_who_speaks(desk: Desk, qtbot: QtBot) -> None:
    """With 8,000 names the window stood still for seconds before the list opened."""
    gate = Event()
    desk.bridge.run(message("window.job.comparing"), held_up(gate))
    listing = opened(desk)
    assert listing.isVisible()
    assert names_in(listing) == []
    assert listing.about.text() == say("window.people.looking")
    assert not listing.act.isEnabled()
    first = spoken(desk)[0][0]
    listing.field.setText(first)
    gate.set()
    settle(qtbot, desk)
    assert names_in(listing) == spoken(desk)
    assert listing.about.text() == say("window.people.about")
    item = listing.tree.currentItem()
    assert item is not None
    assert first in " ".join(item.text(column) for column in range(4)), "what was typed meanwhile counts"
    listing.reject()
    settle(qtbot, desk)
    again = opened(desk)
    assert names_in(again) == spoken(desk), "they are known already"
    again.reject()


def test_the_list_can_be_closed_before_it_is_known_who_speaks(desk: Desk, qtbot: QtBot) -> None:
    gate = Event()
    desk.bridge.run(message("window.job.comparing"), held_up(gate))
    closed = opened(desk)
    closed.reject()
    listing = opened(desk)
    gate.set()
    settle(qtbot, desk)
    assert names_in(listing) == spoken(desk)
    listing.reject()


def test_the_list_shows_who_speaks_now_where_that_changes_while_it_is_found_out(desk: Desk, qtbot: QtBot) -> None:
    before = spoken(desk)
    first, second = before[0][0], next(person for _, person in before if person != before[0][1])
    gate = Event()
    desk.bridge.run(message("window.job.comparing"), held_up(gate))
    listing = opened(desk)
    desk.bridge.edit(lambda session: join_speakers(session, first, second))
    gate.set()
    settle(qtbot, desk)
    assert (first, second) in spoken(desk)
    assert names_in(listing) == spoken(desk)
    desk.bridge.edit(lambda session: forget_speaker(session, first))
    settle(qtbot, desk)
    assert names_in(listing) == before
    listing.reject()
    desk.bridge.edit(lambda session: join_speakers(session, first, second))
    settle(qtbot, desk)
    listing = opened(desk)
    settle(qtbot, desk)
    assert names_in(listing) == spoken(desk) != before
    listing.reject()


def test_the_list_closes_where_it_is_stopped_before_it_is_known_who_speaks(desk: Desk, qtbot: QtBot) -> None:
    gate = Event()
    desk.bridge.run(message("window.job.comparing"), held_up(gate))
    opened(desk)
    desk.bridge.jobs.stop_all()
    settle(qtbot, desk)
    assert not seen_windows(ListDialog)


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


def test_who_is_quoted_most_leads(desk: Desk, qtbot: QtBot) -> None:
    listing = opened(desk)
    settle(qtbot, desk)
    items = [listing.tree.topLevelItem(row) for row in range(listing.tree.topLevelItemCount())]
    quoted: dict[str, int] = {}
    for item in items:
        assert item is not None
        quoted[item.text(2)] = quoted.get(item.text(2), 0) + int(item.text(3))
    assert list(quoted.values()) == sorted(quoted.values(), reverse=True)
    named = [quote for quote in desk.bridge.state.quotes.values() if quote.speaker is not None]
    assert sum(quoted.values()) == len(named)
    listing.reject()


def test_all_columns_of_the_list_are_seen_in_a_narrow_window(desk: Desk, qtbot: QtBot) -> None:
    listing = opened(desk)
    settle(qtbot, desk)
    listing.resize(720, 480)
    QApplication.processEvents()
    header, tree = listing.tree.header(), listing.tree
    assert tree.horizontalScrollBar().maximum() == 0
    assert sum(map(header.sectionSize, range(header.count()))) <= tree.viewport().width()
    item = tree.topLevelItem(0)
    assert item is not None
    assert item.toolTip(4) == item.text(4)
    listing.reject()
