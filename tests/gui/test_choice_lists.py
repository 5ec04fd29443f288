"""Lists that open from a field: what stands in them, and what is chosen, can be read in every theme."""

from collections import Counter

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit

from crossquote.gui.desk import Desk

READABLE = 4.5
"""So much lighter one of text and ground is than the other (WCAG 1.4.3)."""


def luminance(colour: QColor) -> float:
    """Return how light a colour is (WCAG, relative luminance)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def strongest_contrast(image: QImage) -> float:
    """Return by how much what differs most from the ground of a picture does."""
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    ground = luminance(QColor(Counter(colour.name() for colour in colours).most_common(1)[0][0]))
    return max((max(ground, one) + 0.05) / (min(ground, one) + 0.05) for one in map(luminance, colours))


def contrasts(view: QAbstractItemView) -> list[float]:
    """Return how well each row can be read."""
    model = view.model()
    rows = [view.visualRect(model.index(row, 0)).adjusted(4, 4, -4, -4) for row in range(model.rowCount())]
    return [strongest_contrast(view.viewport().grab(row).toImage()) for row in rows]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_is_chosen_in_a_list_can_be_read(empty_desk: Desk, theme: str) -> None:
    empty_desk.shell.appearance.choose(theme)
    box = QComboBox(empty_desk.shell)
    box.addItems(["Web page", "Word document", "Table"])
    box.setCurrentIndex(1)
    box.show()
    box.showPopup()
    told = contrasts(box.view())
    box.hidePopup()
    box.deleteLater()
    assert min(told) >= READABLE


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_is_offered_while_one_types_can_be_read(empty_desk: Desk, theme: str) -> None:
    empty_desk.shell.appearance.choose(theme)
    field = QLineEdit(empty_desk.shell)
    completer = QCompleter(["coast.txt", "coal.txt"], field)
    field.setCompleter(completer)
    field.show()
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    popup.setCurrentIndex(popup.model().index(0, 0))
    told, ground = contrasts(popup), popup.grab().toImage().pixelColor(2, popup.height() - 3).name()
    popup.hide()
    field.deleteLater()
    assert min(told) >= READABLE
    assert ground == empty_desk.shell.appearance.theme.surface.raised
