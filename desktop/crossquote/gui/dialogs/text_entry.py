"""A field of a dialog that a text is written or pasted into; one that is more than an article can have is refused."""

from PySide6.QtCore import QMimeData

from crossquote.errors import ErrorCode, UserError
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.messages import reason_line
from crossquote.gui.plain import plain_box
from crossquote.gui.widgets.text_field import TextField
from crossquote.gui.words import say
from crossquote.text.excess import excess


class TextEntry(TextField):
    """Takes a text, or says why it does not: Qt would take seconds to lay out what is too long."""

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: D102, N802 - Qt's
        told = excess(source.text())
        if told is None:
            super().insertFromMimeData(source)
        else:
            why = reason_line(UserError(ErrorCode.TOO_LARGE, told))
            open_dialog(plain_box(self.window(), say("window.program"), why))
