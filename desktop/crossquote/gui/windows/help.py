"""The help: a list of its pages, which can be searched, and the one that is read."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
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
from crossquote.gui.plain import PlainLabel, give_tip, give_title
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import sans
from crossquote.gui.widgets.find_bar import FindBar, FindField
from crossquote.gui.widgets.turned import turn_page
from crossquote.gui.wishes.checks import SwitchCheck
from crossquote.gui.words import say
from crossquote.resources import resource
from crossquote.work.help import HelpPage
from crossquote.work.help_index import IndexedPage, find_pages, index_pages

_ID = Qt.ItemDataRole.UserRole
_PICTURE = re.compile(r"pictures/[a-z-]+\.png")
_CHECKS = "checks"
"""What links call the page on all checks."""
_PICTURE_WIDTH = 620
"""How wide a picture is on a page at most, in device-independent pixels."""
_MARGIN = 26
_BELOW, _NOTHING = (26, 8, 16, 12), (0, 0, 0, 0)
"""What is left free around the switch of a check, from where reading begins; on other pages, to which none belongs."""
_OBJECT = "\ufffc"
"""What stands in a text for a picture."""
_LEADING = 128
"""The height of a line, in hundredths of the face's own."""


def _no_wider(picture: QImage, width: int) -> QImage:
    """Return a picture no wider than `width`, and as sharp as the screen is."""
    image = QImage(picture)
    image.setDevicePixelRatio(max(1.0, image.width() / max(1, width)))
    return image


