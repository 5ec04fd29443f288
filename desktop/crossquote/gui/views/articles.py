"""The list of articles: arranged, chosen one or several, and corrected."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QVBoxLayout, QWidget

from crossquote.gui.delegates.articles import ArticleDelegate
from crossquote.gui.messages import language_name
from crossquote.gui.models.articles import ID_ROLE, ROW_ROLE, ArticleModel, ArticleRow
from crossquote.gui.plain import give_tip, plain_action, plain_caption
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.views.articles_head import ArticlesHead
from crossquote.gui.wishes.articles import DescribeArticles, ReadArticle, RemoveArticles
from crossquote.gui.words import say, say_joined
from crossquote.language.together import readable_languages
from crossquote.model.state import State
from crossquote.wording.joining import Joint
from crossquote.work.edits.descriptions import Description
from crossquote.work.settings import ArticleGroups, ArticleOrder


class ArticlesPane(QWidget):
    """Shows the articles; says which one the user wishes to read, to remove, to describe otherwise."""

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
        self.head = ArticlesHead(self)
        self.head.arranged.connect(self._arrange)
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
        self.list.clicked.connect(self._choose_under)
        self.list.selectionModel().selectionChanged.connect(self.selection_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        self.show_state(State())
        appearance.changed.connect(self._redraw)

    def show_state(self, state: State) -> None:
        """Show the articles of `state`, keeping what is selected."""
        self._keep_place(partial(self.model.show_state, state))
        self._show_title()

    @Slot(object, object)
    def _arrange(self, order: ArticleOrder, groups: ArticleGroups) -> None:
        self.list.setUniformItemSizes(groups is ArticleGroups.NOTHING)
        self._keep_place(partial(self.model.arrange, order, groups))

    def _keep_place(self, change: Callable[[], None]) -> None:
        """Change what is listed, keeping what is selected and which article one is at."""
        chosen, at = self.selected(), str(self.list.currentIndex().data(ID_ROLE) or "")
        change()
        self.select(chosen)
        row = self.model.row_of(at)
        if row >= 0 and not self.list.currentIndex().isValid():
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(index)

    def look_for(self, text: str) -> int:
        """Show which articles have `text`, those first; return how many."""
        self._looking = bool(text.strip())
        self._keep_place(partial(self.model.find, text))
        for first in self.model.found()[:1]:
            self.list.scrollTo(self.model.index(self.model.row_of(first)))
        self._show_title()
        return len(self.model.found())

    def go_to_found(self) -> None:
        """Put the focus on the first article that has what is looked for."""
        if found := self.model.found():
            self.list.setCurrentIndex(self.model.index(self.model.row_of(found[0])))
            self.list.setFocus()

    def _show_title(self) -> None:
        number = self.model.number
        if self._looking:
            self.head.title.show_text(say("window.articles.title-found", found=len(self.model.found()), all=number))
        elif (sources := self.model.sources()) < number:
            told = say("window.articles.title-sources", all=number, count=sources)
            self.head.title.show_text(told)
            give_tip(self.head.title, f"{told}\n{say('window.articles.about-sources')}")
        else:
            self.head.title.show_text(say("window.articles.title", all=number))

    def selected(self) -> list[str]:
        """Return the ids of the articles that are selected."""
        return [str(index.data(ID_ROLE)) for index in self.list.selectedIndexes()]

    def current(self) -> str:
        """Return which of the selected articles one is at: clicked last, or gone to; empty where none is selected."""
        chosen, at = self.selected(), str(self.list.currentIndex().data(ID_ROLE))
        return at if at in chosen else next(iter(chosen), "")

    def select(self, ids: list[str]) -> None:
        """Select the articles `ids`, as far as they are here."""
        chosen = QItemSelection()
        for row in (self.model.row_of(key) for key in ids):
            if row >= 0:
                chosen.select(self.model.index(row), self.model.index(row))
        self.list.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot()
    def remove_selected(self) -> None:
        """Wish that the selected articles were gone."""
        if chosen := self.selected():
            self.wished.emit(RemoveArticles(tuple(chosen)))

    def go_to(self, id_: str) -> None:
        """Select an article, and bring it into view."""
        self.select([id_])
        self.list.scrollTo(self.model.index(self.model.row_of(id_)))

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
        if self.model.heading(index) is not None:
            self._choose_under(index)
        else:
            self.wished.emit(ReadArticle(str(index.data(ID_ROLE))))

    @Slot(QModelIndex)
    def _choose_under(self, index: QModelIndex) -> None:
        """Choose all articles under a heading; with Ctrl, besides those that are chosen."""
        if (heading := self.model.heading(index)) is not None:
            added = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            self.select([*(self.selected() if added else ()), *heading.ids])

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
            chosen = self.selected()
            meant = tuple(chosen) if row.article.id in chosen else (row.article.id,)
            menu.addMenu(self._language_menu(row, meant, menu))
            menu.addAction(self._original_action(row, meant, menu))
        menu.addActions(self.row_actions)
        menu.addSeparator()
        menu.addAction(say("window.articles.remove")).triggered.connect(self.remove_selected)
        return menu

    def _original_action(self, row: ArticleRow, meant: tuple[str, ...], menu: QMenu) -> QAction:
        """Return what says of the articles `meant` that they are originals, or no more where that of `row` is one."""
        action = plain_action(say("window.articles.is-original", count=len(meant)), menu)
        action.setCheckable(True)
        action.setChecked(row.original)
        action.setData(DescribeArticles(meant, Description(original=not row.original)))
        action.triggered.connect(self._wish_chosen)
        return action

    def _language_menu(self, row: ArticleRow, meant: tuple[str, ...], parent: QMenu) -> QMenu:
        """Return the languages to choose from for the articles `meant`: the likeliest of `row` first, then all."""
        title = say("window.articles.language", language=row.language_line)
        if len(meant) > 1:
            title = say("window.articles.language-of-several", count=len(meant))
        menu = QMenu(plain_caption(title), parent)
        likely = [code for code, _ in row.article.detection.candidates[:4]]
        others = sorted(set(readable_languages()) - set(likely), key=language_name)
        for code in (*likely, None, *others):
            if code is None:
                menu.addSeparator()
                continue
            action = plain_action(say_joined((language_name(code), code), Joint.ASIDE), menu)
            action.setCheckable(True)
            action.setChecked(len(meant) == 1 and code == row.article.language)
            action.setData(DescribeArticles(meant, Description(language=code)))
            action.triggered.connect(self._wish_chosen)
        return menu

    @Slot()
    def _wish_chosen(self) -> None:
        """Wish for what a line of the menu stands for."""
        action = self.sender()
        if isinstance(action, QAction):
            self.wished.emit(action.data())
