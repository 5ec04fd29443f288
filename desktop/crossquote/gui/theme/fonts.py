"""Type: a bundled sans for what the program says, a bundled serif for what people said."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from crossquote.resources import resource

SANS = "Crossquote Sans"
SERIF = "Crossquote Serif"
BODY = 13
SMALL = 11
"""Sizes in device-independent pixels at the usual text size."""
FACES = (SANS, "Segoe UI", "Noto Sans", "DejaVu Sans")
STEPS_TO_DOUBLE = 32
"""So many steps of the text size double what the program says; what people said is larger by a pixel a step."""


@cache
def load_fonts() -> None:
    """Make the bundled faces known to Qt, once for all windows; what they lack comes from the system's."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def scaled(size: float) -> int:
    """Return what `size`, as it is at the usual text size, is at the current one: that of the application's font."""
    current = QGuiApplication.font().pixelSize()
    return round(size * current / BODY) if current > 0 else round(size)


def sans(size: float = BODY, *, bold: bool = False) -> QFont:
    """Return the program's own face, `size` pixels high at the usual text size."""
    return _font(FACES, scaled(size), bold=bold)


def application_font(step: int) -> QFont:
    """Return the face that the program speaks in at a step of the text size."""
    size = BODY * (1 + step / STEPS_TO_DOUBLE)
    return _font(FACES, size, bold=False)


def printed(points: float) -> QFont:
    """Return the program's own face as it stands on paper, where sizes are in points."""
    font = QFont()
    font.setFamilies(FACES)
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("liga"), 0)  # who copies a number or a word from the page gets its letters
    return font


def serif(size: float = 15.5, *, bold: bool = False) -> QFont:
    """Return the face for quoted words at `size` pixels, whatever the text size."""
    return _font((SERIF, "Noto Serif", "DejaVu Serif"), size, bold=bold)


def _font(families: Sequence[str], size: float, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
