"""The one button of the bar that stands out: its icon is in the colour of its text, wherever else its action stands."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:  # icons come after the first paint
    from PySide6.QtGui import QActionEvent, QIcon


class PrimaryButton(QToolButton):
    """A button on the accent colour, with an icon of its own."""

    _own: "QIcon | None" = None

    def show_icon(self, icon: "QIcon") -> None:
        """Show `icon` from now on, whatever its action has."""
        self._own = icon
        self.setIcon(icon)

    def actionEvent(self, event: "QActionEvent") -> None:  # noqa: D102, N802 - Qt's
        super().actionEvent(event)  # shows the icon of the action
        if self._own is not None:
            self.setIcon(self._own)
