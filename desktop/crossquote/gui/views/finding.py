"""A finding on a card: its shape, what it says, what proves it, and what the user made of it."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from crossquote.gui.direction import is_mirrored, set_margins
from crossquote.gui.models.judgement import is_dismissed
from crossquote.gui.plain import PlainLabel, give_tip
from crossquote.gui.theme.fonts import SMALL, sans
from crossquote.gui.theme.icons import icon
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.widgets.severity import SeverityMark
from crossquote.gui.wishes.review import Explain
from crossquote.gui.words import say, say_all, say_fact, say_joined, say_message, severity_word
from crossquote.model.review import Ruling
from crossquote.model.signs import seen_line
from crossquote.wording.joining import Joint
from crossquote.work.edits.review import Reviewed

NO_BREAK = "\N{NO-BREAK SPACE}"
_BUTTON = 20
_STEP, _BUTTONS = _BUTTON + 2, 4
_BELOW = 4
"""What is left free under the words, at least."""
_BAR = 3
"""How wide the bar is before the finding that is chosen."""

_DECIDED = {Ruling.ACCEPTED: "window.finding.accepted", Ruling.DISMISSED: "window.finding.dismissed"}


class FindingRow(QFrame):
    """One finding; choosing it shows its words. A brief one keeps its evidence for the tooltip."""

    chosen = Signal(int)
    ruled = Signal(int, object)
    menu_requested = Signal(int, object)
    wished = Signal(object)

    def __init__(
        self, number: int, reviewed: Reviewed, theme: Theme, parent: QWidget | None = None, *, brief: bool = False
    ) -> None:
        super().__init__(parent)
        self.number, self.reviewed, self.finding = number, reviewed, reviewed.finding
        self._theme = theme
        self._current = False
        self._gone = is_dismissed(reviewed)
        self.setObjectName("finding")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        finding = self.finding
        parts = say_all(finding.evidence), say_message(seen_line(finding)), self._decided()
        evidence = say_joined(parts, Joint.NEXT)
        noted = self._noted()
        severity = severity_word(finding.severity)
        spoken = say("window.finding.spoken", severity=severity, finding=finding.message, evidence=evidence, note=noted)
        self.setAccessibleName(spoken.strip())
        self._about = about = say_joined(
            (severity.capitalize(), say_fact(finding.check, "check"), finding.category), Joint.DOT
        )
        brief = brief or self._gone
        give_tip(self, f"{evidence}\n{about}" if brief else about)
        self.setAccessibleDescription(about)
        self._layout = layout = QHBoxLayout(self)
        self._below = _BELOW
        layout.setSpacing(8)
        layout.addWidget(SeverityMark(finding.severity, theme, self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._words(self._decided() if brief else evidence), 1)
        self.set_line(False)
        self._buttons: list[QToolButton] = []

    def set_line(self, line: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Draw a line above, or none for the first of a row."""
        self.setProperty("line", line)
        set_margins(self._layout, _BAR + 5, 6 if line else 2, 0, self._below)

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Show that this is the finding that keys act on."""
        if current is not self._current:
            self._current = current
            self.setAccessibleDescription(say("window.finding.chosen") if current else self._about)
            self.update()

    def _decided(self) -> str:
        """Return what the user made of it, in a word."""
        if self.reviewed.decision is not None:
            decision = self.reviewed.decision
            told = say(_DECIDED[decision.ruling])
            if decision.reason:
                return say("window.finding.decided-because", ruling=told, reason=decision.reason)
            return say("window.finding.decided", ruling=told)
        return say("window.finding.silenced-by-a-rule") if self.reviewed.rule is not None else ""

    def _noted(self) -> str:
        """Return the note on it."""
        note = self.reviewed.note
        return say("window.note", text=note.text) if note is not None else ""

    def _words(self, evidence: str) -> QVBoxLayout:
        """Return message, evidence and note, as wide as the card; the last line ends early enough for the buttons."""
        words = QVBoxLayout()
        words.setSpacing(1)
        theme, finding = self._theme, self.finding
        quiet = finding.severity.quiet or self._gone
        colour = theme.text.soft if quiet else getattr(theme.severity, finding.severity.value)
        message = sans(12 if quiet else 13, bold=not quiet)
        message.setStrikeOut(self._gone)
        parts = (
            (say_message(finding.message), message, colour),
            (evidence, sans(SMALL), theme.text.soft),
            (self._noted(), sans(SMALL), theme.text.ink),
        )
        told = [part for part in parts if part[0]]
        for text, font, ink in told:
            label = PlainLabel(text, self)
            label.setWordWrap(True)
            label.setFont(font)
            label.write_in(ink)
            if text is told[-1][0]:
                metrics = QFontMetrics(font)
                label.show_text(text + _tail(metrics), spoken=text)
                self._below = max(_BELOW, _BUTTON - metrics.height())
            words.addWidget(label)
        return words

    def _ruling_button(self, name: str, ruling: Ruling, text: str) -> QToolButton:
        button = self._button(name, text)
        button.setCheckable(True)
        decision = self.reviewed.decision
        button.setChecked(decision is not None and decision.ruling is ruling)
        button.setProperty("ruling", ruling.value)
        button.clicked.connect(self._rule)
        return button

    def _more_button(self) -> QToolButton:
        button = self._button("ph.dots-three", say("window.finding.more"))
        give_tip(button, say("window.finding.more-tip"))
        button.clicked.connect(self._open_menu)
        return button

    @Slot()
    def _open_menu(self) -> None:
        button = self._buttons[0]
        self.menu_requested.emit(self.number, button.mapToGlobal(button.rect().bottomLeft()))

    def _why_button(self) -> QToolButton:
        button = self._button("ph.question", say("window.finding.why"))
        give_tip(button, say("window.finding.why-tip", check=self.finding.check))
        button.clicked.connect(self._ask_why)
        return button

    def _button(self, name: str, text: str) -> QToolButton:
        """Return a button that shows, over the words' end, while the pointer or the focus is here."""
        button = QToolButton(self)
        button.setObjectName("small")
        button.setIcon(icon(name, self._theme.text.soft, self._theme))
        give_tip(button, text)
        button.setAccessibleName(say("window.finding.button", button=text, finding=self.finding.message))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.hide()
        return button

    @Slot()
    def _ask_why(self) -> None:
        self.wished.emit(Explain(self.finding))

    @Slot()
    def _rule(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            ruling = Ruling(button.property("ruling"))
            self.ruled.emit(self.number, ruling if button.isChecked() else None)

    def _show_buttons(self, *, shown: bool) -> None:
        """Show or hide the buttons; they are made when they are first needed, since most never are."""
        if shown and not self._buttons:
            self._buttons = [
                self._more_button(),
                self._why_button(),
                self._ruling_button("ph.check", Ruling.ACCEPTED, say("window.finding.accept")),
                self._ruling_button("ph.x", Ruling.DISMISSED, say("window.finding.dismiss")),
            ]
            self._place_buttons()
        for button in self._buttons:
            button.setVisible(shown)

    def _place_buttons(self) -> None:
        """Place the buttons where the last line of words has left room."""
        for number, button in enumerate(self._buttons):
            left = number * _STEP if is_mirrored() else self.width() - (len(self._buttons) - number) * _STEP
            button.move(left, self.height() - _BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802 - Qt's
        if self._current:
            painter = QPainter(self)
            box = self.rect().adjusted(0, 1, 0, 0)
            painter.fillRect(box, QColor(self._theme.accent.wash))
            box.setLeft(box.right() - _BAR + 1) if is_mirrored() else box.setWidth(_BAR)
            painter.fillRect(box, QColor(self._theme.accent.main))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._place_buttons()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: D102, N802 - Qt's
        self._show_buttons(shown=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102, N802 - Qt's
        self._show_buttons(shown=self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102, N802 - Qt's
        self._show_buttons(shown=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102, N802 - Qt's
        self._show_buttons(shown=self.underMouse())
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        self.chosen.emit(self.number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102, N802 - Qt's
        self.menu_requested.emit(self.number, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.number)
        else:
            super().keyPressEvent(event)


def _tail(metrics: QFontMetrics) -> str:
    """Return blanks that are never parted, as wide as the buttons: words that leave them no room take a line more."""
    return " " + NO_BREAK * ceil(_BUTTONS * _STEP / max(metrics.horizontalAdvance(NO_BREAK), 1))
