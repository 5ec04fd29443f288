"""The button that stands out keeps an icon of its own."""

import pytest
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.widgets.primary import PrimaryButton


def of_one_colour(colour: str) -> QIcon:
    picture = QPixmap(16, 16)
    picture.fill(colour)
    return QIcon(picture)


def shown(button: QToolButton) -> str:
    return button.icon().pixmap(16, 16).toImage().pixelColor(8, 8).name()


def test_it_keeps_its_icon_whatever_its_action_is_given(qtbot: QtBot) -> None:
    button, action = PrimaryButton(), QAction()
    qtbot.addWidget(button)
    button.setDefaultAction(action)
    action.setIcon(of_one_colour("#000000"))
    assert shown(button) == "#000000"
    button.show_icon(of_one_colour("#ffffff"))
    action.setIcon(of_one_colour("#0000ff"))
    action.setEnabled(False)
    assert shown(button) == "#ffffff"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_the_window_it_is_in_the_ink_on_the_accent(desk: Desk, theme: str) -> None:
    appearance = desk.shell.appearance
    appearance.choose(theme)
    (primary,) = (one for one in desk.shell.buttons if isinstance(one, PrimaryButton))
    picture = primary.icon().pixmap(64, 64).toImage()
    points = (picture.pixelColor(x, y) for x in range(64) for y in range(64))
    assert {point.name() for point in points if point.alpha() == 255} == {appearance.theme.text.on_accent.lower()}
