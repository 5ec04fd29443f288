"""The preview of pages: all that it offers is there in a small window, in every language."""

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crossquote.export.choice import Paper
from crossquote.export.formats.pdf.pages import PagedText
from crossquote.gui.paper.preview import PreviewDialog
from crossquote.gui.words import LANGUAGE
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


def test_one_turns_pages_and_prints_on_the_paper_of_the_report(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Paper.LETTER)
    qtbot.waitUntil(lambda: dialog.pages.pageCount() > 2)
    assert not dialog.back.isEnabled()
    dialog.on.click()
    assert dialog.pages.currentPage() == 2
    assert "2" in dialog.place.text()
    assert dialog.back.isEnabled()
    assert not dialog.set_up.isEnabled(), "there is no printer whose page could be set up"
    dialog.print.click()
    (printing,) = seen_windows(QPrintDialog)
    assert printing.printer().pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    printing.reject()
