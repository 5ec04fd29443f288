"""Icons in one weight, in the theme's ink; loaded after the first paint, since the font costs time."""

from functools import cache

import qtawesome
from PySide6.QtGui import QIcon

from crossquote.gui.direction import is_mirrored
from crossquote.gui.theme.tokens import Theme

_POINTING = frozenset(
    {
        "ph.arrow-bend-up-right",
        "ph.arrow-left",
        "ph.arrow-right",
        "ph.arrow-u-up-left",
        "ph.arrow-u-up-right",
        "ph.list-bullets",
    }
)
"""Those that point on, or back, in the order of reading: they are mirrored where that is."""


def icon(name: str, ink: str, theme: Theme) -> QIcon:
    """Return the icon `name` in the colour `ink`."""
    turned = name in _POINTING and is_mirrored()
    made: QIcon = _face().icon(name, color=ink, color_disabled=theme.text.faint, color_active=ink, hflip=turned)
    return made


@cache
def _face() -> qtawesome.IconicFont:
    """Return the one icon face that the program uses; qtawesome's own way loads all twelve, and wants them there."""
    folder, faces = qtawesome.get_fonts_info()
    outlines = next(name for name in faces if name.startswith("phosphor-"))
    names = outlines.replace("-", "-charmap-", 1).replace(".ttf", ".json")
    return qtawesome.IconicFont(("ph", outlines, names, folder))
