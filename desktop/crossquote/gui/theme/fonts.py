"""Type: a bundled sans for what the program says, a bundled serif for what people said."""

from PySide6.QtGui import QFont, QFontDatabase

from crossquote.resources import resource

SANS = "Crossquote Sans"
SERIF = "Crossquote Serif"
BODY = 13
SMALL = 11
"""Sizes in device-independent pixels at a text scale of one."""


def load_fonts() -> None:
    """Make the bundled faces known to Qt; what they lack comes from the system's."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def sans(size: float = BODY, *, bold: bool = False) -> QFont:
    """Return the program's own face at `size` pixels."""
    return _font([SANS, "Segoe UI", "Noto Sans", "DejaVu Sans"], size, bold=bold)


def serif(size: float = 15.5, *, bold: bool = False) -> QFont:
    """Return the face for quoted words at `size` pixels."""
    return _font([SERIF, "Noto Serif", "DejaVu Serif"], size, bold=bold)


def _font(families: list[str], size: float, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
