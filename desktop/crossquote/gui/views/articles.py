"""The list of articles, with the language of each, correctable."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QVBoxLayout, QWidget

from crossquote.gui.delegates.articles import ArticleDelegate
from crossquote.gui.messages import language_name
from crossquote.gui.models.articles import ID_ROLE, ROW_ROLE, ArticleModel, ArticleRow
from crossquote.gui.plain import PlainLabel, plain_action, plain_caption
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.wishes.articles import ReadArticle, RemoveArticles, SetLanguage
from crossquote.gui.words import say, say_joined
from crossquote.language.together import readable_languages
from crossquote.model.state import State
from crossquote.wording.joining import Joint


class ArticlesPane(QWidget):
    """Shows the articles; says which one the user wishes to read, to remove, to give another language."""

    wished = Signal(object)
    selection_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlesPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("window.articles.articles"))
        self.model = ArticleModel(self)
        self._looking = False
        self.row_actions: list[QAction] = []
        self._title = PlainLabel(parent=self)
        self._title.setObjectName("paneTitle")
        self.list = QListView(self)
        self.list.setAccessibleName(say("window.articles.articles"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ArticleDelegate(appearance, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.activated.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(self.selection_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(14, 10, 14, 5)
        head.addWidget(self._title)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self.show_state(State())
        appearance.changed.connect(self._redraw)

    def show_state(self, state: State) -> None:
        """Show the articles of `state`, keeping what is selected."""
        chosen = self.selected()
        self.model.show_state(state)
        self._show_title()
        self.select(chosen)

    def look_for(self, text: str) -> int:
        """Show which articles have `text`; return how many."""
        self._looking = bool(text.strip())
        chosen = self.selected()
        self.model.find(text)
        self.select(chosen)
        self._show_title()
        return len(self.model.found())

    def go_to_found(self) -> None:
        """Put the focus on the first article that has what is looked for."""
        if found := self.model.found():
            self.list.setCurrentIndex(self.model.index(self.model.row_of(found[0])))
            self.list.setFocus()

    def _show_title(self) -> None:
        number = self.model.rowCount()
        if self._looking:
            self._title.show_text(say("window.articles.title-found", found=len(self.model.found()), all=number))
        elif (sources := self.model.sources()) < number:
            self._title.show_text(say("window.articles.title-sources", all=number, count=sources))
        else:
            self._title.show_text(say("window.articles.title", all=number))

    def selected(self) -> list[str]:
        """Return the ids of the articles that are selected."""
        return [str(index.data(ID_ROLE)) for index in self.list.selectedIndexes()]

    def current(self) -> str:
        """Return which of the selected articles one is at: clicked last, or gone to; empty where none is selected."""
        chosen, at = self.selected(), str(self.list.currentIndex().data(ID_ROLE))
        return at if at in chosen else next(iter(chosen), "")

    def select(self, ids: list[str]) -> None:
        """Select the articles `ids`, as far as they are here."""
        selection = self.list.selectionModel()
        selection.clearSelection()
        for row in (self.model.row_of(key) for key in ids):
            if row >= 0:
                selection.select(self.model.index(row), QItemSelectionModel.SelectionFlag.Select)

    @Slot()
    def remove_selected(self) -> None:
        """Wish that the selected articles were gone."""
        if chosen := self.selected():
            self.wished.emit(RemoveArticles(tuple(chosen)))

    @Slot()
    def open_selected(self) -> None:
        """Wish to read the article that one is at."""
        if current := self.current():
            self.wished.emit(ReadArticle(current))

    @Slot()
    def _redraw(self) -> None:
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.wished.emit(ReadArticle(str(index.data(ID_ROLE))))

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            menu = self.context_menu(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of the article at `index`."""
        menu = QMenu(self)
        menu.addAction(say("window.articles.read")).triggered.connect(self.open_selected)
        row = index.data(ROW_ROLE)
        if isinstance(row, ArticleRow):
            menu.addMenu(self._language_menu(row, menu))
        menu.addActions(self.row_actions)
        menu.addSeparator()
        menu.addAction(say("window.articles.remove")).triggered.connect(self.remove_selected)
        return menu

    def _language_menu(self, row: ArticleRow, parent: QMenu) -> QMenu:
        """Return the languages to choose from: the likeliest first, then all that are known."""
        menu = QMenu(plain_caption(say("window.articles.language", language=row.language_line)), parent)
        likely = [code for code, _ in row.article.detection.candidates[:4]]
        others = sorted(set(readable_languages()) - set(likely), key=language_name)
        for code in (*likely, None, *others):
            if code is None:
                menu.addSeparator()
                continue
            action = plain_action(say_joined((language_name(code), code), Joint.ASIDE), menu)
            action.setCheckable(True)
            action.setChecked(code == row.article.language)
            action.setData((row.article.id, code))
        menu.triggered.connect(self._choose_language)
        return menu

    @Slot(QAction)
    def _choose_language(self, action: QAction) -> None:
        data = action.data()
        if data:
            self.wished.emit(SetLanguage(data[0], data[1]))