class PageText(QTextBrowser):
    """A page to read, with the help's own pictures. It fetches nothing; a link leads to another, or nowhere."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._follow)
        self.setObjectName("article")
        self.setFont(sans(14))
        self.document().setDocumentMargin(_MARGIN)
        self._pictures: dict[str, QImage] = {}  # of the page that is shown, by their names
        self._width = _PICTURE_WIDTH
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_markdown(self, text: str) -> None:
        """Show a page from its beginning."""
        self._pictures.clear()
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

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        """Wish for another page; an address outside is not opened."""
        if url.isRelative():
            page = url.fileName().removesuffix(".md")
            self.page_wanted.emit("" if page == _CHECKS else page)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002, N802 - Qt's
        """Return a picture of the help's own; nothing else is ever loaded."""
        asked = name.toString() if isinstance(name, QUrl) else name
        if _PICTURE.fullmatch(asked) is None:
            return None
        if asked not in self._pictures:
            self._pictures[asked] = QImage(str(resource("help", *asked.split("/"))))
        return _no_wider(self._pictures[asked], self._width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Let pictures shrink with the page, so that none is cut off."""
        width = min(_PICTURE_WIDTH, event.size().width() - 2 * _MARGIN)
        if width != self._width:
            self._width = width
            for name, picture in self._pictures.items():
                kind = QTextDocument.ResourceType.ImageResource.value
                self.document().addResource(kind, QUrl(name), _no_wider(picture, width))
            self.document().markContentsDirty(0, self.document().characterCount())
        super().resizeEvent(event)


class HelpWindow(QWidget):
    """Shows the pages of the help; says which check the user wishes on or off.

    What is looked for in all pages lists those that have it, and lights it there; going on from the last place of a
    page leads to the next page. The page on all checks has no id.
    """

    wished = Signal(object)

    def __init__(self, appearance: Appearance, pages: Sequence[HelpPage], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        give_title(self, say("window.help.title"))
        self.resize(940, 640)
        self._appearance = appearance
        self._pages = {page.id: page for page in pages}
        self._index: tuple[IndexedPage, ...] = ()
        self.current = pages[0].id
        """The id of the page that is shown."""
        self._about = ("", "")
        self._off: frozenset[str] = frozenset()
        self.search = FindField(self)
        self.found = PlainLabel(parent=self)
        self.list = self._list_of()
        self.text = PageText(self)
        self.text.setAccessibleName(say("window.help.page"))
        self.text.page_wanted.connect(self.show_page)
        self.state = PlainLabel(parent=self)
        self.state.setObjectName("soft")
        self.switch = QPushButton(self)
        self.switch.clicked.connect(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.parts = self._beside(self._contents(), self._sheet())
        layout.addWidget(self.parts)
        self._fill(tuple(self._pages))
        self._share_room()
        self._connect_search()
        self.list.currentItemChanged.connect(self._show_chosen)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        appearance.changed.connect(self._show)
        self._show()

    def _connect_search(self) -> None:
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self.finding.next)
        self.search.left.connect(self._leave_search)
        self.finding.came_round.connect(self._turn_page)
        QShortcut(QKeySequence("Ctrl+Shift+F"), self).activated.connect(self.start_search)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list.setFocus)

    def _list_of(self) -> QListWidget:
        """Return the list of the pages' titles."""
        titles = QListWidget(self)
        titles.setItemDelegate(ListedDelegate(titles))
        titles.setAccessibleName(say("window.help.pages"))
        titles.setMinimumWidth(150)
        titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles.ensurePolished()
        return titles

    def _contents(self) -> QWidget:
        """Return the list under the field that searches it."""
        contents = QWidget(self)
        contents.setAccessibleName(say("window.help.pages"))
        self.search.setPlaceholderText(say("window.help.search"))
        self.search.setAccessibleName(say("window.help.search"))
        self.found.setObjectName("soft")
        self.found.setContentsMargins(12, 0, 12, 4)
        self.found.setWordWrap(True)
        self.found.hide()
        field = QHBoxLayout()
        field.setContentsMargins(10, 8, 10, 6)
        field.addWidget(self.search)
        column = QVBoxLayout(contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(field)
        column.addWidget(self.found)
        column.addWidget(self.list, 1)
        return contents

    def _sheet(self) -> QWidget:
        """Return the page with the switch of its check below."""
        sheet = QWidget(self)
        sheet.setAccessibleName(say("window.help.page-and-switch"))
        self._below = QHBoxLayout()
        self.state.setWordWrap(True)
        self._below.addWidget(self.state, 1)
        self._below.addWidget(self.switch)
        read = QVBoxLayout(sheet)
        read.setContentsMargins(0, 0, 0, 0)
        read.setSpacing(0)
        self.finding = FindBar(
            self.text, self.text.setExtraSelections, lambda: self._appearance.theme.surface.found, self
        )
        read.addWidget(self.finding)
        read.addWidget(self.text, 1)
        read.addLayout(self._below)
        return sheet

    def _beside(self, contents: QWidget, sheet: QWidget) -> QSplitter:
        """Return the list with `sheet` beside it, as wide as the user draws them."""
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setAccessibleName(say("window.help.list-and-page"))
        parts.setHandleWidth(1)
        parts.addWidget(contents)
        parts.addWidget(sheet)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        return parts

    def _share_room(self) -> None:
        """Make the list as wide as its titles are."""
        listed = self.list.sizeHintForColumn(0) + self.list.width() - self.list.viewport().width()
        bar = self.list.verticalScrollBar().sizeHint().width()
        self.parts.setSizes([max(190, listed + bar), 670])

    def _fill(self, listed: Sequence[str]) -> None:
        """List pages, and choose the one that is shown, where it is among them."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for number, page in enumerate(listed):
                item = QListWidgetItem(self._pages[page].title, self.list)
                item.setData(_ID, page)
                give_tip(item, self._pages[page].title)
                if page == self.current:
                    self.list.setCurrentRow(number)

    @Slot(str)
    def show_page(self, page: str, about: str = "") -> None:
        """Show a page, where there is one, under what is said `about` a finding (Markdown)."""
        if page not in self._pages:
            return
        self._about = (page, about)
        self.current = page
        if not self._choose():
            self.search.clear()
        self._show()

    def start_search(self) -> None:
        """Ask for what is to be looked for in all pages."""
        self.search.setFocus()
        self.search.selectAll()

    def _choose(self) -> bool:
        """Choose the page that is shown in the list; tell whether it is there."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == self.current:
                with QSignalBlocker(self.list):
                    self.list.setCurrentRow(row)
                return True
        return False

    @Slot(str)
    def _look_for(self, wanted: str) -> None:
        """List the pages that have `wanted`, the likeliest first, and show where it stands in that one."""
        self._index = self._index or index_pages(self._pages.values())
        sought = bool(wanted.strip())
        found = find_pages(self._index, wanted) if sought else tuple(self._pages)
        self._say_found(len(found) if sought else None)
        if found and sought:
            self.current = found[0]
        self._fill(found)
        self._show()
        if sought:
            self.finding.look_for(wanted)
        else:
            self.finding.put_out()

    def _say_found(self, number: int | None) -> None:
        """Say how many pages were found, where anything is looked for."""
        told = say("window.help.found", count=number) if number else say("window.found.nothing")
        told = told if number is not None else ""
        self.found.show_text(told)
        self.found.setHidden(number is None)
        self.search.setAccessibleDescription(told)

    @Slot(int)
    def _turn_page(self, by: int) -> None:
        """Go on with the next page that was found, or with the one before."""
        if self.search.text().strip() and self.list.count() > 1:
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())
            if by < 0:
                self.finding.go_to_last()

    @Slot()
    def _leave_search(self) -> None:
        """List all pages again; where they are listed, close."""
        if self.search.text():
            self.search.clear()
            self.list.setFocus()
        else:
            self.close()

    @Slot()
    def _show_chosen(self) -> None:
        if (chosen := self.list.currentItem()) is not None:
            self.current = str(chosen.data(_ID))
            self._show()

    @Slot()
    def _show(self) -> None:
        page = self._pages[self.current]
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
        on_check = self._pages[self.current].on_check
        for part in (self.state, self.switch):
            part.setVisible(on_check)
        set_margins(self._below, *(_BELOW if on_check else _NOTHING))
        off = self.current in self._off
        self.state.show_text(say("window.help.check-off") if off else say("window.help.check-on"))
        self.switch.setText(say("window.help.turn-on") if off else say("window.help.turn-off"))
        self.switch.setAccessibleName(self.switch.text())

    @Slot()
    def _switch(self) -> None:
        self.wished.emit(SwitchCheck(self.current, on=self.current in self._off))
