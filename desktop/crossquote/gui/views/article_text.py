"""An article's text as it is read: its title, what is skipped, and its quotes marked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QMouseEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from crossquote.gui.theme.fonts import scaled, serif
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.units import places_of
from crossquote.gui.views.written import write
from crossquote.gui.words import say
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.span import Span


class ArticleText(QTextEdit):
    """An article's text, or its translation; says which place was clicked, and which lies under the pointer."""

    clicked = Signal(int)
    pointed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(serif(17))
        self.setAccessibleName(say("window.reader.text-of-the-article"))
        self.setObjectName("article")
        self.document().setDocumentMargin(28)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

        self._found: list[QTextEdit.ExtraSelection] = []
        self._lit: list[QTextEdit.ExtraSelection] = []

    def light_found(self, found: list[QTextEdit.ExtraSelection]) -> None:
        """Light what was looked for, under what the pointer lights."""
        self._found = found
        super().setExtraSelections([*found, *self._lit])

    def setExtraSelections(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:  # noqa: N802 - Qt's
        """Light what the pointer is on, over what was looked for."""
        self._lit = list(selections)
        super().setExtraSelections([*self._found, *selections])

    def bring_into_view(self, start: int, end: int) -> None:
        """Put the caret at the beginning of a passage; unless all of it is seen, scroll it to the middle."""
        cursor, bar = QTextCursor(self.document()), self.verticalScrollBar()
        cursor.setPosition(end)
        last = self.cursorRect(cursor)
        cursor.setPosition(start)
        seen, at, room = self.cursorRect(cursor).united(last), bar.value(), self.viewport().height()
        hidden = seen.top() < 0 or seen.bottom() > room
        self.setTextCursor(cursor)  # which scrolls as well
        bar.setValue(at + (seen.top() - max((room - seen.height()) // 2, 0) if hidden else 0))

    def _scroll(self, by: int) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)

    def menu_with(self, actions: Iterable[QAction]) -> QMenu:
        """Return the text's own menu, behind `actions`."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = menu.actions()
        menu.insertActions(own[0], list(actions)) if own else menu.addActions(list(actions))
        if own:
            menu.insertSeparator(own[0])
        return menu

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            self.clicked.emit(self.cursorForPosition(event.position().toPoint()).position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointed.emit(self.cursorForPosition(event.position().toPoint()).position())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Keep the line with the caret where it was seen."""
        before = self.cursorRect()
        super().resizeEvent(event)
        if 0 <= before.top() < event.oldSize().height():
            self._scroll(self.cursorRect().top() - min(before.top(), self.viewport().height() // 2))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102, N802 - Qt's
        super().leaveEvent(event)
        self.pointed.emit(-1)


def draw_article(text: QTextEdit, article: Article, quotes: tuple[Quote, ...], current: str, theme: Theme) -> list[int]:
    """Write `article` into `text` with its quotes marked; return where each of its characters stands in it."""
    places = places_of(article.text)
    write(text, article.text, places, formats_of(article, quotes, current, theme))
    return places


def formats_of(
    article: Article, quotes: tuple[Quote, ...], current: str, theme: Theme
) -> list[tuple[Span, QTextCharFormat]]:
    """Return how the parts of an article are written: its title, what is skipped, its quotes; `current` is chosen."""
    layout = article.layout
    found: list[tuple[Span, QTextCharFormat]] = []
    soft = QTextCharFormat()
    soft.setForeground(QColor(theme.text.faint))
    found += [(span, soft) for span in (*layout.skipped, layout.byline, layout.dateline) if span is not None]
    if layout.title is not None:
        title = QTextCharFormat()
        title.setFont(serif(scaled(23), bold=True))
        found.append((layout.title, title))
    for quote in quotes:
        found += _quote_formats(quote, theme, chosen=quote.id == current)
    return found


def _quote_formats(quote: Quote, theme: Theme, *, chosen: bool) -> list[tuple[Span, QTextCharFormat]]:
    marked = QTextCharFormat()
    marked.setBackground(QColor(theme.accent.wash))
    if chosen:
        marked.setBackground(QColor(theme.change.changed_wash))
        marked.setForeground(QColor(theme.change.changed))
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        marked.setUnderlineColor(QColor(theme.change.changed))
    found = [(span, marked) for span in quote.spans]
    colour = QColor(theme.accent.main if not chosen else theme.change.changed)
    if quote.speaker is not None and quote.speaker.mention is not None:
        who = QTextCharFormat()
        who.setFontWeight(QFont.Weight.DemiBold)
        who.setForeground(colour)
        found.append((quote.speaker.mention, who))
    if quote.cue is not None:
        cue = QTextCharFormat()
        cue.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        cue.setUnderlineColor(colour)
        found.append((quote.cue.span, cue))
    return found
