"""What an archive has of an utterance, as two lists tell it: its renditions, and its wordings as they came."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from crossquote.gui.messages import language_name
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.plain import plain_tip
from crossquote.gui.words import say, say_fact, say_joined, say_message
from crossquote.model.quote import QuoteKind
from crossquote.model.utterance import GAP
from crossquote.wording.joining import Joint, first_few

if TYPE_CHECKING:  # loaded once an archive is asked
    from crossquote.archive.records import ArchivedQuote, ArticleHead
    from crossquote.archive.timeline import PrintedWording
    from crossquote.archive.trace import TracedQuote, TracedRendition

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_NAMED = 6
"""So many outlets that printed a wording are named."""


class TracedRow(Struct, frozen=True):
    """A row of either list: where and when it was printed, a mark at its end, the words, what is told of them below.

    `number` is its place in the timeline. `rendition` is what is chosen with it, None where nothing can be; one that is
    `there` is open already.
    """

    where: str
    mark: str
    words: str
    told: str
    tip: str
    number: str = ""
    there: bool = False
    rendition: "TracedRendition | None" = None

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return say_joined((self.number, self.where, self.mark, self.words, self.told), Joint.DOT)


class TracedModel(QAbstractListModel):
    """Holds the rows of one list; only what is not open yet can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[TracedRow, ...] = ()

    def show_rows(self, rows: Sequence[TracedRow]) -> None:
        """Show `rows` in place of those that are here."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102 - Qt's
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return plain_tip(row.tip) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:  # noqa: D102 - Qt's
        if not index.isValid() or self.rows[index.row()].rendition is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


def rendition_row(rendition: "TracedRendition", *, there: bool) -> TracedRow:
    """Return the row of a rendition; one that is `there` already can't be chosen."""
    article, surest = rendition.article, rendition.quotes[0]
    words = GAP.join(_words(quote.quote) for quote in sorted(rendition.quotes, key=lambda one: one.quote.start))
    return TracedRow(
        where=_where(article, surest.quote.language),
        mark=say("window.archive.there") if there else _how_sure(surest),
        words=words,
        told=say_joined((surest.quote.speaker or "", say_message(surest.reason)), Joint.DOT),
        tip=f"{article.title}\n{words}\n{rendition.path}",
        there=there,
        rendition=None if there else rendition,
    )


def timeline_rows(
    timeline: Sequence["PrintedWording"], is_open: "Callable[[TracedRendition], bool]"
) -> Iterator[TracedRow]:
    """Yield the rows of wordings in the order in which they were first printed."""
    for number, wording in enumerate(timeline, start=1):
        outlets = [one.article.outlet for one in wording.printed]
        others = first_few(tuple(dict.fromkeys(outlets[1:])), _NAMED)
        told = [say("window.archive.there")] if any(map(is_open, wording.printed)) else []
        told += [say("window.archive.then", outlets=others)] if others else []
        if wording.follows is not None:
            told.append(say("archive.follows", number=wording.follows + 1, share=wording.alike))
        words = _words(wording.printed[0].quotes[0].quote)
        yield TracedRow(
            where=_where(wording.first, wording.language),
            mark=say("count.articles", count=len(outlets)),
            words=words,
            told=say_joined(told, Joint.DOT),
            tip=words,
            number=say_fact(number),
        )


def _where(article: "ArticleHead", language: str) -> str:
    """Return who printed something, when, and in which language."""
    when = say_fact(article.published, "moment") if article.published else say_fact(article.date or "", "day")
    return say_joined((article.outlet, when, language_name(language) if language else ""), Joint.DOT)


def _how_sure(quote: "TracedQuote") -> str:
    return say("archive.sure") if quote.sure else say("archive.possible", share=quote.likely)


def _words(quote: "ArchivedQuote") -> str:
    words = " ".join(quote.text.split())
    return words if quote.kind is QuoteKind.INDIRECT else say("window.quoted", words=words)
