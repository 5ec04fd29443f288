"""The preview of pages: all that it offers is there in a small window, in every language."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crossquote.export.choice import Paper
from crossquote.export.formats.pdf.pages import PagedText
from crossquote.gui.paper.layout import draw_page, lay_out
from crossquote.gui.paper.placing import PlacedParagraph, place_paragraphs
from crossquote.gui.paper.preview import OF_PRINTERS_ALONE, PreviewDialog
from crossquote.gui.words import LANGUAGE, say_step
from crossquote.wording.catalogue import PSEUDO, languages
from gui.opened import seen_windows

WIDTH = 760


def preview(qtbot: QtBot, paper: Paper = Paper.A4, pages: int = 3) -> PreviewDialog:
    text = "".join(f"<p>page</p>{'<p>line</p>' * 60}" for _ in range(pages))
    dialog = PreviewDialog(PagedText("Title", text, "", paper))
    qtbot.addWidget(dialog)
    dialog.resize(WIDTH, 700)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


@pytest.mark.parametrize("language", [*languages(), PSEUDO])
def test_all_it_offers_is_there_at_760_points(language: str, qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setProperty(LANGUAGE, language)
    dialog = preview(qtbot)
    assert dialog.width() == WIDTH
    buttons = dialog.findChildren(QPushButton)
    assert len(buttons) == 9
    for button in buttons:
        assert button.isVisible()
        assert dialog.rect().contains(button.geometry()), button.text()
        assert button.width() >= button.minimumSizeHint().width() or len(button.text()) == 1, button.text()


def test_one_turns_pages(qtbot: QtBot) -> None:
    dialog = preview(qtbot)
    assert dialog.pages.count > 2
    assert not dialog.back.isEnabled()
    dialog.on.click()
    assert dialog.pages.current == 2
    assert "2" in dialog.place.text()
    assert dialog.back.isEnabled()
    assert not dialog.set_up.isEnabled(), "there is no printer whose page could be set up"


@pytest.mark.skipif(OF_PRINTERS_ALONE, reason="Windows has a dialog of its own, and wine no printer")
def test_one_prints_on_the_paper_of_the_report(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Paper.LETTER)
    dialog.print.click()
    (printing,) = seen_windows(QPrintDialog)
    assert printing.printer().pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    printing.reject()


def test_printing_is_not_offered_where_there_is_no_printer_and_nothing_else_to_print_to(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows's own dialog does not open without a printer: the button did nothing."""
    monkeypatch.setattr("crossquote.gui.paper.preview.OF_PRINTERS_ALONE", True)
    dialog = preview(qtbot)
    assert dialog.print.isEnabled() == dialog.set_up.isEnabled()


def test_one_sees_what_is_drawn_on_paper_whatever_way_it_is_read(qtbot: QtBot) -> None:
    """Qt's own preview lays strings out anew: of two faces in one line from the right, signs stood in wrong places."""
    text = PagedText("Title", "<p dir=rtl>قال الوزير: «طلبنا من الحكومة بشدة (الآن) إنقاذ 25 شخصا»، (Reuters)</p>", "")
    dialog = PreviewDialog(text)
    qtbot.addWidget(dialog)
    dialog.resize(WIDTH, 700)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.busy)
    dialog.pages.fit_width()
    seen = dialog.pages.viewport().grab().toImage()
    writer = QPdfWriter(QBuffer())
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    strip = lay_out(text, writer)
    drawn = QImage(seen.size(), seen.format())
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = writer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
    zoom = (seen.width() - 24) / size.width()
    painter.translate(12, 12)
    painter.scale(zoom, zoom)
    draw_page(strip, painter, 0, size.height())
    painter.end()
    inner = QRect(12, 12, seen.width() - 24, seen.height() - 12)
    assert seen.copy(inner) == drawn.copy(inner)


def test_zooming_and_turning_keep_to_the_pages_there_are(qtbot: QtBot) -> None:
    view = preview(qtbot, pages=5).pages
    view.turn_to(3)
    assert view.current == 3
    for _ in range(20):
        view.zoom_in()
    assert view.current == 3
    for _ in range(40):
        view.zoom_out()
    view.turn_to(99)
    assert view.current == view.count
    view.fit_page()
    view.turn_to(-1)
    assert view.current == 1


def many(paragraphs: int) -> PagedText:
    rows = "".join(f"<tr><td>{number}</td><td>words</td></tr>" for number in range(paragraphs // 4))
    return PagedText("Title", f"{'<p>words</p>' * (paragraphs // 2)}<table>{rows}</table>", "")


def test_pages_are_laid_out_a_few_paragraphs_between_two_events(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of 20,000 quotes was laid out in one event, of seconds."""
    placed, so_far = [0], [0]

    def noting(document: QTextDocument) -> Iterator[PlacedParagraph]:
        for paragraph in place_paragraphs(document):
            placed[0] += 1
            yield paragraph

    monkeypatch.setattr("crossquote.gui.paper.layout.place_paragraphs", noting)
    dialog = PreviewDialog(many(4_000))
    qtbot.addWidget(dialog)
    dialog.show()
    assert (placed[0], dialog.pages.count) == (0, 0)
    assert not dialog.print.isEnabled()
    dialog._work.stepped.connect(lambda _: so_far.append(placed[0]))
    qtbot.waitUntil(lambda: not dialog.busy)
    assert placed[0] >= 4_000
    assert max(after - before for before, after in pairwise(so_far)) <= 200
    assert dialog.pages.count > 20
    assert dialog.print.isEnabled() is not OF_PRINTERS_ALONE
    assert str(dialog.pages.count) in dialog.place.text()


def test_a_preview_that_is_closed_is_laid_out_no_further(qtbot: QtBot) -> None:
    dialog = PreviewDialog(many(4_000))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.place.text() == "Drawing pages")
    dialog.reject()
    assert not dialog.busy
    QApplication.processEvents()
    assert dialog.pages.count == 0


def test_printing_goes_on_a_page_between_two_events_and_can_be_left(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = preview(qtbot, pages=60)
    told: list[str] = []
    dialog._work.stepped.connect(lambda step: told.append(say_step(step)))
    for left in (False, True):
        printer = QPrinter()
        printer.setFullPage(True)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setOutputFileName(str(tmp_path / f"{left}.pdf"))
        dialog.print_on(printer)
        assert not dialog.print.isEnabled()
        told.clear()
        if left:
            qtbot.waitUntil(lambda: len(told) > 0)
            dialog.reject()
            assert len(told) < dialog.pages.count
        qtbot.waitUntil(lambda: not dialog.busy)
        assert not printer.paintEngine().isActive()
        if not left:
            assert told == [f"Drawing pages {number + 1} of {len(told)}" for number in range(dialog.pages.count)]
            assert len(pypdfium2.PdfDocument((tmp_path / "False.pdf").read_bytes())) == dialog.pages.count


def test_what_is_printed_on_other_paper_is_laid_out_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = preview(qtbot)
    printer = QPrinter()
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setOutputFileName(str(tmp_path / "small.pdf"))
    dialog.print_on(printer)
    qtbot.waitUntil(lambda: not dialog.busy)
    shown = dialog.pages.count
    assert len(pypdfium2.PdfDocument((tmp_path / "small.pdf").read_bytes())) > shown
