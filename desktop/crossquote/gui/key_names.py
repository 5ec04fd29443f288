"""Keys as they are called where the program runs: Strg+Umschalt+T in German, ⌘⇧T on a Mac."""

from PySide6.QtGui import QKeySequence

from crossquote.gui.actions import Action


def shown_keys(action: Action) -> str:
    """Return the keys of an action as menus show them; empty where it has none."""
    return QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
