"""A line that says what lies under it, and opens and closes that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from crossquote.gui.plain import plain_caption
from crossquote.gui.theme.icons import icon
from crossquote.gui.theme.tokens import Theme


class Disclosure(QToolButton):
    """Is checked while what lies under it is open."""

    def __init__(self, *, opened: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("disclosure")
        self.setCheckable(True)
        self.setChecked(opened)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, text: str, theme: Theme) -> None:
        """Say `text`, with a caret that tells whether what lies under it is open."""
        self.setText(plain_caption(text))
        self.setAccessibleName(text)
        self.setIcon(icon("ph.caret-down" if self.isChecked() else "ph.caret-right", theme.text.soft, theme))
