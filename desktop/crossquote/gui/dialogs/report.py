"""What a report is to be: in which format, by which title, with what in it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from crossquote.export.choice import Extent, Extra, ReportChoice
from crossquote.export.exporter import known_formats
from crossquote.gui.plain import PlainLabel, give_title, plain_caption
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.room import make_room
from crossquote.gui.wishes import PreviewReport, WriteReport
from crossquote.gui.words import say, say_joined, say_message
from crossquote.model.finding import Severity
from crossquote.model.signs import severity_name
from crossquote.wording.joining import Joint

_Kind = TypeVar("_Kind", bound=StrEnum)


def offered_formats() -> tuple[str, ...]:
    """Return the formats of reports as a user chooses among them."""
    return tuple(say_joined((say_message(known.name), known.ending), Joint.ASIDE) for known in known_formats().values())


class ReportDialog(QDialog):
    """Asks what goes into a report; where it goes is asked afterwards."""

    wished = Signal(object)

    def __init__(self, ending: str, choice: ReportChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_title(self, say("window.report.title"))
        make_room(self, 460)
        endings = list(known_formats())
        self.format = self._box(offered_formats(), endings.index(ending), say("window.report.format"))
        self.named = QLineEdit(choice.title, self)
        self.named.setPlaceholderText(say("window.report.name-of-file"))
        self.named.setAccessibleName(say("window.report.heading"))
        extents = [say(f"window.report.extent.{one.value}") for one in Extent]
        self.extent = self._box(extents, list(Extent).index(choice.extent), say("window.report.utterances"))
        severities = [say_message(severity_name(one)) for one in Severity]
        self.least = self._box(severities, list(Severity).index(choice.least), say("window.report.least"))
        self.parts = {part: self._part(part, on=part not in choice.left_out) for part in Extra}
        buttons, self.give = answer_buttons(say("window.report.save"), self)
        buttons.accepted.connect(self._answer)
        self.preview = buttons.addButton(say("window.report.preview"), QDialogButtonBox.ButtonRole.ActionRole)
        self.preview.setAccessibleName(say("window.report.preview"))
        self.preview.clicked.connect(self._preview)
        self._lay_out(buttons)

    def choice(self) -> ReportChoice:
        """Return what is chosen."""
        left_out = frozenset(part for part, box in self.parts.items() if not box.isChecked())
        return ReportChoice(self.named.text().strip(), _at(Extent, self.extent), _at(Severity, self.least), left_out)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        for row, field in enumerate((self.format, self.named, self.extent, self.least)):
            form.addWidget(PlainLabel(field.accessibleName(), self), row, 0)
            form.addWidget(field, row, 1)
        for row, box in enumerate(self.parts.values(), form.rowCount()):
            form.addWidget(box, row, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _box(self, texts: Iterable[str], at: int, name: str) -> QComboBox:
        box = QComboBox(self)
        box.addItems([plain_caption(text) for text in texts])
        box.setCurrentIndex(at)
        box.setAccessibleName(name)
        return box

    def _part(self, part: Extra, *, on: bool) -> QCheckBox:
        box = QCheckBox(say(f"window.report.part.{part.value}"), self)
        box.setAccessibleName(box.text())
        box.setChecked(on)
        return box

    @Slot()
    def _preview(self) -> None:
        self.wished.emit(PreviewReport(self.choice()))

    @Slot()
    def _answer(self) -> None:
        ending = list(known_formats())[self.format.currentIndex()]
        self.accept()
        self.wished.emit(WriteReport(ending, self.choice()))


def _at(kind: type[_Kind], box: QComboBox) -> _Kind:
    return list(kind)[box.currentIndex()]
