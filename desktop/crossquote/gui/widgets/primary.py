"""The one button of the bar that stands out: its icon is in the colour of its text, wherever else its action stands."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStyleOptionToolButton, QToolButton


class PrimaryButton(QToolButton):
    """A button on the accent colour, with an icon of its own."""

    own_icon = QIcon()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:  # noqa: D102, N802 - Qt's
        super().initStyleOption(option)
        if not self.own_icon.isNull():
            option.icon = self.own_icon
