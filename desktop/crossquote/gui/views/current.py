"""The rendition and the finding that are current, and what the user can wish of them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from crossquote.gui.models.cards import REFERENCE, CardData
from crossquote.gui.models.findings import FindingPlace
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.gui.wishes.quotes import BringUtterance, KeepApart
from crossquote.gui.wishes.reports import CopyQuotation, CopyUtterance
from crossquote.gui.wishes.review import DismissAlike, Explain, Judge, PinBase, RuleOn
from crossquote.gui.wishes.translations import GiveVersion
from crossquote.model.review import Ruling, Verdict
from crossquote.model.utterance import Rendition, Utterance
from crossquote.work.edits.review import Reviewed


class Current(QWidget):
    """Knows the utterance that is shown, its current card and finding; says what the user wishes of them."""

    wished = Signal(object)
    finding_chosen = Signal(object)
    current_changed = Signal()
    ruled_by_key = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._utterance: Utterance | None = None
        self._shown: tuple[CardData, ...] = ()
        self._current: int | None = None
        self._lit: int | None = None

    @property
    def utterance_id(self) -> str | None:
        """The id of the utterance that is shown."""
        return self._utterance.id if self._utterance else None

    @property
    def current_article(self) -> str | None:
        """The article of the card that was chosen last."""
        rendition = self.current_rendition
        return rendition.article if rendition is not None else None

    @property
    def chosen_article(self) -> str | None:
        """The article of the card that was chosen last; none where none was, though there be but one."""
        card = self._data(self._current)
        return card.article if card is not None else None

    @property
    def current_rendition(self) -> Rendition | None:
        """The rendition of the card that was chosen last; the only one where there is one."""
        if self._utterance is None:
            return None
        if len(self._utterance.renditions) == 1:
            return self._utterance.renditions[0]
        if self._current is None or self._current == REFERENCE:
            return None
        return self._utterance.renditions[self._current]

    @property
    def current_finding(self) -> Reviewed | None:
        """The finding that was chosen last."""
        card = self._data(self._current)
        if card is None or self._lit is None or self._lit >= len(card.reviewed):
            return None
        return card.reviewed[self._lit]

    @property
    def renditions(self) -> int:
        """How many renditions are shown."""
        return len(self._utterance.renditions) if self._utterance is not None else 0

    @property
    def current_card(self) -> CardData | None:
        """The card that was chosen last; the only one where there is one."""
        return self._shown[0] if len(self._shown) == 1 else self._data(self._current)

    @property
    def current_place(self) -> FindingPlace | None:
        """Where the finding stands that was chosen last."""
        if self._utterance is None or self._current is None or self._lit is None:
            return None
        return FindingPlace(self._utterance.id, self._current, self._lit)

    def _data(self, index: int | None) -> CardData | None:
        return next((card for card in self._shown if card.index == index), None)

    def judge_current(self, verdict: Verdict | None) -> None:
        """Wish a verdict on the current card's rendition."""
        card = self._data(self._current)
        if card is not None and not card.base:
            self._judge(card.index, verdict)

    @Slot()
    def accept_finding(self) -> None:
        """Wish that the finding chosen last were accepted, and to go on."""
        self._rule_on_current(Ruling.ACCEPTED)

    @Slot()
    def dismiss_finding(self) -> None:
        """Wish that the finding chosen last were dismissed, and to go on."""
        self._rule_on_current(Ruling.DISMISSED)

    def _rule_on_current(self, ruling: Ruling) -> None:
        place = self.current_place
        if place is not None:
            self.ruled_by_key.emit(place)
            self._rule(place.rendition, place.number, ruling)

    @Slot()
    def dismiss_alike(self) -> None:
        """Wish that all findings of the same check were dismissed on this utterance, and to go on."""
        found, place = self.current_finding, self.current_place
        if found is not None and place is not None:
            self.ruled_by_key.emit(place)
            self.wished.emit(DismissAlike(place.utterance, found.finding.check))

    @Slot()
    def explain_finding(self) -> None:
        """Wish to read why the finding chosen last was raised."""
        found = self.current_finding
        if found is not None:
            self.wished.emit(Explain(found.finding))

    @Slot()
    def make_current_base(self) -> None:
        """Wish that the current card were the base."""
        article = self.current_article
        if self._utterance is not None and article is not None:
            self.wished.emit(PinBase(self._utterance.id, article))

    @Slot()
    def unpin(self) -> None:
        """Wish that the program chose the base again."""
        if self._utterance is not None:
            self.wished.emit(PinBase(self._utterance.id))

    @Slot()
    def open_current(self) -> None:
        """Wish to read the current card's article."""
        rendition = self.current_rendition
        if rendition is not None:
            self.wished.emit(ReadArticle(rendition.article, rendition.quotes[0]))

    @Slot()
    def give_version(self) -> None:
        """Wish to translate the current card's words oneself."""
        if self._utterance is not None and self._current is not None and self._current != REFERENCE:
            self.wished.emit(GiveVersion(self._utterance.id, self._current))

    @Slot()
    def weigh_current(self) -> None:
        """Wish to see what else the engine could have written for the current card's words."""
        if self._utterance is not None and self._current is not None and self._current != REFERENCE:
            self.wished.emit(GiveVersion(self._utterance.id, self._current, weigh=True))

    @Slot(int)
    def _open(self, index: int) -> None:
        if self._utterance is not None and index != REFERENCE:
            rendition = self._utterance.renditions[index]
            self.wished.emit(ReadArticle(rendition.article, rendition.quotes[0] if rendition.quotes else ""))

    @Slot(int, int, object)
    def _rule(self, index: int, number: int, ruling: Ruling | None) -> None:
        card = self._data(index)
        if card is not None and number < len(card.reviewed):
            self.wished.emit(RuleOn(card.reviewed[number].key, ruling))

    @Slot(int, object)
    def _judge(self, index: int, verdict: Verdict | None) -> None:
        if self._utterance is not None:
            self.wished.emit(Judge(self._utterance.renditions[index], verdict))

    @Slot(str)
    def _pick_base(self, article: str) -> None:
        if self._utterance is not None:
            self.wished.emit(PinBase(self._utterance.id, article))

    @Slot(str)
    def _join(self, other: str) -> None:
        self.wished.emit(BringUtterance(self.utterance_id or "", other))

    @Slot(str)
    def _part(self, other: str) -> None:
        self.wished.emit(KeepApart(self.utterance_id or "", other))

    @Slot()
    def copy_table(self) -> None:
        """Wish that the utterance that is shown be copied as a table."""
        if self.utterance_id is not None:
            self.wished.emit(CopyUtterance(self.utterance_id))

    @Slot(int)
    def _copy(self, index: int) -> None:
        if (card := self._data(index)) is not None and self.utterance_id is not None:
            self.wished.emit(CopyQuotation(self.utterance_id, card.article))
