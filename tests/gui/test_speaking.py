"""Qt's own words are told in the language of the window too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from crossquote.gui.speaking import speak
from crossquote.gui.words import interface_language

CANCEL = QDialogButtonBox.StandardButton.Cancel


@pytest.fixture(autouse=True)
def _silent_again(qapp: QApplication) -> Iterator[None]:
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    speak(qapp, "en")


@pytest.mark.parametrize(
    ("language", "told"), [("de", "Abbrechen"), ("uk", "Скасувати"), ("en", "Cancel"), ("qps", "Cancel")]
)
def test_a_button_of_qt_speaks_the_language(language: str, told: str, qapp: QApplication, qtbot: QtBot) -> None:
    speak(qapp, language)
    box = QDialogButtonBox(CANCEL)
    qtbot.addWidget(box)
    assert interface_language() == language
    assert box.button(CANCEL).text().replace("&", "") == told
