"""Icons in one weight, in the theme's ink; loaded after the first paint, since the font costs time."""

import qtawesome  # type: ignore[import-untyped]  # it has no stubs
from PySide6.QtGui import QAction, QIcon

from crossquote.gui.actions import real_actions
from crossquote.gui.theme.tokens import Theme

_ON_ACCENT = frozenset({"add"})


def dress_actions(actions: dict[str, QAction], theme: Theme) -> None:
    """Give every action of the table its icon."""
    for entry in real_actions():
        if entry.icon:
            actions[entry.id].setIcon(_icon(entry.icon, theme, on_accent=entry.id in _ON_ACCENT))


def _icon(name: str, theme: Theme, *, on_accent: bool) -> QIcon:
    ink = theme.text.on_accent if on_accent else theme.text.ink
    icon: QIcon = qtawesome.icon(name, color=ink, color_disabled=theme.text.faint, color_active=ink)
    return icon
