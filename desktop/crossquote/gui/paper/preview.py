"""The pages of a report on the screen, as a printer would have them; a bar of our own, since Qt's wants 997 pixels."""

import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossquote.export.formats.pdf.pages import PagedText
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.paper.layout import draw, lay_out
from crossquote.gui.paper.sizes import SIZES
from crossquote.gui.paper.view import PagesView
from crossquote.gui.plain import PlainLabel, give_tip, give_title
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.flow import WholeFlow
from crossquote.gui.widgets.room import make_room
from crossquote.gui.words import say

OF_PRINTERS_ALONE = sys.platform == "win32"
"""The system's own dialog asks where to print, and does not open where there is no printer."""


class PreviewDialog(QDialog):
    """Shows pages, and prints them on what the user chooses."""

    def __init__(self, text: PagedText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        self._printer.setFullPage(True)
        self._printer.setPageSize(QPageSize(SIZES[text.paper]))
        self._printer.setDocName(text.title)
        self._printer.setCreator("Crossquote")
        give_title(self, say("window.preview.title"))
        make_room(self, 760, 860)
        self.pages = PagesView(self)
        self.pages.setAccessibleName(say("window.preview.title"))
        self.pages.turned.connect(self._show_place)
        self.place = PlainLabel("", self)
        self.back = self._sign("‹", say("window.preview.previous"), lambda: self._turn(-1))
        self.on = self._sign("›", say("window.preview.next"), lambda: self._turn(1))
        self.print = plain_button(say("window.preview.print"), self._ask_printer, self)
        self.set_up = plain_button(say("window.preview.set-up"), self._ask_page, self)
        has_printer = self._printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
        self.set_up.setEnabled(has_printer)
        self.print.setEnabled(has_printer or not OF_PRINTERS_ALONE)
        self._lay_out()
        self._lay_out_pages()

    def _sign(self, sign: str, name: str, run: Callable[[], object]) -> QPushButton:
        """Return a button with a sign, which is named for whoever does not see it."""
        button = plain_button(sign, run, self)
        button.setAccessibleName(name)
        give_tip(button, name)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        for part in (self.back, self.place, self.on):
            bar.addWidget(part)
        bar.addStretch(1)
        zooming = WholeFlow(across=6, down=6)
        for button in self._zooming():
            zooming.addWidget(button)
        bar.addLayout(zooming)
        below = QHBoxLayout()
        below.addWidget(self.set_up)
        below.addStretch(1)
        below.addWidget(self.print)
        below.addWidget(plain_button(say("window.preview.close"), self.reject, self))
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self.pages, 1)
        layout.addLayout(below)

    def _zooming(self) -> Iterator[QPushButton]:
        yield plain_button(say("window.preview.whole"), self.pages.fit_page, self)
        yield plain_button(say("window.preview.width"), self.pages.fit_width, self)
        yield self._sign("−", say("window.preview.smaller"), self.pages.zoom_out)
        yield self._sign("+", say("window.preview.larger"), self.pages.zoom_in)

    def _turn(self, by: int) -> None:
        self.pages.turn_to(self.pages.current + by)

    @Slot()
    def _show_place(self) -> None:
        page, count = self.pages.current, self.pages.count
        self.place.show_text(say("window.preview.place", page=page, total=count))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < count)

    @Slot()
    def _lay_out_pages(self) -> None:
        strip = lay_out(self._text, self._printer)
        self.pages.show_pages(strip, self._printer.pageLayout().fullRect(QPageLayout.Unit.Point).size())

    def _ask_page(self) -> None:
        dialog = QPageSetupDialog(self._printer, self)
        dialog.accepted.connect(self._lay_out_pages)
        open_dialog(dialog)

    def _ask_printer(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._print)
        open_dialog(dialog)

    @Slot()
    def _print(self) -> None:
        self.print_on(self._printer)

    def print_on(self, printer: QPrinter) -> None:
        """Draw the pages on a printer, laid out for its paper."""
        draw(lay_out(self._text, printer), printer)
