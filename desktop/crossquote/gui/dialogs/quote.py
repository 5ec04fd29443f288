"""A quote as the user has it: who said it, of what kind it is, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.theme.fonts import serif
from crossquote.model.quote import QuoteKind
from crossquote.model.signs import KINDS


@dataclass(frozen=True, slots=True)
class Wording:
    """What is known of a quote; `selected` are other words that could be its place."""

    words: str
    speaker: str
    kind: QuoteKind
    speakers: Sequence[str] = ()
    selected: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of a quote."""

    speaker: str
    kind: QuoteKind
    moved: bool = False


class QuoteDialog(QDialog):
    """Asks for a quote's speaker and kind."""

    told = Signal(object)

    def __init__(self, title: str, known: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        words = QLabel(_short(known.words), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(serif(15))
        words.setWordWrap(True)
        words.setAccessibleName(self.tr("Words: {}").format(known.words))
        self.speaker = QComboBox(self)
        self.speaker.setEditable(True)
        self.speaker.addItems(["", *known.speakers])
        self.speaker.setCurrentText(known.speaker)
        self.speaker.setAccessibleName(self.tr("Speaker"))
        edit = self.speaker.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("The article does not say"))
            edit.setAccessibleName(self.tr("Speaker"))
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Kind"))
        for kind, text in KINDS.items():
            self.kind.addItem(text, kind.value)
        self.kind.setCurrentIndex(list(KINDS).index(known.kind))
        self.moved = QCheckBox(self.tr("Its words are those selected: “{}”").format(_short(known.selected, 60)), self)
        self.moved.setVisible(bool(known.selected))
        self.moved.setAccessibleName(self.moved.text())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.setAccessibleName(self.tr("Choices"))
        self.keep = buttons.addButton(title.rstrip("…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setDefault(True)
        buttons.accepted.connect(self._tell)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Speaker"), self.speaker)
        form.addRow(self.tr("Kind"), self.kind)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self.moved)
        layout.addWidget(buttons)
        self.speaker.setFocus()

    @Slot()
    def _tell(self) -> None:
        kind = QuoteKind(self.kind.currentData())
        self.accept()
        self.told.emit(Told(self.speaker.currentText().strip(), kind, self.moved.isChecked()))


def _short(words: str, most: int = 240) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
