"""A row of buttons in too little room: folded first, then the field has less."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.widgets.folded import FoldedButtons


@pytest.mark.parametrize(("room", "folded", "least"), [(0, 0, 100), (-1, 1, 100), (-20, 1, 100)])
def test_buttons_are_folded_before_a_field_has_less_room(qtbot: QtBot, room: int, folded: int, least: int) -> None:
    row, buttons, field, whole = made(qtbot)
    row.resize(whole + room, 40)
    assert sum(map(is_folded, buttons)) == folded
    assert field.minimumWidth() == least


def test_a_field_has_less_room_where_folding_does_not_do_and_gets_it_back(qtbot: QtBot) -> None:
    row, buttons, field, whole = made(qtbot)
    row.resize(10, 40)
    assert field.minimumWidth() == 50
    assert all(map(is_folded, buttons))
    row.resize(whole, 40)
    assert field.minimumWidth() == 100


def is_folded(button: QToolButton) -> bool:
    return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def made(qtbot: QtBot) -> tuple[QWidget, list[QToolButton], QLineEdit, int]:
    """Return a row with two buttons and a field that is 100 wide at least, and how wide it is with all its words."""
    row = QWidget()
    qtbot.addWidget(row)
    layout, field = QHBoxLayout(row), QLineEdit()
    field.setMinimumWidth(100)
    buttons = []
    for words in ("What it does at length", "Something else at length"):
        button = QToolButton()
        button.setIcon(QIcon(QPixmap(16, 16)))
        button.setText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        buttons.append(button)
        layout.addWidget(button)
    layout.addWidget(field)
    layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
    whole = layout.minimumSize().width()
    row.resize(whole, 40)
    row.show()
    FoldedButtons(row, buttons, field)
    return row, buttons, field, whole
