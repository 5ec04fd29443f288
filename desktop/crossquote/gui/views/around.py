"""What stands around the quotes of a card in their article: there their ends can be pulled."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossquote.gui.theme.fonts import serif
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.units import UnitPlaces
from crossquote.gui.views.quote_ends import EndHandle, QuoteEnds
from crossquote.gui.widgets.prose import Prose
from crossquote.gui.words import say
from crossquote.model.markup import Look, Piece
from crossquote.model.span import Span
from crossquote.work.edits.bounds import End
from crossquote.work.surroundings import Surroundings

QuoteEnd = tuple[str, End]
"""An end of a quote, by its id."""


class Around(QWidget):
    """Shows the sentences around quotes, what is quoted set off; says where the user wants a quote to stand."""

    bounds_wanted = Signal(str, object)
    taken = Signal()

    def __init__(
        self, shown: Sequence[Surroundings], outlet: str, size_step: int, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("around")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("window.card.around", outlet=outlet))
        self.handles: dict[QuoteEnd, EndHandle] = {}
        self.texts: list[Prose] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        for one in shown:
            text = Prose(serif(14 + size_step), theme, self)
            text.setAccessibleName(self.accessibleName())
            text.show_pieces(tuple(_pieces(one)))
            self.texts.append(text)
            layout.addWidget(text)
            self._add_ends(text, one, theme)

    def _add_ends(self, text: Prose, shown: Surroundings, theme: Theme) -> None:
        places = UnitPlaces.within(shown.article.text, shown.part)
        for quote in shown.quotes:
            ends = QuoteEnds(text, theme)
            ends.show_quote(quote, shown.others, shown.article, places)
            ends.bounds_wanted.connect(self.bounds_wanted)
            ends.taken.connect(self.taken)
            self.handles |= {(quote.id, end): handle for end, handle in ends.handles.items()}

    def focused_end(self) -> QuoteEnd | None:
        """Return the end whose handle has the focus of its window, None where none has."""
        holder = self.window().focusWidget()
        return next((end for end, handle in self.handles.items() if handle is holder), None)


def _pieces(shown: Surroundings) -> Iterator[Piece]:
    """Yield what is shown in pieces: what is quoted, and what is not."""
    text, at = shown.article.text, shown.part.start
    for span in sorted(span for quote in shown.quotes for span in quote.spans):
        yield Piece(text[at : span.start], Look.OUTSIDE)
        yield Piece(span.of(text))
        at = span.end
    yield Piece(Span(at, shown.part.end).of(text), Look.OUTSIDE)
