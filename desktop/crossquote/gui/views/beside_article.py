"""The translation beside an article: the same marks, the same sentence, the same words lit, scrolling in step."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from crossquote.gui.actions import SENTENCE_ACTIONS, text_of
from crossquote.gui.key_names import shown_keys
from crossquote.gui.models.provenance import doubts, tip
from crossquote.gui.plain import give_tip
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.units import places_of
from crossquote.gui.views.in_step import InStep
from crossquote.gui.views.level import Level
from crossquote.gui.views.written import Formats, select, write
from crossquote.gui.widgets.reading_strip import ReadingStrip
from crossquote.gui.words import say
from crossquote.model.span import Span
from crossquote.model.translation import Translation
from crossquote.work.reading import ArticleSentence, ArticleTranslation

_NONE = ArticleTranslation("", ())


class Beside(QObject):
    """Shows an article's translation in a second text, and lights what belongs together in both."""

    version_requested = Signal(object)
    others_requested = Signal(object)

    def __init__(self, original: QTextEdit, translation: QTextEdit, strip: ReadingStrip) -> None:
        super().__init__(translation)
        self._strip = strip
        self._texts = original, translation
        self._places: tuple[list[int], list[int]] = ([0], [0])
        self._reading = _NONE
        self._theme: Theme | None = None
        self._formats: Formats = ()
        self._step = InStep(original, translation)
        self._level = Level(original, translation)
        self._chosen: ArticleSentence | None = None
        strip.turned.connect(self._turn)
        self._show()

    def show_reading(
        self, reading: ArticleTranslation | None, places: list[int], formats: Formats, theme: Theme
    ) -> None:
        """Write the translation with the original's `formats`; `places` say where the original's characters stand.

        Where no `reading` is needed, there is none beside the article.
        """
        self._reading = reading or _NONE
        self._places, self._formats, self._theme = (places, places_of(self._reading.text)), formats, theme
        self._turn()

    @Slot()
    def _turn(self) -> None:
        """Write the translation where there is some or is to be: untranslated, it would say what the original says."""
        self._show()
        if self._theme is not None and not self._texts[1].isHidden():
            self._write(self._theme)

    def _show(self) -> None:
        needed = self._reading is not _NONE
        self._strip.setVisible(needed)
        self._texts[1].setVisible(needed and (self._reading.translated > 0 or self._strip.at_work))

    def _write(self, theme: Theme) -> None:
        translation = self._texts[1]
        reading, places = self._reading, self._places
        at = translation.verticalScrollBar().value()
        shown = ((target, how) for span, how in self._formats for target in reading.project(span))
        write(translation, reading.text, places[1], chain(sentence_formats(reading.sentences, theme), shown))
        self._level.begin_anew()
        translation.verticalScrollBar().setValue(at)
        self._step.pair([(places[0][one.source.start], places[1][one.target.start]) for one in reading.sentences])
        self.light_nothing()

    def sentence_at(self, position: int, *, translated: bool) -> ArticleSentence | None:
        """Return the sentence at a position of one of the documents."""
        return self._reading.sentence_at(self._character(position, translated=translated), translated=translated)

    def original_position(self, position: int) -> int:
        """Return where in the original's document the words at a position of the translation's came from."""
        character = self._character(position, translated=True)
        words, _ = self._reading.words_at(character, translated=True)
        sentence = self._reading.sentence_at(character, translated=True)
        start = words[0].start if words else sentence.source.start if sentence else 0
        return self._places[0][start]

    @Slot(int)
    def point_original(self, position: int) -> None:
        """Light the sentence and the words at a position of the original."""
        self._light(position, translated=False)

    @Slot(int)
    def point_translation(self, position: int) -> None:
        """Light the sentence and the words at a position of the translation."""
        self._light(position, translated=True)

    def light_nothing(self) -> None:
        """Take the light away."""
        for text in self._texts:
            text.setExtraSelections([])

    def lit(self) -> tuple[list[str], list[str]]:
        """Return what is lit in the original and in the translation."""
        left, right = ([one.cursor.selectedText() for one in text.extraSelections()] for text in self._texts)
        return left, right

    def _character(self, position: int, *, translated: bool) -> int:
        return max(bisect_right(self._places[translated], position) - 1, 0)

    def _light(self, position: int, *, translated: bool) -> None:
        if position < 0 or self._theme is None:
            self.light_nothing()
            return
        character = self._character(position, translated=translated)
        sentence = self._reading.sentence_at(character, translated=translated)
        if sentence is None or character >= (sentence.target if translated else sentence.source).end:
            self.light_nothing()
            return
        words = self._reading.words_at(character, translated=translated)
        for text, places, whole, parts in zip(
            self._texts, self._places, (sentence.source, sentence.target), words, strict=True
        ):
            if text.isHidden():
                continue
            sentence_light = _selection(_cursor(text, whole, places), self._theme.surface.selected)
            text.setExtraSelections(
                [sentence_light, *(_word_light(_cursor(text, part, places), self._theme) for part in parts)]
            )

    @Slot(QPoint)
    def show_menu(self, at: QPoint) -> None:
        """Offer what can be done with the sentence under the pointer."""
        translation = self._texts[1]
        menu = translation.createStandardContextMenu(at)
        menu.setParent(translation, menu.windowFlags())
        self.offer(menu, at, translated=True)
        self._open(menu, translation.viewport().mapToGlobal(at))

    def offer(self, menu: QMenu, at: QPoint, *, translated: bool) -> None:
        """Offer in a menu of one of the texts what can be done with the sentence at `at`."""
        self._chosen = self.sentence_at(self._texts[translated].cursorForPosition(at).position(), translated=translated)
        if self._chosen is not None:
            menu.addSeparator()
            for entry, wish in zip(SENTENCE_ACTIONS, (self._wish_version, self._wish_others), strict=True):
                menu.addAction(f"{text_of(entry)}	{shown_keys(entry)}").triggered.connect(wish)

    def _open(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @Slot()
    def give_version_here(self) -> None:
        """Wish to translate the sentence that the cursor stands in."""
        self._chosen = self._sentence_here()
        self._wish_version()

    @Slot()
    def weigh_here(self) -> None:
        """Wish to see what else the engine could have written for the sentence that the cursor stands in."""
        self._chosen = self._sentence_here()
        self._wish_others()

    def _sentence_here(self) -> ArticleSentence | None:
        translated = self._texts[1].hasFocus()
        return self.sentence_at(self._texts[translated].textCursor().position(), translated=translated)

    @Slot()
    def _wish_version(self) -> None:
        if self._chosen is not None:
            self.version_requested.emit(self._chosen)

    @Slot()
    def _wish_others(self) -> None:
        if self._chosen is not None:
            self.others_requested.emit(self._chosen)


def sentence_formats(sentences: Sequence[ArticleSentence], theme: Theme) -> Iterator[tuple[Span, QTextCharFormat]]:
    """Yield how sentences are written; those that follow one another without a translation are one, faint stretch."""
    for lacking, following in groupby(sentences, key=lambda sentence: sentence.made is None):
        if lacking:
            targets = [sentence.target for sentence in following]
            yield Span(targets[0].start, targets[-1].end), _faint(theme)
        else:
            yield from ((one.target, _translated(one.made, theme)) for one in following if one.made)


def _faint(theme: Theme) -> QTextCharFormat:
    shown = QTextCharFormat()
    shown.setForeground(QColor(theme.text.faint))
    give_tip(shown, say("window.reader.not-translated-yet"))
    return shown


def _translated(made: Translation, theme: Theme) -> QTextCharFormat:
    """Return how a translation is written: underlined if the user's own, waved if doubtful."""
    shown = QTextCharFormat()
    give_tip(shown, tip((made,)))
    if made.own:
        shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shown.setUnderlineColor(QColor(theme.accent.main))
    elif doubts((made,)):
        shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shown.setUnderlineColor(QColor(theme.severity.minor))
    return shown


def _cursor(text: QTextEdit, span: Span, places: list[int]) -> QTextCursor:
    cursor = QTextCursor(text.document())
    select(cursor, span, places)
    return cursor


def _selection(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format.setBackground(QColor(colour))
    return made


def _word_light(cursor: QTextCursor, theme: Theme) -> QTextEdit.ExtraSelection:
    """Return what tells a word from its sentence: the accent's colour and a line, so by more than colour."""
    made = _selection(cursor, theme.surface.selected)
    made.format.setForeground(QColor(theme.accent.main))
    made.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.format.setUnderlineColor(QColor(theme.accent.main))
    return made
