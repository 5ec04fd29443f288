"""The reader: one article in full, its quotes marked, the one that was clicked in view."""

from operator import attrgetter

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from crossquote.gui.actions import READER_ACTIONS, SENTENCE_ACTIONS, When, brief_text, text_of
from crossquote.gui.key_names import shown_keys
from crossquote.gui.models.quotes import quote_tip
from crossquote.gui.plain import give_tip, give_title
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import serif
from crossquote.gui.units import UnitPlaces
from crossquote.gui.views.article_text import ArticleText, draw_article, formats_of
from crossquote.gui.views.beside_article import Beside
from crossquote.gui.views.quote_ends import QuoteEnds
from crossquote.gui.views.quote_list import QuoteList
from crossquote.gui.views.reader_head import ReaderHead
from crossquote.gui.views.readings import Readings
from crossquote.gui.views.selection import selected_words, whole_words
from crossquote.gui.views.written import write_in
from crossquote.gui.widgets.find_bar import FindBar
from crossquote.gui.widgets.found import find_places
from crossquote.gui.widgets.noted import note_label, show_lines, show_note
from crossquote.gui.widgets.reading_strip import ReadingStrip
from crossquote.gui.widgets.room import make_room
from crossquote.gui.wishes.articles import AskOfArticles, NoteArticle, ShowRendition, TakeBack
from crossquote.gui.wishes.packages import GetPackages
from crossquote.gui.wishes.quotes import (
    CorrectQuote,
    GiveCue,
    MarkQuote,
    MoveBounds,
    MoveQuote,
    NameSpeaker,
    PartQuote,
    UnmarkQuote,
)
from crossquote.gui.wishes.translations import GiveSentence, StopTranslating, TranslateArticle
from crossquote.gui.words import say, say_joined, say_message
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterances import holding
from crossquote.wording.joining import Joint
from crossquote.work.edits.descriptions import set_aside
from crossquote.work.reading import ArticleSentence, ArticleTranslation
from crossquote.work.settings import words_step
from crossquote.work.stages.who_speaks import quotes_told

_OF_A_QUOTE = ("reader-show", "reader-move", "reader-part", "reader-correct", "reader-unmark")
"""What the menu of the list of quotes offers."""


