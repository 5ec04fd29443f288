"""The help on the checks: a list of pages and the one that is read; the first, without an id, leads to the others."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.direction import set_margins
from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import sans
from crossquote.gui.widgets.find_bar import FindBar
from crossquote.gui.widgets.turned import turn_page
from crossquote.gui.wishes import SwitchCheck
from crossquote.gui.words import say
from crossquote.resources import resource
from crossquote.work.help import HelpPage

_ID = Qt.ItemDataRole.UserRole
_PICTURE = re.compile(r"pictures/[a-z-]+\.png")
_PICTURE_WIDTH = 620
"""How wide a picture is on a page, in device-independent pixels."""
_OBJECT = "\ufffc"
"""What stands in a text for a picture."""
_LEADING = 128
"""The height of a line, in hundredths of the face's own."""


def _picture(name: str) -> QImage:
    """Return a picture of the help, as wide as a page shows it and as sharp as the screen is."""
    image = QImage(str(resource("help", *name.split("/"))))
    image.setDevicePixelRatio(max(1.0, image.width() / _PICTURE_WIDTH))
    return image


class PageText(QTextBrowser):
    """A page to read, with the help's own pictures. It fetches nothing, and a link leads to another page or nowhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setObjectName("article")
        self.setFont(sans(14))
        self.document().setDocumentMargin(26)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_markdown(self, text: str) -> None:
        """Show a page from its beginning."""
        self.setMarkdown(turn_page(text))
        block = self.document().begin()
        while block.isValid():
            shape = QTextBlockFormat()
            if block.text() != _OBJECT:
                shape.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setBottomMargin(3 if block.next().textList() is not None else 10)
            QTextCursor(block).mergeBlockFormat(shape)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002, N802 - Qt's
        """Return a picture of the help's own; nothing else is ever loaded."""
        asked = name.toString() if isinstance(name, QUrl) else name
        return _picture(asked) if _PICTURE.fullmatch(asked) else None


class HelpWindow(QWidget):
    """Shows the pages on the checks; says which check the user wishes on or off."""

    wished = Signal(object)

    def __init__(self, appearance: Appearance, pages: Sequence[HelpPage], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        give_title(self, say("window.help.checks"))
        self.resize(860, 600)
        self._appearance = appearance
        self._pages = {page.id: page for page in pages}
        self._about = ("", "")
        self._off: frozenset[str] = frozenset()
        self.list = self._list_of(pages)
        self.text = PageText(self)
        self.text.setAccessibleName(say("window.help.page"))
        self.text.anchorClicked.connect(self._follow)
        self.state = PlainLabel(parent=self)
        self.state.setObjectName("soft")
        self.switch = QPushButton(self)
        self.switch.clicked.connect(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._beside_list(self._sheet()))
        self.list.currentItemChanged.connect(self._show_chosen)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        appearance.changed.connect(self._show_chosen)
        self.list.setCurrentRow(0)

    def _list_of(self, pages: Sequence[HelpPage]) -> QListWidget:
        """Return the list of the pages' titles."""
        titles = QListWidget(self)
        titles.setItemDelegate(ListedDelegate(titles))
        titles.setAccessibleName(say("window.help.checks"))
        titles.setMinimumWidth(150)
        titles.ensurePolished()
        for page in pages:
            item = QListWidgetItem(page.title, titles)
            item.setData(_ID, page.id)
        return titles

    def _sheet(self) -> QWidget:
        """Return the page with the switch of its check below."""
        sheet = QWidget(self)
        sheet.setAccessibleName(say("window.help.page-and-switch"))
        below = QHBoxLayout()
        set_margins(below, 26, 8, 16, 12)
        below.addWidget(self.state, 1)
        below.addWidget(self.switch)
        read = QVBoxLayout(sheet)
        read.setContentsMargins(0, 0, 0, 0)
        read.setSpacing(0)
        self.finding = FindBar(
            self.text, self.text.setExtraSelections, lambda: self._appearance.theme.surface.found, self
        )
        read.addWidget(self.finding)
        read.addWidget(self.text, 1)
        read.addLayout(below)
        return sheet

    def _beside_list(self, sheet: QWidget) -> QSplitter:
        """Return the list with `sheet` beside it, as wide as the user draws them."""
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setAccessibleName(say("window.help.list-and-page"))
        parts.setHandleWidth(1)
        parts.addWidget(self.list)
        parts.addWidget(sheet)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        listed = self.list.sizeHintForColumn(0) + self.list.width() - self.list.viewport().width()
        bar = self.list.verticalScrollBar().sizeHint().width()
        parts.setSizes([max(190, listed + bar), 670])
        return parts

    @property
    def current(self) -> str:
        """The check whose page is shown, empty for the page on all."""
        chosen = self.list.selectedItems()
        return str(chosen[0].data(_ID)) if chosen else ""

    def show_page(self, check: str, about: str = "") -> None:
        """Show the page of a check, where there is one, under what is said `about` one of its findings (Markdown)."""
        self._about = (check, about)
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == check:
                self.list.setCurrentRow(row)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        page = self._pages.get(self.current)
        if page is not None:
            check, about = self._about
            self.text.show_markdown(f"> {about}\n\n{page.text}" if about and check == page.id else page.text)
            self.text.setAccessibleName(page.title)
            self._show_switch()
            self.finding.look()

    def show_off(self, off: frozenset[str]) -> None:
        """Say which checks are off."""
        self._off = off
        self._show_switch()

    def _show_switch(self) -> None:
        self.state.setVisible(bool(self.current))
        self.switch.setVisible(bool(self.current))
        off = self.current in self._off
        self.state.show_text(say("window.help.check-off") if off else say("window.help.check-on"))
        self.switch.setText(say("window.help.turn-on") if off else say("window.help.turn-off"))
        self.switch.setAccessibleName(self.switch.text())

    @Slot()
    def _switch(self) -> None:
        self.wished.emit(SwitchCheck(self.current, on=self.current in self._off))

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        """Go to another page; an address outside is not opened."""
        if url.isRelative():
            self.show_page(url.fileName().removesuffix(".md"))
