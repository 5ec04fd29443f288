"""A report is asked for in the window: what is chosen is written, and can be opened from where it says so."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from crossquote.export.choice import Extent, Extra, ReportChoice
from crossquote.export.exporter import known_formats
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.model.finding import Severity
from gui.opened import seen_windows
from gui.waiting import settle


def report_dialog(desk: Desk) -> ReportDialog:
    desk.shell.actions_by_id["report"].trigger()
    (dialog,) = seen_windows(ReportDialog)
    return dialog


def test_what_is_chosen_is_written_and_offered_again(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "said"), ""))
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = report_dialog(desk)
    dialog.format.setCurrentIndex(list(known_formats()).index(".csv"))
    dialog.named.setText("What they said")
    dialog.extent.setCurrentIndex(list(Extent).index(Extent.SHARED))
    dialog.least.setCurrentIndex(list(Severity).index(Severity.MAJOR))
    dialog.parts[Extra.LOG].setChecked(False)
    dialog.give.click()
    settle(qtbot, desk)
    rows = list(csv.reader((tmp_path / "said.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {row[8] for row in rows[1:]} <= {"", "major", "critical"}
    (box,) = seen_windows(QMessageBox)
    assert str(tmp_path / "said.csv") in box.text() + box.informativeText()
    assert opened == []
    next(one for one in box.findChildren(QPushButton) if one.text() == "Show Folder").click()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    box.close()
    again = report_dialog(desk)
    assert again.choice() == ReportChoice("What they said", Extent.SHARED, Severity.MAJOR, frozenset({Extra.LOG}))
    again.reject()
    settle(qtbot, desk)


def test_nothing_is_written_where_no_place_is_given(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    report_dialog(desk).give.click()
    assert desk.bridge.jobs.current is None
    assert list(tmp_path.iterdir()) == []