class ReaderWindow(QWidget):
    """Shows one article, its translation where it needs one, and a list of its quotes beside it."""

    wished = Signal(object)
    left = Signal()
    read = Signal(object)

    def __init__(self, appearance: Appearance, article_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        make_room(self, 1140, 760)
        self.text = ArticleText(self)
        self.text.clicked.connect(self._click)
        self.ends = QuoteEnds(self.text, appearance.theme)
        self.ends.bounds_wanted.connect(self._wish_bounds)
        self.strip = ReadingStrip(self)
        self.translation = ArticleText(self)
        self.translation.setObjectName("article")
        self.translation.setAccessibleName(say("window.reader.translation-of-the-article"))
        self.beside = Beside(self.text, self.translation, self.strip)
        self._readings = Readings(article_id, self)
        self._connect_translation()
        self.text.selectionChanged.connect(self._check)
        self.text.cursorPositionChanged.connect(self._check)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._show_menu)
        self.list = QuoteList(appearance, self)
        self.list.quote_chosen.connect(self._choose)
        self.list.customContextMenuRequested.connect(self._show_list_menu)
        self.actions_by_id = self._make_actions()
        self._place()
        self._check()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        appearance.changed.connect(self._draw)

    def show_state(self, state: State, chosen: str = "") -> None:
        """Show the article as it is in `state`, a quote of it `chosen`; close where it is no longer there."""
        article = state.articles.get(self.article_id)
        if article is None:
            self.close()
            return
        show_note(self.noted, state, f"article:{self.article_id}")
        known, quotes = self._state.articles.get(self.article_id), quotes_told(state, self.article_id)
        self._state = state
        if article is not known or quotes != self._quotes:
            self._quotes, self._current = quotes, chosen or self._current
            self._fill(article)
        self._readings.follow(state)

    @property
    def reading(self) -> ArticleTranslation | None:
        """The article's translation as far as it is known; None where it needs none."""
        return self._readings.now

    @Slot()
    def _show_reading(self) -> None:
        self._draw_translation(self._state.articles[self.article_id])
        self.read.emit(self)

    def show_quote(self, quote_id: str) -> None:
        """Mark one quote and bring it into view, all of it where it has room, which a window has once it shows."""
        self.show()
        drawn = quote_id == self._current
        self.list.choose(quote_id)
        if drawn:  # where it was chosen before, nobody is told
            self._bring_into_view()

    def show_words(self, words: str) -> None:
        """Light where `words` stand, as they were looked for elsewhere, and bring the first place into view."""
        if find_places(self.text.toPlainText(), words):
            self.show()
            self.finding.look_for(words)

    def _connect_translation(self) -> None:
        self._readings.changed.connect(self._show_reading)
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
        for entry in SENTENCE_ACTIONS:
            QShortcut(QKeySequence(entry.shortcut), self).activated.connect(attrgetter(entry.runs)(self))

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
    def _wish_version(self, sentence: ArticleSentence) -> None:
        self.wished.emit(GiveSentence(self.article_id, sentence))

    @Slot(object)
    def _wish_others(self, sentence: ArticleSentence) -> None:
        self.wished.emit(GiveSentence(self.article_id, sentence, weigh=True))

    @Slot(int)
    def _click_translation(self, position: int) -> None:
        """Choose the quote that the sentence under the pointer belongs to."""
        self._click(self.beside.original_position(position))

    def _make_actions(self) -> dict[str, QAction]:
        """Make the actions of the reader from the table of actions."""
        made = {}
        for entry in READER_ACTIONS:
            action = QAction(text_of(entry), self)
            action.setIconText(brief_text(entry))
            action.setShortcuts([QKeySequence(keys) for keys in (entry.shortcut, entry.also) if keys])
            give_tip(action, say_joined((text_of(entry).rstrip("…"), shown_keys(entry)), Joint.ASIDE))
            action.triggered.connect(attrgetter(entry.runs)(self))
            self.addAction(action)
            made[entry.id] = action
        return made

    def _place(self) -> None:
        self.head = ReaderHead(list(self.actions_by_id.values()), self)
        self.parts = parts = QSplitter(Qt.Orientation.Horizontal, self)
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
        self.noted, self.warned = note_label(self), note_label(self)
        self.finding = FindBar(self.text, self.text.light_found, self._found_colour, self)
        layout.addWidget(self.head)
        layout.addWidget(self.warned)
        layout.addWidget(self.noted)
        layout.addWidget(self.strip)
        layout.addWidget(self.finding)
        layout.addWidget(parts, 1)

    def _found_colour(self) -> str:
        return self._appearance.theme.surface.found

    def _fill(self, article: Article) -> None:
        give_title(self, say_joined((article.outlet, article.title), Joint.ABOUT))
        self.head.show_article(article, len(self._quotes))
        show_lines(self.warned, list(map(say_message, article.source.warnings)))
        self.list.show_quotes(self._quotes, article.text, self._current)
        self._draw()
        self._check()

    @Slot()
    def _draw(self) -> None:
        article = self._state.articles.get(self.article_id)
        if article is None:
            return
        at = self.text.verticalScrollBar().value()
        self.ends.leave()
        theme = self._appearance.theme
        self.ends.draw_in(theme)
        for page in (self.text, self.translation):
            write_in(page, serif(17 + words_step(self._appearance.text_step)))
        self._places = draw_article(self.text, article, self._quotes, self._current, theme)
        self._draw_translation(article)
        self.finding.draw()
        self.text.verticalScrollBar().setValue(at)
        self.ends.show_quote(self._chosen(), self._quotes, article, UnitPlaces(0, self._places))

    def _chosen(self) -> Quote | None:
        return next((quote for quote in self._quotes if quote.id == self._current), None)

    def _draw_translation(self, article: Article) -> None:
        theme = self._appearance.theme
        formats = formats_of(article, self._quotes, self._current, theme) if self.reading is not None else ()
        self.beside.show_reading(self.reading, self._places, formats, theme)

    @Slot(str)
    def _choose(self, quote_id: str) -> None:
        self._current = quote_id
        self._draw()
        self._check()
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Bring the chosen quote into view, all of it where it has room."""
        if (quote := self._chosen()) is not None:
            self.text.bring_into_view(self._places[quote.hull.start], self._places[quote.hull.end])
            self.text.setAccessibleDescription(quote_tip(quote, self._state.articles[self.article_id].text))

    @Slot(int)
    def _click(self, position: int) -> None:
        for quote in self._quotes:
            if any(self._places[span.start] <= position <= self._places[span.end] for span in quote.spans):
                self.show_quote(quote.id)
                return
        self.take_back()

    def _selected(self) -> Span | None:
        article = self._state.articles.get(self.article_id)
        return selected_words(self.text.textCursor(), article, self._places) if article is not None else None

    def _whole_words(self) -> Span | None:
        """Return what is selected, widened to whole words."""
        span, article = self._selected(), self._state.articles.get(self.article_id)
        return whole_words(span, article) if span is not None and article is not None else None

    @Slot()
    def _check(self) -> None:
        chosen = self._chosen() is not None
        holds = {
            When.ALWAYS: True,
            When.SELECTED: self._selected() is not None,
            When.QUOTE: chosen,
            When.BESIDE_QUOTE: chosen and self._selected() is not None,
            When.PLACED: chosen and self._utterance() is not None,
            When.ASIDE: self._aside() is not None,
            When.LEFT_OUT: bool(self._all_aside()),
        }
        for entry in READER_ACTIONS:
            self.actions_by_id[entry.id].setEnabled(holds[entry.when])

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        menu = self.text.menu_with(self.actions_by_id.values())
        if self.reading is not None:
            self.beside.offer(menu, at, translated=False)
        menu.popup(self.text.viewport().mapToGlobal(at))

    @Slot()
    def mark_quote(self) -> None:
        """Wish that what is selected were a quote."""
        if (span := self._whole_words()) is not None:
            self.wished.emit(MarkQuote(self.article_id, span))

    @Slot()
    def correct_quote(self) -> None:
        """Wish to correct the chosen quote; what is selected may be its place."""
        self.wished.emit(CorrectQuote(self._current, self._whole_words()))

    @Slot()
    def name_speaker(self) -> None:
        """Wish that what is selected were who says the chosen quote."""
        if (span := self._whole_words()) is not None:
            self.wished.emit(NameSpeaker(self._current, span))

    @Slot()
    def give_cue(self) -> None:
        """Wish that what is selected said that the chosen quote is said."""
        if (span := self._whole_words()) is not None:
            self.wished.emit(GiveCue(self._current, span))

    @Slot(str, object)
    def _wish_bounds(self, quote: str, spans: tuple[Span, ...]) -> None:
        self.wished.emit(MoveBounds(quote, spans))

    @Slot()
    def unmark_quote(self) -> None:
        """Wish that the chosen quote were none."""
        self.wished.emit(UnmarkQuote(self._current))

    @Slot()
    def move_quote(self) -> None:
        """Wish that the chosen quote were brought to another utterance."""
        self.wished.emit(MoveQuote(self._current))

    @Slot()
    def part_quote(self) -> None:
        """Wish that the chosen quote were taken out of its utterance."""
        self.wished.emit(PartQuote(self._current))

    @Slot(QPoint)
    def _show_list_menu(self, at: QPoint) -> None:
        """Offer what can be done with the quote under the pointer."""
        self.list.offer(at, [self.actions_by_id[name] for name in _OF_A_QUOTE])

    def _aside(self) -> Span | None:
        """Return the part that was set aside in which the caret stands."""
        article, at = self._state.articles.get(self.article_id), self.text.textCursor().position()
        parts = article.layout.skipped if article is not None and self._places else ()
        return next((part for part in parts if self._places[part.start] <= at <= self._places[part.end]), None)

    @Slot()
    def take_back(self) -> None:
        """Wish that the part that was set aside, in which the caret stands, were read."""
        if (part := self._aside()) is not None:
            self.wished.emit(TakeBack(self.article_id, (part,)))

    def _all_aside(self) -> tuple[Span, ...]:
        article = self._state.articles.get(self.article_id)
        return set_aside(article.layout) if article is not None else ()

    @Slot()
    def take_back_all(self) -> None:
        """Wish that all that was set aside were read."""
        if parts := self._all_aside():
            self.wished.emit(TakeBack(self.article_id, parts))

    @Slot()
    def describe_article(self) -> None:
        """Wish to see what is known of the article, to correct it."""
        self.wished.emit(AskOfArticles((self.article_id,)))

    @Slot()
    def note_article(self) -> None:
        """Wish to write a note on the article."""
        self.wished.emit(NoteArticle(self.article_id))

    def _utterance(self) -> str | None:
        found = holding(self._state.utterances, (self._current,))
        return next((one for one in self._state.utterances if one in found), None) if found else None

    @Slot()
    def show_in_comparison(self) -> None:
        """Wish to see the chosen quote beside the others of its utterance."""
        if utterance := self._utterance():
            self.wished.emit(ShowRendition(utterance, self.article_id))
            self._home.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102, N802 - Qt's
        super().closeEvent(event)
        self.left.emit()
        self.gone = True
