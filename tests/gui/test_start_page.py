"""The first page is read whole, in each language, also in a small window with large text."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from crossquote.gui.speaking import speak
from crossquote.gui.start import open_shell
from crossquote.wording.catalogue import languages
from gui.told import cut_off


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


@pytest.mark.parametrize("language", languages())
def test_no_line_goes_on_beyond_the_window(qapp: QApplication, qtbot: QtBot, language: str) -> None:
    speak(qapp, language)
    shell = open_shell("light")
    qtbot.addWidget(shell)
    shell.may_close = True
    shell.resize(760, 600)
    shell.appearance.choose_size(16)
    shell.start_page.tell_of_tour(told=True)
    shell.show()
    qtbot.waitExposed(shell)
    QApplication.processEvents()
    (area,) = shell.start_page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert cut_off(shell.start_page) == []
