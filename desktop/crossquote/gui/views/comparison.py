"""The comparison: the renditions of the chosen utterance, side by side, with what differs."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossquote.gui.direction import set_margins
from crossquote.gui.handing_out import quotation_data
from crossquote.gui.models.cards import REFERENCE, CardData, cards_of
from crossquote.gui.models.findings import FindingPlace
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.views.board import Board
from crossquote.gui.views.card import Card, CardStyle
from crossquote.gui.views.card_focus import CardFocus, CardWish, focus_end, focus_on, place_now
from crossquote.gui.views.cards_to_come import CardsToCome
from crossquote.gui.views.comparison_head import ComparisonHead
from crossquote.gui.views.current import Current
from crossquote.gui.views.kept import ROOMY, KeptPane
from crossquote.gui.views.possible import PossibleList
from crossquote.gui.views.strength import StrengthScale, marks_of
from crossquote.gui.views.variant_table import VariantsView
from crossquote.gui.widgets.dragging import RENDITION, Carried, start_drag
from crossquote.gui.widgets.noted import note_label, show_note
from crossquote.gui.widgets.prose import Prose
from crossquote.gui.wishes.review import OfferForFinding, OfferForRendition
from crossquote.gui.words import say
from crossquote.model.finding import Finding
from crossquote.model.markup import base_pieces
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.work.surroundings import Surroundings, surroundings_of

_AT_ONCE, _AT_MOST = 6, 24
"""So many cards are made at once, or what can be seen, up to that many."""
_AROUND = 24
"""So much is shown above and below what is brought into view."""


class ComparisonPane(Current):
    """Shows one utterance; says which base, which article and which finding the user wishes."""

    style_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("window.comparison.comparison"))
        self._appearance = appearance
        self._state = State()
        self._opened: frozenset[str] = frozenset()
        self._around: dict[int, tuple[Surroundings, ...]] = {}
        self._wanted = ""
        self._coming = CardsToCome(self)
        self._coming.due.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        self.head = ComparisonHead(self)
        self.head.base_picked.connect(self._pick_base)
        self.head.restyled.connect(self._restyle)
        layout.addWidget(self.head)
        self.noted = note_label(self)
        layout.addWidget(self.noted)
        self.board = Board(self)
        layout.addWidget(self.board, 1)
        self.table = VariantsView(appearance, self)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.table.menu_requested.connect(self._show_menu)
        self.table.hide()
        layout.addWidget(self.table, 1)
        self.possible = PossibleList(appearance, self)
        self.possible.joined.connect(self._join)
        self.possible.parted.connect(self._part)
        self.possible.left.connect(self._refocus)
        self.possible.folded.connect(self._share_room)
        layout.addWidget(self.possible)
        self.kept = KeptPane(appearance, self)
        self.kept.chosen.connect(self._bring)
        self.scale = StrengthScale(appearance, self)
        lines = QHBoxLayout()
        set_margins(lines, 0, 0, 14, 0)
        lines.addWidget(self.kept, 1)
        lines.addWidget(self.scale.line, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        layout.addLayout(lines)
        layout.addWidget(self.scale)
        appearance.changing.connect(self._put_away)
        appearance.changed.connect(self._redress)

    def show_utterance(self, utterance: Utterance | None, state: State) -> None:
        """Show `utterance`, or nothing."""
        show_note(self.noted, state, f"utterance:{utterance.id}" if utterance else "")
        self.possible.show_possible(utterance, state)
        same = utterance is not None and self._utterance is not None and utterance.id == self._utterance.id
        cards = cards_of(utterance, state) if utterance else ()
        around = self._surroundings(cards, state)
        if same and cards == self._shown and around == self._around:
            self._utterance, self._state = utterance, state
            self.current_changed.emit()
            return
        self._current = place_now(self._current, self._shown, cards) if same else None
        if self._current is None:
            self._lit, self._coming.wish = None, None
        at, before = self.board.verticalScrollBar().value(), self._shown
        self._utterance, self._state, self._shown, self._around = utterance, state, cards, around
        self.head.show_cards(utterance.speaker or "" if utterance else "", cards)
        self._remake(same=same)
        if same and self._shown[:1] == before[:1]:
            self.board.verticalScrollBar().setValue(at)
        self.current_changed.emit()

    def _surroundings(self, cards: Sequence[CardData], state: State) -> dict[int, tuple[Surroundings, ...]]:
        """Return what stands around the quotes of those cards that are to show it."""
        wanted = (card for card in cards if not self._opened.isdisjoint(card.quotes))
        return {card.index: surroundings_of(state, card.quotes) for card in wanted}

    def toggle_around(self) -> None:
        """Show or hide the sentence around the quotes of the current card."""
        card = self.current_card
        if card is None:
            return
        opened, quotes = self._opened, frozenset(card.quotes)
        self._opened = opened | quotes if opened.isdisjoint(quotes) else opened - quotes
        self._around = self._surroundings(self._shown, self._state)
        if self.head.arrangement.current == "table":
            self.head.show_columns()
        else:
            self._rebuild()
        self._bring(card.index)

    @Slot(int, int)
    def show_finding(self, index: int, number: int) -> None:
        """Bring a finding's words into view, on its card and in the base."""
        if self._utterance is None or self._utterance.comparisons[index] is None:
            return
        self._take_focus_along(index, number)
        self._choose(index)
        self._light(index, number)
        self.finding_chosen.emit(FindingPlace(self._utterance.id, index, number))
        self._bring_into_view(index, number)

    def _bring_into_view(self, index: int, number: int | None = None) -> None:
        """Bring a card into view, and what says a finding on it; one that waits, once it is made."""
        self._coming.bring_into_view(index, number)
        for card in self.board.cards:
            if card.data.index == index:
                self.board.bring_into_view(card)
                for row in card.findings:
                    if row.number == number:
                        self.board.bring_into_view(row, _AROUND)

    def _take_focus_along(self, index: int, number: int | None = None) -> None:
        """Put a focus on cards on the card that is gone to, or a finding there; one on an end of its quote stays."""
        focus = self._focus()
        if focus is not None and not (focus.end and focus.card == index):
            self._refocus(index, number if focus.finding is not None else None)

    def _light(self, index: int, number: int) -> None:
        """Draw a box around a finding's words, on its card and in the base."""
        comparison = self._utterance.comparisons[index] if self._utterance else None
        if comparison is None or number >= len(comparison.findings):
            return
        self._lit = number
        finding = comparison.findings[number]
        if self.table.isVisible():
            self.table.mark(index, finding.text, finding.base)
        for card in self.board.cards:
            if card.data.index == index:
                card.light(finding.text, number)
            else:
                card.light(finding.base if card.data.base else None)
        self.current_changed.emit()

    @Slot()
    def _rebuild(self) -> None:
        """Make the cards anew; the focus stays where it was."""
        self._remake(same=True)

    @Slot()
    def _put_away(self) -> None:
        """Let go of the cards before all that is there is dressed anew: so many parts would take seconds."""
        focus = self._focus()
        if focus is not None and focus.card is not None:
            self._coming.wish = CardWish(focus.card, focus=focus)
            self.board.setFocus()
        self.board.put_away()

    @Slot()
    def _redress(self) -> None:
        """Make the cards anew, in other colours or of another size, where one had scrolled to."""
        at = self.board.verticalScrollBar().value()
        self._rebuild()
        self.board.verticalScrollBar().setValue(at)

    def _remake(self, *, same: bool) -> None:
        """Make the cards anew, of the same utterance or of another; a focus that was on a card stays on cards."""
        focus, current, lit = self._focus(), self._current, self._lit
        tabled = self.head.arrangement.current == "table"
        self.board.setVisible(not tabled)
        self.head.detail.setEnabled(not tabled)
        self.table.setVisible(tabled)
        cards, style = () if tabled else self._shown, self.head.card_style()
        at_once = _AT_MOST if same else min(max(_AT_ONCE, self.board.filled_by(rows=style.rows)), _AT_MOST)
        now = self._coming.begin(cards, at_once)
        if tabled:
            self.table.show_cards(self._shown, only_differences=style.only_differences, size_step=style.size_step)
        self.board.show_cards([self._card(data, style) for data in now], rows=style.rows, of=len(cards), same=same)
        self.scale.show_marks(marks_of(self._shown))
        self.kept.show_cards(self._shown)
        self._share_room()
        self._current, self._lit = None, None
        if focus is not None and not focus_end(self.board.cards, focus.end):
            self._refocus(current, focus.finding if same else None)
        if current is not None:
            self._choose(current)
            if lit is not None:
                self._light(current, lit)
            if self._coming.wish is not None:
                self._bring_into_view(current, lit)

    @property
    def focused_finding(self) -> tuple[str, Finding] | None:
        """The finding whose row has the focus, with the outlet of its card."""
        focus = self._focus()
        card = self._data(focus.card) if focus is not None else None
        at = focus.finding if focus is not None else None
        return (card.outlet, card.reviewed[at].finding) if card is not None and at is not None else None

    def _focus(self) -> CardFocus | None:
        """Return what of the cards has the focus, or waits for it, also while another window is in use."""
        holder = self.window().focusWidget()
        if self._coming.wish is not None and holder is self.board:
            return self._coming.wish.focus
        return focus_on(self.board.cards, holder)

    def _refocus(self, index: int | None = None, number: int | None = None) -> None:
        """Put the focus on a card, or on a finding of it; on the first card where that one is gone."""
        if index is not None and self._coming.waits(index):
            self._coming.wish = CardWish(index, focus=CardFocus(index, number))
            self.board.setFocus()
            return
        cards = sorted(self.board.cards, key=lambda card: card.data.index != index)
        rows = [row for card in cards[:1] for row in card.findings if row.number == number]
        next(iter((*rows, *cards)), self.table if self.table.isVisible() else self.board).setFocus()

    def bring_article(self, article: str) -> None:
        """Make the card of an article the current one, and bring it into view; a focus on another card goes along."""
        for card in self._shown:
            if card.article == article:
                self._take_focus_along(card.index)
                self._bring(card.index)

    def choose_article(self, article: str) -> None:
        """Make the card of an article the current one, in view and with the focus."""
        self.bring_article(article)
        if (wish := self._coming.wish) is not None:
            self._refocus(wish.index)
            self._bring_into_view(wish.index)
        for card in self.board.cards:
            if card.data.article == article:
                card.setFocus()

    def _card(self, data: CardData, style: CardStyle) -> Card:
        around = self._around.get(data.index, ())
        card = Card(data, style, self._appearance.theme, self.board.ground, around=around)
        card.chosen.connect(self._choose)
        card.opened.connect(self._open)
        card.menu_requested.connect(self._show_menu)
        card.words_menu_requested.connect(self._show_words_menu)
        card.copy_requested.connect(self._copy)
        card.carry_requested.connect(self._carry)
        card.finding_chosen.connect(self.show_finding)
        card.finding_menu_requested.connect(self._show_finding_menu)
        card.ruled.connect(self._rule)
        card.judged.connect(self._judge)
        card.wished.connect(self.wished)
        card.seek(self._wanted)
        return card

    def seek(self, wanted: str) -> None:
        """Show where the words stand that are looked for."""
        self._wanted = wanted
        for card in self.board.cards:
            card.seek(wanted)

    @Slot(list)
    def _add(self, cards: list[CardData]) -> None:
        """Add cards that are due, and go to the one that was gone to before it was made."""
        style = self.head.card_style()
        self.board.add_cards([self._card(data, style) for data in cards])
        wish = self._coming.wish
        if wish is not None and not self._coming.waits(wish.index):
            self._fulfil(wish)

    def _fulfil(self, wish: CardWish) -> None:
        """Go to a card that was gone to before it was made; the focus goes along where it still waits for that."""
        focus, lit = self._focus(), self._lit
        if focus is not None and focus == wish.focus:
            self._refocus(wish.index, focus.finding)
        self._choose(wish.index)
        if lit is not None:
            self._light(wish.index, lit)
        if wish.seen:
            self._bring_into_view(wish.index, wish.finding)

    @Slot(int)
    def _choose(self, index: int) -> None:
        """Make a card the current one; the base shows what is different there."""
        self._current, self._lit = index, None
        self._coming.choose(index)
        if self.table.isVisible():
            self.table.mark(index)
        chosen = self._data(index)
        for card in self.board.cards:
            card.set_current(card.data.index == index)
            card.light(None)
            if card.data.base and chosen is not None:
                if chosen.comparison is not None:
                    card.show_pieces(base_pieces(chosen.comparison))
                else:
                    card.show_own()
        self.current_changed.emit()

    @Slot(int)
    def _bring(self, index: int) -> None:
        """Make a card the current one and bring it into view."""
        self._choose(index)
        self._bring_into_view(index)

    @Slot(int, object)
    def _show_menu(self, index: int, at: QPoint) -> None:
        if self._utterance is None:
            return
        self._choose(index)
        self.wished.emit(OfferForRendition(at))

    @Slot(int, object, object)
    def _show_words_menu(self, index: int, words: Prose, at: QPoint) -> None:
        """Offer what can be done with a card's words, and with the rendition."""
        self._choose(index)
        if index != REFERENCE:
            self.wished.emit(OfferForRendition(at, words))

    @Slot(int)
    def _carry(self, index: int) -> None:
        """Let the user carry a card to another utterance, or its quotation to another program."""
        card = next((one for one in self.board.cards if one.data.index == index), None)
        if card is not None and self.utterance_id is not None:
            article = card.data.article
            data = quotation_data(self._state, self.utterance_id, article)
            start_drag(card, Carried(RENDITION, article), card.data.text, self._appearance.theme, data)

    @Slot(int, int, object)
    def _show_finding_menu(self, index: int, number: int, at: QPoint) -> None:
        self.show_finding(index, number)
        self.wished.emit(OfferForFinding(at))

    def next_rendition(self) -> None:
        """Go to the next rendition that can be judged."""
        self._step(1)

    def previous_rendition(self) -> None:
        """Go to the rendition before that can be judged."""
        self._step(-1)

    def _step(self, by: int) -> None:
        places = [card.index for card in self._shown if not card.base]
        if places:
            at = places.index(self._current) + by if self._current in places else 0 if by > 0 else -1
            index = places[at % len(places)]
            self._take_focus_along(index)
            self._bring(index)

    @Slot()
    def _restyle(self) -> None:
        self._rebuild()
        self.style_changed.emit()

    @Slot()
    def _share_room(self) -> None:
        """Leave what stands under the renditions what they don't need."""
        low = self.height() < scaled(ROOMY)
        alone = low and self.head.arrangement.current == "table"
        self.table.make_room(low=low)
        self.scale.make_room(low=low, alone=alone)
        self.possible.make_room(self.height())
        taken = self.scale.sizeHint().height() if self.scale.isVisibleTo(self) else 0
        self.kept.make_room(self.height() - taken - self.possible.taken)
        self.kept.setVisible(bool(self.kept.bars.bars) and not alone)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._share_room()
