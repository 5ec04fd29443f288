"""The quotes of an article, as a list beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListView, QMenu, QWidget

from crossquote.gui.delegates.quotes import QuoteDelegate
from crossquote.gui.models.quotes import QuoteModel
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.words import say
from crossquote.model.quote import Quote


class QuoteList(QListView):
    """Lists quotes; says which one is chosen, empty for none."""

    quote_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._quotes = QuoteModel(self)
        self.setAccessibleName(say("window.reader.quotes-of-this-article"))
        self.setModel(self._quotes)
        self.setItemDelegate(QuoteDelegate(appearance, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentChanged.connect(self._choose)

    def show_quotes(self, quotes: Sequence[Quote], text: str, chosen: str = "") -> None:
        """Show the quotes of an article with this `text`, the one that is `chosen` as such; nobody is told."""
        with QSignalBlocker(self):
            self._quotes.show_quotes(quotes, text)
            self.choose(chosen)

    def choose(self, quote_id: str) -> None:
        """Choose a quote, where it is here."""
        index = self._quotes.index(self._quotes.row_of(quote_id))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def offer(self, at: QPoint, actions: Sequence[QAction]) -> None:
        """Choose the quote at a point, where there is one, and offer what can be done with it."""
        index = self.indexAt(at)
        if index.isValid():
            self.setCurrentIndex(index)
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(actions)
            menu.popup(self.viewport().mapToGlobal(at))

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.quote_chosen.emit(self._quotes.id_at(index))
