"""How many cards are made at once: so many that no event is long."""

from msgspec.structs import replace

from crossquote.gui.desk import Desk
from crossquote.gui.views.cards_to_come import CardsToCome


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
