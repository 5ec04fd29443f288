"""The head of the comparison: who spoke, which base, and how renditions are drawn."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from crossquote.gui.models.cards import CardData
from crossquote.gui.plain import plain_action, plain_caption
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.views.card import CardStyle
from crossquote.gui.widgets.choice_row import Segments
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.words import say, say_joined
from crossquote.wording.joining import Joint

_MARGIN, _GAP = 14, 8
_BASE = 190
"""So much the name of the base is shown of at least, at the usual text size, where it is longer."""


class ComparisonHead(QWidget):
    """Shows the speaker; says which base and which way of drawing the user wishes."""

    base_picked = Signal(str)
    restyled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.head.head-of-the-comparison"))
        self.size_step = 0
        self.heading = ElidedLabel(parent=self)
        self.heading.setObjectName("heading")
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.heading.setMinimumWidth(90)
        self.base = self._base_button()
        self._bases = QMenu(self.base)
        self.base.setMenu(self._bases)
        self._bases.triggered.connect(self._pick_base)
        layouts = {
            "columns": say("window.head.columns"),
            "rows": say("window.head.rows"),
            "table": say("window.head.table"),
        }
        self.arrangement = Segments(say("window.head.layout"), layouts, "columns", self)
        self.detail = Segments(
            say("window.head.marks"),
            {"words": say("window.head.words"), "letters": say("window.head.letters")},
            "words",
            self,
        )
        self.only = QCheckBox(say("window.head.only-differences"), self)
        for changed in (self.arrangement.chosen, self.detail.chosen, self.only.toggled):
            changed.connect(self.restyled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.heading, 1)
        for part in (self.base, self.arrangement, self.detail, self.only):
            layout.addWidget(part)
        self.show_cards("", ())

    def _base_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("link")
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _make_room(self) -> None:
        """In a pane that is too narrow for it, leave out what the View menu has too. Who spoke comes first."""
        filled = bool(self.base.text()) and not self.base.isHidden()
        self.base.setMinimumWidth(min(self.base.sizeHint().width(), scaled(_BASE)))
        room = self.width() - 2 * _MARGIN - self.heading.minimumWidth() - _GAP - self.base.minimumWidth()
        left = room
        for part in (self.arrangement, self.detail, self.only):
            room -= _GAP + part.sizeHint().width()
            part.setVisible(filled and room >= 0)
            left = room if room >= 0 else left
        whole = max(self.heading.sizeHint().width() - self.heading.minimumWidth(), 0)
        self.base.setMaximumWidth(self.base.minimumWidth() + max(left - whole, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._make_room()

    def show_columns(self) -> None:
        """Lay renditions out side by side."""
        self.arrangement.choose("columns")

    def show_rows(self) -> None:
        """Lay renditions out one under the other."""
        self.arrangement.choose("rows")

    def show_table(self) -> None:
        """Set all renditions against all, in a table."""
        self.arrangement.choose("table")

    def mark_words(self) -> None:
        """Mark whole words that differ."""
        self.detail.choose("words")

    def mark_letters(self) -> None:
        """Mark inside words what differs."""
        self.detail.choose("letters")

    def card_style(self) -> CardStyle:
        """Return how cards are drawn now."""
        return CardStyle(
            rows=self.arrangement.current == "rows",
            letters=self.detail.current == "letters",
            only_differences=self.only.isChecked(),
            size_step=self.size_step,
        )

    def show_cards(self, speaker: str, cards: tuple[CardData, ...]) -> None:
        """Show who spoke, and the renditions that can be the base."""
        for part in (self.base, self.arrangement, self.detail, self.only):
            part.setVisible(bool(cards))
        who = (speaker or say("window.head.speaker-unknown")) if cards else ""
        self.heading.show_text(who, spoken=who or say("window.head.no-utterance-chosen"))
        self._bases.clear()
        for card in cards:
            if card.base:
                name = card.outlet if card.article else say("window.head.really-said")
                self.base.setText(plain_caption(say("window.head.base-button", outlet=name)))
                self.base.setAccessibleName(say("window.head.base", outlet=card.outlet))
            if not card.article:
                continue
            action = plain_action(say_joined((card.outlet, card.language or "?"), Joint.ASIDE), self._bases)
            action.setCheckable(True)
            action.setChecked(card.base)
            action.setData(card.article)
        self._make_room()

    @Slot(QAction)
    def _pick_base(self, action: QAction) -> None:
        self.base_picked.emit(str(action.data()))
