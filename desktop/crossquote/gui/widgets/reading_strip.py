"""Above an article and its translation: how that came about, how far it is, and what can be done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from crossquote.gui.direction import set_margins
from crossquote.gui.plain import PlainLabel, give_tip
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.words import say, say_joined, say_message
from crossquote.progress import Step
from crossquote.wording.joining import Joint


class ReadingStrip(QFrame):
    """One line: the route and stamps of a translation, or its progress and a stop button; says which it turned to."""

    translate_requested = Signal()
    stop_requested = Signal()
    packages_requested = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingStrip")
        self.setAccessibleName(say("window.reader.translation"))
        self.line = PlainLabel(parent=self)
        self.line.setObjectName("soft")
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line.setWordWrap(True)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(say("window.reader.progress-of-the-translation"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self.translate = plain_button(say("window.reader.translate"), self.translate_requested.emit, self)
        self.stop = plain_button(say("window.reader.stop"), self.stop_requested.emit, self)
        self.packages = plain_button(say("window.reader.languages"), self.packages_requested.emit, self)
        row = QHBoxLayout(self)
        set_margins(row, 18, 5, 12, 5)
        row.setSpacing(10)
        self.setMinimumHeight(40)
        row.addWidget(self.line, 1)
        for part in (self._bar, self.translate, self.stop, self.packages):
            row.addWidget(part)
        self.show_line("")

    def show_line(self, text: str, *, tip: str = "", can_translate: bool = False, lacks: bool = False) -> None:
        """Say how the translation came about; offer to translate, or to get what is lacking."""
        self._say(text)
        give_tip(self.line, tip)
        self._bar.hide()
        self.stop.hide()
        self.translate.setVisible(can_translate)
        self.packages.setVisible(lacks)
        self.turned.emit()

    @property
    def at_work(self) -> bool:
        """Whether a translation is being made."""
        return not self._bar.isHidden()

    @Slot(object)
    def show_step(self, step: Step) -> None:
        """Show how far the translation is."""
        count = say("window.reader.sentences", done=step.done, count=step.total) if step.total else ""
        self._say(say_joined((say_message(step.label), count), Joint.DOT))
        self._bar.setRange(0, step.total)
        self._bar.setValue(min(step.done, step.total))
        self._bar.show()
        self.stop.setEnabled(True)
        self.stop.show()
        self.translate.hide()
        self.packages.hide()
        self.turned.emit()

    def show_stopping(self) -> None:
        """Say that the work is about to stop."""
        self.stop.setEnabled(False)
        self._say(say("window.reader.stopping"))

    def _say(self, text: str) -> None:
        self.line.show_text(text, spoken=text or say("window.reader.translation"))
