"""The button within a field that empties it; Qt gives it no name."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from crossquote.gui.words import say


def offer_clearing(field: QLineEdit) -> None:
    """Give `field` the button that empties it, and the button a name for who does not see it."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(say("window.find.clear"))
