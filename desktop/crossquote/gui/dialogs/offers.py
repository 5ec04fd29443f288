"""The language packages that can be had: from the list that was fetched last, kept for reading without a network."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from crossquote.gui.dialogs.row_tree import RowTree
from crossquote.gui.messages import route_name
from crossquote.gui.plain import PlainLabel, plain_tip
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.clearing import offer_clearing
from crossquote.gui.widgets.flow import WholeFlow
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.wishes.packages import DownloadOffers, FetchIndex
from crossquote.gui.words import say
from crossquote.translation.index import Offer
from crossquote.translation.routes import LanguagePair

_ROLE = Qt.ItemDataRole.UserRole


class Offers(QWidget):
    """Lists what is on offer; says when the user wishes to fetch the list, or some packages of it."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.offers.available"))
        self.about = PlainLabel(parent=self)
        self.about.setObjectName("soft")
        self.about.setWordWrap(True)
        self.filter = LineField(parent=self)
        self.filter.setPlaceholderText(say("window.offers.find-a-language"))
        self.filter.setAccessibleName(say("window.offers.find-a-language"))
        offer_clearing(self.filter)
        self.filter.textChanged.connect(self._filter)
        self.tree = self._tree()
        self.tree.itemSelectionChanged.connect(self._check)
        self.fetch = plain_button(say("window.offers.fetch-the-list"), partial(self.wished.emit, FetchIndex()), self)
        self.download = plain_button(say("window.offers.download-chosen"), self._download, self)
        row = WholeFlow(across=6, down=6)
        row.addWidget(self.fetch)
        row.addWidget(self.download)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.about)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        self.show_offers((), {}, "")

    def _tree(self) -> RowTree:
        tree = RowTree(self)
        tree.setAccessibleName(say("window.offers.available-packages"))
        tree.setSelectionMode(RowTree.SelectionMode.ExtendedSelection)
        tree.setHeaderLabels(
            (
                say("window.offers.translates"),
                say("window.offers.version"),
                say("window.offers.here"),
                say("window.offers.file"),
            )
        )
        tree.header().setAccessibleName(say("window.offers.columns"))
        for column, width in enumerate((250, 80, 150)):
            tree.setColumnWidth(column, scaled(width))
        return tree

    def show_offers(self, offers: Sequence[Offer], here: Mapping[LanguagePair, str], fetched: str) -> None:
        """Show what is on offer; `here` are the versions that are installed, `fetched` when the list was."""
        chosen = {offer.pair for offer in self.chosen}
        self.tree.blockSignals(True)  # noqa: FBT003 - Qt's
        self.tree.clear()
        for offer in offers:
            pair = route_name(offer.pair, (offer.from_name, offer.to_name))
            cells = [pair, offer.version, _here(offer, here), offer.file_name]
            item = QTreeWidgetItem(self.tree, cells)
            item.setData(0, _ROLE, offer)
            item.setToolTip(3, plain_tip("\n".join(offer.links)))
            item.setSelected(offer.pair in chosen)
        self.tree.blockSignals(False)  # noqa: FBT003 - Qt's
        text = say("window.offers.no-list")
        if offers and fetched:
            text = say("window.offers.about", count=len(offers), day=fetched)
        self.about.show_text(text)
        self._filter(self.filter.text())
        self._check()

    def choose(self, pairs: Collection[LanguagePair]) -> None:
        """Choose the packages of some language pairs."""
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None:
                item.setSelected(item.data(0, _ROLE).pair in pairs)

    @property
    def chosen(self) -> tuple[Offer, ...]:
        """The packages that are chosen."""
        return tuple(item.data(0, _ROLE) for item in self.tree.selectedItems() if not item.isHidden())

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None:
                words = f"{item.text(0)} {item.text(3)}".casefold()
                item.setHidden(not all(word in words for word in wanted))
        self._check()

    @Slot()
    def _check(self) -> None:
        self.download.setEnabled(bool(self.chosen))

    @Slot()
    def _download(self) -> None:
        self.wished.emit(DownloadOffers(self.chosen))


def _here(offer: Offer, here: Mapping[LanguagePair, str]) -> str:
    """Return whether a package is on this machine, or an older one."""
    version = here.get(offer.pair)
    if version is None:
        return ""
    return (
        say("window.offers.installed")
        if version == offer.version
        else say("window.offers.older-installed", version=version)
    )
