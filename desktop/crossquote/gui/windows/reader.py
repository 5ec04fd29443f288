"""The reader: one article in full, its quotes marked, the one that was clicked in view."""

import re
from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.delegates.quotes import HEAD_ROLE, WORDS_ROLE, QuoteDelegate
from crossquote.gui.messages import language_name
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled, serif
from crossquote.gui.views.article_text import ArticleText, draw_article, formats_of
from crossquote.gui.views.beside import Beside
from crossquote.gui.widgets.elided import ElidedLabel
from crossquote.gui.widgets.noted import note_label, show_note
from crossquote.gui.widgets.reading_strip import ReadingStrip
from crossquote.gui.widgets.room import make_room
from crossquote.gui.wishes import (
    CorrectQuote,
    GetPackages,
    GiveSentence,
    MarkQuote,
    MoveQuote,
    NoteArticle,
    PartQuote,
    ShowRendition,
    StopTranslating,
    TranslateArticle,
    UnmarkQuote,
)
from crossquote.gui.words import say, say_message
from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.signs import kind_name
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.text.words import split_words
from crossquote.work.reading import Reading, Sentence, needs_translation, reading_of

_ID = Qt.ItemDataRole.UserRole
_NARROWEST, _HEADING = 480, 150
"""Pixels: how narrow the bar may be, and what the outlet's name keeps of it at the usual text size."""
_AROUND = " \t\r\n\u00a0\"'“”„«»‘’‚‹›「」『』"
"""What a selection may have around the words, and a quote has not."""


