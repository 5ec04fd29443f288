"""A text as a new article: its outlet's name and its words."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget


class TextDialog(QDialog):
    """Asks for an article's text and for the outlet it is from."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New article from text"))
        self.setAccessibleName(self.windowTitle())
        self.resize(640, 480)
        self.outlet = QLineEdit(self)
        self.outlet.setPlaceholderText(self.tr("Who printed it"))
        self.outlet.setAccessibleName(self.tr("Outlet"))
        self.words = QPlainTextEdit(text, self)
        self.words.setPlaceholderText(self.tr("Paste the article here, headline and all"))
        self.words.setAccessibleName(self.tr("Text of the article"))
        self.words.setTabChangesFocus(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._buttons.setAccessibleName(self.tr("Choices"))
        self.add = self._buttons.addButton(self.tr("Add article"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.words.textChanged.connect(self._check)
        form = QFormLayout()
        form.addRow(self.tr("Outlet"), self.outlet)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._buttons)
        self._check()

    @Slot()
    def _check(self) -> None:
        self.add.setEnabled(bool(self.words.toPlainText().strip()))
