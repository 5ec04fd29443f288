"""Making a project file smaller: what it holds, and what can be let go of."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.wishes.program import CompactProject
from crossquote.gui.words import say
from crossquote.project.store import Size


class CompactDialog(QDialog):
    """Says how large the file is; asks whether the steps so far may no longer be taken back."""

    wished = Signal(object)

    def __init__(self, size: Size, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_title(self, say("window.compact.compact-project"))
        about = self._label(say("window.compact.about", size=size.whole))
        self.forget = QCheckBox(say("window.compact.forget-steps"), self)
        self.forget.setAccessibleName(self.forget.text())
        self.forget.setEnabled(bool(size.steps))
        kept = self._label(say("window.compact.kept", size=size.steps))
        kept.setObjectName("soft")
        buttons, self.give = answer_buttons(say("window.compact.compact"), self)
        buttons.accepted.connect(self._answer)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 440)
        layout.setSpacing(10)
        for part in (about, self.forget, kept, buttons):
            layout.addWidget(part)

    def _label(self, text: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        return label

    @Slot()
    def _answer(self) -> None:
        self.accept()
        self.wished.emit(CompactProject(self.forget.isChecked()))
