"""The icons of the table of actions, wherever an action stands."""

from PySide6.QtGui import QAction

from crossquote.gui.actions import real_actions
from crossquote.gui.theme.icons import icon
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.widgets.primary import PrimaryButton


def dress_actions(actions: dict[str, QAction], theme: Theme) -> None:
    """Give every action of the table its icon."""
    for entry in real_actions():
        if entry.icon:
            actions[entry.id].setIcon(icon(entry.icon, theme.text.ink, theme))
            for holder in actions[entry.id].associatedObjects():
                if isinstance(holder, PrimaryButton):
                    holder.show_icon(icon(entry.icon, theme.text.on_accent, theme))
