"""The pictures of the help show what the program shows today; one that has aged is named, with how it is taken anew."""

import pytest
from PySide6.QtWidgets import QApplication

from gui import report_pictures, screenshots
from gui.pictured import kept, of_report, of_window

AGED = "take it anew: uv run python tests/gui/{}.py resources/help/pictures"


def test_each_picture_that_a_command_takes_has_what_it_shows_kept_beside_it() -> None:
    there = {file.name for file in screenshots.PICTURES.iterdir()} - {"start.png", "unsigned.png"}
    assert set(kept()) == there


@pytest.mark.pictures
def test_pictures_of_reports_show_what_reports_say() -> None:
    now = of_report(report_pictures.reviewed_story())
    assert {name for name, shown in now.items() if kept().get(name) != shown} == set(), AGED.format("report_pictures")


@pytest.mark.pictures
@pytest.mark.usefixtures("qtbot")
def test_pictures_of_windows_show_what_windows_show(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    now = {name: of_window(window) for name, window in screenshots.help_windows(qapp)}
    assert {name for name, shown in now.items() if kept().get(name) != shown} == set(), AGED.format("screenshots")
