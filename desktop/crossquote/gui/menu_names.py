"""What menus and actions are called, as the frame of the window needs to know before the table of actions is read.

The first paint comes by here: nothing may name the namespace `Qt`.
"""

from crossquote.gui.words import say

MENUS = ("file", "edit", "view", "review", "quotes", "languages", "help")


def menu_text(menu: str) -> str:
    """Return a menu's text, its mnemonic included."""
    return say(f"window.menu.{menu}")


def action_text(action_id: str) -> str:
    """Return an action's text, its mnemonic included."""
    return say(f"window.action.{action_id}")
