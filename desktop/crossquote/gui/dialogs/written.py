"""A dialog that a text is written in: it is not left, and the text thrown away, without a question."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog

from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.words import say


class WrittenDialog(QDialog):
    """Asks before it is left where something was written in it."""

    @property
    def is_written(self) -> bool:
        """Whether there is anything written that would be thrown away."""
        raise NotImplementedError

    def reject(self) -> None:
        """Leave; what was written is not thrown away without a question."""
        if not self.is_written:
            super().reject()
            return
        box = confirm_dialog(self, say("window.ask.throw-away-what-you-typed"), "", say("window.ask.throw-away"))
        box.accepted.connect(self._throw_away)
        open_dialog(box)

    @Slot()
    def _throw_away(self) -> None:
        super().reject()  # connected itself, Qt would call ours, and ask again
