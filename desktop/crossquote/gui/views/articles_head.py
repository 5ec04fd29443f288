"""The head of the list of articles: how many there are, and in what order and which groups they are listed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from crossquote.gui.plain import plain_action, plain_caption
from crossquote.gui.widgets.flow import FlowRow
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.words import say
from crossquote.work.settings import ArticleGroups, ArticleOrder

_ORDERS = {
    ArticleOrder.COMING: "window.articles.order.coming",
    ArticleOrder.TITLE: "window.articles.order.title",
    ArticleOrder.OUTLET: "window.articles.order.outlet",
    ArticleOrder.LANGUAGE: "window.articles.order.language",
    ArticleOrder.DATE: "window.articles.order.date",
}
_GROUPS = {
    ArticleGroups.NOTHING: "window.articles.groups.nothing",
    ArticleGroups.OUTLET: "window.articles.groups.outlet",
    ArticleGroups.LANGUAGE: "window.articles.groups.language",
}


class ArticlesHead(FlowRow):
    """Tells how many articles there are, and offers how to arrange them."""

    arranged = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.articles.articles"))
        self.title = ElidedLabel(parent=self)
        self.title.setObjectName("paneTitle")
        self.sorting = button = QToolButton(self)
        self.sorting.setObjectName("link")
        self.sorting.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._orders, self._groups = QActionGroup(menu), QActionGroup(menu)
        for group, offered in ((self._orders, _ORDERS), (self._groups, _GROUPS)):
            menu.addSeparator()
            for value, code in offered.items():
                action = plain_action(say(code), menu)
                action.setCheckable(True)
                action.setData(value)
                group.addAction(action)
            group.actions()[0].setChecked(True)
            group.triggered.connect(self._tell)
        self.sorting.setMenu(menu)
        self.flow.setContentsMargins(14, 6, 8, 3)
        self.flow.add(self.title)
        self.flow.add(self.sorting)
        self._name()

    @property
    def order(self) -> ArticleOrder:
        """In what order the articles are listed."""
        return ArticleOrder(self._orders.checkedAction().data())

    @property
    def groups(self) -> ArticleGroups:
        """By what the articles are listed together."""
        return ArticleGroups(self._groups.checkedAction().data())

    def choose(self, order: ArticleOrder, groups: ArticleGroups) -> None:
        """List the articles in another order, or in other groups."""
        for group, value in ((self._orders, order), (self._groups, groups)):
            next(action for action in group.actions() if action.data() == value).setChecked(True)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._name()
        self.arranged.emit(self.order, self.groups)

    def _name(self) -> None:
        order, groups = say(_ORDERS[self.order]), say(_GROUPS[self.groups])
        self.sorting.setText(plain_caption(say("window.filters.opens", name=order)))
        self.sorting.setAccessibleName(say("window.articles.arranged", order=order, groups=groups))
