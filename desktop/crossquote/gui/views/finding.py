"""A finding on a card: its shape, what it says, and what proves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crossquote.gui.theme.fonts import SMALL, sans
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.widgets.severity import SeverityMark
from crossquote.model.finding import Finding, Seen, Severity

_SEEN = {
    Seen.ORIGINAL: "",
    Seen.TRANSLATION: "Seen only in the translation: it may come from the machine.",
    Seen.UNSTABLE: "Unstable: another translation of the same words lacks it.",
}


class FindingRow(QFrame):
    """One finding; choosing it shows its words. A brief one keeps its evidence for the tooltip."""

    chosen = Signal(int)

    def __init__(
        self, number: int, finding: Finding, theme: Theme, parent: QWidget | None = None, *, brief: bool = False
    ) -> None:
        super().__init__(parent)
        self.number, self.finding = number, finding
        self.setObjectName("finding")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        evidence = " ".join(part for part in (finding.evidence, _SEEN[finding.seen]) if part)
        self.setAccessibleName(f"{finding.severity.value}: {finding.message}. {evidence}".strip())
        about = f"{finding.severity.value.capitalize()} · {finding.check} · {finding.category}"
        self.setToolTip(f"{evidence}\n{about}" if brief else about)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(SeverityMark(finding.severity, theme, self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._words(finding, "" if brief else evidence, theme), 1)

    def set_line(self, line: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Draw a line above, or none for the first of a row."""
        self.setProperty("line", line)
        self._layout.setContentsMargins(0, 6 if line else 0, 0, 0)

    def _words(self, finding: Finding, evidence: str, theme: Theme) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        quiet = finding.severity is Severity.NEUTRAL
        colour = theme.text.soft if quiet else getattr(theme.severity, finding.severity.value)
        for text, font, ink in (
            (finding.message, sans(12 if quiet else 13, bold=not quiet), colour),
            (evidence, sans(SMALL), theme.text.soft),
        ):
            if text:
                label = QLabel(text, self)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                label.setFont(font)
                label.setStyleSheet(f"color: {ink};")
                label.setAccessibleName(text)
                words.addWidget(label)
        return words

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, D102, N802 - Qt's
        self.chosen.emit(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802 - Qt's
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.number)
        else:
            super().keyPressEvent(event)
