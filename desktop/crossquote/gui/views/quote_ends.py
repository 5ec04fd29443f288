"""The ends of a quote in its article, each a handle to be dragged, or moved by the arrows where it has the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from crossquote.gui.plain import give_tip
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.units import UnitPlaces
from crossquote.gui.words import say
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.span import Span
from crossquote.work.edits.bounds import End, one_word_on, room_of, with_end, without_blanks, words_near

_WIDTH, _BAR, _KNOB = 13, 3, 9
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ACROSS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_NAMES = {End.START: "window.ends.start", End.END: "window.ends.end"}


class EndHandle(QWidget):
    """One end of a quote: says where in the text it is pulled, when it is let go, and by how many words it is moved.

    In a text that is read from the right (`leftwards`), the left arrow leads on.
    """

    focused = Signal()
    pulled = Signal(object, QPoint)
    let_go = Signal()
    stepped = Signal(object, int)

    def __init__(self, end: End, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.end = end
        self.theme = theme
        self.leftwards = False
        self._held = False
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say(_NAMES[end]))
        give_tip(self, say("window.ends.drag"))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.theme.text.ink if self.hasFocus() else self.theme.accent.main)
        middle = self.width() // 2
        painter.fillRect(middle - _BAR // 2, 0, _BAR, self.height(), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        top = 0 if self.end is End.START else self.height() - _KNOB
        painter.drawEllipse(middle - _KNOB // 2, top, _KNOB, _KNOB)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        self._held = event.button() is Qt.MouseButton.LeftButton
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        if self._held:
            self.pulled.emit(self.end, self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        if self._held:
            self._held = False
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(self.end, -_STEPS[key] if self.leftwards and key in _ACROSS else _STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102, N802 - Qt's
        super().focusInEvent(event)
        self.update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102, N802 - Qt's
        super().focusOutEvent(event)
        self.update()


class QuoteEnds(QObject):
    """Shows the handles of a quote in a text; says where the user wants it to stand, and when one of them is taken."""

    bounds_wanted = Signal(str, object)
    taken = Signal()

    def __init__(self, text: QTextEdit, theme: Theme) -> None:
        super().__init__(text)
        self._text, self._theme = text, theme
        self._quote: Quote | None = None
        self._drawn: tuple[Span, ...] = ()
        self._places = UnitPlaces(0, (0,))
        self._article: Article | None = None
        self._room = Span(0, 0)
        self._left = False
        self.handles = {end: EndHandle(end, theme, text.viewport()) for end in End}
        for handle in self.handles.values():
            handle.pulled.connect(self._pull)
            handle.let_go.connect(self._drop)
            handle.stepped.connect(self._step)
            handle.focused.connect(self.taken)
            handle.focused.connect(self._bring)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.place)
        text.verticalScrollBar().valueChanged.connect(self.place)
        text.document().documentLayout().documentSizeChanged.connect(self._place_soon)
        text.viewport().installEventFilter(self)

    def draw_in(self, theme: Theme) -> None:
        """Draw the handles in the colours of a theme."""
        self._theme = theme
        for handle in self.handles.values():
            handle.theme = theme
            handle.update()

    def show_quote(self, quote: Quote | None, quotes: Sequence[Quote], article: Article, places: UnitPlaces) -> None:
        """Show the ends of `quote` of `article`, whose characters stand at `places`; without one, none."""
        self._article, self._quote, self._places, self._left = article, quote, places, False
        self._drawn = quote.spans if quote is not None else ()
        self._room = room_of(quote, quotes, article) if quote is not None else Span(0, 0)
        self.place()

    def leave(self) -> None:
        """Let the handles stand as they are while the text is written anew: one that is hidden loses the focus."""
        self._quote, self._left = None, True

    @Slot()
    def _place_soon(self) -> None:
        """Place the handles once the lines have their places."""
        self._soon.start(0)

    @Slot()
    def place(self) -> None:
        """Put the handles where the ends are seen."""
        if self._left:
            return
        for end, handle in self.handles.items():
            handle.setVisible(bool(self._drawn))
            if self._drawn:
                at = self._drawn[0].start if end is End.START else self._drawn[-1].end
                cursor = QTextCursor(self._text.document())
                cursor.setPosition(self._places.unit(at))
                handle.leftwards = cursor.block().textDirection() is Qt.LayoutDirection.RightToLeft
                box = self._text.cursorRect(cursor)
                handle.setGeometry(box.center().x() - _WIDTH // 2, box.top() - 2, _WIDTH, box.height() + 4)
                handle.raise_()

    @Slot()
    def _bring(self) -> None:
        """Bring the handle that has the focus into view."""
        handle = next((one for one in self.handles.values() if one.hasFocus()), None)
        if handle is not None:
            box, bar = handle.geometry(), self._text.verticalScrollBar()
            below = max(box.bottom() - self._text.viewport().rect().bottom(), 0)
            bar.setValue(bar.value() + (below or min(box.top(), 0)))

    @Slot(object, QPoint)
    def _pull(self, end: End, at: QPoint) -> None:
        """Draw the quote as it would be."""
        if self._quote is not None:
            place = self._places.character(self._text.cursorForPosition(at).position())
            self._draw(with_end(self._quote, end, place, self._words(self._quote, place), self._room))

    def _draw(self, spans: tuple[Span, ...]) -> None:
        if self._article is not None:
            spans = without_blanks(spans, self._article.text)
        if spans != self._drawn:
            self._drawn = spans
            self._text.setExtraSelections([self._selection(span) for span in spans])
            self.place()

    def _selection(self, span: Span) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self._text.document())
        made.cursor.setPosition(self._places.unit(span.start))
        made.cursor.setPosition(self._places.unit(span.end), QTextCursor.MoveMode.KeepAnchor)
        made.format.setBackground(QColor(self._theme.surface.selected))
        return made

    @Slot()
    def _drop(self) -> None:
        """Wish what is drawn, where it is something new."""
        self._text.setExtraSelections([])
        if self._quote is not None and self._drawn != self._quote.spans:
            self.bounds_wanted.emit(self._quote.id, self._drawn)

    @Slot(object, int)
    def _step(self, end: End, by: int) -> None:
        """Move an end by a word."""
        if self._quote is not None:
            words = self._words(self._quote)
            at = one_word_on(self._quote, end, by, words)
            self._draw(with_end(self._quote, end, at, words, self._room))
            self._drop()

    def _words(self, quote: Quote, *places: int) -> tuple[Span, ...]:
        """Return the words about the ends of a quote, and about other places of its article."""
        return words_near(self._article, quote.hull.start, quote.hull.end, *places) if self._article else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if event.type() == QEvent.Type.Resize:
            self._place_soon()
        return super().eventFilter(watched, event)
