"""Letters that take more room than here: other systems draw the same faces wider, and lack them for some letters."""

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from crossquote.gui.theme import fonts

WIDER = 115
"""How wide letters are on another system, in hundredths of what they are here."""


def narrow_again(application: QApplication) -> None:
    """Give an application letters of their usual room: a font that says nothing of it keeps that of the one before."""
    font = application.font()
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100)
    application.setFont(font)


def widen(patch: pytest.MonkeyPatch) -> None:
    """Let every letter take more room as long as `patch` holds."""
    usual = fonts._font

    def widened(families: Sequence[str], size: float, *, bold: bool) -> QFont:
        font = usual(families, size, bold=bold)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, WIDER)
        return font

    patch.setattr(fonts, "_font", widened)
