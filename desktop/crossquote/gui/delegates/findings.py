"""How a finding's row is drawn in the findings panel: shape and message, the words it is about, outlet and speaker."""

from PySide6.QtCore import Slot

from crossquote.gui.delegates.lettering import lettering_of
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.findings import ROW_ROLE, FindingEntry
from crossquote.gui.theme.fonts import SMALL, sans, scaled, serif
from crossquote.gui.words import say_joined, say_message
from crossquote.wording.joining import Joint

_START, _END = 34, 12
_LINES = 3
"""So many lines message and words have together: all rows are as high, so that thousands are placed at once."""
_MOST = 2
"""So many lines a message has at most."""
_LINE, _SMALL_LINE, _TOP = 18, 15, 7


class FindingDelegate(RowDelegate):
    """Draws findings."""

    size = (160, _TOP + _LINES * _LINE + _SMALL_LINE + 6)

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces that a finding is written in."""
        self._bold, self._small = lettering_of(sans(13, bold=True)), lettering_of(sans(SMALL))
        self._serif = lettering_of(serif(scaled(13)))

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw a finding."""
        entry = index.data(ROW_ROLE)
        if not isinstance(entry, FindingEntry):
            return
        theme, severity = sheet.theme, entry.finding.severity
        sheet.mark(sheet.room(12, scaled(_TOP + 3), 12, 12), severity)
        colour = theme.text.soft if severity.quiet else getattr(theme.severity, severity.value)
        width = sheet.box.width() - _START - _END
        told = self._bold.wrap(say_message(entry.finding.message), width, _MOST)
        words = self._serif.wrap(entry.words, width, _LINES - len(told))
        lines = [(line, Face(self._bold, colour)) for line in told]
        lines += [(line, Face(self._serif, theme.text.ink)) for line in words]
        top = scaled(_TOP)
        for line, face in lines:
            sheet.write(sheet.room(_START, top, width, scaled(_LINE)), line, face)
            top += scaled(_LINE)
        where = say_joined((entry.outlet, entry.speaker), Joint.DOT)
        sheet.write(sheet.room(_START, top, width, scaled(_SMALL_LINE)), where, Face(self._small, theme.text.soft))
