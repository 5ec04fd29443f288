"""How a quote's row is drawn beside its article: who and how above, the words below."""

from PySide6.QtCore import Slot

from crossquote.gui.delegates.lettering import lettering_of
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.quotes import HEAD_ROLE, WORDS_ROLE
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif

_START = 14


class QuoteDelegate(RowDelegate):
    """Draws quotes."""

    size = (160, 52)

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces that a quote is written in."""
        self._small, self._serif = lettering_of(sans(SMALL, bold=True)), lettering_of(serif(scaled(14)))

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw a quote."""
        width = sheet.box.width() - 24
        head, words = str(index.data(HEAD_ROLE)), str(index.data(WORDS_ROLE))
        soft, ink = Face(self._small, sheet.theme.text.soft), Face(self._serif, sheet.theme.text.ink)
        sheet.write(sheet.room(_START, scaled(7), width, scaled(15)), head, soft)
        sheet.write(sheet.room(_START, scaled(24), width, scaled(20)), words, ink)
