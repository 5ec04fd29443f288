"""A question with an answer in words: a reason, a note, what was really said."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `about` is what it concerns, `text` the answer so far, `button` what gives it.

    With `offered` the answer is one line, and these stand to be chosen from; else it may be long.
    """

    title: str
    about: str
    button: str
    text: str = ""
    hint: str = ""
    offered: Sequence[str] = ()


class AskDialog(QDialog):
    """Asks a question; says the answer."""

    answered = Signal(str)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setMinimumWidth(460)
        about = QLabel(question.about, self)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        about.setAccessibleName(question.about)
        self.line: QComboBox | None = None
        self.words: QPlainTextEdit | None = None
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._buttons.setAccessibleName(self.tr("Choices"))
        self.give = self._buttons.addButton(question.button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.give.setDefault(True)
        self._buttons.accepted.connect(self._answer)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self._line(question) if question.offered else self._page(question), 1)
        layout.addWidget(self._buttons)

    def _line(self, question: Question) -> QComboBox:
        self.line = QComboBox(self)
        self.line.setEditable(True)
        self.line.addItems(list(question.offered))
        self.line.setCurrentText(question.text)
        self.line.setAccessibleName(question.title)
        edit = self.line.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(question.hint)
            edit.setAccessibleName(question.title)
        self.line.setFocus()
        return self.line

    def _page(self, question: Question) -> QPlainTextEdit:
        self.words = QPlainTextEdit(question.text, self)
        self.words.setPlaceholderText(question.hint)
        self.words.setAccessibleName(question.title)
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(120)
        self.words.setFocus()
        return self.words

    @Slot()
    def _answer(self) -> None:
        text = self.line.currentText() if self.line is not None else self.words.toPlainText() if self.words else ""
        self.accept()
        self.answered.emit(text.strip())
