"""What of the cards has the focus, so that it can have it again when the cards are made anew."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from crossquote.gui.models.cards import CardData
from crossquote.gui.views.around import QuoteEnd
from crossquote.gui.views.card import Card


class CardFocus(Struct, frozen=True):
    """What has the focus: a card, a finding on it, or an end of a quote in what is shown around its words."""

    card: int | None = None
    finding: int | None = None
    end: QuoteEnd | None = None


class CardWish(Struct, frozen=True):
    """A card that is gone to before it is made, and what is to be done once it is."""

    index: int
    seen: bool = False
    """Whether it is to come into view."""
    finding: int | None = None
    """The finding that is to come into view with it."""
    focus: CardFocus | None = None
    """What of it is to have the focus, which the board keeps for it; None where the focus was elsewhere."""


def place_now(index: int | None, before: Iterable[CardData], now: Iterable[CardData]) -> int | None:
    """Return which of the cards `now` is of the article that a card `before` was of; None where there is none.

    A rendition's index is its place in the utterance, which another one that comes or goes may change.
    """
    article = next((card.article for card in before if card.index == index), None)
    return next((card.index for card in now if card.article == article), None)


def focus_on(cards: Iterable[Card], holder: QWidget | None) -> CardFocus | None:
    """Return what of `cards` the `holder` of the focus is; None where it is elsewhere."""
    for card in cards:
        if card is holder or (holder is not None and card.isAncestorOf(holder)):
            finding = next((row.number for row in card.findings if row is holder), None)
            return CardFocus(card.data.index, finding, card.around.focused_end() if card.around else None)
    return None


def focus_end(cards: Iterable[Card], end: QuoteEnd | None) -> bool:
    """Put the focus on an end of a quote, wherever it is shown now; tell whether it is."""
    handles = (card.around.handles.get(end) for card in cards if card.around and end)
    handle = next(filter(None, handles), None)
    if handle is not None:
        handle.setFocus()
    return handle is not None
