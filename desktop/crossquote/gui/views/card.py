"""A rendition as a card: who printed it, its words with what differs, and the findings in plain words."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from crossquote.comparison.align.projection import join_neighbours, to_original, to_translation
from crossquote.comparison.instruments.original_pieces import original_pieces
from crossquote.gui.models.cards import CardData
from crossquote.gui.plain import PlainLabel, give_tip
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.views.around import Around
from crossquote.gui.views.finding import FindingRow
from crossquote.gui.views.verdicts import Verdicts
from crossquote.gui.widgets.prose import Prose
from crossquote.gui.widgets.provenance import ProvenanceLine
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.widgets.tabbing import tab_in_order
from crossquote.gui.wishes.quotes import MoveBounds
from crossquote.gui.words import say
from crossquote.language.quotation import drawn_marks
from crossquote.model.markup import Piece, only_differences, plain_pieces, rendition_pieces
from crossquote.model.review import Ruling, Verdict
from crossquote.model.span import Span
from crossquote.work.surroundings import Surroundings

ROWS_HEAD = 150
ROWS_WORDS = 760
_BETWEEN = 24
"""What lies between words and findings in a row."""
_FEW = 2
"""Up to so many findings are all told in full; of more, the neutral ones in brief."""
_TAG = 96
"""So many pixels of the language and the kind are shown of at least, before the outlet is."""


class CardStyle(Struct, frozen=True):
    """How cards are drawn: side by side or as rows, by words or letters, whole or only what differs."""

    rows: bool = False
    letters: bool = False
    only_differences: bool = False
    size_step: int = 0


class Card(QFrame):
    """Shows one rendition; where there is something `around`, also what stands around its quotes."""

    chosen = Signal(int)
    opened = Signal(int)
    menu_requested = Signal(int, object)
    words_menu_requested = Signal(int, object, object)
    copy_requested = Signal(int)
    carry_requested = Signal(int)
    finding_chosen = Signal(int, int)
    finding_menu_requested = Signal(int, int, object)
    ruled = Signal(int, int, object)
    judged = Signal(int, object)
    wished = Signal(object)

    def __init__(
        self,
        data: CardData,
        style: CardStyle,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        around: Sequence[Surroundings] = (),
    ) -> None:
        super().__init__(parent)
        self.data, self._style, self._theme = data, style, theme
        self.setObjectName("card")
        self.setProperty("base", data.base)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(data.spoken)
        self.findings: list[FindingRow] = []
        self.original: Prose | None = None
        self.around: Around | None = None
        self.verdicts: Verdicts | None = None
        self.more: QToolButton | None = None
        self._pressed = QPoint()
        self._room, self._low = (0, False), False
        if not data.base:
            self.verdicts = Verdicts(data.verdict, data.outlet, self)
            self.verdicts.given.connect(self._judge)
        self._texts_side, self._found_side = QWidget(self), QWidget(self)
        self._texts_side.setAccessibleName(say("window.card.what-it-prints", outlet=data.outlet))
        self._found_side.setAccessibleName(say("window.card.findings", outlet=data.outlet))
        self.words = Prose(serif(16 + style.size_step), theme, self._texts_side)
        self.words.setAccessibleName(say("window.card.words", outlet=data.outlet))
        if around:
            self.around = Around(around, data.outlet, style.size_step, theme, self._texts_side)
            self.around.bounds_wanted.connect(self._wish_bounds)
            self.around.taken.connect(self._choose)
        direction = QBoxLayout.Direction.LeftToRight if style.rows else QBoxLayout.Direction.TopToBottom
        self._layout = QBoxLayout(direction, self)
        self._layout.setContentsMargins(14, 10, 14, 12)
        self._layout.setSpacing(20 if style.rows else 7)
        self._add_parts()
        self.show_pieces(self._own_pieces())

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show the words in `pieces`, in quotation marks where the article has them."""
        pieces = self._folded(pieces)
        opening, closing = drawn_marks(self.data.shown_language) if self.data.quoted else ("", "")
        around = (Piece(opening), *pieces, Piece(closing)) if opening else tuple(pieces)
        self.words.show_pieces(around, letters=self._style.letters)
        self._show_original(pieces)

    def _show_original(self, pieces: Sequence[Piece]) -> None:
        """Show the original, marked where it became words that differ in `pieces`."""
        if self.original is not None and self.data.original is not None:
            opening, closing = drawn_marks(self.data.language) if self.data.quoted else ("", "")
            inner = self._folded(original_pieces(self.data.original, pieces, self.data.links))
            self.original.show_pieces((Piece(opening), *inner, Piece(closing)))

    def _folded(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """Return `pieces`, without what agrees where only differences are wanted."""
        if not self._style.only_differences:
            return tuple(pieces)
        return only_differences(tuple(pieces), same=self.data.comparison is not None)

    def seek(self, wanted: str) -> None:
        """Show where the words stand that are looked for."""
        for prose in (self.words, self.original):
            if prose is not None:
                prose.seek(wanted)

    def show_own(self) -> None:
        """Show the words as this rendition's own comparison marks them."""
        self.show_pieces(self._own_pieces())

    def light(self, span: Span | None, number: int | None = None) -> None:
        """Draw a box around some of the words and those of the original that they came from; mark the finding there."""
        for row in self.findings:
            row.set_current(row.number == number)
        self.words.light(() if span is None else (span,))
        if self.original is not None and self.data.original is not None:
            sources = to_original(() if span is None else (span,), self.data.links)
            self.original.light(join_neighbours(sources, self.data.original))

    @property
    def is_current(self) -> bool:
        """Whether it is the card that was chosen last."""
        return bool(self.property("current"))

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Frame the card as the one that the base is shown against."""
        if self.is_current != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def _own_pieces(self) -> tuple[Piece, ...]:
        comparison = self.data.comparison
        if comparison is None:
            return plain_pieces(self.data.text)
        return rendition_pieces(comparison)

    def set_room(self, width: int, *, narrow: bool) -> None:
        """In a row so wide: findings begin at one place in all rows, or stand under the words where it is `narrow`."""
        if not self._style.rows or (width, narrow) == self._room:
            return
        self._room = width, narrow
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(way)
        self._body.setSpacing(7 if narrow else _BETWEEN)
        margins = self._layout.contentsMargins()
        room = width - margins.left() - margins.right() - scaled(ROWS_HEAD) - self._layout.spacing() - 2
        words = room if narrow else min(ROWS_WORDS + 18 * self._style.size_step, (room - _BETWEEN) * 3 // 5)
        self._texts_side.setFixedWidth(words)
        self._found_side.setFixedWidth(room if narrow else room - _BETWEEN - words)

    def set_low(self, *, low: bool) -> None:
        """In a column of which little can be seen, put the worst finding above the words; else all under them."""
        if self._style.rows or low is self._low or not self.findings:
            return
        self._low = low
        row, under = self.findings[0], self._found_side.layout()
        if low:
            self._body.insertWidget(0, row)
        elif isinstance(under, QVBoxLayout):
            under.insertWidget(0, row)

    def _add_parts(self) -> None:
        rows = self._style.rows
        way = QBoxLayout.Direction.LeftToRight if rows else QBoxLayout.Direction.TopToBottom
        self._body = QBoxLayout(way)
        self._body.setSpacing(24 if rows else 7)
        for side, parts in ((self._texts_side, self._texts()), (self._found_side, self._findings())):
            parts.setContentsMargins(0, 0, 0, 0)
            side.setLayout(parts)
            self._body.addWidget(side)
        self._layout.addLayout(self._head(), 0)
        self._layout.addLayout(self._body, int(rows))
        if not rows:
            self._layout.addStretch(1)
            if self.verdicts is not None:
                self._layout.addWidget(self.verdicts)
                tab_in_order((*self.findings, *self.verdicts.buttons.values(), *filter(None, (self.more,))))

    def _head(self) -> QBoxLayout:
        rows = self._style.rows
        head: QBoxLayout = QVBoxLayout() if rows else QHBoxLayout()
        head.setSpacing(2 if rows else 7)
        name = ElidedLabel(self.data.outlet, self)
        if self.data.article:
            name.setCursor(Qt.CursorShape.OpenHandCursor)
            give_tip(name, say("window.card.drag", outlet=name.text()))
        name.setFont(sans(bold=True))
        tag = ElidedLabel(self.data.tag, self)
        tag.setFont(sans(SMALL))
        tag.write_in(self._theme.text.soft)
        tag.setMinimumWidth(min(tag.sizeHint().width(), _TAG))
        head.addWidget(name)
        head.addWidget(tag)
        if self.data.base:
            mark = ElidedLabel(say("window.card.mark-base"), self)
            mark.setFont(sans(SMALL, bold=True))
            mark.write_in(self._theme.accent.main)
            if not rows:
                head.addStretch(1)
            head.addWidget(mark)
        more = self._more() if self.data.quotes else None
        if more is not None and rows:
            head.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        head.addStretch(0 if self.data.base and not rows else 1)
        if more is not None and not rows:
            head.addWidget(more)
        if rows:
            name.setFixedWidth(scaled(ROWS_HEAD))
        return head

    def _more(self) -> QToolButton:
        """Return the button that opens what can be done with this rendition."""
        more = QToolButton(self)
        more.setObjectName("link")
        more.setText("⋯")
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_tip(more, say("window.card.what-can-be-done"))
        more.setAccessibleName(say("window.card.more", outlet=self.data.outlet))
        more.clicked.connect(self._open_menu)
        self.more = more
        return more

    @Slot()
    def _open_menu(self) -> None:
        if self.more is not None:
            self.menu_requested.emit(self.data.index, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _texts(self) -> QVBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        if self.data.credit:
            credit = ElidedLabel(self.data.credit, self._texts_side)
            credit.setFont(sans(SMALL))
            credit.write_in(self._theme.text.soft)
            texts.addWidget(credit)
        if self.data.original is not None:
            original = Prose(serif(14 + self._style.size_step), self._theme, self._texts_side, soft=True)
            original.setAccessibleName(say("window.card.original-words", outlet=self.data.outlet))
            original.pointed.connect(self._point_from_original)
            self.words.pointed.connect(self._point_from_words)
            self.original = original
            texts.addWidget(original)
        texts.addWidget(self.words)
        if self.around is not None:
            texts.addWidget(self.around)
        around = self.around.texts if self.around is not None else ()
        for prose in (self.words, self.original, *around):
            if prose is not None:
                prose.pressed.connect(self._choose)
                prose.double_clicked.connect(self._open)
                prose.copy_wanted.connect(self._copy)
                prose.menu_wanted.connect(partial(self.words_menu_requested.emit, self.data.index, prose))
        if self.data.made:
            texts.addWidget(ProvenanceLine(self.data.made, self._theme, self._texts_side))
        if self._style.rows:
            texts.addStretch(1)
            if self.verdicts is not None:
                texts.addWidget(self.verdicts)
        return texts

    def _findings(self) -> QVBoxLayout:
        found, side = QVBoxLayout(), self._found_side
        found.setSpacing(7)
        for number, reviewed in self.data.findings:
            brief = reviewed.finding.severity.quiet and len(self.data.findings) > _FEW
            row = FindingRow(number, reviewed, self._theme, side, brief=brief)
            row.ruled.connect(self._rule)
            row.wished.connect(self.wished)
            row.menu_requested.connect(self._show_finding_menu)
            row.set_line(bool(self.findings) or not self._style.rows)
            row.chosen.connect(self._choose_finding)
            self.findings.append(row)
            found.addWidget(row)
        if self.data.noted:
            noted = _label(say("window.note", text=self.data.noted), side, colour=self._theme.text.ink, size=SMALL)
            noted.setObjectName("note")
            noted.setWordWrap(True)
            found.addWidget(noted)
        if self.data.note:
            note = _label(self.data.note, side, colour=self._theme.text.soft, size=SMALL)
            note.setWordWrap(True)
            found.addWidget(note)
        if self._style.rows:
            found.addStretch(1)
        return found

    @Slot(object)
    def _point_from_words(self, span: Span | None) -> None:
        """Light up the words under the pointer, and those that they came from."""
        if self.original is not None:
            self.original.glow(to_original((span,), self.data.links) if span is not None else ())
            self.words.glow(tuple(t for _, t in self.data.links if span is not None and t.overlaps(span)))

    @Slot(object)
    def _point_from_original(self, span: Span | None) -> None:
        """Light up the words under the pointer, and those that came from them."""
        if self.original is not None:
            self.words.glow(to_translation((span,), self.data.links) if span is not None else ())
            self.original.glow(tuple(s for s, _ in self.data.links if span is not None and s.overlaps(span)))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.data.index)

    @Slot(str, object)
    def _wish_bounds(self, quote: str, spans: tuple[Span, ...]) -> None:
        self.wished.emit(MoveBounds(quote, spans))

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit(self.data.index)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.data.index)

    @Slot(int, object)
    def _rule(self, number: int, ruling: Ruling | None) -> None:
        self.ruled.emit(self.data.index, number, ruling)

    @Slot(int, object)
    def _show_finding_menu(self, number: int, at: QPoint) -> None:
        self.finding_menu_requested.emit(self.data.index, number, at)

    @Slot(object)
    def _judge(self, verdict: Verdict | None) -> None:
        self.judged.emit(self.data.index, verdict)

    @Slot(int)
    def _choose_finding(self, number: int) -> None:
        self.finding_chosen.emit(self.data.index, number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and far and self.data.article:
            self.carry_requested.emit(self.data.index)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802 - Qt's
        self._pressed = event.position().toPoint()
        self.chosen.emit(self.data.index)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102, N802 - Qt's
        self.chosen.emit(self.data.index)
        super().focusInEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        self.opened.emit(self.data.index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102, N802 - Qt's
        self.menu_requested.emit(self.data.index, event.globalPos())


def _label(text: str, parent: QWidget, *, colour: str = "", size: int = 13, bold: bool = False) -> PlainLabel:
    label = PlainLabel(text, parent)
    label.setFont(sans(size, bold=bold))
    if colour:
        label.write_in(colour)
    return label
