"""A question with an answer in words: a reason, a note, what was really said."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.dialogs.editable_choice import EditableChoice
from crossquote.gui.dialogs.text_entry import TextEntry
from crossquote.gui.dialogs.written import WrittenDialog
from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.room import be_wide


class Question(Struct, frozen=True):
    """What is asked: `about` is what it concerns, `text` the answer so far, `button` what gives it.

    With `offered` the answer is one line, and these stand to be chosen from; else it may be long.
    """

    title: str
    about: str
    button: str
    text: str = ""
    hint: str = ""
    offered: Sequence[str] = ()


class AskDialog(WrittenDialog):
    """Asks a question; says the answer."""

    answered = Signal(str)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_title(self, question.title)
        about = PlainLabel(question.about, self)
        about.setWordWrap(True)
        self.line: QComboBox | None = None
        self.words: TextEntry | None = None
        self._before = question.text
        layout = QVBoxLayout(self)
        be_wide(self, layout, 460)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self._line(question) if question.offered else self._page(question), 1)
        buttons, self.give = answer_buttons(question.button, self)
        buttons.accepted.connect(self._answer)
        layout.addWidget(buttons)

    def _line(self, question: Question) -> QComboBox:
        self.line = EditableChoice(self)
        self.line.addItems(list(question.offered))
        self.line.setCurrentText(question.text)
        self.line.call(question.title, question.hint)
        self.line.setFocus()
        return self.line

    def _page(self, question: Question) -> TextEntry:
        self.words = TextEntry(question.text, self)
        self.words.setPlaceholderText(question.hint)
        self.words.setAccessibleName(question.title)
        self.words.setMinimumHeight(120)
        self.words.setFocus()
        return self.words

    @property
    def text(self) -> str:
        """The answer as it stands."""
        return self.line.currentText() if self.line is not None else self.words.toPlainText() if self.words else ""

    def write(self, text: str) -> None:
        """Write an answer into the page, as a person does: it is not thrown away without a question."""
        if self.words is not None:
            self.words.setPlainText(text)

    @Slot()
    def _answer(self) -> None:
        text = self.text.strip()
        self.accept()
        self.answered.emit(text)

    @property
    def is_written(self) -> bool:
        """Whether the page has another text than before; a line is soon written again."""
        return self.words is not None and self.text.strip() != self._before.strip()