class ReaderWindow(QWidget):
    """Shows one article, its translation where it needs one, and a list of its quotes beside it."""

    wished = Signal(object)

    def __init__(self, appearance: Appearance, article_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.article_id = article_id
        self._home = parent
        self.gone = False
        self._appearance = appearance
        self._state = State()
        self._quotes: tuple[Quote, ...] = ()
        self._current = ""
        self._places: list[int] = []
        self.reading: Reading | None = None
        make_room(self, 1140, 760)
        self.text = ArticleText(self)
        self.text.clicked.connect(self._click)
        self.strip = ReadingStrip(self)
        self.translation = ArticleText(self)
        self.translation.setObjectName("article")
        self.translation.setAccessibleName(say("window.reader.translation-of-the-article"))
        self.beside = Beside(self.text, self.translation)
        self._connect_translation()
        self.text.selectionChanged.connect(self._check)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._show_menu)
        self.list = QListWidget(self)
        self.list.setAccessibleName(say("window.reader.quotes-of-this-article"))
        self.list.setItemDelegate(QuoteDelegate(appearance, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._choose)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_list_menu)
        self._actions: list[QAction] = []
        self._buttons: list[QToolButton] = []
        self._place()
        self._check()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        appearance.changed.connect(self._draw)

    def show_state(self, state: State) -> None:
        """Show the article as it is in `state`; close where it is no longer there."""
        article = state.articles.get(self.article_id)
        if article is None:
            self.gone = True
            self.close()
            return
        show_note(self.noted, state, f"article:{self.article_id}")
        known = self._state.articles.get(self.article_id)
        quotes = state.quotes_of(self.article_id)
        self._state = state
        reading = reading_of(state, self.article_id) if needs_translation(state, self.article_id) else None
        if article is known and quotes == self._quotes and reading == self.reading:
            return
        self._quotes, self.reading = quotes, reading
        self._fill(article)

    def show_quote(self, quote_id: str) -> None:
        """Mark one quote and bring it into view."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_ID) == quote_id:
                self.list.setCurrentItem(item)

    def show_words(self, words: str) -> None:
        """Select the first place that has `words`, else the first of them, and bring it into view."""
        article = self._state.articles.get(self.article_id)
        for wanted in dict.fromkeys((" ".join(words.split()), *words.split())) if words.strip() else ():
            found = re.search(re.escape(wanted), article.text, re.IGNORECASE) if article is not None else None
            if found is not None:
                cursor = QTextCursor(self.text.document())
                cursor.setPosition(self._places[found.start()])
                cursor.setPosition(self._places[found.end()], QTextCursor.MoveMode.KeepAnchor)
                self.text.setTextCursor(cursor)
                self.text.ensureCursorVisible()
                return

    def _connect_translation(self) -> None:
        self.strip.translate_requested.connect(self.translate)
        self.strip.stop_requested.connect(self._stop_translating)
        self.strip.packages_requested.connect(self._get_packages)
        self.text.pointed.connect(self.beside.point_original)
        self.translation.pointed.connect(self.beside.point_translation)
        self.translation.clicked.connect(self._click_translation)
        self.translation.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.translation.customContextMenuRequested.connect(self.beside.show_menu)
        self.beside.version_requested.connect(self._wish_version)
        self.beside.others_requested.connect(self._wish_others)
        QShortcut(QKeySequence("T"), self).activated.connect(self.beside.give_version_here)
        QShortcut(QKeySequence("Shift+T"), self).activated.connect(self.beside.weigh_here)

    @Slot()
    def translate(self) -> None:
        """Wish that the article were translated."""
        self.wished.emit(TranslateArticle(self.article_id))

    @Slot()
    def _stop_translating(self) -> None:
        self.wished.emit(StopTranslating(self.article_id))

    @Slot()
    def _get_packages(self) -> None:
        self.wished.emit(GetPackages())

    @Slot(object)
    def _wish_version(self, sentence: Sentence) -> None:
        self.wished.emit(GiveSentence(self.article_id, sentence))

    @Slot(object)
    def _wish_others(self, sentence: Sentence) -> None:
        self.wished.emit(GiveSentence(self.article_id, sentence, weigh=True))

    @Slot(int)
    def _click_translation(self, position: int) -> None:
        """Choose the quote that the sentence under the pointer belongs to."""
        self._click(self.beside.original_position(position))

    def _place(self) -> None:
        self._heading = ElidedLabel(parent=self)
        self._heading.setObjectName("heading")
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._about = QLabel(self)
        self._about.setObjectName("soft")
        self.marking = self._action(say("window.reader.mark-as-quote"), "Q", self._mark)
        self.correcting = self._action(say("window.reader.correct"), "C", self._correct)
        self.unmarking = self._action(say("window.reader.no-quote"), "X", self._unmark)
        self.unmarking.setShortcuts([QKeySequence("X"), QKeySequence("Shift+X")])  # as in the comparison, too
        self.moving = self._action(say("window.reader.move-to-another-utterance"), "M", self._move)
        self.moving.setIconText(say("window.reader.move"))
        self.parting = self._action(say("window.reader.take-out-of-its-utterance"), "S", self._part)
        self.parting.setIconText(say("window.reader.take-out"))
        self.noting = self._action(say("window.reader.note"), "N", self._note)
        self.showing = self._action(say("window.reader.show-in-comparison"), "Ctrl+Return", self.show_in_comparison)
        head = QFrame(self)
        head.setObjectName("bar")
        head.setAccessibleName(say("window.reader.article"))
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 9, 12, 9)
        row.addWidget(self._heading, 1)
        row.addWidget(self._about)
        row.setSpacing(6)
        for action in self._actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().rstrip("…"))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
            self._buttons.append(button)
        head.setMinimumWidth(_NARROWEST)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setAccessibleName(say("window.reader.text-and-quotes"))
        parts.setHandleWidth(1)
        for part in (self.text, self.translation, self.list):
            parts.addWidget(part)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        parts.setSizes([520, 520, 280])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.noted = note_label(self)
        layout.addWidget(head)
        layout.addWidget(self.noted)
        layout.addWidget(self.strip)
        layout.addWidget(parts, 1)

    def _make_room(self) -> None:
        """Leave out the buttons that a narrow bar has no room for, the last first: menu and keys have them all."""
        room = self.width() - scaled(_HEADING) - self._about.sizeHint().width()
        for button in self._buttons:
            room -= button.sizeHint().width() + 6
            button.setVisible(room >= 0)

    def _fill(self, article: Article) -> None:
        for part in (self.strip, self.translation):
            part.setVisible(self.reading is not None)
        self.setWindowTitle(f"{article.outlet}: {article.title}")
        self.setAccessibleName(self.windowTitle())
        self._heading.setText(article.outlet)
        self._heading.setAccessibleName(article.outlet)
        parts = (
            language_name(article.language),
            article.date or "",
            say("count.quotes", count=len(self._quotes)),
        )
        self._about.setText(" · ".join(part for part in parts if part))
        self._about.setAccessibleName(self._about.text())
        self._make_room()
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's
        self.list.clear()
        for quote in self._quotes:
            head, words = _quote_head(quote), quote.text(article.text).replace("\n", " ")
            item = QListWidgetItem(f"{head}: {words}", self.list)
            item.setData(_ID, quote.id)
            item.setData(HEAD_ROLE, head)
            item.setData(WORDS_ROLE, words)
            item.setToolTip(_quote_tip(quote, article.text))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's
        self._draw()

    @Slot()
    def _draw(self) -> None:
        article = self._state.articles.get(self.article_id)
        if article is None:
            return
        at = self.text.verticalScrollBar().value()
        theme = self._appearance.theme
        for page in (self.text, self.translation):
            page.setFont(serif(17 + self._appearance.text_step))
        self._places = draw_article(self.text, article, self._quotes, self._current, theme)
        if self.reading is not None:
            formats = formats_of(article, self._quotes, self._current, theme)
            self.beside.show_reading(self.reading, self._places, formats, theme)
        self.text.verticalScrollBar().setValue(at)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _choose(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self._current = str(item.data(_ID)) if item else ""
        self._draw()
        quote = next((quote for quote in self._quotes if quote.id == self._current), None)
        self._check()
        if quote is not None:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(self._places[quote.hull.start])
            self.text.setTextCursor(cursor)
            self.text.ensureCursorVisible()
            self.text.setAccessibleDescription(_quote_tip(quote, self._state.articles[self.article_id].text))

    @Slot(int)
    def _click(self, position: int) -> None:
        for quote in self._quotes:
            if any(self._places[span.start] <= position <= self._places[span.end] for span in quote.spans):
                self.show_quote(quote.id)
                return

    def _action(self, text: str, keys: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{text.rstrip('…')} ({keys})")
        action.triggered.connect(run)
        self.addAction(action)
        self._actions.append(action)
        return action

    def selection(self) -> Span | None:
        """Return what is selected, without the blanks and quotation marks around it."""
        cursor = self.text.textCursor()
        article = self._state.articles.get(self.article_id)
        if article is None or not cursor.hasSelection():
            return None
        start = bisect_left(self._places, cursor.selectionStart())
        end = bisect_left(self._places, cursor.selectionEnd())
        words = article.text[start:end]
        left = len(words) - len(words.lstrip(_AROUND))
        kept = words.strip(_AROUND)
        return Span(start + left, start + left + len(kept)) if kept else None

    def _whole_words(self) -> Span | None:
        """Return what is selected, widened to whole words."""
        span, article = self.selection(), self._state.articles.get(self.article_id)
        if span is None or article is None:
            return None
        words = split_words(article.text, language_of(article.language))
        touched = [word.span for word in words if word.span.overlaps(span)]
        starts, ends = [span.start, *(one.start for one in touched)], [span.end, *(one.end for one in touched)]
        return Span(min(starts), max(ends))

    @Slot()
    def _check(self) -> None:
        """Offer what can be done with what is selected and chosen."""
        chosen = any(quote.id == self._current for quote in self._quotes)
        self.marking.setEnabled(self.selection() is not None)
        self.correcting.setEnabled(chosen)
        self.unmarking.setEnabled(chosen)
        placed = chosen and self._utterance() is not None
        for action in (self.showing, self.moving, self.parting):
            action.setEnabled(placed)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        menu = self.text.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0] if menu.actions() else None
        for action in self._actions:
            menu.insertAction(first, action) if first else menu.addAction(action)
        if first:
            menu.insertSeparator(first)
        menu.popup(self.text.viewport().mapToGlobal(at))

    @Slot()
    def _mark(self) -> None:
        """Wish that what is selected were a quote."""
        if (span := self._whole_words()) is not None:
            self.wished.emit(MarkQuote(self.article_id, span))

    @Slot()
    def _correct(self) -> None:
        """Wish to correct the chosen quote; what is selected may be its place."""
        self.wished.emit(CorrectQuote(self._current, self._whole_words()))

    @Slot()
    def _unmark(self) -> None:
        """Wish that the chosen quote were none."""
        self.wished.emit(UnmarkQuote(self._current))

    @Slot()
    def _move(self) -> None:
        """Wish that the chosen quote were brought to another utterance."""
        self.wished.emit(MoveQuote(self._current))

    @Slot()
    def _part(self) -> None:
        """Wish that the chosen quote were taken out of its utterance."""
        self.wished.emit(PartQuote(self._current))

    @Slot(QPoint)
    def _show_list_menu(self, at: QPoint) -> None:
        """Offer what can be done with the quote under the pointer."""
        item = self.list.itemAt(at)
        if item is not None:
            self.list.setCurrentItem(item)
            menu = QMenu(self.list)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions([self.showing, self.moving, self.parting, self.correcting, self.unmarking])
            menu.popup(self.list.viewport().mapToGlobal(at))

    @Slot()
    def _note(self) -> None:
        """Wish to write a note on the article."""
        self.wished.emit(NoteArticle(self.article_id))

    def _utterance(self) -> str | None:
        return next(
            (
                utterance.id
                for utterance in self._state.utterances.values()
                if any(self._current in (*one.quotes, *one.reports) for one in utterance.renditions)
            ),
            None,
        )

    @Slot()
    def show_in_comparison(self) -> None:
        """Wish to see the chosen quote beside the others of its utterance."""
        if utterance := self._utterance():
            self.wished.emit(ShowRendition(utterance, self.article_id))
            self._home.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102, N802 - Qt's
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()


def _quote_head(quote: Quote) -> str:
    speaker = quote.speaker.name if quote.speaker else say("window.reader.speaker-unknown")
    return f"{speaker} · {say_message(kind_name(quote.kind))}"


def _quote_tip(quote: Quote, text: str) -> str:
    speaker = quote.speaker
    parts = [say("window.reader.speaker", name=speaker.name) if speaker else say("window.reader.nobody-said")]
    if speaker and speaker.reason:
        parts.append(say_message(speaker.reason))
    if quote.cue:
        parts.append(say("window.reader.cue", words=quote.cue.span.of(text)))
    return "\n".join([*parts, say("window.reader.kind", kind=kind_name(quote.kind))])
