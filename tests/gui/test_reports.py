"""A report is asked for in the window: what is chosen is written, and can be opened from where it says so."""

import csv
import ctypes
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from pypdfium2 import raw
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from crossquote.export.choice import Extent, Extra, Paper, ReportChoice
from crossquote.export.exporter import known_formats
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.paper.preview import PreviewDialog
from crossquote.message import message
from crossquote.model.finding import Severity
from crossquote.work.projects import save_as
from gui.opened import open_window, seen_windows
from gui.waiting import held_up, settle

pytestmark = pytest.mark.usefixtures("kept_processes")


def previewed(qtbot: QtBot) -> PreviewDialog:
    qtbot.waitUntil(lambda: bool(seen_windows(PreviewDialog)))
    (dialog,) = seen_windows(PreviewDialog)
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def lightest(page: pypdfium2.PdfTextPage) -> Iterator[int]:
    """Yield how light each letter of a page is at its darkest colour (0 to 255)."""
    for at in range(page.count_chars()):
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(page, at, red, green, blue, alpha)
        yield min(red.value, green.value, blue.value)


def report_dialog(desk: Desk) -> ReportDialog:
    desk.shell.actions_by_id["report"].trigger()
    (dialog,) = seen_windows(ReportDialog)
    return dialog


def test_what_came_while_a_report_was_made_is_not_written_over(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written waits for its turn, and the system's dialog knew of no file of that name."""
    said, gate = tmp_path / "said.csv", Event()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(said), ""))
    dialog = report_dialog(desk)
    dialog.format.setCurrentIndex(list(known_formats()).index(".csv"))
    desk.bridge.run(message("window.job.comparing"), held_up(gate))
    dialog.give.click()
    said.write_text("another's", encoding="utf-8")
    gate.set()
    settle(qtbot, desk)
    assert said.read_text(encoding="utf-8") == "another's"
    assert [line for line in desk.banner.lines if "there is a file of that name" in line]


