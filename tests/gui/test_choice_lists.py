"""Lists that a choice box opens: what is chosen in them can be read in every theme."""

from collections import Counter

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox

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


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_is_chosen_in_a_list_can_be_read(empty_desk: Desk, theme: str) -> None:
    empty_desk.shell.appearance.choose(theme)
    box = QComboBox(empty_desk.shell)
    box.addItems(["Web page", "Word document", "Table"])
    box.setCurrentIndex(1)
    box.show()
    box.showPopup()
    view = box.view()
    rows = [view.visualRect(view.model().index(row, 0)).adjusted(4, 4, -4, -4) for row in range(box.count())]
    told = [strongest_contrast(view.viewport().grab(row).toImage()) for row in rows]
    box.hidePopup()
    box.deleteLater()
    assert min(told) >= READABLE
