"""The pages of a report on the screen, as a printer would have them; a bar of our own, since Qt's wants 997 pixels."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossquote.export.formats.pdf.pages import PagedText
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.paper.layout import draw, lay_out
from crossquote.gui.paper.sizes import SIZES
from crossquote.gui.plain import PlainLabel, give_tip, give_title
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.room import make_room
from crossquote.gui.words import say


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
        self.pages = QPrintPreviewWidget(self._printer, self)
        self.pages.setAccessibleName(say("window.preview.title"))
        self.pages.paintRequested.connect(self._draw)
        self.pages.previewChanged.connect(self._show_place)
        self.place = PlainLabel("", self)
        self.back = self._sign("‹", say("window.preview.previous"), lambda: self._turn(-1))
        self.on = self._sign("›", say("window.preview.next"), lambda: self._turn(1))
        self.print = plain_button(say("window.preview.print"), self._ask_printer, self)
        self.set_up = plain_button(say("window.preview.set-up"), self._ask_page, self)
        self.set_up.setEnabled(self._printer.outputFormat() is QPrinter.OutputFormat.NativeFormat)
        self._lay_out()

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
        for button in self._zooming():
            bar.addWidget(button)
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
        yield plain_button(say("window.preview.whole"), self.pages.fitInView, self)
        yield plain_button(say("window.preview.width"), self.pages.fitToWidth, self)
        yield self._sign("−", say("window.preview.smaller"), self.pages.zoomOut)
        yield self._sign("+", say("window.preview.larger"), self.pages.zoomIn)

    def _turn(self, by: int) -> None:
        self.pages.setCurrentPage(self.pages.currentPage() + by)
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        page, count = self.pages.currentPage(), self.pages.pageCount()
        self.place.show_text(say("window.preview.place", page=page, total=count))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < count)

    def _ask_page(self) -> None:
        dialog = QPageSetupDialog(self._printer, self)
        dialog.accepted.connect(self.pages.updatePreview)
        open_dialog(dialog)

    def _ask_printer(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self.pages.print_)
        open_dialog(dialog)

    @Slot(QPrinter)
    def _draw(self, printer: QPrinter) -> None:
        draw(lay_out(self._text, printer), printer)
