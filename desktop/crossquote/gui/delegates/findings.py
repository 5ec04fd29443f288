"""How a finding's row is drawn in the findings panel: shape and message above, outlet and speaker below."""

from PySide6.QtCore import Slot

from crossquote.gui.delegates.lettering import Lettering
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.findings import ROW_ROLE, FindingEntry
from crossquote.gui.theme.fonts import SMALL, sans, scaled
from crossquote.gui.words import say_joined, say_message
from crossquote.wording.joining import Joint

_START = 34


class FindingDelegate(RowDelegate):
    """Draws findings."""

    size = (160, 46)

    @Slot()
    def take_fonts(self) -> None:
        """Take the faces that a finding is written in."""
        self._bold, self._small = Lettering(sans(13, bold=True)), Lettering(sans(SMALL))

    def draw(self, sheet: Sheet, index: ModelIndex) -> None:
        """Draw a finding."""
        entry = index.data(ROW_ROLE)
        if not isinstance(entry, FindingEntry):
            return
        theme, severity = sheet.theme, entry.finding.severity
        sheet.mark(sheet.room(12, scaled(9), 12, 12), severity)
        colour = theme.text.soft if severity.quiet else getattr(theme.severity, severity.value)
        width = sheet.box.width() - 46
        said = sheet.room(_START, scaled(6), width, scaled(18))
        sheet.write(said, say_message(entry.finding.message), Face(self._bold, colour))
        where = say_joined((entry.outlet, entry.speaker), Joint.DOT)
        below = sheet.room(_START, scaled(25), width, scaled(15))
        sheet.write(below, where, Face(self._small, theme.text.soft))
