"""How an article's row is drawn: outlet and language above, title and number of quotes below.

That others print the same text stands above where the outlet leaves room for it, else below: the outlet goes first.
Where the title serves as the outlet's name, it is not said twice.
"""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QStyleOptionViewItem

from crossquote.gui.delegates.lettering import lettering_of
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.article_places import Heading
from crossquote.gui.models.articles import ROW_ROLE, ArticleRow
from crossquote.gui.theme.fonts import SMALL, sans, scaled
from crossquote.gui.words import say, say_fact, say_joined
from crossquote.wording.joining import Joint

_MARGIN, _APART, _HEADING = 14, 8, 28


class ArticleDelegate(RowDelegate):
    """Draws articles."""

    size = (120, 48)
    lined = False
    edge_at = None

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces that an article is written in."""
        self._name, self._small = lettering_of(sans(13, bold=True)), lettering_of(sans(SMALL))
        self._loud = lettering_of(sans(SMALL, bold=True))
        self._pill, self._above, self._name_height = scaled(16), scaled(7), scaled(18)
        self._below, self._title_height = scaled(26), scaled(15)

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw an article."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Heading):
            self._draw_heading(sheet, row)
        if not isinstance(row, ArticleRow):
            return
        theme, end = sheet.theme, sheet.box.width() - 1 - _MARGIN
        outlet, title = row.article.outlet, row.article.title
        pill, below = sheet.frame(end, self._pill, row.pill, self._small), [title] if title != outlet else []
        if row.original:
            pill = sheet.frame(pill - 4, self._pill, say("window.articles.original"), self._small)
        if row.copies:
            alike = say("window.articles.same-text")
            if self._name.width(outlet) + sheet.framed(alike, self._small) + _APART <= pill - 4 - _MARGIN:
                pill = sheet.frame(pill - 4, self._pill, alike, self._small)
            else:
                below.insert(0, alike)
        name = sheet.room(_MARGIN, self._above, pill - _MARGIN - _APART, self._name_height)
        sheet.write(name, outlet, Face(self._name, theme.text.ink))
        soft = Face(self._small, theme.text.soft)
        if row.found:
            told, face = say("window.articles.found-times", count=row.found), Face(self._loud, theme.accent.main)
        else:
            told, face = say("count.quotes", count=row.quotes), soft
        told = f" · {told}" if below else told
        width, top, height = face.lettering.width(told), self._below, self._title_height
        said = sheet.room(_MARGIN, top, end - _MARGIN - width, height)
        begin = _MARGIN + sheet.write(said, say_joined(below, Joint.DOT), soft)
        sheet.write(sheet.room(begin, top, width + 2, height), told, face)

    def _draw_heading(self, sheet: Sheet, heading: Heading) -> None:
        """Draw what articles have in common, and how many they are, with a line below."""
        theme, end, height = sheet.theme, sheet.box.width() - 1 - _MARGIN, sheet.box.height()
        number = say_fact(len(heading.ids))
        width = self._small.width(number)
        room = sheet.room(_MARGIN, 0, end - _MARGIN - width - _APART, height)
        sheet.write(room, heading.name, Face(self._loud, theme.text.soft))
        sheet.write(sheet.room(end - width, 0, width + 2, height), number, Face(self._small, theme.text.soft))
        sheet.fill(sheet.room(_MARGIN, height - 1, end - _MARGIN, 1), theme.surface.line)

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:  # noqa: D102, N802 - Qt's
        size = super().sizeHint(option, index)
        return QSize(size.width(), scaled(_HEADING)) if isinstance(index.data(ROW_ROLE), Heading) else size
