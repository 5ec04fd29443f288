"""The quotes of an article: what a row says is made when it is shown, or hovered over, of thousands of them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from crossquote.gui.model_index import ModelIndex
from crossquote.gui.plain import plain_tip
from crossquote.gui.words import interface_language, say, say_joined, say_message
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.signs import kind_name
from crossquote.wording.joining import Joint

HEAD_ROLE = int(Qt.ItemDataRole.UserRole)
WORDS_ROLE = HEAD_ROLE + 1


class QuoteModel(QAbstractListModel):
    """Quotes of one article, in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quotes: Sequence[Quote] = ()
        self._rows: Mapping[str, int] = {}
        self._text = ""

    def show_quotes(self, quotes: Iterable[Quote], text: str) -> None:
        """Show the quotes of an article with this `text`."""
        self.beginResetModel()
        self._quotes, self._text = tuple(quotes), text
        self._rows = {quote.id: row for row, quote in enumerate(self._quotes)}
        self.endResetModel()

    def row_of(self, quote_id: str) -> int:
        """Return the row in which a quote is shown, -1 where it is not."""
        return self._rows.get(quote_id, -1)

    def id_at(self, index: ModelIndex) -> str:
        """Return which quote stands in a row; empty where none does."""
        return self._quotes[index.row()].id if 0 <= index.row() < len(self._quotes) else ""

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._quotes)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:  # noqa: D102 - Qt's
        if not 0 <= index.row() < len(self._quotes):
            return None
        quote = self._quotes[index.row()]
        if role == HEAD_ROLE:
            return _head(quote)
        if role == WORDS_ROLE:
            return self._words(quote)
        if role == Qt.ItemDataRole.DisplayRole:
            return say_joined((_head(quote), self._words(quote)), Joint.ABOUT)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(quote_tip(quote, self._text))
        return None

    def _words(self, quote: Quote) -> str:
        return quote.text(self._text).replace("\n", " ")


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
    return _tell_head(quote.speaker.name if quote.speaker else "", quote.kind, interface_language())


@lru_cache(maxsize=1024)
def _tell_head(speaker: str, kind: QuoteKind, _language: str) -> str:
    """Return who says a quote and how, remembered: who types a letter asks for all rows, and few differ in it."""
    return say_joined((speaker or say("window.reader.speaker-unknown"), say_message(kind_name(kind))), Joint.DOT)
