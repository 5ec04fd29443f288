"""The quotes of an article, as a list beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from crossquote.gui.delegates.quotes import HEAD_ROLE, WORDS_ROLE, QuoteDelegate
from crossquote.gui.plain import give_tip
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.words import say, say_joined, say_message
from crossquote.model.quote import Quote
from crossquote.model.signs import kind_name
from crossquote.wording.joining import Joint

_ID = Qt.ItemDataRole.UserRole


class QuoteList(QListWidget):
    """Lists quotes; says which one is chosen, empty for none."""

    quote_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.reader.quotes-of-this-article"))
        self.setItemDelegate(QuoteDelegate(appearance, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.currentItemChanged.connect(self._choose)

    def show_quotes(self, quotes: Sequence[Quote], text: str, chosen: str = "") -> None:
        """Show the quotes of an article with this `text`, the one that is `chosen` as such; nobody is told."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        self.clear()
        for quote in quotes:
            head, words = _head(quote), quote.text(text).replace("\n", " ")
            item = QListWidgetItem(say_joined((head, words), Joint.ABOUT), self)
            item.setData(_ID, quote.id)
            item.setData(HEAD_ROLE, head)
            item.setData(WORDS_ROLE, words)
            give_tip(item, quote_tip(quote, text))
        self.choose(chosen)
        self.blockSignals(False)  # noqa: FBT003 - Qt's

    def choose(self, quote_id: str) -> None:
        """Choose a quote, where it is here."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_ID) == quote_id:
                self.setCurrentItem(item)
                self.scrollToItem(item)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _choose(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self.quote_chosen.emit(str(item.data(_ID)) if item else "")


def quote_tip(quote: Quote, text: str) -> str:
    """Return what there is to know of a quote, a line each."""
    speaker = quote.speaker
    parts = [say("window.reader.speaker", name=speaker.name) if speaker else say("window.reader.nobody-said")]
    if speaker and speaker.reason:
        parts.append(say_message(speaker.reason))
    if quote.cue:
        parts.append(say("window.reader.cue", words=quote.cue.span.of(text)))
    return "\n".join([*parts, say("window.reader.kind", kind=kind_name(quote.kind))])


def _head(quote: Quote) -> str:
    speaker = quote.speaker.name if quote.speaker else say("window.reader.speaker-unknown")
    return say_joined((speaker, say_message(kind_name(quote.kind))), Joint.DOT)
