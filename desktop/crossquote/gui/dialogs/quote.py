"""A quote as the user has it: who said it, of what kind it is, and where it stands."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.dialogs.editable_choice import EditableChoice
from crossquote.gui.plain import PlainLabel, give_title, in_line, plain_caption
from crossquote.gui.theme.fonts import scaled, serif
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.words import say, say_message
from crossquote.model.quote import QuoteKind
from crossquote.model.signs import kind_name

_WHY = int(Qt.ItemDataRole.UserRole) + 1
_MOST_HOMES = 12
"""So many utterances are offered for a new quote; any other can be chosen afterwards."""


class Wording(Struct, frozen=True):
    """What is known of a quote; `selected` are other words that could be its place, a `new` one has no utterance."""

    words: str
    speaker: str
    kind: QuoteKind
    speakers: Sequence[str] = ()
    selected: str = ""
    new: bool = False


class HomeOffer(Struct, frozen=True):
    """An utterance that a new quote may belong to: a quote of it, its words, and why."""

    quote: str
    words: str
    reason: str


class Told(Struct, frozen=True):
    """What the user says of a quote: `home` is a quote of its utterance, empty for one of its own, None for no word."""

    speaker: str
    kind: QuoteKind
    moved: bool = False
    home: str | None = None


class QuoteDialog(QDialog):
    """Asks for a quote's speaker and kind; of a new one, to which utterance it belongs."""

    answered = Signal(object)

    def __init__(self, title: str, known: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_title(self, title)
        words = self._label_of(known.words)
        self.speaker = self._choice_of_speaker(known)
        self.kind = self._choice_of_kind(known)
        self.home, self.why = QComboBox(self), PlainLabel(parent=self)
        moved = say("window.quote.moved", words=_short(known.selected, 40))
        self.moved = QCheckBox(plain_caption(moved), self)
        self.moved.setVisible(bool(known.selected))
        self.moved.setAccessibleName(moved)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.setAccessibleName(say("window.quote.choices"))
        self.keep = buttons.addButton(plain_caption(title.rstrip("…")), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setDefault(True)
        buttons.accepted.connect(self._tell)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(say("window.quote.speaker"), self.speaker)
        form.addRow(say("window.quote.kind"), self.kind)
        self._found = ""
        self._add_home(form, new=known.new)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 480)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self.moved)
        layout.addWidget(buttons)
        self.speaker.setFocus()

    def _label_of(self, words: str) -> PlainLabel:
        """Return the words of the quote, set as what people said is."""
        label = PlainLabel(parent=self)
        label.show_text(_short(words), spoken=say("window.quote.words", words=words))
        label.setFont(serif(scaled(15)))
        label.setWordWrap(True)
        return label

    def _choice_of_speaker(self, known: Wording) -> QComboBox:
        """Return a choice among those who speak, in which any other can be written."""
        speaker = EditableChoice(self)
        speaker.addItems(["", *known.speakers])
        speaker.setCurrentText(known.speaker)
        speaker.call(say("window.quote.speaker"), say("window.quote.the-article-does-not-say"))
        return speaker

    def _choice_of_kind(self, known: Wording) -> QComboBox:
        """Return a choice among the kinds of quotes."""
        kinds = QComboBox(self)
        kinds.setAccessibleName(say("window.quote.kind"))
        for kind in QuoteKind:
            kinds.addItem(say_message(kind_name(kind)), kind.value)
        kinds.setCurrentIndex(list(QuoteKind).index(known.kind))
        return kinds

    def _add_home(self, form: QFormLayout, *, new: bool) -> None:
        """Add where the quote belongs, for the program to fill in."""
        self.home.setAccessibleName(say("window.quote.utterance"))
        self.home.addItem(say("window.quote.looking"), None)
        self.home.setMinimumContentsLength(34)
        self.home.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.home.currentIndexChanged.connect(self._show_why)
        self.why.setObjectName("soft")
        self.why.setWordWrap(True)
        self.why.setAccessibleName(say("window.quote.why-it-may-belong-there"))
        self.home.setVisible(new)
        self.why.hide()
        if new:
            form.addRow(say("window.quote.utterance"), self.home)
            form.addRow("", self.why)

    def offer(self, homes: Sequence[HomeOffer], found: str) -> None:
        """Offer the utterances that the quote may belong to, the likeliest first; `found` is the program's choice."""
        self.home.clear()
        self._found = found
        for offered in homes[:_MOST_HOMES]:
            self.home.addItem(in_line(say("window.quoted", words=_short(offered.words, 90))), offered.quote)
            reason = offered.reason or say("window.quote.nothing-speaks-for-it")
            why = say("window.quote.found-by-the-program", reason=reason) if offered.quote == found else reason
            self.home.setItemData(self.home.count() - 1, why, _WHY)
        self.home.addItem(say("window.quote.an-utterance-of-its-own"), "")
        alone = say("window.quote.finds-no-other") if not found else ""
        self.home.setItemData(self.home.count() - 1, alone, _WHY)
        self.home.setCurrentIndex(max(self.home.findData(found), 0))
        self._show_why()

    def _home(self) -> str | None:
        """Return where the user says that the quote belongs; None where that is what the program finds."""
        chosen = self.home.currentData()
        return None if chosen is None or chosen == self._found else str(chosen)

    @Slot()
    def _show_why(self) -> None:
        text = str(self.home.currentData(_WHY) or "")
        self.why.show_text(text, spoken=text or say("window.quote.why-it-may-belong-there"))
        self.why.setVisible(bool(text) and self.home.isVisibleTo(self))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown needs: the reason takes as many lines as it has."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    @Slot()
    def _tell(self) -> None:
        kind = QuoteKind(self.kind.currentData())
        self.accept()
        self.answered.emit(Told(self.speaker.currentText().strip(), kind, self.moved.isChecked(), self._home()))


def _short(words: str, most: int = 240) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
