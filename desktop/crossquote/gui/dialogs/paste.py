"""A text as a new article: its outlet's name and its words."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from crossquote.gui.dialogs.text_entry import TextEntry
from crossquote.gui.dialogs.written import WrittenDialog
from crossquote.gui.plain import give_title
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.room import make_room
from crossquote.gui.words import say


class TextDialog(WrittenDialog):
    """Asks for an article's text and for the outlet it is from."""

    def __init__(self, text: str, parent: QWidget | None = None, outlet: str = "") -> None:
        super().__init__(parent)
        give_title(self, say("window.paste.new-article-from-text"))
        make_room(self, 640, 480)
        self.outlet = LineField(outlet, self)
        self.outlet.setPlaceholderText(say("window.paste.outlet-hint"))
        self.outlet.setAccessibleName(say("window.paste.outlet"))
        self.words = TextEntry(text, self)
        self.words.setPlaceholderText(say("window.paste.text-hint"))
        self.words.setAccessibleName(say("window.paste.text-of-the-article"))
        self.words.textChanged.connect(self._check)
        form = QFormLayout()
        form.addRow(say("window.paste.outlet"), self.outlet)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.words, 1)
        layout.addLayout(form)
        buttons, self.add = answer_buttons(say("window.paste.add-article"), self)
        buttons.accepted.connect(self.accept)
        layout.addWidget(buttons)
        QWidget.setTabOrder(self.words, self.outlet)
        self.words.setFocus()
        self._before = text
        self._check()

    @property
    def is_written(self) -> bool:
        """Whether there is another text than at first."""
        return self.words.toPlainText().strip() != self._before.strip()

    @Slot()
    def _check(self) -> None:
        self.add.setEnabled(bool(self.words.toPlainText().strip()))
