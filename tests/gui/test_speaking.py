"""Qt's own words are told in the language of the window too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.packages_here import PackagesHere
from crossquote.gui.messages import route_name
from crossquote.gui.models.utterances import FINDINGS, REACH, SPEAKER, WORDS
from crossquote.gui.speaking import speak
from crossquote.gui.words import interface_language
from crossquote.work.packages import list_packages

CANCEL = QDialogButtonBox.StandardButton.Cancel


@pytest.fixture(autouse=True)
def _silent_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


@pytest.mark.parametrize(
    ("language", "told"), [("de", "Abbrechen"), ("uk", "Скасувати"), ("ar", "ألغِ"), ("en", "Cancel"), ("qps", "Cancel")]
)
def test_a_button_of_qt_speaks_the_language(language: str, told: str, qapp: QApplication, qtbot: QtBot) -> None:
    speak(qapp, language)
    box = QDialogButtonBox(CANCEL)
    qtbot.addWidget(box)
    assert interface_language() == language
    assert box.button(CANCEL).text().replace("&", "") == told


def test_english_is_spoken_again_by_qt_too(qapp: QApplication) -> None:
    for language, told in (("de", "Abbrechen"), ("uk", "Скасувати"), ("en", "Cancel")):
        speak(qapp, language)
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == told


def test_reading_begins_where_the_language_has_it(qapp: QApplication) -> None:
    for language, side in (("ar", Qt.LayoutDirection.RightToLeft), ("uk", Qt.LayoutDirection.LeftToRight)):
        speak(qapp, language)
        assert qapp.layoutDirection() is side


@pytest.fixture
def german(qapp: QApplication) -> None:
    """Let the windows that are opened from now on speak German."""
    speak(qapp, "de")


@pytest.mark.usefixtures("german")
def test_languages_of_a_package_are_named_in_that_language() -> None:
    assert route_name(("uk", "en"), ("Ukrainian", "English")) == "Ukrainisch → Englisch"
    assert route_name(("zz", "en"), ("Zedish", "English")) == "Zedish → Englisch"


def test_pairs_of_languages_are_read_whole(qapp: QApplication, qtbot: QtBot) -> None:
    speak(qapp, "uk")
    here = PackagesHere()
    qtbot.addWidget(here)
    here.show_packages(list_packages(), frozenset())
    items = map(here.tree.topLevelItem, range(here.tree.topLevelItemCount()))
    cells = [item.text(0) for item in items if item is not None]
    assert any(cell.startswith("англійська → українська") for cell in cells)
    widest = max(map(here.tree.fontMetrics().horizontalAdvance, cells))
    assert here.tree.columnWidth(0) >= widest


@pytest.mark.usefixtures("german", "desk")
def test_heads_of_columns_are_read_whole_in_a_small_window(empty_desk: Desk) -> None:
    empty_desk.shell.resize(1000, 700)
    header = empty_desk.utterances.table.horizontalHeader()
    sections = (SPEAKER, WORDS, REACH, FINDINGS)
    assert [one for one in sections if header.sectionSize(one) < header.sectionSizeHint(one)] == []
