"""How many cards are made at once, and are there when all is dressed anew: so few that no event is long."""

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.views.cards_to_come import CardsToCome
from crossquote.work.settings import LARGEST
from gui.waiting import settle


def test_of_cards_with_many_findings_few_are_made_at_once(desk: Desk) -> None:
    """While 500 articles came in, seven cards with six findings each took 90 ms of one event."""
    known = desk.comparison.board.cards[1].data
    coming = CardsToCome(desk.shell)
    at_once = []
    for findings in (1, 6, 100):
        cards = [replace(known, index=at, reviewed=(known.reviewed * findings)[:findings]) for at in range(24)]
        at_once.append(len(coming.begin(cards, 24)))
    coming.begin((), 1)
    assert at_once == [9, 3, 1]


def test_other_colours_and_sizes_find_no_card_to_dress_and_leave_focus_and_place(desk: Desk, qtbot: QtBot) -> None:
    """Of 270 cards each switch of the theme took three seconds: all were dressed, and then made anew."""
    desk.shell.resize(900, 560)
    board, appearance = desk.comparison.board, desk.shell.appearance
    there = list[int]()
    appearance.changing.connect(lambda: there.append(len(board.cards)))
    appearance.changing.connect(board.arrange)  # as a change of size does, while all is dressed anew
    many, last = len(board.cards), board.cards[-1].data.index
    board.cards[-1].setFocus()
    bar = board.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    for theme, size in (("dark", 0), ("dark", LARGEST)):
        appearance.choose(theme)
        appearance.choose_size(size)
        settle(qtbot, desk)
        assert len(board.cards) == many
        assert board.cards[-1].hasFocus()
        assert board.cards[-1].data.index == last
        assert bar.value() > bar.maximum() // 2  # in larger letters it is longer
    assert there == [0, 0]