def test_no_report_takes_the_place_of_an_article_or_of_the_project(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system asks whether the file is to be replaced, and does not know what it is."""
    article, project = tmp_path / "bridge.html", tmp_path / "bridge.json"
    article.write_text(
        "<p>“We will open the old bridge before winter,” said Mayor Ada Lindqvist.</p>", encoding="utf-8"
    )
    desk = open_window(qtbot)
    desk.take_in((str(article),))
    settle(qtbot, desk)
    save_as(desk.bridge.session, project)
    for path in (article, project):
        before = path.read_bytes()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        dialog = report_dialog(desk)
        dialog.format.setCurrentIndex(list(known_formats()).index(path.suffix))
        dialog.give.click()
        settle(qtbot, desk)
        assert path.read_bytes() == before
        assert f"{path.name}: what it is about would be written over. Choose another name." in desk.banner.lines


def test_what_is_chosen_is_written_and_offered_again(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_GB"))
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
    severity = rows[0].index("Severity")
    assert {row[severity] for row in rows[1:]} <= {"", "major", "critical"}
    (box,) = seen_windows(QMessageBox)
    assert str(tmp_path / "said.csv") in box.text() + box.informativeText()
    assert opened == []
    next(one for one in box.findChildren(QPushButton) if one.text() == "Show folder").click()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]
    box.close()
    again = report_dialog(desk)
    assert again.choice() == ReportChoice("What they said", Extent.SHARED, Severity.MAJOR, frozenset({Extra.LOG}))
    again.reject()
    settle(qtbot, desk)


def test_thousands_of_utterances_are_listed_only_to_choose_among_them(desk: Desk) -> None:
    dialog = report_dialog(desk)
    assert dialog.utterances.count() == 0
    dialog.extent.setCurrentIndex(list(Extent).index(Extent.CHOSEN))
    assert dialog.utterances.count() == len(desk.bridge.state.utterances)
    dialog.extent.setCurrentIndex(list(Extent).index(Extent.ALL))
    dialog.extent.setCurrentIndex(list(Extent).index(Extent.CHOSEN))
    assert dialog.utterances.count() == len(desk.bridge.state.utterances)
    dialog.reject()


def test_nothing_is_written_where_no_place_is_given(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    report_dialog(desk).give.click()
    assert desk.bridge.jobs.current is None
    assert list(tmp_path.iterdir()) == []


def test_the_pages_are_shown_and_printed_in_ink_that_is_dark_in_a_dark_window(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.shell.appearance.choose("dark")
    dialog = report_dialog(desk)
    dialog.named.setText("What they said")
    dialog.extent.setCurrentIndex(list(Extent).index(Extent.SHARED))
    dialog.preview.click()
    pages = previewed(qtbot)
    printer = QPrinter()
    printer.setFullPage(True)
    printer.setOutputFileName(str(tmp_path / "pages.pdf"))
    pages.print_on(printer)
    qtbot.waitUntil(lambda: not pages.busy)
    page = pypdfium2.PdfDocument((tmp_path / "pages.pdf").read_bytes())[0]
    assert "What they said" in page.get_textpage().get_text_range()
    assert max(lightest(page.get_textpage())) < 160


def test_print_shows_the_pages_of_what_was_chosen_last(desk: Desk, qtbot: QtBot) -> None:
    desk.shell.actions_by_id["print"].trigger()
    first = previewed(qtbot)
    first.close()
    qtbot.waitUntil(lambda: not seen_windows(PreviewDialog))
    assert seen_windows(ReportDialog) == []


def test_an_utterance_is_copied_as_a_table_and_as_lines(desk: Desk) -> None:
    desk.utterances.select("u1")
    desk.shell.actions_by_id["copy-table"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert "<table" in data.html()
    assert data.text().startswith("Ada Lindqvist · ")


def test_utterances_are_chosen_one_by_one_and_the_reviewer_is_told(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "said"), ""))
    desk.utterances.select("u2")
    dialog = report_dialog(desk)
    dialog.format.setCurrentIndex(list(known_formats()).index(".md"))
    assert dialog.utterances.isHidden()
    dialog.extent.setCurrentIndex(list(Extent).index(Extent.CHOSEN))
    assert not dialog.utterances.isHidden()
    assert dialog.choice().chosen == {"u2"}, "the one that is read"
    items = [dialog.utterances.item(row) for row in range(dialog.utterances.count())]
    for item in items:
        item.setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.give.isEnabled()
    first = next(item for item in items if item.data(Qt.ItemDataRole.UserRole) == "u1")
    first.setCheckState(Qt.CheckState.Checked)
    dialog.parts[Extra.ORIGINALS].setChecked(False)
    dialog.reviewer.setText("Ada Lindqvist-Roe")
    dialog.give.click()
    settle(qtbot, desk)
    told = (tmp_path / "said.md").read_text(encoding="utf-8")
    assert "Ada Lindqvist\\-Roe" in told
    assert "Я дуже просила" not in told
    assert "three ferries before winter" in told
    assert "There is no danger to the bridge" not in told
    for box in seen_windows(QMessageBox):
        box.close()
    again = report_dialog(desk)
    assert again.choice().chosen == {"u1"}
    assert again.choice().reviewer == "Ada Lindqvist-Roe"
    assert again.choice().left_out == {Extra.ORIGINALS}
    again.reject()
    settle(qtbot, desk)


def test_a_file_whose_ending_was_not_written_is_asked_about_by_its_whole_name(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "said.csv").write_bytes(b"as it was")
    answers = iter([str(tmp_path / "said"), ""])
    offered: list[str] = []

    def ask(_parent: object, _title: str, path: str, _kind: str) -> tuple[str, str]:
        offered.append(path)
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog = report_dialog(desk)
    dialog.format.setCurrentIndex(list(known_formats()).index(".csv"))
    dialog.give.click()
    settle(qtbot, desk)
    assert offered[1:] == [str(tmp_path / "said.csv")]
    assert (tmp_path / "said.csv").read_bytes() == b"as it was"


def test_the_paper_is_that_of_the_region_until_another_is_chosen(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_US"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "said.pdf"), ""))
    dialog = report_dialog(desk)
    assert dialog.choice().paper is Paper.LETTER
    dialog.format.setCurrentIndex(list(known_formats()).index(".pdf"))
    dialog.give.click()
    settle(qtbot, desk)
    page = pypdfium2.PdfDocument((tmp_path / "said.pdf").read_bytes())[0]
    assert [round(side) for side in page.get_size()] == [612, 792]
    again = report_dialog(desk)
    again.paper.setCurrentIndex(list(Paper).index(Paper.A4))
    again.preview.click()
    assert previewed(qtbot).pages is not None
    assert desk.choices.settings.report_paper == "a4"
    again.reject()
    assert report_dialog(desk).choice().paper is Paper.A4


def test_the_dialog_says_how_many_utterances_a_report_would_hold(desk: Desk) -> None:
    """A report of 311 articles had 1,023 pages, and nothing said so before."""
    desk.shell.actions_by_id["report"].trigger()
    (dialog,) = seen_windows(ReportDialog)
    assert dialog.held.text() == "Holds utterances: 3 of 3"
    dialog.extent.setCurrentIndex(list(Extent).index(Extent.FOUND))
    dialog.least.setCurrentIndex(list(Severity).index(Severity.CRITICAL))
    assert dialog.held.text() == "Holds utterances: 2 of 3"
    dialog.reject()
